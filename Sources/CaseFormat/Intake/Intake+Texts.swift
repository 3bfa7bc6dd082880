internal import ContactRouting
internal import JSONText

extension Intake {
    /// A text that a value of the domain checks.
    func checked<Value>(
        _ value: JSONValue, _ make: (String) throws(RoutingError) -> Value
    ) -> Value? {
        guard let text = text(value) else { return nil }
        do throws(RoutingError) {
            return try make(text)
        } catch {
            note(Self.fault(of: error), at: value)
            return nil
        }
    }

    private static func fault(of error: RoutingError) -> Fault {
        // The only case that carries a text, which may hold anything.
        if case .malformedName(_, let text) = error { return .malformedName(text) }
        return .malformed(error)
    }

    func line(_ value: JSONValue) -> TextLine? { checked(value, TextLine.init(parsing:)) }

    func privateLine(_ value: JSONValue) -> Private<TextLine>? { line(value).map { Private($0) } }

    func country(_ value: JSONValue) -> CountryCode? { checked(value, CountryCode.init(parsing:)) }

    func email(_ value: JSONValue) -> EmailAddress? { checked(value, EmailAddress.init(parsing:)) }

    func link(_ value: JSONValue) -> WebLink? { checked(value, WebLink.init(parsing:)) }

    /// A text of several lines: line feeds and tabs may stand in it, other control and invisible characters not.
    func privateText(_ value: JSONValue) -> Private<String>? {
        guard let text = text(value) else { return nil }
        // The carriage return of CR LF is a line end too.
        let isPlain = text.unicodeScalars.allSatisfy {
            !$0.isControl && !$0.isInvisible || $0 == "\n" || $0 == "\t" || $0 == "\r"
        }
        guard isPlain else {
            note(.controlCharacter, at: value)
            return nil
        }
        return Private(text)
    }

    func address(_ value: JSONValue) -> PostalAddress? {
        let before = count
        guard let lines = list(value, min: 1, max: PostalAddress.linesMax, line), count == before else {
            return nil
        }
        do throws(RoutingError) {
            return try PostalAddress(lines: lines)
        } catch {
            note(Self.fault(of: error), at: value)
            return nil
        }
    }

    func money(_ value: JSONValue) -> Money? {
        guard var fields = Fields(value, self) else { return nil }
        let money = money(&fields)
        fields.finish()
        return money
    }

    /// The keys `amount` and `currency` of an object that may have others.
    func money(_ fields: inout Fields) -> Money? {
        let amount = fields.required("amount")
        let currency = fields.require("currency") { checked($0, Currency.init(parsing:)) }
        guard let amount, let currency else { return nil }
        return checked(amount) { (text) throws(RoutingError) in try Money(parsing: text, currency: currency) }
    }

    /// A path below the folder of the case: relative, and never up.
    func path(_ value: JSONValue) -> TextLine? {
        guard let line = line(value) else { return nil }
        let parts = line.text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSafe = parts.allSatisfy {
            !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.contains(UInt8(ascii: "\\"))
        }
        guard isSafe else {
            note(.unsafePath, at: value)
            return nil
        }
        return line
    }
}

/// A currency by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
    /// The three capital letters.
    public let code: String

    public static let euro = Currency(unchecked: "EUR")

    private init(unchecked code: String) { self.code = code }

    /// - Throws: `RoutingError.malformedCurrency` unless the text is three letters `A-Z`.
    public init(parsing text: String) throws(RoutingError) {
        guard text.utf8.count == 3, text.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
        else { throw .malformedCurrency }
        code = text
    }

    public var description: String { code }
}

/// An amount of money: whole hundredths of a currency.
///
/// - Unit: 1/100 of the currency, `0...99_999_999_999`.
public struct Money: Hashable, Sendable, CustomStringConvertible {
    public let hundredths: Int64
    public let currency: Currency

    /// - Precondition: `hundredths` is not negative.
    public init(hundredths: Int64, currency: Currency = .euro) {
        precondition(hundredths >= 0, "an amount is never negative")
        self.hundredths = hundredths
        self.currency = currency
    }

    /// Reads `[0-9]{1,9}\.[0-9]{2}`, the only notation of case files.
    ///
    /// - Throws: `RoutingError.malformedMoney` for anything else.
    public init(parsing amount: String, currency: Currency) throws(RoutingError) {
        let bytes = Array(amount.utf8)
        guard (4...12).contains(bytes.count), bytes[bytes.count - 3] == UInt8(ascii: ".") else {
            throw .malformedMoney
        }
        var total: Int64 = 0
        for (index, byte) in bytes.enumerated() where index != bytes.count - 3 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { throw .malformedMoney }
            total = total * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        self.init(hundredths: total, currency: currency)
    }

    /// The amount as case files write it, without the currency: `129.00`.
    public var amount: String {
        let cents = hundredths % 100
        return "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    public var description: String { "\(amount) \(currency.code)" }
}

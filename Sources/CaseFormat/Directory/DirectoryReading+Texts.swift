internal import ContactRouting
internal import JSONText

extension DirectoryReading {
    /// Longest name or title, in characters.
    static let lineMax = 200
    /// Longest advice, in characters.
    static let adviceMax = 600

    /// One line of text.
    func line(_ value: JSONValue) -> String? { line(value, max: Self.lineMax) }

    private func line(_ value: JSONValue, max: Int) -> String? {
        guard let text = intake.text(value), fits(text, max: max, at: value) else { return nil }
        // The domain's own line checks the characters; its bytes are more than ours can be.
        return intake.checked(value, TextLine.init(parsing:))?.text
    }

    func fits(_ text: String, max: Int, at value: JSONValue) -> Bool {
        let characters = text.unicodeScalars.count
        guard characters > max else { return true }
        intake.note(.textTooLong(characters: characters, max: max), at: value)
        return false
    }

    /// A text in both languages.
    func localText(_ value: JSONValue) -> LocalText? {
        guard var fields = Fields(value, intake) else { return nil }
        let french = fields.require("fr", advice)
        let english = fields.require("en", advice)
        fields.finish()
        guard let french, let english else { return nil }
        return LocalText(french: french, english: english)
    }

    private func advice(_ value: JSONValue) -> String? {
        guard let text = intake.text(value), fits(text, max: Self.adviceMax, at: value) else { return nil }
        // Up to 600 characters may be more bytes than a line of the domain has, so it is checked in parts.
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028 && $0.value != 0x2029
        }
        guard isPlain else {
            intake.note(.controlCharacter, at: value)
            return nil
        }
        guard !text.isEmpty else {
            intake.note(.malformed(.emptyText), at: value)
            return nil
        }
        return text
    }

    // MARK: Addresses

    /// Longest line of an address, in characters (NF Z 10-011).
    static let addressLineMax = 38

    /// A postal address by NF Z 10-011.
    ///
    /// - Parameter capitalsFrom: index of the first line that takes capitals, digits, spaces and hyphens only.
    func address(lines: ClosedRange<Int>, capitalsFrom: Int?) -> (JSONValue) -> PostalAddress? {
        { value in
            let before = self.intake.count
            var index = -1
            let read = self.intake.list(value, min: lines.lowerBound, max: lines.upperBound) { element in
                index += 1
                return self.addressLine(element, inCapitals: capitalsFrom.map { index >= $0 } ?? false)
            }
            guard let read, self.intake.count == before else { return nil }
            return try? PostalAddress(lines: read)
        }
    }

    private func addressLine(_ value: JSONValue, inCapitals: Bool) -> TextLine? {
        guard let text = intake.text(value), fits(text, max: Self.addressLineMax, at: value),
            let line = intake.line(value)
        else { return nil }
        guard text.first != " ", text.last != " " else {
            intake.note(.malformedForm(.addressLine), at: value)
            return nil
        }
        guard !inCapitals || text.utf8.isStrictAddressLine else {
            intake.note(.malformedForm(.capitalLine), at: value)
            return nil
        }
        return line
    }
}

extension String.UTF8View {
    /// Groups of capitals and digits, with one space or hyphen between two groups.
    fileprivate var isStrictAddressLine: Bool {
        split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
            .allSatisfy { group in
                !group.isEmpty
                    && group.allSatisfy {
                        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    }
            }
    }
}

public import ContactRouting

extension Formats {
    /// A phone number as one dials it from a country, in groups that do not break at a line's end.
    ///
    /// French numbers from France: `01 74 18 10 38`, free and shared-cost ones `0 805 10 14 20`; from elsewhere
    /// `+33 1 74 18 10 38`. Numbers of other countries stay as they are, since their grouping differs.
    ///
    /// - Source: the numbering plan's own way of writing (ARCEP).
    public func phone(_ number: PhoneNumber, from country: CountryCode = .france) -> String {
        let digits = number.text.dropFirst(3)
        guard number.text.hasPrefix("+33"), digits.utf8.count == 9 else { return number.text }
        let isSpecial = digits.hasPrefix("8")
        let groups = isSpecial ? [3, 2, 2, 2] : [1, 2, 2, 2, 2]
        var rest = digits[...]
        var parts: [Substring] = []
        for size in groups {
            parts.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        let national = parts.joined(separator: "\u{A0}")
        guard country == .france else { return "+33\u{A0}\(national)" }
        return isSpecial ? "0\u{A0}\(national)" : "0\(national)"
    }
}

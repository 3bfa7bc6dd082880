extension PostalAddress {
    /// Whether the last line is a French postcode and its town, and so no country is named below it.
    public var endsInFrenchTown: Bool {
        guard let last = lines.last?.text.drop(while: { $0 == " " }) else { return false }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return last.utf8.count > 6 && last.utf8.prefix(5).allSatisfy(digits.contains)
            && last.utf8.dropFirst(5).first == UInt8(ascii: " ")
    }
}

/// A country or territory with a numbering plan, by its code.
///
/// An open set, so it is a checked name: whether a plan is known shows when a number is read.
///
/// - Source: ISO 3166-1 alpha-2.
public struct PhoneRegion: Hashable, Sendable {
    /// Two capital letters, such as `FR` or `RE`.
    public let code: String

    /// Mainland France.
    public static let france = PhoneRegion(checked: "FR")

    /// Reads a code.
    ///
    /// - Throws: `PhoneNumberError.malformedRegion` unless two of `A-Z`.
    public init(parsing text: String) throws(PhoneNumberError) {
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard text.utf8.count == 2, text.utf8.allSatisfy(letters.contains) else {
            throw .malformedRegion(text)
        }
        code = text
    }

    init(checked code: String) { self.code = code }
}

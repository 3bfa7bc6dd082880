/// Everything that can go wrong in `PhoneNumbers`.
///
/// A phone number is personal data, so no case carries it.
public enum PhoneNumberError: Error, Hashable, Sendable {
    /// The text holds no phone number.
    case notANumber
    /// A calling code that no country has, or a national number while the region has no numbering plan.
    case unknownCountry(region: PhoneRegion)
    /// Fewer digits than any number of that country has.
    case tooShort
    /// More digits than any number has.
    case tooLong
    /// A text longer than any way to write a number, in bytes.
    case textTooLong(bytes: Int, max: Int)
    /// A text that should be a region is not one.
    case malformedRegion(String)
    /// The library could not do its work.
    case failed
}

extension PhoneNumberError: CustomStringConvertible {
    /// One sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .notANumber:
            "This is not a phone number: write it with its calling code, such as +33, and its digits."
        case .unknownCountry(let region):
            "The country of this phone number is unknown (read for region \(region.code)): "
                + "write it with its calling code, such as +33."
        case .tooShort:
            "This phone number has too few digits: write it in full."
        case .tooLong:
            "This phone number has too many digits: write one number only."
        case .textTooLong(let bytes, let max):
            "This phone number is written in \(bytes) bytes and at most \(max) are read: "
                + "write the number alone."
        case .malformedRegion(let text):
            "\"\(text.filter(\.isLetter).prefix(20))\" is not a region: "
                + "write the two capital letters of ISO 3166-1, such as FR."
        case .failed:
            "The phone number could not be checked: libphonenumber failed, possibly for lack of memory."
        }
    }
}

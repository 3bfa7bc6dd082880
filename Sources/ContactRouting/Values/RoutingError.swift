/// Everything that can be wrong with a value of the domain when it comes from outside.
///
/// Every case carries what the reader needs; the sentence is built once, in `description`. Texts that may hold
/// personal data are left out of it.
public enum RoutingError: Error, Hashable, Sendable {
    /// What kind of name was malformed.
    public enum NameKind: String, Hashable, Sendable { case channel, reference, entry = "directory entry" }

    case malformedName(kind: NameKind, text: String)
    case malformedEmailAddress
    case malformedPhoneNumber
    case malformedMoney
    case malformedCurrency
    case malformedCountry
    case malformedLink
    case controlCharacter
    case emptyText
    case textTooLong(bytes: Int, bytesMax: Int)
    case addressTooManyLines(lines: Int, linesMax: Int)
}

extension RoutingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformedName(let kind, let text):
            "\"\(text)\" is not a \(kind.rawValue) name: use 1 to 32 of a-z, 0-9 and -."
        case .malformedEmailAddress:
            "This is not an e-mail address we can write to: use one @, ASCII, no spaces and at most 254 characters."
        case .malformedPhoneNumber:
            "This is not an international phone number: write + and 7 to 15 digits, such as +33612345678."
        case .malformedMoney:
            "This is not an amount: write 1 to 9 digits, a point and 2 digits, such as 129.00."
        case .malformedCurrency:
            "This is not an ISO 4217 currency: write 3 capital letters, such as EUR."
        case .malformedCountry:
            "This is not an ISO 3166-1 country: write 2 capital letters, such as FR."
        case .malformedLink:
            "This is not a web address: write it in full, starting with https:// and without spaces."
        case .controlCharacter:
            "A line break, a control character or an invisible one, such as a mark of text direction, stands where one line of text is expected: remove it."
        case .emptyText:
            "The text is empty: write it, or leave the key out when it is unknown."
        case .textTooLong(let bytes, let bytesMax):
            "The text has \(bytes) bytes, and at most \(bytesMax) are allowed: shorten it."
        case .addressTooManyLines(let lines, let linesMax):
            "The address has \(lines) lines, and at most \(linesMax) are allowed: shorten it."
        }
    }
}

internal import CPhoneNumber

/// A phone number that was read and checked once.
///
/// Printing one shows its kind, never its digits: reading those takes one of its named forms.
/// What ranges exist is libphonenumber's knowledge of its release, so treat `isValid == false` as a warning:
/// "this range is not known", not "this number does not exist".
public struct ParsedPhoneNumber: Hashable, Sendable {
    /// The form for machines: `+33123456789`, at most 15 digits, without the extension.
    ///
    /// - Source: ITU-T E.164.
    public let e164: String
    /// The form for people in the same country: `01 23 45 67 89`.
    public let national: String
    /// The form for people elsewhere: `+33 1 23 45 67 89`.
    public let international: String
    /// Digits to dial after the connection, nil when there are none.
    public let extensionDigits: String?
    /// The territory of the number, nil when its range is unknown.
    public let region: PhoneRegion?
    /// The calling code without "+": 33 for France.
    public let callingCode: Int
    /// What kind of line it reaches.
    public let lineType: LineType
    /// True when a number of this country can have this many digits.
    public let isPossible: Bool
    /// True when the number lies in a range that is known to be in use.
    public let isValid: Bool

    /// Longest text that is read, in UTF-8 bytes.
    public static let textBytesMax = 250

    /// Reads a number as a person writes it: spaces, points, brackets, `+33` or `0033` or a national form.
    ///
    /// A national number of a French territory is read for that territory wherever in France it is written:
    /// 0692… is +262 692…, not +33 692….
    ///
    /// - Parameters:
    ///   - text: the number; at most `textBytesMax` bytes.
    ///   - region: whose national form is meant when there is no calling code.
    /// - Throws: `PhoneNumberError`; not for an unknown range, see `isValid`.
    public init(parsing text: String, region: PhoneRegion) throws(PhoneNumberError) {
        let number = try Self.read(text, region)
        if let territory = FrenchNumbering.territory(of: number, writtenIn: region) {
            self = ParsedPhoneNumber(try Self.read(text, territory))
        } else {
            self = ParsedPhoneNumber(number)
        }
    }
}

extension ParsedPhoneNumber {
    private init(_ number: cphone_number) {
        e164 = CText.string(number.e164)
        national = CText.string(number.national)
        international = CText.string(number.international)
        let digits = CText.string(number.extension)
        extensionDigits = digits.isEmpty ? nil : digits
        let code = CText.string(number.region)
        // "001" stands for numbers of no country, such as +800.
        region = try? PhoneRegion(parsing: code)
        callingCode = Int(number.country_code)
        lineType = LineType(number.line_type)
        isPossible = number.is_possible
        isValid = number.is_valid
    }

    private static func read(_ text: String, _ region: PhoneRegion) throws(PhoneNumberError) -> cphone_number
    {
        let bytes = Array(text.utf8CString)
        // The zero byte at the end is not part of the text.
        let length = bytes.count - 1
        guard length <= textBytesMax else { throw .textTooLong(bytes: length, max: textBytesMax) }
        var number = cphone_number()
        let outcome = cphone_parse(bytes, length, region.code, &number)
        try check(outcome, region)
        return number
    }

    /// Turns the shim's outcome into a Swift error; the only place that does.
    private static func check(_ outcome: Int32, _ region: PhoneRegion) throws(PhoneNumberError) {
        switch Int(outcome) {
        case CPHONE_OK: return
        case CPHONE_NOT_A_NUMBER: throw .notANumber
        case CPHONE_NO_COUNTRY: throw .unknownCountry(region: region)
        case CPHONE_TOO_SHORT, CPHONE_TOO_SHORT_AFTER_PREFIX: throw .tooShort
        case CPHONE_TOO_LONG: throw .tooLong
        default: throw .failed  // tidy-allow: integers are an open set
        }
    }
}

extension ParsedPhoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of number, without its digits.
    public var description: String { "‹\(lineType.rawValue) number, +\(callingCode)›" }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// Nothing, so that `dump` shows no digits.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

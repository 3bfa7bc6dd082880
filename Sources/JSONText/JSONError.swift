/// Everything that can be wrong with a JSON file, each with its place.
///
/// The values of a file may be personal data, so they never stand in an error; keys and single characters
/// may.
public enum JSONError: Error, Hashable, Sendable {
    /// Nothing but white space.
    case empty(at: JSONPlace)
    /// The file begins with U+FEFF, which RFC 8259 section 8.1 forbids.
    case byteOrderMark(at: JSONPlace)
    /// A byte that cannot stand here in UTF-8.
    case invalidUTF8(byte: UInt8, at: JSONPlace)
    /// A character that JSON does not allow here.
    case unexpectedCharacter(Unicode.Scalar, expected: JSONExpectation, at: JSONPlace)
    /// The file ends too early.
    case unexpectedEnd(expected: JSONExpectation, at: JSONPlace)
    /// A text without its closing quotation mark; the place is the opening one.
    case unterminatedString(at: JSONPlace)
    /// A raw character below U+0020 inside a text.
    case controlCharacter(UInt8, at: JSONPlace)
    /// A backslash with something after it that is no escape.
    case badEscape(at: JSONPlace)
    /// Half of a surrogate pair, written as `\uD800` to `\uDFFF`.
    case loneSurrogate(at: JSONPlace)
    /// A number that is not written as JSON writes numbers.
    case badNumber(JSONNumberFault, at: JSONPlace)
    /// More nested objects and arrays than the limit.
    case tooDeep(max: Int, at: JSONPlace)
    /// A file larger than the limit, in bytes. It was not read.
    case tooLarge(bytes: Int, max: Int)
    /// A text or key longer than the limit, in UTF-8 bytes.
    case textTooLong(bytes: Int, max: Int, at: JSONPlace)
    /// A number longer than the limit, in bytes.
    case numberTooLong(bytes: Int, max: Int, at: JSONPlace)
    /// One key twice in one object; the place is the second one.
    case duplicateKey(String, first: JSONPosition, at: JSONPlace)
    /// Something after the end of the value.
    case trailingContent(at: JSONPlace)
}

/// What a reader waited for when it met something else.
public enum JSONExpectation: String, Hashable, Sendable, CaseIterable {
    case value = "a value"
    case valueOrEndOfArray = "a value or \"]\""
    case key = "a key in quotation marks"
    case keyOrEndOfObject = "a key in quotation marks or \"}\""
    case colon = "a colon"
    case commaOrEndOfObject = "a comma or \"}\""
    case commaOrEndOfArray = "a comma or \"]\""
}

/// What is wrong with a number.
public enum JSONNumberFault: String, Hashable, Sendable, CaseIterable {
    case leadingZero = "a number does not begin with a needless 0"
    case missingDigit = "a digit is missing in this number"
}

extension JSONError {
    /// The place of the fault.
    ///
    /// The start of the file when the file as a whole was refused.
    public var place: JSONPlace {
        switch self {
        case .empty(let place), .byteOrderMark(let place), .invalidUTF8(_, let place),
            .unexpectedCharacter(_, _, let place), .unexpectedEnd(_, let place),
            .unterminatedString(let place), .controlCharacter(_, let place), .badEscape(let place),
            .loneSurrogate(let place), .badNumber(_, let place), .tooDeep(_, let place),
            .textTooLong(_, _, let place), .numberTooLong(_, _, let place), .duplicateKey(_, _, let place),
            .trailingContent(let place):
            place
        case .tooLarge:
            JSONPlace(position: JSONPosition(offset: 0, line: 1, column: 1), pointer: "")
        }
    }

    /// A stable name of the kind of fault, for programs.
    public var code: String {
        switch self {
        case .empty: "json-empty"
        case .byteOrderMark: "json-byte-order-mark"
        case .invalidUTF8: "json-invalid-utf8"
        case .unexpectedCharacter: "json-unexpected-character"
        case .unexpectedEnd: "json-unexpected-end"
        case .unterminatedString: "json-unterminated-string"
        case .controlCharacter: "json-control-character"
        case .badEscape: "json-bad-escape"
        case .loneSurrogate: "json-lone-surrogate"
        case .badNumber: "json-bad-number"
        case .tooDeep: "json-too-deep"
        case .tooLarge: "json-too-large"
        case .textTooLong: "json-text-too-long"
        case .numberTooLong: "json-number-too-long"
        case .duplicateKey: "json-duplicate-key"
        case .trailingContent: "json-trailing-content"
        }
    }
}

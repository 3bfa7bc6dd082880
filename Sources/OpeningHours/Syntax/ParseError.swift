/// How forgiving the parser is.
public enum ParsingMode: Hashable, Sendable {
    /// What is ambiguous, impossible or not canonical is an error.
    case strict
    /// What people really write is read as well as it can be, with a diagnostic for each liberty.
    case lenient
}

/// Why a text is not a schedule, where, and what would be right.
public struct ParseError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case empty = "there is no rule"
        case tooLong = "the text is longer than 16384 bytes"
        case tooManyRules = "there are more than 256 rules"
        case invalidUTF8 = "these bytes are not UTF-8 text"
        case unexpectedCharacter = "no part of the language begins with this character"
        case unknownWord = "this is not a word of the language"
        case ambiguousWord = "this word means different things in different languages"
        case unexpected = "something else belongs here"
        case danglingSeparator = "a rule is missing beside this separator"
        case unterminatedComment = "the comment has no closing quote"
        case outOfRange = "this number is too small or too large"
        case impossibleDate = "there is no such day in any year"
        case reversedRange = "the range ends before it begins"
        case missingDay = "a range that begins or ends with a day needs a day at the other end too"
        case missingYear = "the end of the range has a year and its beginning has none"
        case ruleWithoutDaysOverrides = "this rule names no day, so it replaces every rule before it"
        case notCanonical = "this is not how the language writes it"
        case pointInTimeUnsupported = "this is a point in time, not a span"
    }

    /// What is wrong.
    public let code: Code
    /// Where, in UTF-8 offsets of the text.
    public let range: Range<Int>
    /// The line of the range's start, from 1.
    public let line: Int
    /// The column of the range's start, from 1, in UTF-8 bytes.
    public let column: Int
    /// What could stand there, as it would be written; empty when anything would be wrong.
    public let expected: [String]
    /// What to write in place of the range; nil when there is no good guess.
    public let suggestion: String?
}

extension ParseError {
    init(
        _ code: Code, _ range: Range<Int>, in bytes: [UInt8], expected: [String] = [],
        suggestion: String? = nil
    ) {
        let before = bytes[..<min(range.lowerBound, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        self.init(
            code: code, range: range, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: range.lowerBound - lineStart + 1, expected: expected, suggestion: suggestion)
    }
}

extension ParseError: CustomStringConvertible {
    public var description: String {
        let place = line == 1 ? "At byte \(range.lowerBound)" : "In line \(line), column \(column)"
        let advice =
            if let suggestion {
                " Write \"\(suggestion)\"."
            } else if !expected.isEmpty {
                " Expected: \(expected.joined(separator: ", "))."
            } else {
                ""
            }
        return "\(place), \(code.rawValue).\(advice)"
    }
}

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
        /// An empty text.
        case empty = "there is no rule"
        /// More than `Schedule.lengthMax` bytes.
        case tooLong = "the text is longer than 16384 bytes"
        /// More than `Schedule.rulesMax` rules.
        case tooManyRules = "there are more than 256 rules"
        /// Bytes that are no text.
        case invalidUTF8 = "these bytes are not UTF-8 text"
        /// `Mo @`
        case unexpectedCharacter = "no part of the language begins with this character"
        /// `Moo 10:00-12:00`
        case unknownWord = "this is not a word of the language"
        /// `di off`: Tuesday in German, Sunday in French.
        case ambiguousWord = "this word means different things in different languages"
        /// `Mo 9-5`, in lenient reading
        case ambiguousTime = "these hours can end in the afternoon or in the next night"
        /// `Mo 10:00-12:00 Tu`
        case unexpected = "something else belongs here"
        /// `Mo 10:00-12:00;`
        case danglingSeparator = "a rule is missing beside this separator"
        /// `Mo "by appointment`
        case unterminatedComment = "the comment has no closing quote"
        /// `Mo 25:00-26:00`, `week 54`
        case outOfRange = "this number is too small or too large"
        /// `Feb 30 off`
        case impossibleDate = "there is no such day in any year"
        /// `2027-2026 off`
        case reversedRange = "the range ends before it begins"
        /// `Jan 15-Mar off`
        case missingDay = "a range that begins or ends with a day needs a day at the other end too"
        /// `Dec 24-2027 Jan 02 off`
        case missingYear = "the end of the range has a year and its beginning has none"
        /// `Mo-Fr 08:00-13:00; 14:00-18:00`
        case ruleWithoutDaysOverrides = "this rule names no day, so it replaces every rule before it"
        /// `Mo 9:00-12:00`
        case notCanonical = "this is not how the language writes it"
        /// `Mo 10:00`
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
    /// What to write in place of the range, empty to leave it out; nil when there is no good guess.
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
                " " + FixIt.advice(toWrite: suggestion)
            } else if !expected.isEmpty {
                " Expected: \(expected.joined(separator: ", "))."
            } else {
                ""
            }
        return "\(place), \(code.rawValue).\(advice)"
    }
}

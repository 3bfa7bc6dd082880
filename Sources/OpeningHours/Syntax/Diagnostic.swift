/// Something about a schedule that its author should look at, although it can be evaluated.
public struct Diagnostic: Hashable, Sendable {
    /// How much it matters.
    public enum Severity: Hashable, Sendable {
        /// The schedule probably does not say what its author means.
        case warning
        /// The meaning is clear; only the writing is unusual.
        case note
    }

    /// What was noticed.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case straySpaceInList = "a space after the comma of a list of days looks like a new rule"
        case overnightCutByLaterRule = "a later rule for the next day cuts this span at midnight"
        case holidayRuleShadowed = "a later rule for weekdays replaces this one on holidays"
        case offCoversSpill = "this rule also closes the hours after midnight of the day before"
        case ruleWithoutDaysOverrides = "this rule names no day, so it replaces every rule before it"
        case letterCase = "the word has another case"
        case otherWord = "the word has another spelling or language"
        case missingZero = "the number has a leading zero"
        case otherTime = "the time is written HH:MM"
        case otherDash = "the range is written with a hyphen"
        case otherSpace = "the space is not an ordinary one"
        case missingMonth = "the month is repeated before each day"
        case missingSpace = "a further rule begins after a comma and a space"
        case missingSeparator = "a separator stands between two rules"
        case otherSeparator = "rules are separated by ; or , or ||"
        case needlessColon = "a colon stands only after years, dates and weeks"
        case missingDay = "a range that begins or ends with a day names a day at the other end too"
        case otherQuote = "a comment stands between straight quotes"
        case fillerWord = "the word says nothing here and is left out"
        case emptyRule = "a separator without a rule is left out"
    }

    public let severity: Severity
    public let code: Code
    /// Where, in UTF-8 offsets of the text.
    public let range: Range<Int>
    /// A change of the text that removes the reason; nil when only the author can know.
    public let fixIt: FixIt?
}

/// A change of a text.
public struct FixIt: Hashable, Sendable {
    /// What to replace, in UTF-8 offsets; empty to insert.
    public let range: Range<Int>
    public let replacement: String
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        let advice = fixIt.map { " Write \"\($0.replacement)\"." } ?? ""
        return "At byte \(range.lowerBound), \(code.rawValue).\(advice)"
    }
}

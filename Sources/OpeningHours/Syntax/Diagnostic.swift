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
        /// `Tu, Th 08:00-13:00`
        case straySpaceInList = "a space after the comma of a list of days looks like a new rule"
        /// `Th 22:00-04:00; Fr 10:00-12:00`
        case overnightCutByLaterRule = "a later rule for the next day cuts this span at midnight"
        /// `PH off; Mo-Fr 10:00-12:00`
        case holidayRuleShadowed = "a later rule for weekdays replaces this one on holidays"
        /// `Fr 22:00-04:00; Sa off`
        case offCoversSpill = "this rule also closes the hours after midnight of the day before"
        /// `Mo-Fr 08:00-13:00; 14:00-18:00`, in lenient reading
        case ruleWithoutDaysOverrides = "this rule names no day, so it replaces every rule before it"
        /// `ph off`
        case letterCase = "the word has another case"
        /// `Montag 09:00-12:00`
        case otherWord = "the word has another spelling or language"
        /// `Jan 1 off`
        case missingZero = "the number has a leading zero"
        /// `Mo 9h-17h30`
        case otherTime = "the time is written HH:MM"
        /// `Mo–Fr`
        case otherDash = "the range is written with a hyphen"
        /// A no-break space between words.
        case otherSpace = "the space is not an ordinary one"
        /// `Dec 25,26 off`
        case missingMonth = "the month is repeated before each day"
        /// `Mo 10:00-12:00,Tu 10:00-12:00`
        case missingSpace = "a further rule begins after a comma and a space"
        /// `Mo 10:00-12:00 Tu 10:00-12:00`, in lenient reading
        case missingSeparator = "a separator stands between two rules"
        /// `closed on Sunday`
        case stateBeforeDays = "the state stands after the days and times"
        /// `Mo 10:00-12:00 / Tu 10:00-12:00`
        case otherSeparator = "rules are separated by ; or , or ||"
        /// `Mo: 10:00-12:00`
        case needlessColon = "a colon stands only after years, dates and weeks"
        /// `Jan 15-Mar off`
        case missingDay = "a range that begins or ends with a day names a day at the other end too"
        /// `1er mai off`, in lenient reading
        case dayFirst = "the month stands before its day"
        /// A comment between typographic quotation marks.
        case otherQuote = "a comment stands between straight quotes"
        /// A word that says nothing, such as `Uhr` after a time.
        case fillerWord = "the word says nothing here and is left out"
        /// `Mo off;`
        case emptyRule = "a separator without a rule is left out"
    }

    /// How much it matters.
    public let severity: Severity
    /// What was noticed.
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
    /// What to write instead; empty to leave it out.
    public let replacement: String

    /// Makes a change.
    public init(range: Range<Int>, replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    /// The change as a sentence.
    static func advice(toWrite text: String) -> String {
        text.isEmpty ? "Leave it out." : "Write \"\(text)\"."
    }
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        let advice = fixIt.map { " " + FixIt.advice(toWrite: $0.replacement) } ?? ""
        return "At byte \(range.lowerBound), \(code.rawValue).\(advice)"
    }
}

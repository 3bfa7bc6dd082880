/// One rule of a schedule: on these days, at these times, this state.
public struct Rule: Sendable {
    /// How the rule joins the rules before it.
    public var separator: RuleSeparator
    /// When the rule applies.
    public var selectors: Selectors
    /// What it says for that time.
    public var state: RuleState
    /// The text between quotes, without them.
    public var comment: String?
    /// Where the rule stands in the text it was parsed from, in UTF-8 offsets; `0..<0` when it was not.
    ///
    /// Not part of the rule's value: equal rules may stand in different places.
    public var sourceRange: Range<Int>

    /// Makes a rule; open, always and after `;` unless said otherwise.
    public init(
        separator: RuleSeparator = .normal, selectors: Selectors = Selectors(), state: RuleState = .open,
        comment: String? = nil, sourceRange: Range<Int> = 0..<0
    ) {
        self.separator = separator
        self.selectors = selectors
        self.state = state
        self.comment = comment
        self.sourceRange = sourceRange
    }
}

extension Rule: Hashable {
    public static func == (lhs: Self, rhs: Self) -> Bool {
        lhs.separator == rhs.separator && lhs.selectors == rhs.selectors && lhs.state == rhs.state
            && lhs.comment == rhs.comment
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(separator)
        hasher.combine(selectors)
        hasher.combine(state)
        hasher.combine(comment)
    }
}

/// How a rule joins the rules before it.
public enum RuleSeparator: Hashable, Sendable, CaseIterable {
    /// `;`: on the days it matches, it replaces what was said before. The first rule is normal too.
    case normal
    /// `, `: it adds to what was said before.
    case additional
    /// `||`: it holds only where the rules before leave the place closed.
    case fallback
}

/// What a rule says about its time.
public enum RuleState: Hashable, Sendable, CaseIterable {
    /// Nothing written, or `open`.
    case open
    /// Written `off` or `closed`.
    case closed
    /// Written `unknown`, or a comment alone.
    case unknown
}

/// When a rule applies: every kind of selector that is not empty must match.
public struct Selectors: Hashable, Sendable {
    /// Whether `24/7` was written.
    ///
    /// Then everything else here is empty, and the rule applies always.
    public var isAlways = false
    /// A text for people before the days (`"in summer":`); it selects nothing.
    public var label: String?
    /// The years, such as `2026-2028`; empty means every year.
    public var years: [YearRange] = []
    /// The months and dates, such as `Dec 24-26`; empty means every date.
    public var dates: [DateRange] = []
    /// The weeks after ISO 8601, such as `week 01-53/2`; empty means every week.
    public var weeks: [WeekRange] = []
    /// The days of the week, such as `Mo-Fr`.
    public var weekdays: [WeekdaySelector] = []
    /// The holidays, such as `PH`; without weekdays and holidays every day is meant.
    public var holidays: [HolidaySelector] = []
    /// How weekdays and holidays join when there are both.
    public var holidayJoin = HolidayJoin.union
    /// Empty means the whole day.
    public var times: [TimeSpan] = []

    /// Makes selectors that match always.
    public init() {}

    /// Whether anything but a time is selected.
    var selectsDays: Bool {
        !years.isEmpty || !dates.isEmpty || !weeks.isEmpty || !weekdays.isEmpty || !holidays.isEmpty
    }

    /// Whether nothing is written at all.
    var isEmpty: Bool { !isAlways && label == nil && !selectsDays && times.isEmpty }
}

/// How weekdays and holidays of one rule join.
public enum HolidayJoin: Hashable, Sendable {
    /// `Mo-Fr,PH`: either.
    case union
    /// `PH Mo-Fr`: only days that are both.
    case intersection
}

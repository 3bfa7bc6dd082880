import CivilCalendar

/// The days of a rule as a product of four sets: weekdays, weeks, dates and years.
struct RuleBox {
    /// Bit 0 is Monday.
    let weekdays: UInt8
    /// Bit 1 is week 01.
    let weeks: UInt64
    let dates: DateSet
    /// Ranges of years; empty for all.
    let years: [YearRange]
    let spanCount: Int
    let runsPastMidnight: Bool

    static let allWeeks: UInt64 = (1 << 54) - 2

    /// Makes the box of a rule; nil when its days are no such product or its times are more than times of a clock.
    init?(_ rule: Rule) {
        let selectors = rule.selectors
        guard selectors.label == nil, selectors.holidays.isEmpty,
            selectors.years.allSatisfy({ $0.step == 1 })
        else { return nil }
        var last = 0
        for span in selectors.times {
            guard case .span(.clock, .clock(let end), isOpenEnded: false) = span else { return nil }
            last = max(last, end.minutes)
        }
        var weekdays: UInt8 = 0
        for selector in selectors.weekdays {
            guard case .range(let first, let last) = selector else { return nil }
            weekdays |= Rule.mask(first, last)
        }
        var weeks: UInt64 = 0
        if !selectors.weeks.isEmpty {
            for week in 1...53 where selectors.weeks.contains(where: { $0.contains(week) }) {
                weeks |= 1 << week
            }
        }
        guard let dates = DateSet.dates(of: selectors.dates) else { return nil }
        guard dates.year == nil || selectors.years.isEmpty else { return nil }
        self.weekdays = selectors.weekdays.isEmpty ? 0b111_1111 : weekdays
        self.weeks = selectors.weeks.isEmpty ? Self.allWeeks : weeks
        self.dates = dates.set
        years = dates.year.map { [YearRange(first: $0)] } ?? selectors.years
        spanCount = max(1, selectors.times.count)
        runsPastMidnight = last > 1440
    }

    /// Whether only the weekday decides.
    var isWeekly: Bool { weeks == Self.allWeeks && dates == .all && years.isEmpty }
}

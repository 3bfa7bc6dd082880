import CivilCalendar

/// A rule with everything that can be worked out before a day is known.
struct CompiledRule: Sendable {
    let separator: RuleSeparator
    let state: RuleState
    let selectors: Selectors
    /// Bit 0 is Monday; nil when the days depend on more than the weekday.
    let weekdays: UInt8?
    private let painter: RulePainter
    /// What it fills around any day it matches; of no use where the sun decides.
    private let fixed: RulePaints
    /// Where the sun decides, and only there.
    private let sun: SunClock?

    /// - Parameter sun: the clock of the sun at the place; nil when the place is not known.
    init(_ rule: Rule, index: Int, comment: UInt16, sun: SunClock?) {
        separator = rule.separator
        state = rule.state
        selectors = rule.selectors
        weekdays = rule.weekdayMask
        let code: Slot.Code =
            switch rule.state {
            case .open: .open
            case .closed: .closed
            case .unknown: .declared
            }
        painter = RulePainter(
            times: rule.selectors.times, state: rule.state,
            slot: Slot(code: code, rule: UInt16(clamping: index), comment: comment),
            isFallback: rule.separator == .fallback)
        self.sun = rule.selectors.times.contains(where: \.usesSunEvents) ? sun : nil
        fixed = painter.paints()
    }

    /// Whether its times differ from day to day.
    var followsSun: Bool { sun != nil }

    /// Whether it takes away what earlier rules said for a day it matches.
    var replaces: Bool { separator == .normal && state != .closed }

    /// Whether it can fill a part of the day after one it matches.
    var spills: Bool { followsSun || !fixed.tomorrow.isEmpty }

    /// What it fills because it matches the day.
    func paints(ofDay day: Int) -> RulePaints {
        guard let sun else { return fixed }
        return painter.paints((sun, day))
    }
}

extension CompiledRule {
    /// The days of the frame that the rule matches.
    ///
    /// - Parameter holidays: the days that a selector of holidays means.
    func days(in frame: YearFrame, holidays: (HolidaySelector) -> DayMask) -> DayMask {
        var mask = DayMask.all
        if !selectors.years.isEmpty {
            let isIn = [frame.year - 1, frame.year].map { year in
                selectors.years.contains { $0.contains(year) }
            }
            guard isIn[0] || isIn[1] else { return DayMask() }
            mask.formIntersection(frame.mask { isIn[$0 == frame.days.lowerBound ? 0 : 1] })
        }
        if !selectors.dates.isEmpty {
            var dates = DayMask()
            for range in selectors.dates { frame.insert(range, into: &dates) }
            mask.formIntersection(dates)
        }
        if !selectors.weeks.isEmpty { mask.formIntersection(frame.mask(weeks: selectors.weeks)) }
        if let days = weekdaysAndHolidays(in: frame, holidays: holidays) { mask.formIntersection(days) }
        return mask
    }

    private func weekdaysAndHolidays(
        in frame: YearFrame, holidays: (HolidaySelector) -> DayMask
    ) -> DayMask? {
        var weekdays = DayMask()
        var bits: UInt8 = 0
        for selector in selectors.weekdays {
            switch selector {
            case .range(let first, let last): bits |= Rule.mask(first, last)
            case .nth(let weekday, let positions, let dayShift):
                frame.insert(nth: weekday, positions, dayShift: dayShift, into: &weekdays)
            }
        }
        if bits != 0 { weekdays.formUnion(frame.mask(weekdays: bits)) }
        guard !selectors.holidays.isEmpty else { return selectors.weekdays.isEmpty ? nil : weekdays }
        var days = DayMask()
        for selector in selectors.holidays { days.formUnion(holidays(selector)) }
        guard !selectors.weekdays.isEmpty else { return days }
        switch selectors.holidayJoin {
        case .union: days.formUnion(weekdays)
        case .intersection: days.formIntersection(weekdays)
        }
        return days
    }
}

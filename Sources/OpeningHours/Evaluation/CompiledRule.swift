/// A rule with everything that can be worked out before a day is known.
struct CompiledRule: Sendable {
    let separator: RuleSeparator
    let state: RuleState
    let selectors: Selectors
    /// What the rule fills on a day it matches, up to 24:00.
    let today: [Paint]
    /// What it fills on the day after one it matches.
    let tomorrow: [Paint]

    init(_ rule: Rule, index: Int, comment: UInt16) {
        separator = rule.separator
        state = rule.state
        selectors = rule.selectors
        let code: Slot.Code =
            switch rule.state {
            case .open: .open
            case .closed: .closed
            case .unknown: .declared
            }
        let isFallback = rule.separator == .fallback
        var today: [Paint] = []
        var tomorrow: [Paint] = []
        func fill(_ from: Int, _ to: Int, _ code: Slot.Code) {
            let slot = Slot(code: code, rule: UInt16(index), comment: comment)
            if from < min(to, 1440) {
                today.append(Paint(minutes: from..<min(to, 1440), slot: slot, isFallback: isFallback))
            }
            if max(from, 1440) < to {
                tomorrow.append(
                    Paint(minutes: max(from - 1440, 0)..<to - 1440, slot: slot, isFallback: isFallback))
            }
        }
        if rule.selectors.times.isEmpty { fill(0, 1440, code) }
        for span in rule.selectors.times {
            // Only an open rule becomes unknown at its open end; closed stays closed.
            let tail = rule.state == .open ? .openEnd : code
            switch span {
            case .span(let from, let to, let isOpenEnded):
                let end = TimeSpan.nominalEnd(to, after: from).minutes
                fill(from.nominal.minutes, end, code)
                if isOpenEnded { fill(end, span.last.minutes, tail) }
            case .openEnd(let from): fill(from.nominal.minutes, span.last.minutes, tail)
            case .point(let from): fill(from.nominal.minutes, span.last.minutes, code)
            case .points(let from, let to, let interval):
                let end = TimeSpan.nominalEnd(to, after: from).minutes
                for minute in stride(from: from.nominal.minutes, through: end, by: interval) {
                    fill(minute, min(minute + 1, 2880), code)
                }
            }
        }
        self.today = today
        self.tomorrow = tomorrow
    }

    /// Whether it takes away what earlier rules said for a day it matches.
    var replaces: Bool { separator == .normal && state != .closed }
}

extension CompiledRule {
    /// The days of the frame that the rule matches.
    ///
    /// - Parameter holidays: which days are holidays of a kind, under one assumption about those not known.
    func days(in frame: YearFrame, holidays: (HolidaySelector) -> DayMask) -> DayMask {
        var mask = DayMask.all
        if !selectors.years.isEmpty {
            let isIn = [frame.year - 1, frame.year].map { year in
                selectors.years.contains { $0.contains(year) }
            }
            mask.formIntersection(frame.mask { isIn[$0 == frame.days.lowerBound ? 0 : 1] })
        }
        if !selectors.dates.isEmpty {
            var dates = DayMask()
            for range in selectors.dates { frame.insert(range, into: &dates) }
            mask.formIntersection(dates)
        }
        if !selectors.weeks.isEmpty {
            mask.formIntersection(
                frame.mask { day in
                    let week = frame.isoWeek(day)
                    return selectors.weeks.contains { $0.contains(week) }
                })
        }
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
        if bits != 0 {
            weekdays.formUnion(frame.mask { bits >> UInt8(YearFrame.weekdayIndex($0)) & 1 == 1 })
        }
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

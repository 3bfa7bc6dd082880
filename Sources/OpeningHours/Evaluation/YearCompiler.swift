import CivilCalendar

/// Makes the tables of weeks and years.
struct YearCompiler: Sendable {
    let rules: [CompiledRule]
    let holidays: any HolidayCalendar

    /// The days that each rule matches: one list of masks for each assumption about holidays not known.
    func masks(in frame: YearFrame) -> [[DayMask]] {
        let lookups = lookups(in: frame)
        let openKinds = HolidayKind.allCases.filter { kind in
            lookups.contains { $0.key.kind == kind && !$0.value.undetermined.isEmpty }
        }
        var cases: [[HolidayKind]] = [[]]
        for kind in openKinds { cases += cases.map { $0 + [kind] } }
        return cases.map { assumed in
            rules.map { rule in
                rule.days(in: frame) { selector in
                    guard let lookup = lookups[selector] else { return DayMask() }
                    var days = lookup.holidays
                    if assumed.contains(selector.kind) { days.formUnion(lookup.undetermined) }
                    return days
                }
            }
        }
    }

    func table(year: Int) -> DayTable {
        let frame = YearFrame(year: year)
        return table(of: masks(in: frame), firstDay: frame.days.lowerBound, dayCount: frame.days.count)
    }

    /// The table of seven days, Monday first; nil when they do not say everything.
    func week() -> DayTable? {
        var masks: [DayMask] = []
        for rule in rules {
            guard let weekdays = rule.weekdays, !rule.followsSun else { return nil }
            var mask = DayMask()
            // Day 0 is the Sunday before.
            for day in 0...7 where weekdays >> UInt8((day + 6) % 7) & 1 == 1 { mask.insert(day) }
            masks.append(mask)
        }
        return table(of: [masks], firstDay: -1, dayCount: 8)
    }

    private func table(of cases: [[DayMask]], firstDay: Int, dayCount: Int) -> DayTable {
        var groups = DayGroups(dayCount: dayCount)
        var sunDays = DayMask()
        for masks in cases {
            for (rule, mask) in zip(rules, masks) {
                groups.split(by: mask)
                if rule.spills { groups.split(by: mask, delay: 1) }
                if rule.followsSun { sunDays.formUnion(mask) }
            }
        }
        if !sunDays.isEmpty { groups.isolate { sunDays[$0] || sunDays[$0 - 1] } }
        let days = groups.firstDays.map { day in
            let eve = DayOfFrame(index: day - 1, number: firstDay + day - 1)
            return breaks(of: DayOfFrame(index: day, number: firstDay + day), after: eve, cases)
        }
        return DayTable(plans: Array(groups.numbers.dropFirst()), days: days)
    }

    private struct DayOfFrame {
        let index: Int
        let number: Int
    }

    /// What holds on the day whatever the unknown holidays are.
    private func breaks(of day: DayOfFrame, after eve: DayOfFrame, _ cases: [[DayMask]]) -> [Break] {
        var agreed: [Break] = []
        for today in cases {
            // The assumptions about a day and its eve are independent.
            for yesterday in cases {
                let found = breaks(of: day, in: today, after: eve, in: yesterday)
                agreed = agreed.isEmpty ? found : agreed.agreement(with: found)
            }
        }
        return agreed
    }

    /// Fills the day by the rules that match it and the day before, in the order written.
    ///
    /// A normal rule that is not closed takes away what earlier rules said for the day. The part of a rule that
    /// runs past midnight enters at the rule's own place.
    private func breaks(
        of day: DayOfFrame, in today: [DayMask], after eve: DayOfFrame, in yesterday: [DayMask]
    ) -> [Break] {
        var canvas = DayCanvas()
        for index in rules.indices {
            if today[index][day.index] {
                if rules[index].replaces { canvas.clear() }
                for paint in rules[index].paints(ofDay: day.number).today { canvas.fill(paint) }
            }
            if yesterday[index][eve.index] {
                for paint in rules[index].paints(ofDay: eve.number).tomorrow { canvas.fill(paint) }
            }
        }
        return canvas.merged
    }

    private func lookups(
        in frame: YearFrame
    ) -> [HolidaySelector: (holidays: DayMask, undetermined: DayMask)] {
        var lookups: [HolidaySelector: (holidays: DayMask, undetermined: DayMask)] = [:]
        for rule in rules {
            for selector in rule.selectors.holidays where lookups[selector] == nil {
                lookups[selector] = lookup(selector, in: frame)
            }
        }
        return lookups
    }

    private func lookup(
        _ selector: HolidaySelector, in frame: YearFrame
    ) -> (holidays: DayMask, undetermined: DayMask) {
        var (found, undetermined) = (DayMask(), DayMask())
        for day in frame.days {
            let number = Int32(clamping: day - selector.dayShift)
            switch holidays.contains(selector.kind, CivilDay(dayNumber: number)) {
            case .holiday: found.insert(day - frame.days.lowerBound)
            case .notHoliday: break
            case .outOfCoverage: undetermined.insert(day - frame.days.lowerBound)
            }
        }
        return (found, undetermined)
    }
}

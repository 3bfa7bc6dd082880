import CivilCalendar

/// Makes the table of a year.
struct YearCompiler {
    let painter: DayPainter
    let holidays: any HolidayCalendar

    /// For each day of the frame, which rules match it: one set for each assumption about holidays not known.
    func matches(in frame: YearFrame) -> [[MatchSet]] {
        let lookups = lookups(in: frame)
        let openKinds = HolidayKind.allCases.filter { kind in
            lookups.contains { $0.key.kind == kind && !$0.value.undetermined.isEmpty }
        }
        var cases = [openKinds.filter { _ in false }]
        for kind in openKinds { cases += cases.map { $0 + [kind] } }
        let count = painter.rules.count
        var sets = [[MatchSet]](
            repeating: [MatchSet](repeating: MatchSet(count: count), count: cases.count),
            count: frame.days.count)
        for (number, assumed) in cases.enumerated() {
            for (index, rule) in painter.rules.enumerated() {
                let mask = rule.days(in: frame) { selector in
                    guard let lookup = lookups[selector] else { return DayMask() }
                    var days = lookup.holidays
                    if assumed.contains(selector.kind) { days.formUnion(lookup.undetermined) }
                    return days
                }
                for day in 0..<frame.days.count where mask[day] { sets[day][number].insert(index) }
            }
        }
        return sets
    }

    func table(year: Int) -> DayTable {
        let sets = matches(in: YearFrame(year: year))
        var interner = DayInterner(painter: painter)
        let plans = (1..<sets.count).map { interner.plan(today: sets[$0], yesterday: sets[$0 - 1]) }
        return DayTable(plans: plans, days: interner.days)
    }

    private func lookups(
        in frame: YearFrame
    ) -> [HolidaySelector: (holidays: DayMask, undetermined: DayMask)] {
        var lookups: [HolidaySelector: (holidays: DayMask, undetermined: DayMask)] = [:]
        for selector in painter.rules.flatMap(\.selectors.holidays) where lookups[selector] == nil {
            var (found, undetermined) = (DayMask(), DayMask())
            for day in frame.days {
                let number = Int32(clamping: day - selector.dayShift)
                switch holidays.contains(selector.kind, CivilDay(dayNumber: number)) {
                case .holiday: found.insert(day - frame.days.lowerBound)
                case .notHoliday: break
                case .outOfCoverage: undetermined.insert(day - frame.days.lowerBound)
                }
            }
            lookups[selector] = (found, undetermined)
        }
        return lookups
    }
}

/// Gives equal days the same number.
struct DayInterner {
    let painter: DayPainter
    private(set) var days: [[Break]] = []
    private var known: [[MatchSet]: UInt16] = [:]

    init(painter: DayPainter) { self.painter = painter }

    /// - Parameters:
    ///   - today: the rules that match the day, under each assumption.
    ///   - yesterday: the same for the day before; the assumptions are independent.
    mutating func plan(today: [MatchSet], yesterday: [MatchSet]) -> UInt16 {
        let today = Self.distinct(today)
        let yesterday = Self.distinct(yesterday)
        let key = today + yesterday
        if let plan = known[key] { return plan }
        var cases: [[Slot]] = []
        for eve in yesterday {
            for day in today { cases.append(painter.minutes(today: day, yesterday: eve)) }
        }
        let plan = UInt16(days.count)
        days.append(DayPainter.breaks(DayPainter.agreement(cases)))
        known[key] = plan
        return plan
    }

    private static func distinct(_ sets: [MatchSet]) -> [MatchSet] {
        guard sets.count > 1 else { return sets }
        var distinct: [MatchSet] = []
        for set in sets where !distinct.contains(set) { distinct.append(set) }
        // The same length always, so that two lists in a row make one key.
        while distinct.count < sets.count { distinct.append(distinct[0]) }
        return distinct
    }
}

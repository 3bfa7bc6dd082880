import CivilCalendar

/// Makes the tables of weeks and years.
struct YearCompiler: Sendable {
    let rules: [CompiledRule]
    let holidays: any HolidayCalendar

    /// The days that each rule matches.
    func days(in frame: YearFrame) -> FrameDays { FrameDays(rules, in: frame, holidays) }

    func table(year: Int) -> DayTable {
        let frame = YearFrame(year: year)
        return table(of: days(in: frame), firstDay: frame.days.lowerBound, dayCount: frame.days.count)
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
        return table(of: FrameDays(certain: masks), firstDay: -1, dayCount: 8)
    }

    private func table(of frameDays: FrameDays, firstDay: Int, dayCount: Int) -> DayTable {
        var groups = DayGroups(dayCount: dayCount)
        var sunDays = DayMask()
        for index in rules.indices {
            for mask in frameDays.masks(ofRule: index, rules[index]) {
                groups.split(by: mask)
                if rules[index].spills { groups.split(by: mask, delay: 1) }
            }
            guard rules[index].followsSun else { continue }
            sunDays.formUnion(frameDays.certain[index])
            sunDays.formUnion(frameDays.doubtful[index])
        }
        if !sunDays.isEmpty { groups.isolate { sunDays[$0] || sunDays[$0 - 1] } }
        let days = groups.firstDays.map { breaks(ofDay: $0, in: frameDays, firstDay: firstDay) }
        return DayTable(plans: Array(groups.numbers.dropFirst()), days: days)
    }

    /// How a day is filled.
    private struct DayPlan {
        /// The day number.
        let day: Int
        /// For each rule, whether it matches the day.
        let today: [DayMatch]
        /// For each rule, whether it matches the day before, as far as that reaches into the day.
        let yesterday: [DayMatch]
    }

    /// What holds on a day whatever the unknown holidays are.
    private func breaks(ofDay index: Int, in frameDays: FrameDays, firstDay: Int) -> [Break] {
        var doubts = HolidayDoubts()
        let today = rules.indices.map { frameDays.match(ofRule: $0, rules[$0], on: index, &doubts) }
        let yesterday = rules.indices.map { rule in
            rules[rule].spills ? frameDays.match(ofRule: rule, rules[rule], on: index - 1, &doubts) : .none
        }
        let plan = DayPlan(day: firstDay + index, today: today, yesterday: yesterday)
        guard !doubts.areTooMany, rules.count << doubts.count <= Self.fillsMax else {
            return cautiousBreaks(of: plan)
        }
        var agreed = breaks(of: plan, holidays: 0)
        for holidays in 1..<1 << doubts.count {
            agreed = agreed.agreement(with: breaks(of: plan, holidays: UInt16(holidays)))
        }
        return agreed
    }

    /// Most rules that are looked at for one day, each counted once for every combination of unknown holidays.
    private static let fillsMax = 4096

    /// Fills the day by the rules that match it and the day before, in the order written.
    ///
    /// - Parameter holidays: the unknown days that are holidays.
    private func breaks(of plan: DayPlan, holidays: UInt16) -> [Break] {
        var canvas = DayCanvas()
        for index in rules.indices {
            if plan.today[index].holds(holidays) { fill(&canvas, withTodayOf: rules[index], plan.day) }
            if plan.yesterday[index].holds(holidays) { fill(&canvas, withSpillOf: rules[index], plan.day) }
        }
        return canvas.merged
    }

    /// The same where the unknown holidays are too many to try them all: rule by rule, what holds with it and
    /// without it.
    ///
    /// That two rules depend on the same holiday is lost, so more may be unknown than need be, never less.
    private func cautiousBreaks(of plan: DayPlan) -> [Break] {
        var canvas = DayCanvas()
        for (index, rule) in rules.enumerated() {
            canvas.apply(plan.today[index]) { fill(&$0, withTodayOf: rule, plan.day) }
            canvas.apply(plan.yesterday[index]) { fill(&$0, withSpillOf: rule, plan.day) }
        }
        return canvas.merged
    }

    /// A normal rule that is not closed takes away what earlier rules said for the day.
    private func fill(_ canvas: inout DayCanvas, withTodayOf rule: CompiledRule, _ day: Int) {
        if rule.replaces { canvas.clear() }
        for paint in rule.paints(ofDay: day).today { canvas.fill(paint) }
    }

    /// The part of a rule that runs past midnight enters at the rule's own place.
    private func fill(_ canvas: inout DayCanvas, withSpillOf rule: CompiledRule, _ day: Int) {
        for paint in rule.paints(ofDay: day - 1).tomorrow { canvas.fill(paint) }
    }
}

extension DayCanvas {
    /// Makes a change; where it is doubtful whether it is made, what is left is what holds in both cases.
    fileprivate mutating func apply(_ match: DayMatch, _ change: (inout DayCanvas) -> Void) {
        guard match.isDoubtful else {
            if match.holds(0) { change(&self) }
            return
        }
        var changed = self
        change(&changed)
        agree(with: changed)
    }
}

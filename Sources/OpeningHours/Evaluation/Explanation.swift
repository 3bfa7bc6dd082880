public import CivilCalendar

/// Why a place is open or not at a moment: what became of each rule.
public struct Explanation: Hashable, Sendable {
    /// What became of a rule at a moment.
    public enum Outcome: Hashable, Sendable {
        /// It decided.
        case won
        /// It does not hold on that day, nor from the day before.
        case otherDay
        /// It holds on that day, at another time.
        case otherTime
        /// A later rule took that day away from all rules before it.
        case replaced(byRule: Int)
        /// A later rule says something else for that minute.
        case overridden(byRule: Int)
        /// It is a fallback, and a rule before it already said something.
        case notNeeded
        /// Whether it holds depends on a holiday that the calendar does not know.
        case holidayUnknown
    }

    /// The state that results.
    public let state: State
    /// One for each rule of the schedule, in its order.
    public let outcomes: [Outcome]
}

extension Evaluator {
    /// What became of each rule at that moment.
    ///
    /// - Complexity: O(rules × days of a year): for people, not for loops.
    public func explain(at instant: Instant) -> Explanation {
        let zone = timetable.zone
        let wall = zone.steadyWallSecond(at: instant)
        let day = CivilDay(dayNumber: Int32(clamping: wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400))
        let minute = Int(wall - Int64(day.dayNumber) * 86_400) / 60
        let frame = YearFrame(year: day.year)
        let sets = timetable.compiler.matches(in: frame)
        let index = Int(day.dayNumber) - frame.days.lowerBound
        let rules = timetable.compiler.painter.rules
        let undetermined = rules.indices.filter { rule in
            [sets[index], sets[index - 1]].contains { day in
                day.contains { $0[rule] } && !day.allSatisfy { $0[rule] }
            }
        }
        var outcomes = Self.outcomes(
            of: rules, today: sets[index][0], yesterday: sets[index - 1][0], minute: minute)
        for rule in undetermined { outcomes[rule] = .holidayUnknown }
        return Explanation(state: slot(at: instant).state, outcomes: outcomes)
    }

    private static func outcomes(
        of rules: [CompiledRule], today: MatchSet, yesterday: MatchSet, minute: Int
    ) -> [Explanation.Outcome] {
        var outcomes: [Explanation.Outcome] = []
        var winner: Int?
        for (index, rule) in rules.enumerated() {
            guard today[index] || yesterday[index] && !rule.tomorrow.isEmpty else {
                outcomes.append(.otherDay)
                continue
            }
            if today[index], rule.replaces {
                for earlier in outcomes.indices
                where outcomes[earlier] == .won || outcomes[earlier] == .otherTime {
                    outcomes[earlier] = .replaced(byRule: index)
                }
                winner = nil
            }
            let fills =
                today[index] && rule.today.contains { $0.minutes.contains(minute) }
                || yesterday[index] && rule.tomorrow.contains { $0.minutes.contains(minute) }
            guard fills else {
                outcomes.append(.otherTime)
                continue
            }
            if rule.separator == .fallback, let winner, rules[winner].state != .closed {
                outcomes.append(.notNeeded)
                continue
            }
            if let winner { outcomes[winner] = .overridden(byRule: index) }
            outcomes.append(.won)
            winner = index
        }
        return outcomes
    }
}

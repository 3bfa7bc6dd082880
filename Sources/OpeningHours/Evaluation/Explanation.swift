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
        let wall = WallMinute(timetable.zone.steadyWallSecond(at: instant))
        let frame = YearFrame(year: YearFrame.year(of: wall.day).year)
        let days = timetable.compiler.days(in: frame)
        let index = wall.day - frame.days.lowerBound
        let matches = timetable.compiler.rules.indices.map { rule in
            RuleMatch(
                today: days.certain[rule][index], yesterday: days.certain[rule][index - 1],
                isUndetermined: days.doubtful[rule][index]
                    || (timetable.compiler.rules[rule].spills && days.doubtful[rule][index - 1]))
        }
        return Explanation(state: slot(at: instant).state, outcomes: outcomes(of: matches, at: wall))
    }

    /// Which days a rule matches, of a day and the one before it.
    private struct RuleMatch {
        let today: Bool
        let yesterday: Bool
        /// Whether that depends on holidays that are not known.
        let isUndetermined: Bool
    }

    private func outcomes(of matches: [RuleMatch], at wall: WallMinute) -> [Explanation.Outcome] {
        var outcomes: [Explanation.Outcome] = []
        var winner: Int?
        for (index, rule) in timetable.compiler.rules.enumerated() {
            let match = matches[index]
            let spill = match.yesterday ? rule.paints(ofDay: wall.day - 1).tomorrow : []
            guard match.today || !spill.isEmpty else {
                outcomes.append(.otherDay)
                continue
            }
            if match.today, rule.replaces {
                for earlier in outcomes.indices
                where outcomes[earlier] == .won || outcomes[earlier] == .otherTime {
                    outcomes[earlier] = .replaced(byRule: index)
                }
                winner = nil
            }
            let paints = (match.today ? rule.paints(ofDay: wall.day).today : []) + spill
            guard paints.contains(where: { $0.minutes.contains(wall.minute) }) else {
                outcomes.append(.otherTime)
                continue
            }
            if rule.separator == .fallback, let winner, timetable.compiler.rules[winner].state != .closed {
                outcomes.append(.notNeeded)
                continue
            }
            if let winner { outcomes[winner] = .overridden(byRule: index) }
            outcomes.append(.won)
            winner = index
        }
        for (index, match) in matches.enumerated() where match.isUndetermined {
            outcomes[index] = .holidayUnknown
        }
        return outcomes
    }
}

import CivilCalendar

/// Brings rules of which only the weekday decides into normal form, hours after midnight included.
struct WeekNormalizer {
    private let all: [Rule]

    init(_ rules: [Rule]) { all = rules }

    /// The minutes of seven days, Monday first.
    private typealias Week = [[Palette.Number]]

    func rules() -> [Rule] {
        let palette = Palette(all)
        let week = Self.week(of: all, palette)
        let days = week.map { DayEffect($0, palette) }
        let joined = Self.joined(week, palette)
        // A rule for the next day would cut the hours after midnight of a rule before it, so the order matters.
        for isReversed in [false, true] {
            let candidate = Self.rules(for: joined, isReversed: isReversed)
            let palette = Palette(candidate)
            let result = Self.week(of: candidate, palette).map { DayEffect($0, palette) }
            if result == days { return candidate }
        }
        return Self.rules(for: days, isReversed: false)
    }

    private static func week(of rules: [Rule], _ palette: Palette) -> Week {
        let masks = rules.map { RuleBox($0)?.weekdays ?? 0 }
        return (0..<7).map { day in
            palette.minutes(
                today: { masks[$0] >> UInt8(day) & 1 == 1 },
                yesterday: { masks[$0] >> UInt8((day + 6) % 7) & 1 == 1 })
        }
    }

    /// Each day with the hours after its midnight that go on with its evening.
    ///
    /// They go on only when the whole span is shorter than a day, so that it can be written `22:00-04:00`.
    private static func joined(_ week: Week, _ palette: Palette) -> [DayEffect] {
        let tails = (0..<7).map { day in tail(of: week[day], into: week[(day + 1) % 7]) }
        return (0..<7).map { day in
            var minutes = week[day]
            for minute in 0..<tails[(day + 6) % 7] { minutes[minute] = Palette.silent }
            var effect = DayEffect(minutes, palette)
            guard tails[day] > 0 else { return effect }
            let tone = palette.tone(week[day][1439])
            for part in effect.parts.indices
            where effect.parts[part].state == tone.state && effect.parts[part].comment == tone.comment {
                guard let last = effect.parts[part].spans.popLast() else { continue }
                effect.parts[part].spans.append(last.lowerBound..<1440 + tails[day])
            }
            return effect
        }
    }

    /// The minutes after midnight that go on with the evening before; 0 for none.
    private static func tail(of evening: [Palette.Number], into morning: [Palette.Number]) -> Int {
        let tone = evening[1439]
        guard tone != Palette.silent, morning[0] == tone else { return 0 }
        let start = (evening.lastIndex { $0 != tone } ?? -1) + 1
        let end = morning.firstIndex { $0 != tone } ?? 1440
        return start > 0 && end <= start ? end : 0
    }

    private static func rules(for days: [DayEffect], isReversed: Bool) -> [Rule] {
        var groups: [(effect: DayEffect, days: [Int])] = []
        for (day, effect) in days.enumerated() where !effect.parts.isEmpty {
            if let index = groups.firstIndex(where: { $0.effect == effect }) {
                groups[index].days.append(day)
            } else {
                groups.append((effect, [day]))
            }
        }
        if isReversed { groups.reverse() }
        let rules = groups.flatMap { effect, days in
            var selectors = Selectors()
            if days.count < 7 { selectors.weekdays = WeekdaySelector.ranges(of: days) }
            return effect.rules(for: selectors)
        }
        return rules.isEmpty ? [Rule(state: .closed)] : rules
    }
}

extension WeekdaySelector {
    /// The ranges that say some weekdays, 0 being Monday; the days are in order.
    static func ranges(of days: [Int]) -> [WeekdaySelector] {
        var runs: [ClosedRange<Int>] = []
        for day in days {
            if let last = runs.last, last.upperBound == day - 1 {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        let all = Weekday.allCases
        return runs.flatMap { run in
            // Two days in a row are written `Sa,Su`.
            run.count == 2
                ? [.day(all[run.lowerBound]), .day(all[run.upperBound])]
                : [.range(all[run.lowerBound], all[run.upperBound])]
        }
    }
}

extension WeekRange {
    /// The ranges that say some weeks, in order.
    static func ranges(of weeks: [Int]) -> [WeekRange] {
        if weeks.count > 2, weeks[1] - weeks[0] > 1,
            zip(weeks, weeks.dropFirst()).allSatisfy({ $1 - $0 == weeks[1] - weeks[0] })
        {
            return [WeekRange(first: weeks[0], last: weeks[weeks.count - 1], step: weeks[1] - weeks[0])]
        }
        var ranges: [WeekRange] = []
        for week in weeks {
            if let before = ranges.last, before.last + 1 == week {
                ranges[ranges.count - 1].last = week
            } else {
                ranges.append(WeekRange(first: week))
            }
        }
        return ranges
    }
}

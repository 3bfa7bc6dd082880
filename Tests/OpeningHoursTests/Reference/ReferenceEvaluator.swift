import CivilCalendar
import OpeningHours
import Testing

/// The meaning of a schedule, minute by minute, as slow and plain as it can be said.
///
/// Every minute of every day is filled by every rule in the order written. It knows no times of the sun.
struct ReferenceEvaluator {
    /// What holds in a minute.
    struct Cell: Hashable {
        var state: State
        var comment: String?

        static let silent = Cell(state: .closed, comment: nil)
    }

    /// A stretch of time in which the same holds.
    struct Stretch: Hashable {
        var from: Instant
        var to: Instant
        let cell: Cell
    }

    let rules: [Rule]
    let zone: TimeZoneRules
    let holidays: any HolidayCalendar

    init(_ schedule: Schedule, in place: Place) {
        rules = schedule.rules
        zone = place.timeZone
        holidays = place.holidays
    }

    /// What holds in each of the 1440 minutes of a day's clock.
    func minutes(of day: CivilDay) -> [Cell] {
        let unknown = undetermined(on: [day, day.adding(days: -1)])
        // Each holiday that is not known may be one or not: every combination is tried.
        let cases = (0..<1 << unknown.count).map { combination in
            let assumed = Set(unknown.indices.filter { combination >> $0 & 1 == 1 }.map { unknown[$0] })
            return minutes(of: day, assuming: assumed)
        }
        var result = cases[0]
        for minute in result.indices where cases.contains(where: { $0[minute].state != result[minute].state })
        {
            result[minute] = Cell(state: .unknown(.holidayCalendarMissing), comment: nil)
        }
        return result
    }

    private func minutes(of day: CivilDay, assuming assumed: Set<HolidayDay>) -> [Cell] {
        let days = ReferenceDays { kind, day in
            switch holidays.contains(kind, day) {
            case .holiday: true
            case .notHoliday: false
            case .outOfCoverage: assumed.contains(HolidayDay(kind: kind, day: day))
            }
        }
        let yesterday = day.adding(days: -1)
        var minutes = [Cell](repeating: .silent, count: 1440)
        for rule in rules {
            if days.match(rule.selectors, day) {
                if rule.separator == .normal, rule.state != .closed {
                    for minute in 0..<1440 { minutes[minute] = .silent }
                }
                for fill in Self.fills(rule) { apply(fill, of: rule, startingAt: 0, to: &minutes) }
            }
            if days.match(rule.selectors, yesterday) {
                for fill in Self.fills(rule) { apply(fill, of: rule, startingAt: -1440, to: &minutes) }
            }
        }
        return minutes
    }

    private func apply(_ fill: Fill, of rule: Rule, startingAt start: Int, to minutes: inout [Cell]) {
        for minute in fill.minutes {
            let index = start + minute
            guard minutes.indices.contains(index) else { continue }
            // What is unknown stays, too: a fallback fills only what is closed.
            if rule.separator == .fallback, minutes[index].state != .closed { continue }
            minutes[index] = Cell(state: fill.state, comment: rule.comment)
        }
    }
}

/// The minutes that a rule fills.
extension ReferenceEvaluator {
    struct Fill {
        /// Counted from the rule's own 00:00.
        let minutes: [Int]
        let state: State
    }

    private static func fills(_ rule: Rule) -> [Fill] {
        let state: State =
            switch rule.state {
            case .open: .open
            case .closed: .closed
            case .unknown: .unknown(.declared)
            }
        let tail = state == .open ? State.unknown(.openEnd) : state
        if rule.selectors.times.isEmpty { return [Fill(minutes: Array(0..<1440), state: state)] }
        return rule.selectors.times.flatMap { time -> [Fill] in
            switch time {
            case .span(let from, let to, let isOpenEnded):
                let (start, end) = (clock(from), clock(to))
                let fill = Fill(minutes: Array(start..<end), state: state)
                return isOpenEnded ? [fill, Fill(minutes: openEnd(end), state: tail)] : [fill]
            case .openEnd(let from): return [Fill(minutes: openEnd(clock(from)), state: tail)]
            case .point(let from): return [Fill(minutes: [clock(from)], state: state)]
            case .points(let from, let to, let interval):
                let points = Array(stride(from: clock(from), through: clock(to), by: interval))
                return [Fill(minutes: points, state: state)]
            }
        }
    }

    /// Before 17:00 until midnight; before 22:00 ten hours; else eight hours; never past 48:00.
    private static func openEnd(_ start: Int) -> [Int] {
        let end = start < 17 * 60 ? 24 * 60 : start < 22 * 60 ? start + 600 : start + 480
        return Array(start..<min(end, 48 * 60))
    }

    private static func clock(_ time: RuleTime) -> Int {
        switch time {
        case .clock(let minute): return minute.minutes
        case .sun:
            Issue.record("the reference knows no times of the sun")
            return 0
        }
    }
}

/// From clock to time.
extension ReferenceEvaluator {
    /// What holds in a range, neighbours of the same state and comment made one.
    func stretches(in range: Range<Instant>) -> [Stretch] {
        var found: [Stretch] = []
        let last = zone.day(at: range.upperBound).adding(days: 1)
        var day = zone.day(at: range.lowerBound).adding(days: -1)
        while day <= last {
            let minutes = minutes(of: day)
            var start = 0
            for minute in 1...1440 where minute == 1440 || minutes[minute] != minutes[start] {
                let from = max(zone.instant(of: day, secondOfDay: start * 60), range.lowerBound)
                let to = min(zone.instant(of: day, secondOfDay: minute * 60), range.upperBound)
                if from < to { Self.append(Stretch(from: from, to: to, cell: minutes[start]), to: &found) }
                start = minute
            }
            day = day.adding(days: 1)
        }
        return found
    }

    private static func append(_ stretch: Stretch, to found: inout [Stretch]) {
        if let last = found.last, last.cell == stretch.cell {
            found[found.count - 1].to = stretch.to
        } else {
            found.append(stretch)
        }
    }
}

/// Holidays that the calendar does not know.
extension ReferenceEvaluator {
    struct HolidayDay: Hashable {
        let kind: HolidayKind
        let day: CivilDay
    }

    private func undetermined(on days: [CivilDay]) -> [HolidayDay] {
        let asked = rules.flatMap(\.selectors.holidays).flatMap { selector in
            days.map { HolidayDay(kind: selector.kind, day: $0.adding(days: -selector.dayShift)) }
        }
        var seen: Set<HolidayDay> = []
        return asked.filter {
            holidays.contains($0.kind, $0.day) == .outOfCoverage && seen.insert($0).inserted
        }
    }
}

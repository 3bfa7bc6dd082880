/// The rule for the time after a zone's last listed change: a POSIX `TZ` value such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// - Source: RFC 9636, section 3.3; POSIX.1-2017, section 8.3. Hours from -167 to 167 as in TZif version 3.
struct PosixZoneRule: Hashable, Sendable {
    var standard: ZoneType
    var daylight: Daylight?

    struct Daylight: Hashable, Sendable {
        var type: ZoneType
        var start: Turn
        var end: Turn
    }

    /// The moment in a year at which the clock changes, in the local time that holds before it.
    struct Turn: Hashable, Sendable {
        var date: Date
        /// Seconds after local midnight, within ±167 hours.
        var second: Int
    }

    enum Date: Hashable, Sendable {
        /// Day 1 to 365; 29 February is never counted.
        case julian(Int)
        /// Day 0 to 365; 29 February is counted.
        case dayOfYear(Int)
        /// The week 1 to 5 (5 is the last) of a month, and a weekday from 0, Sunday, to 6.
        case weekday(month: Int, week: Int, day: Int)
    }

    /// Parses the rule; nil when it is malformed.
    ///
    /// A rule with daylight saving but without its dates is malformed too: POSIX leaves its meaning open.
    init?(_ text: [UInt8]) {
        var scanner = PosixRuleScanner(text)
        guard let rule = scanner.rule() else { return nil }
        self = rule
    }

    init(standard: ZoneType, daylight: Daylight?) {
        self.standard = standard
        self.daylight = daylight
    }

    /// The two changes of the years, in order; empty without daylight saving.
    ///
    /// Where an end and a start fall on the same second (daylight saving all year), only the later year's
    /// start remains.
    func changes(inYears years: ClosedRange<Int>) -> [ZoneChange] {
        guard let daylight else { return [] }
        var changes: [ZoneChange] = []
        for year in years {
            let start = ZoneChange(
                second: daylight.start.second(inYear: year) - Int64(standard.offset), type: daylight.type)
            let end = ZoneChange(
                second: daylight.end.second(inYear: year) - Int64(daylight.type.offset), type: standard)
            changes += start.second < end.second ? [start, end] : [end, start]
        }
        var ordered: [ZoneChange] = []
        for change in changes {
            while let last = ordered.last, last.second >= change.second { ordered.removeLast() }
            ordered.append(change)
        }
        return ordered
    }
}

extension PosixZoneRule.Turn {
    /// Local seconds since 1970-01-01T00:00.
    func second(inYear year: Int) -> Int64 {
        Int64(dayNumber(inYear: year)) * 86_400 + Int64(second)
    }

    private func dayNumber(inYear year: Int) -> Int {
        let newYear = Int(CivilDay.firstDayNumber(ofYear: year))
        switch date {
        case .julian(let day):
            return newYear + day - 1 + (CivilDay.isLeap(year: year) && day >= 60 ? 1 : 0)
        case .dayOfYear(let day):
            return newYear + day
        case .weekday(let month, let week, let day):
            guard let first = CivilDay(year: year, month: month, day: 1) else { return newYear }
            let ahead = (day - first.weekday.rawValue % 7 + 7) % 7
            let length = CivilDay.length(ofMonth: month, year: year)
            let last = ahead + (week - 1) * 7
            return Int(first.dayNumber) + (last < length ? last : last - 7)
        }
    }
}

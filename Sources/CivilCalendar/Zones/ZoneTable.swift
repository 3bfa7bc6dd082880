/// The offsets of a zone over all time, laid out for a fast look-up.
///
/// The listed changes are followed by 402 years of the footer's rule. The Gregorian calendar repeats after
/// 400 years, so a later moment has the offset of the moment that many whole periods before it.
/// An index by buckets of 194 days makes the look-up independent of the number of changes.
final class ZoneTable: Sendable {
    /// Start of each segment; the first is far before the calendar.
    let starts: [Int64]
    /// Offset of each segment, in seconds east of UTC.
    let offsets: [Int32]
    let types: [ZoneType]
    /// For each bucket the last segment that starts at or before the bucket's first second.
    private let buckets: [UInt16]
    private let bucketsStart: Int64
    /// From this second on the look-up goes whole periods back.
    let horizon: Int64
    private let lower: Int64
    private let upper: Int64

    private static let bucketShift: Int64 = 24
    /// 400 Gregorian years in seconds.
    static let period: Int64 = 146_097 * 86_400
    static let calendarStart = Int64(CivilDay.first.dayNumber) * 86_400
    static let calendarEnd = (Int64(CivilDay.last.dayNumber) + 1) * 86_400

    init(_ file: ZoneFile) {
        let inside = file.changes.filter { $0.second < Self.calendarEnd }
        // Changes before the calendar set the initial type and nothing else.
        let initial = inside.last { $0.second <= Self.calendarStart }?.type ?? file.initial
        var changes = inside.filter { $0.second > Self.calendarStart }
        horizon = Self.extend(&changes, by: file.rule)

        let firstStart = Int64.min
        starts = [firstStart] + changes.map(\.second)
        types = [initial] + changes.map(\.type)
        offsets = types.map(\.offset)
        bucketsStart = changes.first?.second ?? 0
        buckets = Self.index(starts, from: bucketsStart)
        // Two days of room on either side, so that local midnights at the edges still work.
        lower = Self.calendarStart - 2 * 86_400
        upper = Self.calendarEnd + 2 * 86_400
    }

    /// Appends the rule's changes after the listed ones; returns the horizon.
    private static func extend(_ changes: inout [ZoneChange], by rule: PosixZoneRule?) -> Int64 {
        guard let rule else { return .max }
        let last = changes.last?.second ?? calendarStart
        guard rule.daylight != nil else {
            if changes.last.map({ $0.type != rule.standard }) ?? false {
                // A footer that disagrees with the last change takes over right after it.
                changes.append(ZoneChange(second: last + 1, type: rule.standard))
            }
            return .max
        }
        // With no listed change the rule holds since the epoch's year.
        let firstYear =
            changes.isEmpty
            ? 1970 : CivilDay(dayNumber: Int32(clamping: last.flooringDivided(by: 86_400))).year
        let lastYear = min(firstYear + 402, 9999)
        changes += rule.changes(inYears: firstYear...lastYear).filter { $0.second > last }
        guard lastYear < 9999 else { return .max }
        return Int64(CivilDay.firstDayNumber(ofYear: lastYear)) * 86_400
    }

    private static func index(_ starts: [Int64], from origin: Int64) -> [UInt16] {
        guard let last = starts.last, starts.count > 1 else { return [] }
        let count = Int((last - origin) >> bucketShift) + 2
        var buckets = [UInt16](repeating: 0, count: count)
        var segment = 0
        for bucket in 0..<count {
            let second = origin + Int64(bucket) << bucketShift
            while segment + 1 < starts.count, starts[segment + 1] <= second { segment += 1 }
            buckets[bucket] = UInt16(segment)
        }
        return buckets
    }

    /// Brings a moment into the range of the table: clamped to the calendar and before the horizon.
    ///
    /// - Returns: the moment in the table, and the seconds it lies before the real one.
    @inline(__always)
    func folded(_ second: Int64) -> (second: Int64, shift: Int64) {
        let clamped = min(max(second, lower), upper)
        guard clamped >= horizon else { return (clamped, 0) }
        let shift = ((clamped - horizon) / Self.period + 1) * Self.period
        return (clamped - shift, shift)
    }

    /// The segment that holds a folded moment.
    @inline(__always)
    func segment(at second: Int64) -> Int {
        guard second >= bucketsStart, !buckets.isEmpty else { return 0 }
        let bucket = Int((second - bucketsStart) >> Self.bucketShift)
        var segment = Int(buckets[min(bucket, buckets.count - 1)])
        while segment + 1 < starts.count, starts[segment + 1] <= second { segment += 1 }
        return segment
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity.
    @inline(__always)
    func flooringDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// A point in a rule's day, in minutes after that day's 00:00.
///
/// It runs past 24:00 because the notation does: `Fr 22:00-26:00` ends at 02:00 on Saturday and still
/// belongs to Friday's rule.
///
/// - Unit: whole minutes on the clock, `0...2880`.
/// - Source: OSM wiki, *Key:opening_hours/specification*, `extended_hour`.
public struct RuleMinute: Hashable, Comparable, Sendable {
    /// Minutes after 00:00, `0...2880`.
    public let minutes: Int

    /// Makes a point; nil outside `0...2880`.
    public init?(minutes: Int) {
        guard (0...2880).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Makes a point from a number that is known to be in range.
    init(unchecked minutes: Int) { self.minutes = minutes }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.minutes < rhs.minutes }
}

/// What the sun does every day, in the order of the day.
///
/// - Source: OSM wiki, *Key:opening_hours/specification*, `event`.
public enum SunEvent: Hashable, Sendable, CaseIterable {
    /// The beginning of civil twilight, the sun being 6° below the horizon.
    case dawn
    /// The upper edge of the sun appears.
    case sunrise
    /// The upper edge of the sun disappears.
    case sunset
    /// The end of civil twilight.
    case dusk
}

/// A time of a rule's day, on the clock or by the sun.
public enum RuleTime: Hashable, Sendable {
    /// A time on the clock, `09:30`.
    case clock(RuleMinute)
    /// Minutes after an event of the rule's day, `(sunrise+01:00)`; negative before it.
    ///
    /// Within ±`offsetMax`.
    case sun(SunEvent, offset: Int)

    /// Most minutes that a time can lie before or after an event of the sun.
    public static let offsetMax = 1440

    /// The time on a day of twelve hours of light; it stands in where only the order of times matters.
    var nominal: RuleMinute {
        switch self {
        case .clock(let minute): minute
        case .sun(let event, let offset): RuleMinute(unchecked: min(max(event.nominal + offset, 0), 2880))
        }
    }
}

extension SunEvent {
    /// Minutes after 00:00.
    fileprivate var nominal: Int {
        switch self {
        case .dawn: 330
        case .sunrise: 360
        case .sunset: 1080
        case .dusk: 1110
        }
    }
}

/// A part of a rule's day.
///
/// A start on the clock lies before 24:00. Between two times on the clock, the end lies after the start. Where the sun
/// decides, an end that is not after the start on that day belongs to the next day.
public enum TimeSpan: Hashable, Sendable {
    /// From a time to a later one, 48:00 at the latest.
    ///
    /// With an open end (`10:00-18:00+`) an unknown time follows; see `openEnd(after:)`.
    case span(from: RuleTime, to: RuleTime, isOpenEnded: Bool)
    /// From a time to an end that nobody knows (`18:00+`).
    case openEnd(from: RuleTime)
    /// A point in time, such as a departure (`10:00`); it lasts one minute.
    case point(RuleTime)
    /// Points in time, from the first on every so many minutes up to the last (`10:00-16:00/90`).
    ///
    /// `every` is 1 to `intervalMax`.
    case points(from: RuleTime, to: RuleTime, every: Int)

    /// Most minutes between two points in time.
    public static let intervalMax = 1440

    /// The guess for an end that is not known: until 24:00 for a start before 17:00, ten hours later for one
    /// before 22:00, else eight hours later, and 48:00 at the latest.
    ///
    /// The state of that time is unknown, never open.
    public static func openEnd(after start: RuleMinute) -> RuleMinute {
        let end =
            switch start.minutes {
            case ..<1020: 1440
            case ..<1320: start.minutes + 600
            default: start.minutes + 480  // tidy-allow: numbers
            }
        return RuleMinute(unchecked: min(end, 2880))
    }

    /// Whether it consists of points in time.
    public var isPoint: Bool {
        switch self {
        case .span, .openEnd: false
        case .point, .points: true
        }
    }

    /// Whether it depends on the sun.
    public var usesSunEvents: Bool {
        switch self {
        case .span(let start, let end, _), .points(let start, let end, _): start.isSun || end.isSun
        case .openEnd(let start), .point(let start): start.isSun
        }
    }

    /// The latest minute of the span, its unknown tail included; a guess when it depends on the sun.
    var last: RuleMinute {
        switch self {
        case .span(let start, let end, let isOpenEnded):
            let end = Self.nominalEnd(end, after: start)
            return isOpenEnded ? Self.openEnd(after: end) : end
        case .openEnd(let start): return Self.openEnd(after: start.nominal)
        case .point(let start): return RuleMinute(unchecked: min(start.nominal.minutes + 1, 2880))
        case .points(let start, let end, _):
            return RuleMinute(unchecked: min(Self.nominalEnd(end, after: start).minutes + 1, 2880))
        }
    }

    static func nominalEnd(_ end: RuleTime, after start: RuleTime) -> RuleMinute {
        let (start, end) = (start.nominal, end.nominal)
        return end > start ? end : RuleMinute(unchecked: min(end.minutes + 1440, 2880))
    }
}

extension RuleTime {
    fileprivate var isSun: Bool {
        switch self {
        case .clock: false
        case .sun: true
        }
    }
}

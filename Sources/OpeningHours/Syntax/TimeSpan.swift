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

/// A part of a rule's day.
public enum TimeSpan: Hashable, Sendable {
    /// From a time before 24:00 to a later one, 48:00 at the latest.
    ///
    /// With an open end (`10:00-18:00+`) an unknown time follows; see `openEnd(after:)`.
    case span(from: RuleMinute, to: RuleMinute, isOpenEnded: Bool)
    /// From a time before 24:00 to an end that nobody knows (`18:00+`).
    case openEnd(from: RuleMinute)

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

    /// The latest minute of the span, its unknown tail included.
    var last: RuleMinute {
        switch self {
        case .span(_, let end, let isOpenEnded): isOpenEnded ? Self.openEnd(after: end) : end
        case .openEnd(let start): Self.openEnd(after: start)
        }
    }
}

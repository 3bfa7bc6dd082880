public import CivilCalendar

/// A time limit in a case: a civil day in a zone, by a rule.
///
/// Its instants are computed from it, never stored.
public struct Deadline: Hashable, Sendable, Codable {
    public var right: RightName
    /// The earliest moment at which it can be used; nil when it can be used from the beginning or that is unknown.
    public var opens: Instant?
    /// 24:00 of the last day; nil when there is no end, or none that is known.
    public var closes: Instant?
    public var lastDay: CivilDay?
    /// The last day by the stricter reading, where the texts leave it open; nil when they do not.
    ///
    /// Nothing is refused before ``closes``, and whoever acts by this day is safe.
    public var safeLastDay: CivilDay?
    public var grounds: Grounds

    init(_ right: RightName, opens: Instant? = nil, lastDay: CivilDay?, zone: TimeZoneRules, grounds: Grounds)
    {
        self.right = right
        self.opens = opens
        self.lastDay = lastDay
        closes = lastDay.map { zone.endOfDay($0) }
        self.grounds = grounds
    }

    init(_ right: RightName, opens: Instant?, closes: Instant, zone: TimeZoneRules, grounds: Grounds) {
        self.right = right
        self.opens = opens
        self.closes = closes
        lastDay = zone.day(at: closes.adding(seconds: -1))
        self.grounds = grounds
    }

    /// Whether the last day is over.
    public func isOver(at now: Instant) -> Bool { closes.map { $0 <= now } ?? false }
}

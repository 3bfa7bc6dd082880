public import CivilCalendar

/// Whether somebody is at the other end of a channel at one moment.
public enum Availability: Hashable, Sendable {
    /// `until` is nil when it never closes.
    case open(until: Instant?)
    /// `opensAt` is nil when no opening is known.
    case closed(opensAt: Instant?)
    /// The hours are not known for this moment, such as on a public holiday.
    case unknown
}

/// What holds at the moment of a decision and is no fact of the case: time, calendars, who is open.
public struct Surroundings: Hashable, Sendable {
    public var now: Instant
    /// The person's zone: their days are counted in it.
    public var zone: TimeZoneRules
    /// The public holidays where the person lives.
    public var holidays: PublicHolidays
    /// One value for each of ``Directory/hours``, in that order.
    public var availability: [Availability]
    /// The first moment from now on at which a letter can be posted; only a change of mind is judged by it.
    public var postCounterOpens: Instant

    public init(
        now: Instant, zone: TimeZoneRules, holidays: PublicHolidays, availability: [Availability],
        postCounterOpens: Instant
    ) {
        self.now = now
        self.zone = zone
        self.holidays = holidays
        self.availability = availability
        self.postCounterOpens = postCounterOpens
    }

    /// The person's day.
    public var today: CivilDay { zone.day(at: now) }

    /// When a post counter takes letters.
    ///
    /// An estimate of the program's own: offices differ.
    public static let postCounterHours = "Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off"
}

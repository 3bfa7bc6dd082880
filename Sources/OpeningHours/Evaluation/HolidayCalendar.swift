public import CivilCalendar

/// What a calendar says about a day.
public enum HolidayLookup: Hashable, Sendable {
    /// It is a holiday, with its name where there is one.
    case holiday(name: String?)
    /// It is none.
    case notHoliday
    /// The calendar does not know.
    case outOfCoverage
}

/// The holidays of a place.
///
/// A calendar answers the same question always in the same way: the answers are kept.
public protocol HolidayCalendar: Sendable {
    /// Whether the day is a holiday of that kind.
    func contains(_ kind: HolidayKind, _ day: CivilDay) -> HolidayLookup
}

/// The calendar of a place whose holidays are not known.
public struct UndeterminedHolidays: HolidayCalendar, Hashable {
    /// Makes the calendar.
    public init() {}

    public func contains(_ kind: HolidayKind, _ day: CivilDay) -> HolidayLookup { .outOfCoverage }
}

/// The holidays of a part of France.
public struct FrenchHolidays: HolidayCalendar, Hashable {
    private let holidays: KnownHolidays

    /// Makes the calendar of a region; its school holidays as in ``KnownHolidays/init(_:schoolZone:)``.
    public init(_ region: FrenchRegion, schoolZone: SchoolZone? = nil) {
        holidays = KnownHolidays(.france(region), schoolZone: schoolZone)
    }

    public func contains(_ kind: HolidayKind, _ day: CivilDay) -> HolidayLookup {
        holidays.contains(kind, day)
    }
}

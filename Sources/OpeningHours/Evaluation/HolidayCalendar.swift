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

/// The public holidays of a part of France; school holidays are not covered.
public struct FrenchHolidays: HolidayCalendar, Hashable {
    private let holidays: PublicHolidays

    /// Makes the calendar of a region.
    public init(_ region: FrenchRegion) { holidays = .france(region) }

    public func contains(_ kind: HolidayKind, _ day: CivilDay) -> HolidayLookup {
        switch kind {
        case .publicHoliday:
            holidays.holiday(on: day).map { .holiday(name: $0.frenchName) } ?? .notHoliday
        case .schoolHoliday: .outOfCoverage
        }
    }
}

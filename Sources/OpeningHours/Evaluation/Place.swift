public import CivilCalendar

/// Where a schedule is valid: its clock, its holidays and its sun.
public struct Place: Sendable {
    /// Where the sun's times are taken from.
    public enum Position: Hashable, Sendable {
        /// The place itself.
        case exact(Coordinates)
        /// The principal location of the place's time zone, for want of anything better; see
        /// `TimeZoneDatabase.principalLocation(of:)`.
        case principalLocation(Coordinates)

        var coordinates: Coordinates {
            switch self {
            case .exact(let coordinates), .principalLocation(let coordinates): coordinates
            }
        }
    }

    /// The clock on the wall.
    public let timeZone: TimeZoneRules
    /// Which days `PH` and `SH` mean.
    public let holidays: any HolidayCalendar
    /// Where the sun is looked at; nil when nobody knows.
    public let position: Position?

    /// Makes a place; without holidays or position, what depends on them is unknown.
    public init(
        timeZone: TimeZoneRules, holidays: any HolidayCalendar = UndeterminedHolidays(),
        position: Position? = nil
    ) {
        self.timeZone = timeZone
        self.holidays = holidays
        self.position = position
    }
}

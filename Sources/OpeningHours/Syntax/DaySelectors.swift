public import CivilCalendar

/// Weekdays, such as `Mo-Fr`, `Sa` or `Th[1,-1] +2 days`.
public enum WeekdaySelector: Hashable, Sendable {
    /// From a weekday to a weekday; goes over the weekend when the last comes first.
    case range(Weekday, Weekday)
    /// Certain ones of the month: 1 to 5, or -1 to -5 from its end; in the order written.
    ///
    /// `dayShift` moves the match by days, within ±`DateBound.dayShiftMax`.
    case nth(Weekday, [Int], dayShift: Int)

    /// A single weekday.
    public static func day(_ weekday: Weekday) -> WeekdaySelector { .range(weekday, weekday) }
}

/// Holidays, such as `PH` or `PH -1 day`.
public struct HolidaySelector: Hashable, Sendable {
    /// Which holidays are meant.
    public var kind: HolidayKind
    /// Days after the holiday; negative before it.
    ///
    /// Within ±`DateBound.dayShiftMax`.
    public var dayShift: Int

    /// Makes a selector for the holidays themselves unless shifted.
    public init(_ kind: HolidayKind, dayShift: Int = 0) {
        self.kind = kind
        self.dayShift = dayShift
    }
}

/// The kinds of holiday that the language knows.
public enum HolidayKind: Hashable, Sendable, CaseIterable {
    /// `PH`
    case publicHoliday
    /// `SH`
    case schoolHoliday
}

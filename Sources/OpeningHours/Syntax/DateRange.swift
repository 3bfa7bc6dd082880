public import CivilCalendar

/// Dates in the year, or of one year.
public enum DateRange: Hashable, Sendable {
    /// Whole months, such as `Nov-Feb`; with a year the range happens once, beginning in it.
    case months(year: Int?, first: Int, last: Int)
    /// From a date to a date, both included; a single date when they are equal.
    ///
    /// `step` counts days from the first; 1 is every day.
    case dates(first: DateBound, last: DateBound, step: Int)
    /// From a date on: to the end of the year, or for ever when the date has a year.
    case onwards(from: DateBound)
}

/// A date that may move from year to year, such as `Dec 24`, `Oct Su[-1]` or `easter -2 days`.
public struct DateBound: Hashable, Sendable {
    /// The fixed point that a date is counted from.
    public enum Anchor: Hashable, Sendable {
        /// A day of a month, 1 to 12 and 1 to 31: `Dec 24`.
        case day(month: Int, day: Int)
        /// The n-th such weekday of the month, 1 to 5, or -1 to -5 from its end.
        case weekday(month: Int, weekday: Weekday, nth: Int)
        /// Easter Sunday.
        case easter
    }

    /// A move to the next (`isAfter`) or previous such weekday, never staying where it is.
    public struct WeekdayShift: Hashable, Sendable {
        /// The weekday that is moved to.
        public var weekday: Weekday
        /// Whether it is the next one; else the one before.
        public var isAfter: Bool

        /// Makes a move.
        public init(_ weekday: Weekday, isAfter: Bool) {
            self.weekday = weekday
            self.isAfter = isAfter
        }
    }

    /// The year, 1 to 9999; nil for every year.
    public var year: Int?
    /// What the date is counted from.
    public var anchor: Anchor
    /// A move to a weekday (`+Su`); nil for none.
    public var weekdayShift: WeekdayShift?
    /// Days later, after the move to a weekday; within ±`dayShiftMax`.
    public var dayShift: Int

    /// Most days that a date, a weekday or a holiday can be shifted by.
    public static let dayShiftMax = 366

    /// Makes a date.
    public init(year: Int? = nil, _ anchor: Anchor, weekdayShift: WeekdayShift? = nil, dayShift: Int = 0) {
        self.year = year
        self.anchor = anchor
        self.weekdayShift = weekdayShift
        self.dayShift = dayShift
    }
}

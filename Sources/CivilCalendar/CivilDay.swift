/// A calendar day, without a time and without a zone.
///
/// Proleptic Gregorian calendar, years 1 to 9999. A day is one number inside, so days compare, hash and
/// subtract as fast as numbers do.
public struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    ///
    /// - Unit: days, `-719_162...2_932_896`.
    public let dayNumber: Int32

    /// The first day there is: 0001-01-01.
    public static let first = CivilDay(unchecked: -719_162)
    /// The last day there is: 9999-12-31.
    public static let last = CivilDay(unchecked: 2_932_896)

    /// Makes the day with this number; a number outside the calendar gives its first or last day.
    public init(dayNumber: Int32) {
        self.dayNumber = min(max(dayNumber, Self.first.dayNumber), Self.last.dayNumber)
    }

    private init(unchecked dayNumber: Int32) { self.dayNumber = dayNumber }

    /// Makes the day with this date; nil when the calendar has no such day (30 February, year 0).
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        // Years are counted from March, so that the leap day comes last.
        // Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
        let marchYear = month > 2 ? year : year - 1
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let era = marchYear / 400
        let yearOfEra = marchYear % 400
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    ///
    /// - Source: C. Neri and L. Schneider, "Euclidean affine functions and their application to calendar
    ///   algorithms" (2022).
    public var components: (year: Int, month: Int, day: Int) {
        // The multiplications below cannot overflow: dayNumber lies in the range that `init` guards.
        let shifted = UInt32(dayNumber &+ 719_468) &* 4 &+ 3
        let century = shifted / 146_097
        let dayOfCentury = (shifted % 146_097) / 4
        let product = UInt64(2_939_745) &* UInt64(dayOfCentury &* 4 &+ 3)
        let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
        let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
        let monthAndDay = dayOfYear &* 2141 &+ 197_913
        let month = Int(monthAndDay >> 16)
        let day = Int((monthAndDay & 0xFFFF) / 2141) &+ 1
        let year = Int(century &* 100 &+ yearOfCentury)
        return dayOfYear >= 306 ? (year &+ 1, month &- 12, day) : (year, month, day)
    }

    /// The year, 1 to 9999.
    public var year: Int { components.year }
    /// The month, 1 to 12.
    public var month: Int { components.month }
    /// The day of the month, 1 to 31.
    public var day: Int { components.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday; 719_166 = 7 × 102_738 keeps the number positive.
        Weekday(rawValue: (Int(dayNumber) + 719_166 + 3) % 7 + 1) ?? .monday
    }

    /// The position in the year, 1 to 366.
    public var dayOfYear: Int {
        let (year, _, _) = components
        return Int(dayNumber - Self.firstDayNumber(ofYear: year)) + 1
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.dayNumber < rhs.dayNumber }
}

extension CivilDay {
    /// Whether the year has 29 February.
    public static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days of a month, 28 to 31; 0 when there is no such month.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 1, 3, 5, 7, 8, 10, 12: 31
        case 4, 6, 9, 11: 30
        case 2: isLeap(year: year) ? 29 : 28
        default: 0  // tidy-allow: numbers
        }
    }

    /// The day number of 1 January of a year in 1...9999.
    static func firstDayNumber(ofYear year: Int) -> Int32 {
        let before = year - 1
        return Int32(before * 365 + before / 4 - before / 100 + before / 400 - 719_162)
    }
}

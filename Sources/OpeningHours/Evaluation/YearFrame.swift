import CivilCalendar

/// The days that a year's table is made from.
///
/// The year itself, and 31 December before it for what runs past midnight.
struct YearFrame {
    let year: Int
    /// Day numbers.
    let days: ClosedRange<Int>

    init(year: Int) {
        self.year = year
        let first = Self.newYear(year)
        days = first - 1...Self.newYear(year + 1) - 1
    }

    /// The day number of 1 January, also just outside the calendar.
    @inline(__always)
    static func newYear(_ year: Int) -> Int {
        // Counted from the year -399, so that the divisions have no sign to care for.
        let before = UInt(bitPattern: year &+ 399)
        return Int(bitPattern: before &* 365 &+ before / 4 &- before / 100 &+ before / 400)
            &- (719_162 &+ 146_097)
    }

    /// The year of a day of the calendar, and the day number of its 1 January.
    @inline(__always)
    static func year(of day: Int) -> (year: Int, newYear: Int) {
        // The average length of a year misses the right one by one year at most.
        let sinceFirst = UInt(bitPattern: day &+ 719_162)
        let year = Int(bitPattern: sinceFirst &* 400 / 146_097) &+ 1
        let newYear = newYear(year)
        if newYear > day { return (year &- 1, Self.newYear(year &- 1)) }
        let next = Self.newYear(year &+ 1)
        return next <= day ? (year &+ 1, next) : (year, newYear)
    }

    /// The mask of the days that pass the test.
    @inline(__always)
    func mask(where matches: (Int) -> Bool) -> DayMask {
        var mask = DayMask()
        for day in days where matches(day) { mask.insert(day - days.lowerBound) }
        return mask
    }

    /// Adds the days of a range, every so many, as far as they lie in the frame.
    func insert(_ range: ClosedRange<Int>, step: Int = 1, into mask: inout DayMask) {
        guard range.overlaps(days) else { return }
        let inside = range.clamped(to: days)
        guard step > 1 else {
            mask.insert(inside.lowerBound - days.lowerBound...inside.upperBound - days.lowerBound)
            return
        }
        for day in inside where (day - range.lowerBound) % step == 0 {
            mask.insert(day - days.lowerBound)
        }
    }

    /// The days that fall on a weekday whose bit is set; bit 0 is Monday.
    func mask(weekdays bits: UInt8) -> DayMask {
        var mask = DayMask()
        let first = Self.weekdayIndex(days.lowerBound)
        for index in 0..<days.count where bits >> UInt8((first + index) % 7) & 1 == 1 { mask.insert(index) }
        return mask
    }

    /// The days whose week of the year is in one of the ranges.
    func mask(weeks ranges: [WeekRange]) -> DayMask {
        var isIn: UInt64 = 0
        for week in 1...53 where ranges.contains(where: { $0.contains(week) }) { isIn |= 1 << UInt64(week) }
        return mask { isIn >> UInt64(isoWeek($0)) & 1 == 1 }
    }

    /// 0 is Monday.
    @inline(__always)
    static func weekdayIndex(_ day: Int) -> Int {
        // 719_162 days before 1970 was a Monday.
        Int(bitPattern: UInt(bitPattern: day &+ 719_162 &+ 146_097) % 7)
    }

    /// The week of the year after ISO 8601, 1 to 53.
    func isoWeek(_ day: Int) -> Int {
        let thursday = day - Self.weekdayIndex(day) + 3
        let newYear =
            thursday > days.upperBound
            ? Self.newYear(year + 1)
            : thursday > days.lowerBound ? days.lowerBound + 1 : Self.newYear(year - 1)
        return (thursday - newYear) / 7 + 1
    }
}

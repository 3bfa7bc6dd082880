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
    static func newYear(_ year: Int) -> Int {
        let before = year - 1
        return before * 365 + before.floored(by: 4) - before.floored(by: 100) + before.floored(by: 400)
            - 719_162
    }

    /// The mask of the days that pass the test.
    func mask(where matches: (Int) -> Bool) -> DayMask {
        var mask = DayMask()
        for day in days where matches(day) { mask.insert(day - days.lowerBound) }
        return mask
    }

    /// Adds the days of a range, every so many, as far as they lie in the frame.
    func insert(_ range: ClosedRange<Int>, step: Int = 1, into mask: inout DayMask) {
        guard range.overlaps(days) else { return }
        for day in range.clamped(to: days) where (day - range.lowerBound) % step == 0 {
            mask.insert(day - days.lowerBound)
        }
    }

    /// 0 is Monday.
    static func weekdayIndex(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

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

extension Int {
    fileprivate func floored(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

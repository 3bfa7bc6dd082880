extension CivilDay {
    /// The day this many days later, or earlier when negative.
    ///
    /// Stops at the calendar's first and last day.
    public func adding(days: Int) -> CivilDay {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        guard !overflow else { return days > 0 ? .last : .first }
        return CivilDay(dayNumber: Int32(clamping: sum))
    }

    /// The day with the same number this many months later, or earlier when negative.
    ///
    /// Where the month is too short it is the last day of the month: 31 January and one month is the
    /// 28th or 29th of February. Stops at the calendar's first and last day.
    ///
    /// - Source: code de procédure civile, article 641.
    public func adding(months: Int) -> CivilDay {
        let (year, month, day) = components
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow else { return months > 0 ? .last : .first }
        guard index >= 12 else { return .first }
        guard index < 10_000 * 12 else { return .last }
        let length = Self.length(ofMonth: index % 12 + 1, year: index / 12)
        return CivilDay(year: index / 12, month: index % 12 + 1, day: min(day, length)) ?? .last
    }

    /// The number of days from this day to the other; negative when the other is earlier.
    public func days(until other: CivilDay) -> Int { Int(other.dayNumber) - Int(dayNumber) }
}

extension TimeLimit {
    /// The last day on which the limit is still kept.
    ///
    /// - Parameter trigger: the day of the event, which is not counted.
    public func lastDay(from trigger: CivilDay, holidays: PublicHolidays) -> CivilDay {
        switch length {
        case .hours(let count): trigger.adding(days: Self.wholeDays(inHours: count))
        case .days(let count): moved(trigger.adding(days: max(0, count)), holidays)
        case .weeks(let count): moved(trigger.adding(days: Self.product(count, 7)), holidays)
        case .months(let count): moved(trigger.adding(months: max(0, count)), holidays)
        case .years(let count): moved(trigger.adding(months: Self.product(count, 12)), holidays)
        case .workedDays(let count):
            moved(Self.day(count, after: trigger) { holidays.isWorkedDay($0) }, holidays)
        case .businessDays(let count):
            moved(Self.day(count, after: trigger) { holidays.isBusinessDay($0) }, holidays)
        }
    }

    /// The moment from which the limit has passed: 24:00 of its last day in that zone.
    public func closes(
        from trigger: CivilDay, holidays: PublicHolidays, zone: TimeZoneRules
    ) -> Instant {
        zone.endOfDay(lastDay(from: trigger, holidays: holidays))
    }

    /// The moment from which the limit has passed, for an event of which the moment is known.
    ///
    /// Hours run from the event to the second. Everything longer runs to 24:00 of the last day, counted from
    /// the event's day in that zone.
    public func ends(
        after instant: Instant, holidays: PublicHolidays, zone: TimeZoneRules
    ) -> Instant {
        switch length {
        case .hours(let count): instant.adding(hours: max(0, count))
        case .days, .weeks, .months, .years, .workedDays, .businessDays:
            closes(from: zone.day(at: instant), holidays: holidays, zone: zone)
        }
    }

    private func moved(_ day: CivilDay, _ holidays: PublicHolidays) -> CivilDay {
        switch end {
        case .fixed: return day
        case .nextWorkingDay, .proceduralNextWorkingDay:
            var day = day
            while !holidays.isWorkedDay(day), day < .last { day = day.adding(days: 1) }
            return day
        }
    }

    /// The count-th day after the trigger that passes the test.
    private static func day(
        _ count: Int, after trigger: CivilDay, where counts: (CivilDay) -> Bool
    ) -> CivilDay {
        var (day, left) = (trigger, count)
        // Ends with the calendar at the latest, after 3.6 million steps.
        while left > 0, day < .last {
            day = day.adding(days: 1)
            if counts(day) { left -= 1 }
        }
        return day
    }

    private static func wholeDays(inHours count: Int) -> Int {
        count <= 0 ? 0 : (count - 1) / 24 + 1
    }

    private static func product(_ count: Int, _ factor: Int) -> Int {
        let (product, overflow) = max(0, count).multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}

extension PublicHolidays {
    /// Whether the day is a *jour ouvré*: Monday to Friday and no public holiday.
    public func isWorkedDay(_ day: CivilDay) -> Bool { !day.weekday.isWeekend && !contains(day) }

    /// Whether the day is a *jour ouvrable*: Monday to Saturday and no public holiday.
    public func isBusinessDay(_ day: CivilDay) -> Bool { day.weekday != .sunday && !contains(day) }
}

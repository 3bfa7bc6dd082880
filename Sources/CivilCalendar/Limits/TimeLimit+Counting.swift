extension TimeLimit {
    /// The last day on which the limit is still kept.
    ///
    /// - Parameters:
    ///   - trigger: the day of the event.
    ///   - holidays: those of the place where the act is to be done (Regulation 1182/71, article 2 (1)).
    public func lastDay(from trigger: CivilDay, holidays: PublicHolidays) -> CivilDay {
        switch length {
        case .hours(let count): return trigger.adding(days: Self.wholeDays(inHours: count))
        case .days, .weeks, .months, .years, .workedDays, .businessDays: break
        }
        let counted = countedDay(from: trigger, holidays: holidays)
        let last = bounds == .withoutBoth ? counted.adding(days: 1) : counted
        switch end {
        case .fixed: return last
        case .nextWorkingDay, .proceduralNextWorkingDay: return holidays.workingDay(onOrAfter: last)
        case .unionWorkingDay:
            return holidays.workingDay(
                onOrAfter: withTwoWorkingDays(
                    from: bounds == .withFirst ? trigger : trigger.adding(days: 1), to: last, holidays))
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

    // MARK: Counting

    /// The last day that counts, before anything moves it.
    private func countedDay(from trigger: CivilDay, holidays: PublicHolidays) -> CivilDay {
        let eve = bounds == .withFirst ? trigger.adding(days: -1) : trigger
        switch length {
        case .hours(let count): return trigger.adding(days: Self.wholeDays(inHours: count))
        case .days(let count): return eve.adding(days: max(0, count))
        case .weeks(let count): return eve.adding(days: Self.product(count, 7))
        case .months(let count): return day(max(0, count), monthsAfter: trigger)
        case .years(let count): return day(Self.product(count, 12), monthsAfter: trigger)
        case .workedDays(let count): return Self.day(count, after: eve) { holidays.isWorkedDay($0) }
        case .businessDays(let count): return Self.day(count, after: eve) { holidays.isBusinessDay($0) }
        }
    }

    private func day(_ months: Int, monthsAfter trigger: CivilDay) -> CivilDay {
        let same = trigger.adding(months: months)
        let isShortened = same.components.day < trigger.components.day
        return bounds == .withFirst && !isShortened ? same.adding(days: -1) : same
    }

    /// The count-th day after the eve that passes the test.
    private static func day(
        _ count: Int, after eve: CivilDay, where counts: (CivilDay) -> Bool
    ) -> CivilDay {
        var (day, left) = (eve, count)
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

    // MARK: Moving

    /// The last day, or a later one where less than two working days lie between the first and the moved end.
    ///
    /// - Source: Regulation 1182/71, article 3 (5): any limit of two days or more holds at least two working days.
    private func withTwoWorkingDays(
        from first: CivilDay, to last: CivilDay, _ holidays: PublicHolidays
    ) -> CivilDay {
        guard first < last else { return last }
        let second = holidays.workingDay(onOrAfter: holidays.workingDay(onOrAfter: first).adding(days: 1))
        return max(last, second)
    }
}

extension PublicHolidays {
    /// Whether the day is a *jour ouvré*: Monday to Friday and no public holiday.
    public func isWorkedDay(_ day: CivilDay) -> Bool { !day.weekday.isWeekend && !contains(day) }

    /// Whether the day is a *jour ouvrable*: Monday to Saturday and no public holiday.
    public func isBusinessDay(_ day: CivilDay) -> Bool { day.weekday != .sunday && !contains(day) }

    /// The day itself when it is a *jour ouvré*, else the next one that is.
    public func workingDay(onOrAfter day: CivilDay) -> CivilDay {
        var day = day
        while !isWorkedDay(day), day < .last { day = day.adding(days: 1) }
        return day
    }
}

import CivilCalendar
import OpeningHours

/// Which days a rule holds on, day by day and as plainly as it can be said.
///
/// Shares nothing with the engine but the syntax tree and `CivilDay`: no masks, no tables, no years.
struct ReferenceDays {
    /// Whether a day is a holiday of a kind.
    let isHoliday: (HolidayKind, CivilDay) -> Bool

    func match(_ selectors: Selectors, _ day: CivilDay) -> Bool {
        if selectors.isAlways { return true }
        let year = day.year
        if !selectors.years.isEmpty, !selectors.years.contains(where: { Self.holds($0, year) }) {
            return false
        }
        if !selectors.dates.isEmpty, !selectors.dates.contains(where: { Self.holds($0, day) }) {
            return false
        }
        let week = Self.isoWeek(day)
        if !selectors.weeks.isEmpty, !selectors.weeks.contains(where: { Self.holds($0, week) }) {
            return false
        }
        let weekday = selectors.weekdays.contains { Self.holds($0, day) }
        let holiday = selectors.holidays.contains { isHoliday($0.kind, day.adding(days: -$0.dayShift)) }
        switch (selectors.weekdays.isEmpty, selectors.holidays.isEmpty) {
        case (true, true): return true
        case (false, true): return weekday
        case (true, false): return holiday
        case (false, false):
            switch selectors.holidayJoin {
            case .union: return weekday || holiday
            case .intersection: return weekday && holiday
            }
        }
    }

    static func holds(_ range: YearRange, _ year: Int) -> Bool {
        stride(from: range.first, through: range.last, by: range.step).contains(year)
    }

    static func holds(_ range: WeekRange, _ week: Int) -> Bool {
        if range.first > range.last { return week >= range.first || week <= range.last }
        return stride(from: range.first, through: range.last, by: range.step).contains(week)
    }

    /// The week of the Thursday of the same week, counted in that Thursday's year.
    static func isoWeek(_ day: CivilDay) -> Int {
        let thursday = day.adding(days: 4 - day.weekday.rawValue)
        return (thursday.dayOfYear - 1) / 7 + 1
    }

    static func holds(_ selector: WeekdaySelector, _ day: CivilDay) -> Bool {
        switch selector {
        case .range(let first, let last):
            var weekday = first
            while weekday != last {
                if weekday == day.weekday { return true }
                weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
            }
            return last == day.weekday
        case .nth(let weekday, let positions, let dayShift):
            let meant = day.adding(days: -dayShift)
            guard meant.weekday == weekday else { return false }
            let length = CivilDay.length(ofMonth: meant.month, year: meant.year)
            let fromStart = (meant.day - 1) / 7 + 1
            let fromEnd = -((length - meant.day) / 7 + 1)
            return positions.contains(fromStart) || positions.contains(fromEnd)
        }
    }
}

/// Dates: every year in which a range could have begun is tried.
extension ReferenceDays {
    static func holds(_ range: DateRange, _ day: CivilDay) -> Bool {
        switch range {
        case .months(let year, let first, let last):
            return years(year, around: day).contains { year in
                let endYear = last < first ? year + 1 : year
                guard let start = CivilDay(year: year, month: first, day: 1),
                    let end = CivilDay(
                        year: endYear, month: last, day: CivilDay.length(ofMonth: last, year: endYear))
                else { return false }
                return start <= day && day <= end
            }
        case .dates(let first, let last, let step):
            return years(first.year, around: day).contains { year in
                if first == last { return self.day(first, year, leapDay: .none) == day }
                guard let start = self.day(first, year, leapDay: .firstOfMarch),
                    let end = end(last, year, from: start)
                else { return false }
                return start <= day && day <= end && start.days(until: day) % step == 0
            }
        case .onwards(let first):
            return years(first.year, around: day).contains { year in
                guard let start = self.day(first, year, leapDay: .firstOfMarch) else { return false }
                return start <= day && (first.year != nil || day <= lastDay(year))
            }
        }
    }

    private static func years(_ year: Int?, around day: CivilDay) -> [Int] {
        year.map { [$0] } ?? Array(max(1, day.year - 4)...min(9999, day.year + 4))
    }

    private static func lastDay(_ year: Int) -> CivilDay {
        CivilDay(year: year, month: 12, day: 31) ?? .last
    }

    /// The same year's date, else the next year's when it would lie before the start.
    private static func end(_ bound: DateBound, _ year: Int, from start: CivilDay) -> CivilDay? {
        if let own = bound.year { return day(bound, own, leapDay: .lastOfFebruary) }
        guard let end = day(bound, year, leapDay: .lastOfFebruary) else { return nil }
        return end >= start ? end : day(bound, year + 1, leapDay: .lastOfFebruary)
    }

    /// Where 29 February goes in a common year.
    enum LeapDay { case none, firstOfMarch, lastOfFebruary }

    static func day(_ bound: DateBound, _ year: Int, leapDay: LeapDay) -> CivilDay? {
        guard var day = anchor(bound.anchor, year, leapDay) else { return nil }
        if let shift = bound.weekdayShift {
            repeat { day = day.adding(days: shift.isAfter ? 1 : -1) } while day.weekday != shift.weekday
        }
        return day.adding(days: bound.dayShift)
    }

    private static func anchor(_ anchor: DateBound.Anchor, _ year: Int, _ leapDay: LeapDay) -> CivilDay? {
        switch anchor {
        case .easter: return easter(year)
        case .day(let month, let number):
            if let day = CivilDay(year: year, month: month, day: number) { return day }
            switch leapDay {
            case .none: return nil
            case .firstOfMarch: return CivilDay(year: year, month: 3, day: 1)
            case .lastOfFebruary: return CivilDay(year: year, month: 2, day: 28)
            }
        case .weekday(let month, let weekday, let nth):
            let length = CivilDay.length(ofMonth: month, year: year)
            let days = (1...length).compactMap { CivilDay(year: year, month: month, day: $0) }
                .filter { $0.weekday == weekday }
            let index = nth > 0 ? nth - 1 : days.count + nth
            return days.indices.contains(index) ? days[index] : nil
        }
    }

    /// Easter Sunday by the tables of the Book of Common Prayer: the Sunday after the paschal full moon.
    ///
    /// Good for 1900 to 2199, in which the tables do not change.
    private static func easter(_ year: Int) -> CivilDay? {
        // Days from 21 March to the full moon; two of the thirty moons are a day early.
        var moon = (19 * (year % 19) + 24) % 30
        if moon == 29 || moon == 28 && year % 19 > 10 { moon -= 1 }
        guard let equinox = CivilDay(year: year, month: 3, day: 21) else { return nil }
        var sunday = equinox.adding(days: moon)
        repeat { sunday = sunday.adding(days: 1) } while sunday.weekday != .sunday
        return sunday
    }
}

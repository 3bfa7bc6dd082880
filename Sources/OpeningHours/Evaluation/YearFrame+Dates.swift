import CivilCalendar

extension YearFrame {
    /// The days of a range of dates.
    ///
    /// Ranges that begin up to three years before are looked at: a shift can move a date by a year, and a
    /// range can go over the turn of the year.
    func insert(_ range: DateRange, into mask: inout DayMask) {
        guard let year = range.year else {
            for year in year - 3...year + 2 { insert(range, beginningIn: year, into: &mask) }
            return
        }
        insert(range, beginningIn: year, into: &mask)
    }

    private func insert(_ range: DateRange, beginningIn year: Int, into mask: inout DayMask) {
        guard (1...9999).contains(year) else { return }
        switch range {
        case .months(_, let first, let last):
            let endYear = last < first ? year + 1 : year
            let start = Self.newYear(year) + Self.days(beforeMonth: first, year: year)
            let end = Self.newYear(endYear) + Self.days(beforeMonth: last + 1, year: endYear) - 1
            insert(start...end, into: &mask)
        case .dates(let first, let last, let step):
            guard first != last else {
                if let day = Self.day(first, year: year, .single) { insert(day...day, into: &mask) }
                return
            }
            guard let start = Self.day(first, year: year, .start),
                let end = Self.end(last, year: year, from: start), end >= start
            else { return }
            insert(start...end, step: step, into: &mask)
        case .onwards(let first):
            guard let start = Self.day(first, year: year, .start) else { return }
            let end = first.year == nil ? Self.newYear(year + 1) - 1 : Int(CivilDay.last.dayNumber)
            if start <= end { insert(start...end, into: &mask) }
        }
    }

    /// What a date is used for: it decides where 29 February goes in a common year.
    private enum Role { case single, start, end }

    /// The end of a range: in its own year, else the first one that does not lie before the start.
    private static func end(_ bound: DateBound, year: Int, from start: Int) -> Int? {
        if let own = bound.year { return day(bound, year: own, .end) }
        guard let end = day(bound, year: year, .end) else { return nil }
        return end >= start ? end : day(bound, year: year + 1, .end)
    }

    private static func day(_ bound: DateBound, year: Int, _ role: Role) -> Int? {
        guard let anchor = day(bound.anchor, year: year, role) else { return nil }
        var day = anchor
        if let shift = bound.weekdayShift {
            let ahead = (shift.weekday.rawValue - 1 - weekdayIndex(day) + 7) % 7
            if shift.isAfter { day += ahead == 0 ? 7 : ahead } else { day -= 7 - ahead }
        }
        return day + bound.dayShift
    }

    private static func day(_ anchor: DateBound.Anchor, year: Int, _ role: Role) -> Int? {
        switch anchor {
        case .easter: return Int(CivilDay.easterSunday(ofYear: year).dayNumber)
        case .weekday(let month, let weekday, let nth):
            return self.nth(nth, weekday, month: month, year: year)
        case .day(let month, let day):
            let first = newYear(year) + days(beforeMonth: month, year: year)
            if day <= CivilDay.length(ofMonth: month, year: year) { return first + day - 1 }
            switch role {
            case .single: return nil
            case .start: return first + day - 1
            case .end: return first + day - 2
            }
        }
    }

    /// The n-th weekday of a month, from its end when negative; nil when there is none.
    private static func nth(_ nth: Int, _ weekday: Weekday, month: Int, year: Int) -> Int? {
        let first = newYear(year) + days(beforeMonth: month, year: year)
        let length = CivilDay.length(ofMonth: month, year: year)
        let ahead = (weekday.rawValue - 1 - weekdayIndex(first) + 7) % 7
        let count = (length - ahead + 6) / 7
        let index = nth > 0 ? nth - 1 : count + nth
        return (0..<count).contains(index) ? first + ahead + index * 7 : nil
    }

    /// The days of the year before a month; month 13 is the year's length.
    private static func days(beforeMonth month: Int, year: Int) -> Int {
        let common = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
        return common[month - 1] + (month > 2 && CivilDay.isLeap(year: year) ? 1 : 0)
    }

    /// The days of a selector such as `Th[1,-1] +2 days`.
    func insert(
        nth weekday: Weekday, _ positions: [Int], dayShift: Int, into mask: inout DayMask
    ) {
        for year in year - 2...year + 1 {
            for month in 1...12 {
                for position in positions {
                    guard let day = Self.nth(position, weekday, month: month, year: year) else { continue }
                    insert(day + dayShift...day + dayShift, into: &mask)
                }
            }
        }
    }
}

extension DateRange {
    /// The year in which the range begins, when it happens only once.
    var year: Int? {
        switch self {
        case .months(let year, _, _): year
        case .dates(let first, _, _), .onwards(let first): first.year
        }
    }
}

import CivilCalendar

/// A set of the 366 dates of a leap year, 1 January being 0.
struct DateSet: Hashable {
    private(set) var isIn: [Bool]

    static let all = DateSet(isIn: [Bool](repeating: true, count: 366))

    private init(isIn: [Bool]) { self.isIn = isIn }

    init(_ dates: some Sequence<Int>) {
        isIn = [Bool](repeating: false, count: 366)
        for date in dates { isIn[date] = true }
    }

    /// The days before a month in a leap year; month 13 is the year's length.
    private static let starts = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366]

    fileprivate static func index(month: Int, day: Int) -> Int { starts[month - 1] + day - 1 }
}

extension DateSet {
    /// The dates of ranges, and the year that all of them name; all dates for no range.
    ///
    /// Nil when a range moves from year to year, counts in steps or goes over the end of a year that it names, or when
    /// not all name the same year.
    static func dates(of ranges: [DateRange]) -> (set: DateSet, year: Int?)? {
        guard let first = ranges.first else { return (.all, nil) }
        var set = DateSet([])
        for range in ranges {
            guard range.year == first.year, let ends = range.ends else { return nil }
            if ends.first > ends.last {
                guard first.year == nil else { return nil }
                for date in ends.first..<366 { set.isIn[date] = true }
                for date in 0...ends.last { set.isIn[date] = true }
            } else {
                for date in ends.first...ends.last { set.isIn[date] = true }
            }
        }
        return (set, first.year)
    }

    /// The ranges that say this set, in order.
    ///
    /// - Parameter year: the year they name; then none goes over the end of the year.
    func ranges(inYear year: Int?) -> [DateRange] {
        var isIn = isIn
        // A common year has no 29 February; counted with the day before it, it splits no range.
        if let year, !CivilDay.isLeap(year: year) { isIn[59] = isIn[58] }
        var runs: [ClosedRange<Int>] = []
        for date in isIn.indices where isIn[date] {
            if let last = runs.last, last.upperBound == date - 1 {
                runs[runs.count - 1] = last.lowerBound...date
            } else {
                runs.append(date...date)
            }
        }
        var ends = runs.map { (first: $0.lowerBound, last: $0.upperBound) }
        if year == nil, ends.count > 1, ends[0].first == 0, ends[ends.count - 1].last == 365 {
            let newYear = ends.removeFirst()
            ends[ends.count - 1].last = newYear.last
        }
        return ends.map { Self.range(from: $0.first, to: $0.last, year: year) }
    }

    private static func range(from first: Int, to last: Int, year: Int?) -> DateRange {
        let (start, end) = (monthAndDay(first), monthAndDay(last))
        if start.day == 1, starts[end.month] == last + 1 {
            return .months(year: year, first: start.month, last: end.month)
        }
        let bound = DateBound(year: year, .day(month: start.month, day: start.day))
        let length = year.map { CivilDay.length(ofMonth: end.month, year: $0) } ?? 31
        let endDay = min(end.day, length)
        guard (start.month, start.day) != (end.month, endDay) else {
            return .dates(first: bound, last: bound, step: 1)
        }
        return .dates(first: bound, last: DateBound(.day(month: end.month, day: endDay)), step: 1)
    }

    private static func monthAndDay(_ date: Int) -> (month: Int, day: Int) {
        var month = 1
        while starts[month] <= date { month += 1 }
        return (month, date - starts[month - 1] + 1)
    }

    fileprivate static func dates(ofMonths first: Int, _ last: Int) -> (first: Int, last: Int) {
        (starts[first - 1], starts[last] - 1)
    }
}

extension DateRange {
    /// The first and the last date; the last comes first when the range goes over the turn of the year.
    ///
    /// In common years, 29 February as a start is 1 March and as an end 28 February, so the set says the same.
    fileprivate var ends: (first: Int, last: Int)? {
        switch self {
        case .months(_, let first, let last): return DateSet.dates(ofMonths: first, last)
        case .dates(let first, let last, let step):
            guard step == 1, last.year == nil || last.year == first.year, let start = first.date,
                let end = last.date
            else { return nil }
            return (start, end)
        case .onwards(let first):
            guard first.year == nil, let start = first.date else { return nil }
            return (start, 365)
        }
    }
}

extension DateBound {
    fileprivate var date: Int? {
        guard weekdayShift == nil, dayShift == 0, case .day(let month, let day) = anchor else { return nil }
        return DateSet.index(month: month, day: day)
    }
}

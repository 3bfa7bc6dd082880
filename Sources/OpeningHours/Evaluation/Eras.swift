/// How the years share their tables.
///
/// The years that a schedule names, and the three before and after each, have tables of their own: a shift or a
/// range can reach so far. The years between form eras. In an era without easter, holidays and sun, years of
/// the same length and weekdays share one table; in another, each year has its own. Eras in which the same rules
/// hold share their tables too.
struct Eras: Sendable {
    struct Era: Sendable {
        let years: ClosedRange<Int>
        /// The same for eras that share tables; nil when each year has its own.
        let family: Int?
        /// Whether the schedule names one of the years.
        let isNamed: Bool

        /// Whether years of one kind share a table.
        var isRegular: Bool { family != nil }
    }

    /// In order, without gaps, from a year before the calendar to one after it.
    let all: [Era]
    /// The last year that is named, 0 for none.
    let lastNamedYear: Int

    /// Years on either side of a named one that it can change.
    private static let reach = 3
    /// Most years that `2000-2100/7` names one by one; a longer row makes its era irregular.
    private static let steppedYearsMax = 64

    init(_ rules: [CompiledRule]) {
        let named = Set(rules.flatMap(\.selectors.namedYears))
        lastNamedYear = named.max() ?? 0
        // At the edges of the calendar, ranges from beyond them are missing.
        let marks = named.union([1, 9999]).sorted()
        var all: [Era] = []
        var families: [[Bool]: Int] = [:]
        for mark in marks {
            let next = (all.last?.years.upperBound).map { $0 + 1 } ?? mark - Self.reach
            if next < mark - Self.reach {
                let years = next...mark - Self.reach - 1
                let family = Self.family(of: years, rules, &families)
                all.append(Era(years: years, family: family, isNamed: false))
            }
            let first = max(next, mark - Self.reach)
            all.append(Era(years: first...mark + Self.reach, family: nil, isNamed: true))
        }
        self.all = all
    }

    private static func family(
        of years: ClosedRange<Int>, _ rules: [CompiledRule], _ families: inout [[Bool]: Int]
    ) -> Int? {
        guard rules.allSatisfy({ $0.isRegular(in: years) }) else { return nil }
        let activity = rules.flatMap { $0.activity(in: years) }
        if let family = families[activity] { return family }
        families[activity] = families.count
        return families[activity]
    }

    /// The index of the era of a year in 1...9999.
    ///
    /// - Complexity: O(log eras)
    func index(of year: Int) -> Int {
        var (low, high) = (0, all.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].years.upperBound < year { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The numbers of the kinds of year, 0 to 27.
    static let kinds = 28

    /// Years of one kind have the same weekdays, weeks and dates.
    ///
    /// The year before counts too: the ISO week of 1 January depends on its length.
    @inline(__always)
    static func kind(ofYear year: Int, newYear: Int) -> Int {
        let isLeap = YearFrame.newYear(year &+ 1) &- newYear == 366
        let isAfterLeap = newYear &- YearFrame.newYear(year &- 1) == 366
        return YearFrame.weekdayIndex(newYear) &* 4 &+ (isLeap ? 2 : 0) &+ (isAfterLeap ? 1 : 0)
    }

    fileprivate static func isSteppedOneByOne(_ range: YearRange) -> Bool {
        (range.last - range.first) / range.step < steppedYearsMax
    }
}

extension CompiledRule {
    private func isActive(in era: ClosedRange<Int>) -> Bool {
        selectors.years.isEmpty
            || selectors.years.contains { $0.step == 1 && $0.contains(era.lowerBound) }
    }

    /// What there is to know about the rule in an era without a named year: whether it can match at all, and for
    /// each of its dates whether the era lies inside.
    fileprivate func activity(in era: ClosedRange<Int>) -> [Bool] {
        guard isActive(in: era) else { return [false] }
        return [true]
            + selectors.dates.map { range in
                guard let first = range.year else { return true }
                switch range {
                case .months: return false
                case .dates(_, let last, _):
                    return first < era.lowerBound && last.year ?? first > era.upperBound
                case .onwards: return first < era.lowerBound
                }
            }
    }

    /// Whether it has the same days in all years of one kind, the years being none that is named.
    fileprivate func isRegular(in era: ClosedRange<Int>) -> Bool {
        let years = selectors.years
        if years.contains(where: { range in
            range.step > 1 && !Eras.isSteppedOneByOne(range)
                && range.first <= era.upperBound && era.lowerBound <= range.last
        }) {
            return false
        }
        guard isActive(in: era) else { return true }
        let recurring = selectors.dates.filter { $0.year == nil }
        return !followsSun && selectors.holidays.isEmpty && selectors.weekdays.allSatisfy(\.isRegular)
            && recurring.allSatisfy { range in
                switch range {
                case .months: true
                case .dates(let first, let last, _): first.isRegular && last.isRegular
                case .onwards(let first): first.isRegular
                }
            }
    }
}

extension Selectors {
    fileprivate var namedYears: [Int] {
        let selected = years.flatMap { range in
            guard range.step > 1, Eras.isSteppedOneByOne(range) else {
                return range.last == 9999 ? [range.first] : [range.first, range.last]
            }
            return Array(stride(from: range.first, through: range.last, by: range.step))
        }
        let dated = dates.flatMap { range in
            switch range {
            case .months(let year, _, _): [year]
            case .dates(let first, let last, _): [first.year, last.year]
            case .onwards(let first): [first.year]
            }
        }
        return selected + dated.compactMap(\.self)
    }
}

extension WeekdaySelector {
    fileprivate var isRegular: Bool {
        switch self {
        case .range: true
        case .nth(_, _, let dayShift): abs(dayShift) <= 28
        }
    }
}

extension DateBound {
    /// A date shifted far can reach over two turns of the year, where the kind of year says too little.
    fileprivate var isRegular: Bool {
        switch anchor {
        case .easter: false
        case .day, .weekday: abs(dayShift) <= 28
        }
    }
}

import CivilCalendar
import Synchronization

/// A schedule made ready for one place: the tables of its days, each made when it is first needed.
///
/// Without dates, weeks, years and holidays there is a single table of seven days. Without easter and
/// holidays, there are 28 kinds of year after the last that is named. Every other year has a table of its
/// own. A table never changes; which thread made it does not matter.
final class Timetable: Sendable {
    let compiler: YearCompiler
    let zone: TimeZoneRules
    let comments: [String]
    /// The table of a week, Monday first, when that is all there is.
    let week: DayTable?
    /// The last year that is named, 0 for none.
    let lastNamedYear: Int
    /// Whether the years after the last named one come in kinds.
    let isRegular: Bool
    /// The kinds of year, then the years from 1970.
    private let slots: [128 of AtomicLazyReference<DayTable>]
    private let others = Mutex<[Int: DayTable]>([:])

    private static let kinds = 28
    private static let firstSlotYear = 1970
    /// Most tables of years outside 1970 to 2069 that are kept.
    private static let othersMax = 512

    init(_ schedule: Schedule, in place: Place) {
        var comments: [String] = []
        var numbers: [String: UInt16] = [:]
        let rules = schedule.rules.enumerated().map { index, rule in
            guard let comment = rule.comment else { return CompiledRule(rule, index: index, comment: 0) }
            let number = numbers[comment] ?? UInt16(comments.count + 1)
            if numbers.updateValue(number, forKey: comment) == nil { comments.append(comment) }
            return CompiledRule(rule, index: index, comment: number)
        }
        self.comments = comments
        zone = place.timeZone
        compiler = YearCompiler(painter: DayPainter(rules: rules), holidays: place.holidays)
        week = Self.week(schedule, rules)
        isRegular = schedule.rules.allSatisfy(\.selectors.isRegular)
        lastNamedYear = schedule.rules.map(\.selectors.lastNamedYear).max() ?? 0
        slots = .init { _ in AtomicLazyReference() }
    }

    /// The table of the year, its first day being 1 January.
    ///
    /// - Parameter year: 1 to 9999.
    func table(year: Int) -> DayTable {
        // A range or a shift can reach two years beyond the year that is named.
        let comesInKinds = isRegular && year > lastNamedYear + 2
        let slot = comesInKinds ? Self.kind(ofYear: year) : year - Self.firstSlotYear + Self.kinds
        guard slot < slots.count, comesInKinds || slot >= Self.kinds else { return otherTable(year) }
        if let table = slots[slot].load() { return table }
        return slots[slot].storeIfNil(compiler.table(year: year))
    }

    private func otherTable(_ year: Int) -> DayTable {
        if let table = others.withLock({ $0[year] }) { return table }
        let table = compiler.table(year: year)
        others.withLock { tables in
            if tables.count >= Self.othersMax { tables.removeAll() }
            tables[year] = table
        }
        return table
    }

    /// Years of one kind have the same weekdays, weeks and dates.
    ///
    /// The year before counts too: the ISO week of 1 January depends on its length.
    private static func kind(ofYear year: Int) -> Int {
        let weekday = YearFrame.weekdayIndex(YearFrame.newYear(year))
        let isLeap = CivilDay.isLeap(year: year)
        let isAfterLeap = CivilDay.isLeap(year: year - 1)
        return weekday * 4 + (isLeap ? 2 : 0) + (isAfterLeap ? 1 : 0)
    }

    private static func week(_ schedule: Schedule, _ rules: [CompiledRule]) -> DayTable? {
        var sets = [MatchSet](repeating: MatchSet(count: rules.count), count: 7)
        for (index, rule) in schedule.rules.enumerated() {
            guard let mask = rule.weekdayMask else { return nil }
            for day in 0..<7 where mask >> UInt8(day) & 1 == 1 { sets[day].insert(index) }
        }
        var interner = DayInterner(painter: DayPainter(rules: rules))
        let plans = (0..<7).map { interner.plan(today: [sets[$0]], yesterday: [sets[($0 + 6) % 7]]) }
        return DayTable(plans: plans, days: interner.days)
    }
}

extension Selectors {
    /// Whether years of the same length and weekdays have the same days, named years apart.
    fileprivate var isRegular: Bool {
        holidays.isEmpty && weekdays.allSatisfy(\.isRegular)
            && years.allSatisfy { $0.step == 1 || $0.last < 9999 }
            && dates.allSatisfy { range in
                switch range {
                case .months: true
                case .dates(let first, let last, _): first.isRegular && last.isRegular
                case .onwards(let first): first.isRegular
                }
            }
    }

    fileprivate var lastNamedYear: Int {
        let selected = years.map { $0.last == 9999 ? $0.first : $0.last }
        let dated = dates.map { range in
            switch range {
            case .months(let year, _, _): year ?? 0
            case .dates(let first, let last, _): max(first.year ?? 0, last.year ?? 0)
            case .onwards(let first): first.year ?? 0
            }
        }
        return (selected + dated).max() ?? 0
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

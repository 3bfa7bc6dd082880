import CivilCalendar
import Synchronization

/// A schedule made ready for one place: the tables of its days, each made when it is first needed.
///
/// Without dates, weeks, years and holidays there is a single table of seven days. Otherwise years share tables
/// as `Eras` says. A table never changes; which thread made it does not matter.
final class Timetable: Sendable {
    let compiler: YearCompiler
    let zone: TimeZoneRules
    let comments: CommentList
    let eras: Eras
    /// The table of a week, Monday first, when that is all there is.
    let week: DayTable?
    /// The regular era whose tables are quickest to find: the last one that reaches into the years with a slot.
    private let mainEra: ClosedRange<Int>
    private let mainFamily: Int?
    /// The tables of the kinds of year of the main era, then of each year from 1970; those of the main era are the same.
    private let shelf: TableShelf
    private let others = Mutex(OtherTables())
    /// Memory that tables of other years take, in bytes.
    var othersSize: Int { others.withLock(\.size) }
    /// How many tables were made, for tests of cost.
    let tablesMade = Atomic<Int>(0)

    private static let firstSlotYear = 1970
    private static let slotYears = firstSlotYear...firstSlotYear + 99

    init(_ schedule: Schedule, in place: Place) {
        var comments: [String] = []
        var numbers: [String: UInt16] = [:]
        let sun = place.position.map { SunClock(coordinates: $0.coordinates, zone: place.timeZone) }
        let rules = schedule.rules.enumerated().map { index, rule in
            guard let comment = rule.comment else {
                return CompiledRule(rule, index: index, comment: 0, sun: sun)
            }
            let number = numbers[comment] ?? UInt16(clamping: comments.count + 1)
            if numbers.updateValue(number, forKey: comment) == nil { comments.append(comment) }
            return CompiledRule(rule, index: index, comment: number, sun: sun)
        }
        self.comments = CommentList(comments)
        zone = place.timeZone
        compiler = YearCompiler(rules: rules, holidays: place.holidays)
        week = compiler.week()
        let eras = Eras(rules)
        self.eras = eras
        let main = eras.all.last { $0.isRegular && $0.years.overlaps(Self.slotYears) }
        mainEra = main?.years ?? Self.noYears
        mainFamily = main?.family
        shelf = week == nil ? TableShelf() : Self.emptyShelf
    }

    private static let noYears = 0...0
    /// Largest table on the shelf, in bytes; a usual one has some 4,000.
    private static let shelvedSizeMax = 512 << 10
    /// For a week, which puts nothing there.
    private static let emptyShelf = TableShelf()

    /// The days around a day of the calendar.
    @inline(__always)
    func chunk(around day: Int) -> Chunk {
        if let week {
            return Chunk(view: week.view, firstDay: day &- YearFrame.weekdayIndex(day), year: nil, keep: nil)
        }
        let (year, newYear) = YearFrame.year(of: day)
        return chunk(year: year, newYear: newYear)
    }

    /// The days of a year in 1...9999, where a week does not say everything.
    @inline(__always)
    func chunk(year: Int, newYear: Int) -> Chunk {
        // Years that are asked for most have a slot of their own, also where they share a table with others.
        if Self.slotYears.contains(year) {
            return chunk(Eras.kinds &+ year &- Self.firstSlotYear, year: year, newYear: newYear)
        }
        guard mainEra.contains(year) else { return otherChunk(year: year, newYear: newYear) }
        return chunk(Eras.kind(ofYear: year, newYear: newYear), year: year, newYear: newYear)
    }

    @inline(__always)
    private func chunk(_ slot: Int, year: Int, newYear: Int) -> Chunk {
        guard let view = shelf.view(slot) else { return newChunk(slot, year: year, newYear: newYear) }
        return Chunk(view: view, firstDay: newYear, year: year, keep: nil)
    }

    /// A table goes to the shelf for good, unless it is so large that a hundred of them would be too much.
    @inline(never)
    private func newChunk(_ slot: Int, year: Int, newYear: Int) -> Chunk {
        let kind = Eras.kind(ofYear: year, newYear: newYear)
        guard slot == kind || !mainEra.contains(year) else {
            // The years of a kind share one table.
            let chunk = chunk(kind, year: year, newYear: newYear)
            if let table = shelf.table(kind) { _ = shelf.put(table, slot) }
            return chunk
        }
        let key = OtherTables.Key(family: nil, number: -slot)
        let table = others.withLock { $0.tables[key] } ?? table(year: year)
        guard table.size > Self.shelvedSizeMax else {
            return Chunk(view: shelf.put(table, slot), firstDay: newYear, year: year, keep: nil)
        }
        others.withLock { $0.insert(table, key) }
        return Chunk(view: table.view, firstDay: newYear, year: year, keep: table)
    }

    @inline(never)
    private func otherChunk(year: Int, newYear: Int) -> Chunk {
        let family = eras.all[eras.index(of: year)].family
        let kind = Eras.kind(ofYear: year, newYear: newYear)
        if family != nil, family == mainFamily { return chunk(kind, year: year, newYear: newYear) }
        let key = OtherTables.Key(family: family, number: family == nil ? year : kind)
        let kept = others.withLock { $0.tables[key] }
        let table = kept ?? table(year: year)
        if kept == nil { others.withLock { $0.insert(table, key) } }
        return Chunk(view: table.view, firstDay: newYear, year: year, keep: table)
    }

    @inline(never)
    private func table(year: Int) -> DayTable {
        tablesMade.add(1, ordering: .relaxed)
        return compiler.table(year: year)
    }
}

/// Days in a row with their table.
struct Chunk {
    let view: DayView
    /// The day number of the table's first day.
    let firstDay: Int
    /// Nil for a week.
    let year: Int?
    /// Keeps the table alive when the timetable may let it go; whoever has the others keeps the timetable.
    let keep: DayTable?
}

/// Tables of years that are asked for less often.
private struct OtherTables {
    struct Key: Hashable {
        let family: Int?
        let number: Int
    }

    private(set) var tables: [Key: DayTable] = [:]
    private(set) var size = 0

    /// Most memory that is kept here, in bytes.
    private static let sizeMax = 16 << 20

    mutating func insert(_ table: DayTable, _ key: Key) {
        if size + table.size > Self.sizeMax {
            tables.removeAll()
            size = 0
        }
        if tables.updateValue(table, forKey: key) == nil { size += table.size }
    }
}

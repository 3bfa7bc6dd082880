import CivilCalendar
import Synchronization
import Testing

@testable import OpeningHours

@Suite("Cost of evaluation")
struct CostTests {
    static let year = Instant(secondsSinceEpoch: 1_767_222_000)..<Instant(secondsSinceEpoch: 1_798_758_000)

    @Test(
        "a year of intervals needs few different days",
        arguments: [
            ("Mo-Fr 09:00-18:00", 0, 2),
            ("Mo-Sa 06:00-24:00; Su 10:00-19:00; PH off", 1, 4),
            ("Apr 01-Oct 15 Mo-Fr 09:00-19:00; Fr 22:00-04:00", 1, 6),
            ("week 01-53/2 Mo-Fr 09:00-12:00", 1, 2),
        ])
    func plans(text: String, tables: Int, plansMax: Int) throws {
        let evaluator = try Sample.evaluator(text)

        let count = evaluator.intervals(in: Self.year).reduce(0) { count, _ in count + 1 }

        #expect(count > 2)
        #expect(evaluator.tablesMade == tables)
        let plans = evaluator.timetable.week ?? evaluator.timetable.compiler.table(year: 2026)
        #expect(plans.planCount <= plansMax)
    }

    @Test("the question for a year is paid once")
    func tablesAreKept() throws {
        let evaluator = try Sample.evaluator("Mo-Fr 09:00-18:00; PH off")

        for moment in 0..<100 { _ = evaluator.isOpen(at: Self.year.lowerBound.adding(hours: moment * 80)) }

        #expect(evaluator.tablesMade == 1)
    }

    @Test(
        "a search for a far year skips what is alike",
        arguments: [
            ("9998 Jan 01 10:00-12:00", 40), ("9990+ Mo 10:00-12:00", 40),
            ("9000-9998 week 20 off, 9998 unknown", 60),
            ("2026 off; 9000 Mar 01 off; 9004 Feb 29 10:00-12:00", 60),
        ])
    func farYears(text: String, tablesMax: Int) throws {
        let evaluator = try Sample.evaluator(text)

        let change = evaluator.nextChange(after: Self.year.lowerBound)

        #expect(change != nil)
        #expect(evaluator.tablesMade <= tablesMax)
    }

    @Test(
        "a search for what never comes ends early",
        arguments: [
            ("24/7", 0), ("off", 0), ("PH off", SearchLimit.singlesInEraMax + 1),
            ("Mo-Su 00:00-24:00; easter open", SearchLimit.singlesInEraMax + 1), ("Jan 01-Dec 31", 28),
        ])
    func neverChanging(text: String, tablesMax: Int) throws {
        let evaluator = try Sample.evaluator(text)

        let change = evaluator.nextChange(after: Self.year.lowerBound)

        #expect(change == nil)
        #expect(evaluator.tablesMade <= tablesMax)
    }

    @Test("many named years with holidays end at the limit for all of them")
    func manyEras() throws {
        let rules = stride(from: 2000, to: 9900, by: 40).map { "\($0) PH off" }
        let evaluator = try Sample.evaluator(rules.joined(separator: "; "))

        let change = evaluator.nextChange(after: Self.year.lowerBound)

        #expect(change == nil)
        // Beside the single years, the kinds of year and the hundred years with a slot of their own.
        #expect(evaluator.tablesMade <= SearchLimit.singlesMax + Eras.kinds + 100)
    }

    @Test("years far apart do not grow what is kept beyond its limit")
    func keptTables() throws {
        let evaluator = try Sample.evaluator("easter 10:00-12:00")

        for year in 1...9999 {
            let day = try #require(CivilDay(year: year, month: 6, day: 1))
            #expect(!evaluator.isOpen(at: TimeZoneRules.utc.startOfDay(day)))
        }

        #expect(evaluator.tablesMade == 9999)
        #expect(evaluator.timetable.othersSize <= 16 << 20)
    }

    @Test("a schedule of hundreds of spans on days that all differ keeps memory and searches bounded")
    func hugeTables() throws {
        let spans = (0..<400).reversed().map { minute in
            let (hour, rest) = (minute / 30, minute % 30 * 2)
            let start = "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
            let end = "\(hour < 10 ? "0" : "")\(hour):\(rest < 9 ? "0" : "")\(rest + 1)"
            return "\(start)-\(end)"
        }
        let weeks = (2...9).map { ", week 01-53/\($0) 23:2\($0)-23:3\($0) off" }.joined()
        let weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa"].map { ", \($0) 23:40-23:50 off" }.joined()
        let evaluator = try Sample.evaluator(
            "\(spans.joined(separator: ",")) unknown\(weeks)\(weekdays), PH 23:59-24:00 off, 9000 easter open"
        )

        let opening = try #require(evaluator.nextOpening(onOrAfter: Self.year.lowerBound))

        #expect(try Sample.zone("Europe/Paris").day(at: opening) == CivilDay.easterSunday(ofYear: 9000))
        #expect(evaluator.tablesMade <= 30)
        #expect(evaluator.timetable.othersSize <= 16 << 20)
    }

    @Test("threads that ask at once agree, and each table is kept once")
    func threads() async throws {
        let evaluator = try Sample.evaluator("Mo-Fr 09:00-18:00; PH off; easter 10:00-12:00")
        let moments = (0..<2000).map { Self.year.lowerBound.adding(hours: $0 * 97) }
        let expected = try Self.answers(
            Sample.evaluator("Mo-Fr 09:00-18:00; PH off; easter 10:00-12:00"), moments)

        let answers = await withTaskGroup(of: [Bool].self) { group in
            for _ in 0..<8 { group.addTask { Self.answers(evaluator, moments) } }
            return await group.reduce(into: [[Bool]]()) { $0.append($1) }
        }

        #expect(answers.count == 8)
        #expect(answers.allSatisfy { $0 == expected })
    }

    private static func answers(_ evaluator: Evaluator, _ moments: [Instant]) -> [Bool] {
        moments.map { evaluator.isOpen(at: $0) }
    }
}

extension Evaluator {
    fileprivate var tablesMade: Int { timetable.tablesMade.load(ordering: .relaxed) }
}

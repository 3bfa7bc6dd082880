import CivilCalendar
import Foundation
import OpeningHours
import Testing

@Suite("The article on the language says what the engine does")
struct ArticleTests {
    /// A block of code of the article.
    struct Block {
        let language: String
        let lines: [String]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private static func blocks(_ language: String) throws -> [Block] {
        let article = folder.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/OpeningHours/OpeningHours.docc/FrenchOpeningHours.md")
        let text = try String(contentsOf: article, encoding: .utf8)
        // Between the fences stand, in turn, prose and blocks.
        let parts = text.components(separatedBy: "```")
        return stride(from: 1, to: parts.count, by: 2).map { index in
            let lines = parts[index].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            return Block(language: lines[0], lines: Array(lines.dropFirst().dropLast()))
        }.filter { $0.language == language }
    }

    @Test("every drawn day is what its value says, and every value is canonical and strict")
    func drawings() throws {
        let blocks = try Self.blocks("hours")
        let paris = try Sample.paris()

        #expect(blocks.count >= 25)
        for block in blocks {
            let text = try #require(block.lines.first)
            let schedule = try Schedule(parsing: text)
            let evaluator = Evaluator(schedule, in: paris)
            for line in block.lines.dropFirst() {
                let day = try #require(CivilDay(String(line.prefix(10))), "\(line)")
                let drawn = evaluator.drawing(of: day, zone: paris.timeZone)
                #expect(drawn == String(line.dropFirst(11)), "\(text) on \(day)")
            }
        }
    }

    @Test("what the article calls refused is refused, with the suggestion it names or none")
    func refused() throws {
        let blocks = try Self.blocks("refused")

        #expect(blocks.count >= 5)
        for block in blocks {
            let text = try #require(block.lines.first)
            let error = #expect(throws: ParseError.self) { try Schedule(parsing: text) }
            let suggestion = block.lines.count > 1 ? block.lines[1] : nil
            #expect(error?.suggestion == suggestion, "\(text)")
        }
    }

    @Test("the warnings that the article speaks of are given")
    func warnings() {
        #expect(Schedule.parse("PH off; Mo-Fr 10:00-12:00").diagnostics.map(\.code) == [.holidayRuleShadowed])
        #expect(
            Schedule.parse("Th 22:00-04:00; Fr 10:00-12:00").diagnostics.map(\.code)
                == [.overnightCutByLaterRule])
    }

    @Test("nights over a clock change are as long as the article says")
    func nights() throws {
        let evaluator = try Sample.evaluator("22:00-06:00")
        let spring =
            try Instant(parsing: "2026-03-28T12:00+01:00")..<Instant(parsing: "2026-03-29T12:00+02:00")
        let autumn =
            try Instant(parsing: "2026-10-24T12:00+02:00")..<Instant(parsing: "2026-10-25T12:00+01:00")

        #expect(evaluator.duration(of: .open, in: spring) == .seconds(7 * 3600))
        #expect(evaluator.duration(of: .open, in: autumn) == .seconds(9 * 3600))
    }

    @Test("the Swift of the article is the Swift of this test, and does what is said")
    func swift() throws {
        let block = try #require(try Self.blocks("swift").first)
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let own = source.filter { !$0.isWhitespace }

        let schedule = try Schedule(parsing: "Mo-Fr 09:00-18:00; PH off")
        let paris = Place(
            timeZone: try TimeZoneDatabase().rules(for: "Europe/Paris"), holidays: FrenchHolidays(.metropole))
        let evaluator = Evaluator(schedule, in: paris)
        let moment = try Instant(parsing: "2026-12-24T17:30:00+01:00")
        var found: [Any] = []
        found += [
            evaluator.isOpen(at: moment),
            evaluator.nextChange(after: moment)?.secondsSinceEpoch ?? 0,
            evaluator.nextOpening(onOrAfter: moment.adding(hours: 1))?.secondsSinceEpoch ?? 0,
        ]
        var printed: [String] = []
        func print(_ from: String, _ to: String) { printed.append("\(from) \(to)") }
        for interval in evaluator.intervals(in: moment..<moment.adding(hours: 168))
        where interval.state == .open {
            print(
                paris.timeZone.text(interval.range.lowerBound), paris.timeZone.text(interval.range.upperBound)
            )
        }

        for line in block.lines where !line.isEmpty {
            #expect(own.contains(line.filter { !$0.isWhitespace }), "\(line)")
        }
        #expect(found[0] as? Bool == true)
        #expect(found[1] as? Int64 == moment.adding(seconds: 1800).secondsSinceEpoch)
        let monday = try Instant(parsing: "2026-12-28T09:00:00+01:00")
        #expect(found[2] as? Int64 == monday.secondsSinceEpoch)
        #expect(printed.count == 5)
        #expect(printed[1] == "2026-12-28T09:00:00+01:00 2026-12-28T18:00:00+01:00")
    }
}

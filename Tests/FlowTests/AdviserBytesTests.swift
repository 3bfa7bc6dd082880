import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText
import Testing

@Suite("The bytes of the adviser's decisions")
struct AdviserBytesTests {
    /// The first moment of every case: each way to say something, and not each minute around it.
    private static let rows: [AdviserRow] = {
        var seen: Set<String> = []
        return AdviserTable.rows.filter { seen.insert($0.name).inserted }
    }()

    private func bytes(_ row: AdviserRow, by program: Program, language: Language) throws -> [UInt8] {
        let now = try Instant(parsing: row.moment)
        let loaded = try program.reader.read(row.json, decidedAt: now)
        let decision = try program.deciding.decide(loaded.facts, at: now)
        let rendering = Rendering(program.deciding, program: "0.0.0")
        var writer = JSONWriter()
        try rendering.write(decision, of: loaded, isFull: true, language: language, to: &writer)
        return writer.bytes
    }

    @Test(
        "two programs write the same bytes for the same case, directory and moment",
        arguments: [Language.french, .english])
    func same(language: Language) throws {
        let one = try Repository.program()
        let other = try Repository.program()

        for row in Self.rows {
            let first = try bytes(row, by: one, language: language)

            #expect(!first.isEmpty)
            #expect(try bytes(row, by: other, language: language) == first, "\(row.place)")
        }
    }

    @Test("the order in which a case tells of its contacts does not matter")
    func orderOfHistory() throws {
        let program = try Repository.program()

        for row in Self.rows {
            let now = try Instant(parsing: row.moment)
            let facts = try program.reader.read(row.json, decidedAt: now).facts
            guard Set(facts.history.map(\.at)).count > 1 else { continue }
            var turned = facts
            turned.history.reverse()

            let one = try program.deciding.decide(facts, at: now)
            let other = try program.deciding.decide(turned, at: now)

            #expect(one.outcome == other.outcome, "\(row.place)")
            #expect(one.usable.map(\.channel) == other.usable.map(\.channel), "\(row.place)")
            #expect(one.refused.map(\.objections) == other.refused.map(\.objections), "\(row.place)")
        }
    }
}

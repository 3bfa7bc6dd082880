import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Testing

@Suite("The adviser's table of cases")
struct AdviserTableTests {
    private static let program: Program = {
        do { return try Repository.program() } catch {
            preconditionFailure("the program cannot be made: \(error)")
        }
    }()

    private func check(_ row: AdviserRow) throws -> AdviserChecking {
        let now = try Instant(parsing: row.moment)
        let loaded = try Self.program.reader.read(row.json, decidedAt: now)
        return AdviserChecking(
            try Self.program.deciding.decide(loaded.facts, at: now), of: loaded.facts)
    }

    @Test("the decision is the adviser's, for the adviser's reason", arguments: AdviserTable.rows)
    func row(row: AdviserRow) throws {
        let checking = try check(row)

        for expectation in row.expectations {
            let complaint = checking.complaint(about: expectation)
            #expect(
                complaint == nil,
                "\(row.place) \(expectation.word) \(expectation.arguments.joined(separator: " ")) | \(row.because)"
            )
        }
    }

    @Test(
        "an expectation that does not hold is told",
        arguments: [
            "best mediator", "wait 2026-11-26T00:00+01", "none private-seller", "usable mediator", "not chat",
            "absent chat", "refused chat closed", "refused mediator professional", "only mediator closed",
            "from mediator 2026-11-26T00:00+01", "names bank-chargeback order.amount", "since odr 2025-07-21",
            "missing chat order.number", "dials phone +33174181038", "reason safety-first", "rung formal",
            "asked yes", "next pharos",
            "last delivery 2026-11-25", "safe delivery 2026-11-24", "opens delivery 2026-11-24T00:00+01",
            "runs delivery", "over mediation", "without delivery", "no-such-word chat", "best",
        ])
    func falseExpectations(text: String) throws {
        let row = try #require(AdviserTable.rows.first { $0.name == "a parcel is one day late" })
        let words = text.split(separator: " ").map(String.init)
        let checking = try check(row)

        let complaint = checking.complaint(
            about: .init(word: words[0], arguments: Array(words.dropFirst())))

        #expect(complaint != nil)
    }

    // MARK: What the table covers

    @Test("the table holds at least 400 moments of at least 250 cases")
    func size() {
        #expect(AdviserTable.rows.count >= 400)
        #expect(Set(AdviserTable.rows.map(\.name)).count >= 250)
    }

    /// Everything that some row expects something of.
    private func expected(_ words: Set<String>, from place: Int = 0) -> Set<String> {
        Set(AdviserTable.rows.flatMap { $0.arguments(of: words) }.flatMap { $0.dropFirst(place) })
    }

    private func firsts(_ words: Set<String>) -> Set<String> {
        Set(AdviserTable.rows.flatMap { $0.arguments(of: words) }.compactMap(\.first))
    }

    private func stated(_ path: String) -> Set<String> {
        Set(AdviserTable.rows.compactMap { $0.facts[path] })
    }

    @Test("every kind of issue has a case", arguments: IssueKind.allCases)
    func issues(kind: IssueKind) { #expect(stated("issue.kind").contains(kind.rawValue)) }

    @Test("every region has a case", arguments: FrenchRegion.allCases)
    func regions(region: FrenchRegion) { #expect(stated("consumer.region").contains(region.rawValue)) }

    @Test("every merchant of the directory has a case")
    func merchants() {
        let merchants = Self.program.deciding.directory.directory.merchants.map(\.id.text)

        #expect(merchants.count >= 13)
        #expect(Set(merchants).subtracting(stated("merchant")).sorted() == [])
    }

    @Test("every channel is expected somewhere, and refused somewhere else")
    func channels() throws {
        let now = try Instant(parsing: "2026-11-25T10:00:00+01:00")
        let row = try #require(AdviserTable.rows.first)
        let loaded = try Self.program.reader.read(row.json, decidedAt: now)
        let decision = try Self.program.deciding.decide(loaded.facts, at: now)
        let offered = Set(decision.usable.map(\.channel.text) + decision.refused.map(\.channel.text))
        let ended: Set = ["odr", "bloctel"]

        let usable = expected(["best", "usable"])
        let refused = firsts(["refused", "only"]).union(expected(["not"]))

        #expect(offered.count >= 30)
        #expect(offered.subtracting(ended).subtracting(usable).sorted() == [])
        #expect(offered.subtracting(refused).sorted() == [])
    }

    @Test("every right has a row that computes it", arguments: RightName.allCases)
    func rights(right: RightName) {
        #expect(firsts(["last", "opens"]).contains(right.rawValue))
    }

    @Test(
        "every rung of the ladder is reached",
        arguments: ["informal", "guarantee", "formal", "mediation", "conciliation", "court"])
    func rungs(rung: String) { #expect(firsts(["rung"]).contains(rung)) }

    @Test("every objection is raised", arguments: ObjectionCode.allCases)
    func objections(code: ObjectionCode) {
        #expect(expected(["refused", "only"], from: 1).contains(code.rawValue))
    }

    @Test("every reason for nothing, and every answer about a channel asked for, is given")
    func answers() {
        #expect(NothingReason.allCases.allSatisfy { firsts(["none"]).contains($0.rawValue) })
        #expect(AskedAnswer.Answer.allCases.allSatisfy { firsts(["asked"]).contains($0.rawValue) })
        #expect(!firsts(["wait"]).isEmpty)
    }

    @Test("every outcome of an earlier contact has a case", arguments: PastContact.Outcome.allCases)
    func outcomes(outcome: PastContact.Outcome) {
        let texts = AdviserTable.rows.map { String(decoding: $0.json, as: UTF8.self) }

        #expect(texts.contains { $0.contains("\"outcome\":\"\(outcome.rawValue)\"") })
    }
}

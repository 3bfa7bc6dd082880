import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Foundation
import Testing

/// A case with the decision of a competent adviser and the reason, as the advisers wrote it down.
struct WorkedCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Expected: Decodable, Sendable {
        let best: String
        let acceptable: [String]
        let mustNot: [String]
        let because: String
        let waitUntil: String?
        let outcomeMustNot: [String]?
    }

    let id: String
    let now: String
    let expect: Expected

    var testDescription: String { id }

    static let file = "Tests/FlowTests/Cases/worked-cases.json"

    static let all: [WorkedCase] = {
        do {
            return try JSONDecoder().decode([WorkedCase].self, from: Data(try Repository.bytes(file)))
        } catch {
            preconditionFailure("the worked cases cannot be read: \(error)")
        }
    }()

    /// The case's own bytes, for the reader that every case goes through.
    func bytes() throws -> [UInt8] {
        let all =
            try JSONSerialization.jsonObject(with: Data(try Repository.bytes(Self.file))) as? [[String: Any]]
        let item = try #require(all?.first { $0["id"] as? String == id })
        let facts = try #require(item["case"])
        return [UInt8](try JSONSerialization.data(withJSONObject: facts))
    }
}

@Suite("The worked cases of a competent adviser")
struct WorkedCasesTests {
    private let program: Program

    init() throws { program = try Repository.program() }

    private func decide(_ worked: WorkedCase) throws -> Decision {
        let now = try Instant(parsing: worked.now)
        let loaded = try program.reader.read(try worked.bytes(), decidedAt: now)
        return try program.deciding.decide(loaded.facts, at: now)
    }

    @Test("there are fourteen of them")
    func count() { #expect(WorkedCase.all.count == 14) }

    @Test("the best channel, or the outcome, is the adviser's", arguments: WorkedCase.all)
    func best(worked: WorkedCase) throws {
        let decision = try decide(worked)

        let answer =
            switch decision.outcome {
            case .contact: decision.best?.channel.text ?? "nothing"
            case .wait: "wait"
            case .none: "none"
            }
        #expect(
            answer == worked.expect.best || worked.expect.acceptable.contains(answer),
            "\(worked.expect.because)")
        for outcome in worked.expect.outcomeMustNot ?? [] { #expect(answer != outcome) }
    }

    @Test("nothing that the adviser forbids is usable", arguments: WorkedCase.all)
    func forbidden(worked: WorkedCase) throws {
        let usable = try decide(worked).usable.map(\.channel.text)

        for channel in worked.expect.mustNot {
            #expect(!usable.contains(channel), "\(worked.expect.because)")
        }
    }

    @Test("the moment to wait for is exact", arguments: WorkedCase.all.filter { $0.expect.waitUntil != nil })
    func waitUntil(worked: WorkedCase) throws {
        let decision = try decide(worked)

        guard case .wait(let until, _) = decision.outcome else {
            Issue.record("the outcome is not to wait")
            return
        }
        let expected = try #require(worked.expect.waitUntil)
        #expect(try until == Instant(parsing: expected))
    }

    @Test(
        "it is right for the adviser's reason",
        arguments: [
            ("w01-sunday-before-opening", "phone", "closed"),
            ("w02-sunday-damaged-item", "marketplace-guarantee", "wrong-seller"),
            ("w03-english-speaker", "mediator", "written-complaint-missing"),
            ("w04-third-party-30h-silence", "marketplace-guarantee", "too-early"),
            ("w05-third-party-49h-silence", "bank-chargeback", "fact-unknown"),
            ("w06-third-party-fulfilled-by-amazon", "marketplace-guarantee", "wrong-seller"),
            ("w07-asks-for-odr", "odr", "service-closed"),
            ("w08-suspicious-sms", "bloctel", "service-closed"),
            ("w09-withdrawal-last-day-23h", "registered-mail", "too-late"),
            ("w10-refund-overdue-broken-promise", "mediator", "written-complaint-missing"),
            ("w11-letter-ignored-mediator", "registered-mail", "already-tried"),
            ("w12-mediator-too-late", "mediator", "too-late"),
            ("w13-prime-cancellation", "phone", "closed"),
            ("w14-account-hacked-cannot-log-in", "chat", "needs-login"),
        ])
    func reason(id: String, channel: String, code: String) throws {
        let worked = try #require(WorkedCase.all.first { $0.id == id })

        let refused = try #require(try decide(worked).refused.first { $0.channel.text == channel })

        #expect(refused.objections.map(\.code.rawValue).contains(code))
    }
}

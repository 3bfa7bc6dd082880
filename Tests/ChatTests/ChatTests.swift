import ChannelPluginKit
import ChannelPluginTesting
import Chat
import ContactRouting
import LetterTestSupport
import LetterWriting
import Testing

@Suite("Chat")
struct ChatTests {
    static func request(_ change: (inout ContactCase) -> Void = { _ in }) -> PreparationRequest {
        var facts = Sample.refundOverdue
        change(&facts)
        return Sample.request(.chat, facts, plan: Sample.plan(facts, through: .chat))
    }

    static func texts(_ request: PreparationRequest) async throws -> [String] {
        try await ChatPlugin().prepare(request).artifacts.map {
            String(decoding: $0.bytes.reveal(), as: UTF8.self)
        }
    }

    @Test("it keeps the contract of every channel plugin")
    func contract() async {
        var subject = ContractSubject(ChatPlugin(), requests: [Self.request()])
        subject.tooLarge = [
            Self.request { $0.issue.description = Private(String(repeating: "mot ", count: 2_000)) }
        ]
        subject.incomplete = [Self.request { $0.issue.description = Private("\u{7}") }]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("a message that is longer than the merchant's limit comes in numbered parts, facts whole")
    func parts() async throws {
        var request = Self.request()
        request.limits.textCharactersMax = 250

        let prepared = try await ChatPlugin().prepare(request)

        let texts = prepared.artifacts.map { String(decoding: $0.bytes.reveal(), as: UTF8.self) }
        #expect(prepared.artifacts.map(\.fileName.text).first == "message-1.txt")
        #expect(texts.count > 1)
        #expect(texts.allSatisfy { $0.count <= 250 && $0.hasPrefix("(") && $0.hasSuffix("\n") })
        for fact in ["404-1234567-1234567", "129,00\u{A0}€", "3 novembre 2026", "Camille Exemple"] {
            #expect(texts.contains { $0.contains(fact) })
        }
        #expect(prepared.afterwards.contains("message-1.txt à message-\(texts.count).txt"))
    }

    @Test("a message that ends the contract asks for a durable medium, one that only asks does not")
    func durableMedium() async throws {
        let end = Self.request { facts in
            facts.issue = Issue(kind: .notDelivered)
            facts.issue.demand = .refund
            (facts.order.withdrawalNotifiedOn, facts.order.deliveredOn) = (nil, nil)
            facts.history = [
                Sample.contact(.registeredMail, "2026-11-01T10:00:00+01:00", .noReply, deadline: "2026-11-15")
            ]
        }

        let prepared = try await ChatPlugin().prepare(end)
        let other = try await ChatPlugin().prepare(Self.request())

        #expect(prepared.doubts.contains(.durableMediumNeeded))
        #expect(!other.doubts.contains(.durableMediumNeeded))
    }

    @Test("the person is told where to go, what to keep and what to note")
    func task() async throws {
        var request = Self.request()
        request.menu = Sample.line("J’ai toujours besoin d’aide")

        let prepared = try await ChatPlugin().prepare(request)

        guard case .person(let task) = prepared.payload else {
            Issue.record("a chat is for a person")
            return
        }
        #expect(task.kind == .openLink)
        #expect(task.text.reveal().contains("«\u{A0}J’ai toujours besoin d’aide\u{A0}»"))
        #expect(task.proof?.contains("captures d’écran") == true)
        #expect(prepared.afterwards.contains("l’historique du dossier"))
    }

    @Test("an English reader of a French message is told to translate the description")
    func translation() async throws {
        let request = Self.request { $0.consumer.language = .english }

        let prepared = try await ChatPlugin().prepare(request)

        #expect(prepared.doubts.contains { $0.code == DoubtCode("own-words-untranslated") })
    }

    @Test("without a name and an order the message is still whole")
    func bare() async throws {
        let request = Self.request {
            $0.consumer.name = nil
            $0.order = Order()
        }

        let text = try #require(try await Self.texts(request).first)

        #expect(text.hasPrefix("Bonjour,\n\nLe remboursement ne m’est pas parvenu à ce jour."))
        #expect(text.hasSuffix("\n\nCordialement\n"))
    }
}

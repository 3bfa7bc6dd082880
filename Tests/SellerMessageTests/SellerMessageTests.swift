import ChannelPluginKit
import ChannelPluginTesting
import ContactRouting
import LetterTestSupport
import LetterWriting
import SellerMessage
import Testing

@Suite("SellerMessage")
struct SellerMessageTests {
    static func request(_ change: (inout ContactCase) -> Void = { _ in }) -> PreparationRequest {
        var facts = Sample.facts(.itemNotAsDescribed) { facts in
            facts.seller.kind = .thirdParty
            facts.seller.name = Sample.line("Exemple SARL")
            facts.issue.demand = .refund
            facts.issue.description = Private(
                "La lampe reçue est blanche, l’annonce montrait une lampe noire.")
        }
        change(&facts)
        var request = Sample.request(
            .sellerMessaging, facts, plan: Sample.plan(facts, through: .sellerMessaging))
        request.recipient = DeliveryRecipient(name: facts.seller.name)
        return request
    }

    @Test("it keeps the contract of every channel plugin")
    func contract() async {
        var subject = ContractSubject(SellerMessagePlugin(), requests: [Self.request()])
        subject.tooLarge = [
            Self.request { $0.issue.description = Private(String(repeating: "mot ", count: 2_000)) }
        ]
        subject.incomplete = [Self.request { $0.issue.description = Private("a\u{0}b") }]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("Golden: the message to the seller")
    func message() async throws {
        let prepared = try await SellerMessagePlugin().prepare(Self.request())

        let text = String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
        try expectGolden(text, named: "seller.txt")
        #expect(prepared.recipient.reveal() == "Exemple SARL")
    }

    @Test("the person stays in the service and keeps the proof from which the time is counted")
    func task() async throws {
        let prepared = try await SellerMessagePlugin().prepare(Self.request())

        #expect(prepared.afterwards.contains("Restez dans cette messagerie"))
        #expect(prepared.afterwards.contains("le délai de réponse du vendeur se compte de là"))
    }

    @Test("a seller without a name is still written to")
    func nameless() async throws {
        let prepared = try await SellerMessagePlugin().prepare(Self.request { $0.seller.name = nil })

        #expect(prepared.recipient.reveal() == "vendeur")
    }
}

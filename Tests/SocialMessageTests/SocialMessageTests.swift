import ChannelPluginKit
import ChannelPluginTesting
import ContactRouting
import LetterTestSupport
import SocialMessage
import Testing

@Suite("SocialMessage")
struct SocialMessageTests {
    static func request(_ change: (inout ContactCase) -> Void = { _ in }) -> PreparationRequest {
        var facts = Sample.refundOverdue
        facts.consumer.phone = (try? PhoneNumber(parsing: "+33639981234")).map { Private($0) }
        change(&facts)
        var request = Sample.request(.socialDM, facts, plan: Sample.plan(facts, through: .socialDM))
        request.networks = ["facebook", "instagram", "x"]
        return request
    }

    @Test("it keeps the contract of every channel plugin")
    func contract() async {
        var subject = ContractSubject(SocialMessagePlugin(), requests: [Self.request()])
        subject.tooLarge = [
            Self.request { $0.issue.description = Private(String(repeating: "mot ", count: 2_000)) }
        ]
        subject.incomplete = [
            Self.request { $0.issue.description = Private("Écrivez à moi@exemple.example") }
        ]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test(
        "a description with a private fact is refused by its field, never by its value",
        arguments: [
            ("ma commande 404 1234567 1234567", "an order number"),
            ("camille@exemple.example", "an e-mail address"),
            ("appelez le 06.39.98.12.34", "a phone number"), ("12 rue des lilas", "an address"),
            ("FR76 3000 6000 0112 3456 7890 189", "an IBAN"),
        ])
    func privateFacts(description: String, fact: String) async {
        let request = Self.request { $0.issue.description = Private(description) }

        await #expect(
            throws: ChannelError.unusable(
                field: "issue.description",
                reason: "it holds \(fact), and strangers may read it there: take it out")
        ) { try await SocialMessagePlugin().prepare(request) }
    }

    @Test("a description above the limit is refused for its length, before anybody searches it")
    func lengthFirst() async {
        let long = "Écrivez à camille@exemple.example. " + String(repeating: "mot ", count: 100_000)
        let request = Self.request { $0.issue.description = Private(long) }

        let error = await #expect(throws: ChannelError.self) {
            try await SocialMessagePlugin().prepare(request)
        }

        guard case .overLimit? = error else {
            Issue.record("it is refused for another reason")
            return
        }
    }

    @Test(
        "no file tells whose order it is, and the public one tells nothing of it at all",
        arguments: IssueKind.allCases)
    func files(kind: IssueKind) async throws {
        let request = Self.request { facts in
            facts.issue.kind = kind
            facts.issue.description = nil
        }

        let prepared = try await SocialMessagePlugin().prepare(request)

        for artifact in prepared.artifacts {
            let text = String(decoding: artifact.bytes.reveal(), as: UTF8.self)
            for secret in ["404-1234567", "Camille", "Lilas", "69003", "@", "639981234", "06 39"] {
                #expect(!text.contains(secret))
            }
        }
        let post = try #require(prepared.artifact(SocialMessagePlugin.publicMessage))
        let text = String(decoding: post.bytes.reveal(), as: UTF8.self)
        #expect(post.fileName.text == "public.txt")
        #expect(text.contains("m’écrire en message privé\u{A0}?"))
        #expect(!text.contains("2026") && !text.contains("€"))
    }

    @Test("Golden: the private message")
    func message() async throws {
        let prepared = try await SocialMessagePlugin().prepare(Self.request())

        let text = String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
        try expectGolden(text, named: "private.txt")
    }

    @Test(
        "strangers read no declaration: the message asks for privacy, and the advice names another way",
        arguments: [
            (IssueKind.changeOfMind, "n’est pas une rétractation", "ne vous rétracte pas"),
            (.subscriptionCancellation, "ne résilie pas l’abonnement", "ne résilie pas l’abonnement"),
            (.personalDataRequest, "n’est pas ma demande au titre du RGPD", "au titre du RGPD"),
            (.notDelivered, "ne met pas fin au contrat", "ne met pas fin au contrat"),
        ])
    func noDeclaration(kind: IssueKind, message: String, advice: String) async throws {
        let request = Self.request { facts in
            facts.issue = Issue(kind: kind)
            facts.order.withdrawalNotifiedOn = nil
            facts.order.returnShippedOn = nil
            guard kind == .notDelivered else { return }
            facts.issue.demand = .refund
            facts.order.deliveredOn = nil
            facts.history = [
                Sample.contact(.registeredMail, "2026-11-01T10:00:00+01:00", .noReply, deadline: "2026-11-15")
            ]
        }

        let prepared = try await SocialMessagePlugin().prepare(request)

        let text = String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
        #expect(text.contains(message))
        #expect(text.contains("Pouvez-vous m’écrire en message privé\u{A0}?"))
        for declared in ["Je vous notifie", "je résous le contrat", "J’exerce mon droit", "au plus tard"] {
            #expect(!text.contains(declared))
        }
        #expect(!prepared.doubts.contains(.durableMediumNeeded))
        #expect(prepared.afterwards.contains(advice) && prepared.afterwards.contains("lettre recommandée"))
    }

    @Test("the person is told on which networks to look, and what never to give")
    func task() async throws {
        let prepared = try await SocialMessagePlugin().prepare(Self.request())

        #expect(prepared.afterwards.contains("sur Facebook, Instagram ou X"))
        #expect(prepared.afterwards.contains("ni IBAN, ni mot de passe"))
        #expect(!prepared.doubts.contains(.orderNumberUnknown))
    }

    @Test("it says that a network reads along")
    func privacy() {
        #expect(SocialMessagePlugin().channels.map(\.privacy) == [.socialNetwork])
    }
}

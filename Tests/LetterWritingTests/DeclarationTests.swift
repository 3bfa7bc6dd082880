import ChannelPluginKit
import ContactRouting
import LetterTestSupport
import LetterWriting
import Testing

@Suite("What a message declares")
struct DeclarationTests {
    private static func message(_ facts: ContactCase, _ language: Language = .french) throws -> String {
        try ShortMessage(ShortMessageTests.request(facts, language: language)).text().text
            .replacing("\u{A0}", with: " ")
    }

    private static let lapsed = Sample.facts(.notDelivered) { facts in
        facts.issue.demand = .refund
        facts.history = [
            Sample.contact(
                .registeredMail, "2026-11-05T10:00:00+01:00", .delivered, deadline: "2026-11-18")
        ]
    }

    @Test("after a notice that lapsed the contract is ended, not only the money asked for")
    func termination() throws {
        let french = try Self.message(Self.lapsed)
        let english = try Self.message(Self.lapsed, .english)
        var waiting = Self.lapsed
        waiting.history[0].deadline = Sample.day("2026-11-30")

        #expect(french.contains("Le délai fixé au 18 novembre 2026 est expiré ; je résous le contrat."))
        #expect(french.contains("L. 216-6"))
        #expect(
            english.contains("The time that I set until 18 November 2026 is over; I terminate the contract."))
        #expect(!(try Self.message(waiting)).contains("résous"))
    }

    @Test("a form gets the declaration before the wish, and the person is told to keep a copy")
    func form() throws {
        let request = ShortMessageTests.request(Self.lapsed)

        let message = ShortMessage(request, style: .comment)
        let comment = try message.text().text

        #expect(comment.contains("je résous le contrat."))
        #expect(comment.contains("remboursement"))
        #expect(
            request.doubts(of: .message, declaring: message.declared).contains(.durableMediumNeeded))
    }

    @Test("a refused guarantee ends the contract with its reason")
    func guarantee() throws {
        let facts = Sample.facts(.warrantyRefused) { $0.issue.demand = .refund }

        #expect(
            try Self.message(facts).contains(
                "La mise en conformité m’a été refusée ; je résous le contrat."))
    }

    @Test(
        "a message demands what the letter demands",
        arguments: [
            (IssueKind.invoiceMissing, ContactRouting.Issue.Demand?.none, "envoi de la facture"),
            (.priceDispute, .priceReduction, "réduction du prix"),
            (.giftCardProblem, .refund, "remboursement de la somme en cause"),
            (.giftCardProblem, .replacement, "remplacement de l’article"),
            (.subscriptionCancellation, .information, "réponse"),
            (.orderChange, .cancellation, "annulation de la commande, confirmée par écrit"),
        ])
    func demands(kind: IssueKind, demand: ContactRouting.Issue.Demand?, words: String) throws {
        let facts = Sample.facts(kind) { $0.issue.demand = demand }
        let isQuestion = demand == .information

        let message = try Self.message(facts)

        #expect(message.contains(isQuestion ? "me répondre" : "Ma demande : \(words)"))
    }

    @Test("a right over one's data is used, with its article")
    func personalData() throws {
        let access = Sample.facts(.personalDataRequest) { $0.issue.demand = .information }
        let erasure = Sample.facts(.personalDataRequest) { $0.issue.demand = .cancellation }

        #expect(try Self.message(access).contains("J’exerce mon droit d’accès (article 15 du RGPD)"))
        #expect(try Self.message(access).contains("Ma demande : copie de mes données personnelles"))
        #expect(try Self.message(erasure).contains("J’exerce mon droit à l’effacement (article 17 du RGPD)"))
        #expect(try Self.message(access, .english).contains("right of access (Article 15 of the GDPR)"))
    }

    @Test("a subscription is ended by name")
    func subscription() throws {
        let facts = Sample.facts(.subscriptionCancellation) { facts in
            facts.issue.demand = .cancellation
            facts.order.item.name = Sample.line("Vidéo Plus")
        }

        let message = try Self.message(facts)

        #expect(message.contains("la résiliation de mon abonnement « Vidéo Plus »"))
        #expect(!message.contains("Je souhaite résilier"))
    }
}

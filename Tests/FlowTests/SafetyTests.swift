import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import Testing
import Texts

@Suite("What cannot wait comes first")
struct SafetyTests {
    private static let moment = "2026-11-25T15:00:00+01:00"

    /// Cases that together may go through every channel; in each a card, a password and a passport were given away.
    private static let cases: [String] = [
        fraud(#""merchant": "amazon-fr", "issue": {"kind": "suspicious-message", "medium": "sms", "#),
        fraud(#""merchant": "amazon-fr", "issue": {"kind": "suspicious-message", "medium": "email", "#),
        fraud(#""merchant": "amazon-fr", "issue": {"kind": "account-compromised", "#),
        fraud(#""merchant": "amazon-fr", "issue": {"kind": "unauthorised-charge", "#),
        fraud(#""merchant": "amazon-fr", "issue": {"kind": "dangerous-product", "#),
        fraud(#""merchant": "amazon-fr", "issue": {"kind": "refund-not-received", "demand": "refund", "#),
        fraud(
            #""merchant": "amazon-fr", "seller": {"type": "third-party", "name": "Exemple SARL"}, "issue": {"kind": "item-not-as-described", "demand": "refund", "#
        ),
        fraud(#""merchant": \#(shop("FR")), "issue": {"kind": "change-of-mind", "demand": "refund", "#),
        fraud(#""merchant": \#(shop("FR")), "issue": {"kind": "not-delivered", "demand": "refund", "#),
        fraud(#""merchant": \#(shop("DE")), "issue": {"kind": "not-delivered", "demand": "refund", "#),
    ]

    private static func shop(_ country: String) -> String {
        """
        {"name": "Boutique Exemple", "country": "\(country)", "email": "contact@boutique.example",
         "phone": "+33139980101", "website": "https://boutique.example",
         "address": ["Boutique Exemple", "1 rue de l'Exemple", "59000 Lille"],
         "mediator": {"name": "Médiation Exemple", "address": ["8 avenue de la République", "75011 Paris"]}}
        """
    }

    private static func fraud(_ beginning: String) -> String {
        """
        {\(beginning)"dataGiven": ["card-number", "password", "identity-document"],
           "description": "Voici ce qui est arrivé : 25 € demandés."},
         "order": {"number": "404-1234567-1234567", "orderedOn": "2026-11-02", "debitedOn": "2026-11-03",
           "amount": {"amount": "129.00", "currency": "EUR"}, "payment": "card", "deliveredIn": "FR",
           "item": {"name": "Lampe"}},
         \(InstitutionCases.person)}
        """
    }

    @Test(
        "whatever is prepared, the card, the password and the passport come before it",
        arguments: Language.allCases)
    func everyChannel(language: Language) async throws {
        let program = try Repository.program(["RECOURS_WEBHOOK_URL": "https://hook.example/in"])
        let now = try Instant(parsing: Self.moment)
        var open = Set(program.registry.descriptors.map(\.channel))
        for json in Self.cases {
            let loaded = try program.reader.read(Array(json.utf8), decidedAt: now)
            let decision = try program.deciding.decide(loaded.facts, at: now)
            for channel in open.sorted() {
                guard
                    let prepared = try? await program.preparing.prepare(
                        loaded, decision: decision, through: channel,
                        wishes: PreparationWishes(draft: true), language: language)
                else { continue }
                open.remove(channel)
                let steps = try #require(
                    SafetySteps(loaded.facts, through: channel, in: language).text)

                #expect(prepared.afterwards.hasPrefix(steps + " "), "\(channel)")
                #expect(prepared.afterwards.components(separatedBy: steps).count == 2, "\(channel)")
                if case .person(let task) = prepared.payload {
                    #expect(task.text.reveal().hasPrefix(steps + " "), "\(channel)")
                }
            }
        }
        #expect(open.isEmpty, "\(open.map(\.text).sorted())")
    }

    private func text(
        _ channel: ChannelName = .chat, of kind: IssueKind, given: [ContactRouting.Issue.GivenData]? = nil,
        history: [PastContact] = []
    ) throws -> String? {
        var facts = ContactCase(
            merchant: .listed(try EntryID(parsing: "amazon-fr")), issue: ContactRouting.Issue(kind: kind))
        facts.issue.dataGiven = given
        facts.history = history
        return SafetySteps(facts, through: channel, in: .french).text
    }

    @Test("the steps fit what is in danger, and nothing is said where nothing is")
    func steps() throws {
        let account = try #require(try text(of: .accountCompromised))
        let card = try #require(try text(of: .suspiciousMessage, given: [.cardNumber]))
        let passport = try #require(try text(.policeThesee, of: .other, given: [.identityDocument]))

        #expect(account.hasPrefix("Sans attendre, changez le mot de passe du compte"))
        #expect(account.contains("faites bloquer la carte"))
        #expect(card.hasPrefix("D’abord, appelez votre banque"))
        #expect(passport.hasPrefix("Un document d’identité est entre leurs mains\u{A0}:"))
        #expect(try text(of: .itemDefective) == nil)
    }

    @Test("nobody is told to block a card that is blocked, or that is being blocked")
    func blocked() throws {
        let call = PastContact(
            channel: .bankCardBlock, at: try Instant(parsing: Self.moment), outcome: .accepted)

        #expect(try text(of: .suspiciousMessage, given: [.cardNumber], history: [call]) == nil)
        #expect(try text(.bankCardBlock, of: .suspiciousMessage, given: [.cardNumber]) == nil)
        #expect(
            try text(.bankCardBlock, of: .other, given: [.cardNumber, .password])?.contains("banque")
                == false)
    }
}

import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import JSONText
import LetterTestSupport
import Testing
import Webhook

@Suite("The case inside a webhook")
struct CaseObjectTests {
    /// Every key of a case, each with a value.
    private static let full = """
        {"reference": "tout", "merchant": {"name": "Boutique", "country": "FR", "website": "https://boutique.example/",
          "address": ["Boutique", "59000 Lille"], "email": "a@boutique.example", "phone": "+33139980101",
          "links": {"chat": "https://boutique.example/chat"},
          "mediator": {"name": "Médiateur", "address": ["75011 Paris"], "website": "https://mediation.example/"},
          "languages": ["fr", "en"]},
         "seller": {"type": "third-party", "name": "Exemple SARL", "country": "FR", "fulfilledBy": "seller",
          "primeEligible": false, "siteReachable": true, "address": ["1 rue de l'Exemple", "59000 Lille"],
          "email": "b@exemple.example", "website": "https://exemple.example/", "registration": "123"},
         "issue": {"kind": "suspicious-message", "urgency": "high", "demand": "refund", "description": "Une\\nhistoire \\"vraie\\".",
          "medium": "sms", "clicked": false, "dataGiven": ["card-number", "password"]},
         "order": {"number": "A-1", "orderedOn": "2026-10-01", "promisedOn": "2026-10-05",
          "latestEstimatedDelivery": "2026-10-06", "deliveredOn": "2026-10-04", "parcelsDeliveredOn": ["2026-10-04", "2026-10-05"],
          "withdrawalNotifiedOn": "2026-10-06", "returnShippedOn": "2026-10-07", "returnReceivedOn": "2026-10-09",
          "defectFoundOn": "2026-10-06", "repairRequestedOn": "2026-10-07", "repairedOn": "2026-10-12",
          "terminatedOn": "2026-12-01", "debitedOn": "2026-10-02", "deliveredIn": "FR",
          "amount": {"amount": "59.90", "currency": "EUR"}, "payment": "card", "withdrawalInformed": true,
          "digitalWaiver": false, "carrierChosenByConsumer": false, "carrierTracking": "8R001",
          "item": {"name": "Lampe", "category": "homeware", "condition": "new", "opened": true, "sealBroken": false, "partlyUsed": false}},
         "consumer": {"name": "Camille Exemple", "address": ["12 rue des Lilas", "69003 Lyon"], "email": "c@exemple.example",
          "phone": "+33639981234", "country": "FR", "region": "metropole", "timeZone": "Europe/Paris", "language": "fr",
          "reachable": "Mo-Fr 18:00-20:00", "hasAccount": true, "canLogIn": true, "canCall": true, "deaf": false,
          "professional": false, "signature": "signature.png"},
         "preferences": {"priority": "fastest", "needsWrittenProof": false, "preferredChannel": "chat",
          "askedChannel": "phone", "avoid": ["social-dm"]},
         "history": [{"channel": "registered-mail", "at": "2026-11-04T09:00:00+01:00", "outcome": "delivered",
          "deliveredOn": "2026-11-06", "promisedOn": "2026-11-20", "deadline": "2026-11-18", "transcriptKept": true, "note": "Un\\nmot", "tracking": "1A 234"}],
         "attachments": [{"path": "facture.pdf", "title": "Facture"}],
         "bank": {"name": "Banque", "address": ["69002 Lyon"], "phone": "+33139980102"},
         "court": {"name": "Tribunal", "address": ["69003 Lyon"], "phone": "+33139980103"}}
        """
    private static let sparse = #"{"reference": "peu", "merchant": "amazon-fr", "issue": {"kind": "other"}}"#

    @Test("it is a case file again, with every fact and no other", arguments: [full, sparse])
    func readBack(text: String) async throws {
        let facts = try Self.read(text)
        var request = Sample.request(.webhook, facts, plan: Sample.plan(facts))
        request.contactCase.reference = facts.reference

        let prepared = try await WebhookPlugin().prepare(request)

        let root = try JSONDocument(parsing: try #require(prepared.artifact(.request)).bytes.reveal()).root
        let object = try #require(root.member(named: "case"))
        var again = try Self.read(String(decoding: object.canonicalBytes(), as: UTF8.self))
        #expect(again.reference?.text == request.caseReference.text)
        again.reference = facts.reference
        #expect(again == facts)
    }

    @Test("the full case above leaves no key out")
    func isFull() throws {
        let facts = try Self.read(Self.full)

        for fact in FactPath.allCases { #expect(facts.states(fact), "\(fact.rawValue) is not stated") }
    }

    private static func read(_ text: String) throws -> ContactCase {
        let amazon = Merchant(
            id: try EntryID(parsing: "amazon-fr"), name: "Amazon.fr", country: .france, legal: nil,
            timeZone: "Europe/Paris", marketplace: true, mediator: nil, mediatorSource: nil, website: nil,
            policies: [], channels: [])
        let directory = Directory(
            updatedOn: Sample.day("2026-11-22"), merchants: [amazon], institutions: [], closed: [], hours: [])
        return try CaseReader(
            directory, channels: [], zones: KnownZones(TimeZoneDatabase())
        ).read(Array(text.utf8), decidedAt: nil).facts
    }
}

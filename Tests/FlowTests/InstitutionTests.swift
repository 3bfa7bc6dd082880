import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Testing

@Suite("Preparing for a bank, a mediator or a court")
struct InstitutionTests {
    private static let now = "2026-11-23T09:30:00+01:00"

    private func prepare(
        _ text: String, _ channel: ChannelName, isDraft: Bool = false, environment: [String: String] = [:]
    ) async throws -> PreparedDelivery {
        let program = try Repository.program(environment)
        let now = try Instant(parsing: Self.now)
        let loaded = try program.reader.read(Array(text.utf8), decidedAt: now)
        return try await program.preparing.prepare(
            loaded, decision: try program.deciding.decide(loaded.facts, at: now), through: channel,
            wishes: PreparationWishes(draft: isDraft), language: .french)
    }

    private func words(_ prepared: PreparedDelivery, _ role: ArtifactRole) throws -> String {
        String(decoding: try #require(prepared.artifact(role)).bytes.reveal(), as: UTF8.self)
            .replacing("\u{A0}", with: " ").replacing("\n", with: " ")
    }

    @Test("a claim goes to the bank of the case, its name above the department")
    func bankClaim() async throws {
        let prepared = try await prepare(InstitutionCases.debit, .bankClaim)

        #expect(
            prepared.recipient.reveal()
                == "Banque Exemple, Service réclamations, 5 place du Marché, 69002 Lyon")
        #expect(prepared.artifacts.map(\.fileName.text) == ["letter.pdf", "letter.txt", "form.json"])
        // 13 months from the debit, and the working day after three days of post.
        let text = try words(prepared, .letterText)
        #expect(text.contains("court jusqu’au 12 décembre 2027"))
        #expect(text.contains("pour une lettre reçue le 26 novembre 2026, le 27 novembre 2026"))
        #expect(text.contains("Commerçant concerné : Amazon EU S.à r.l."))
    }

    @Test("a card is blocked by a call to the bank's number")
    func cardBlock() async throws {
        let prepared = try await prepare(InstitutionCases.debit, .bankCardBlock)

        #expect(prepared.link?.text == "tel:+33139980101")
        #expect(prepared.artifacts.map(\.fileName.text) == ["brief.txt"])
    }

    @Test("whoever gave a card number away is told whom to call, although the case names no bank")
    func cardBlockWithoutBank() async throws {
        let text = """
            {"merchant": "amazon-fr",
             "issue": {"kind": "suspicious-message", "medium": "sms", "clicked": true, "dataGiven": ["card-number"]},
             "consumer": {"country": "FR"}}
            """

        let prepared = try await prepare(text, .bankCardBlock)

        #expect(try words(prepared, .briefText).contains("le numéro au dos de la carte"))
        #expect(prepared.doubts.contains(.bankNumberUnknown))
        #expect(prepared.link == nil)
    }

    @Test(
        "a service that has ended is refused as a draft, too, with its end and what took its place",
        arguments: [(ChannelName.odr, "2025-07-20"), (.bloctel, "2026-08-11")])
    func closedService(channel: ChannelName, since: String) async throws {
        for isDraft in [false, true] {
            let error = await #expect(throws: CaseFlowError.self) {
                try await prepare(InstitutionCases.parcel(), channel, isDraft: isDraft)
            }

            guard case .refused(let refused)? = error, case .closed(let service) = refused.offer.owner else {
                Issue.record("it is not refused as a service that has ended")
                continue
            }
            #expect(service.since.description == since)
            #expect(!service.successor.isEmpty)
        }
    }

    @Test("a chargeback tells the bank what was tried with the merchant, and claims no right")
    func chargeback() async throws {
        let prepared = try await prepare(InstitutionCases.parcel(), .bankChargeback)

        let text = try words(prepared, .letterText)
        #expect(text.contains(/8 septembre 2026 +Courrier électronique +Sans réponse/))
        #expect(!text.contains("L. ") && !text.contains("en demeure au sens"))
    }

    @Test("a mediator that the case describes has its name, address and page")
    func describedMediator() async throws {
        let prepared = try await prepare(InstitutionCases.parcel(), .mediator)

        #expect(prepared.recipient.reveal() == "Médiation Exemple, 8 avenue de la République, 75011 Paris")
        #expect(prepared.link?.text == "https://mediation.example/saisir")
        let text = try words(prepared, .referralText)
        #expect(text.contains("réclamation écrite, le 8 septembre 2026, par courrier électronique"))
        #expect(text.contains("ce délai court jusqu’au 8 septembre 2027"))
        #expect(text.contains("Son immatriculation : RCS Lille 123 456 789"))
    }

    @Test("a mediator of the directory has its address and its page, and reads French")
    func listedMediator() async throws {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example("refund-overdue", at: Self.now, program: program)

        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: .mediator, wishes: PreparationWishes(draft: true),
            language: .english)

        #expect(prepared.recipient.reveal().hasPrefix("Médiateur de la consommation FEVAD, "))
        #expect(prepared.recipient.reveal().hasSuffix("75362 PARIS CEDEX 8"))
        #expect(prepared.link?.text == "https://mediateurfevad.fr/?p=330")
        #expect(try words(prepared, .referralText).contains("Madame, Monsieur"))
        #expect(prepared.afterwards.hasPrefix("Mediation is free."))
    }

    @Test("a mediator whom nobody knows is doubted, not invented")
    func unknownMediator() async throws {
        let prepared = try await prepare(InstitutionCases.parcel(mediator: false), .mediator)

        #expect(prepared.recipient.reveal() == "médiateur de la consommation")
        #expect(prepared.link == nil)
        #expect(prepared.doubts.contains(.mediatorUnknown))
    }

    @Test("the Centre gets English, with the country of the trader")
    func centre() async throws {
        let prepared = try await prepare(InstitutionCases.parcel(country: "DE", mediator: false), .eccNet)

        #expect(prepared.recipient.reveal() == "Centre européen des consommateurs France")
        #expect(prepared.link?.text == "https://europe-consommateurs.eu/")
        let text = try words(prepared, .referralText)
        #expect(text.contains("dispute with Boutique Exemple, established in Germany"))
    }

    @Test("a conciliator needs no address and gets the facts")
    func conciliator() async throws {
        let prepared = try await prepare(InstitutionCases.parcel(), .conciliator, isDraft: true)

        #expect(prepared.recipient.reveal() == "Conciliateur de justice")
        #expect(try words(prepared, .referralText).contains("articles 1536 et suivants"))
    }

    @Test("the court is that of the case, and the conciliation before it is told")
    func court() async throws {
        let text = InstitutionCases.parcel(tried: InstitutionCases.conciliated)

        let prepared = try await prepare(text, .courtRequest)

        #expect(
            prepared.recipient.reveal() == "Tribunal judiciaire de Lyon, 67 rue de l'Exemple, 69003 Lyon")
        #expect(
            try words(prepared, .referralText).contains(
                "saisine du conciliateur de justice le 30 octobre 2026 (refus)"))
    }

    @Test("the court is refused before an amicable attempt, and a draft says what is missing")
    func tooEarly() async throws {
        await #expect(throws: CaseFlowError.self) {
            try await prepare(InstitutionCases.parcel(), .courtRequest)
        }

        let draft = try await prepare(InstitutionCases.parcel(), .courtRequest, isDraft: true)

        #expect(draft.doubts.contains(.amicableAttemptMissing))
    }

    @Test("a system of the person's own gets any case, by hand or over HTTP")
    func webhook() async throws {
        let byHand = try await prepare(InstitutionCases.debit, .webhook)
        let posted = try await prepare(
            InstitutionCases.debit, .webhook,
            environment: ["RECOURS_WEBHOOK_URL": "https://system.example/cases?token=abc"])

        #expect(byHand.artifacts == posted.artifacts)
        // The token in the address stays out of what is shown.
        #expect(posted.recipient.reveal() == "https://system.example")
        guard case .person = byHand.payload, case .http(let head, .some(.request)) = posted.payload else {
            Issue.record("the payloads are not what the settings say")
            return
        }
        #expect(head.target.text == "https://system.example/cases?token=abc")
        #expect(head.headers.map(\.name) == ["Content-Type", "Accept"])
    }

    @Test("without a bank its letter is not written, and what is missing is named")
    func noBank() async throws {
        let text = InstitutionCases.debit.replacing(InstitutionCases.bank, with: "")

        let error = await #expect(throws: CaseFlowError.self) { try await prepare(text, .bankClaim) }

        guard case .plugin(.missing(let channel, let fields))? = error else {
            Issue.record("it names nothing")
            return
        }
        #expect(channel == .bankClaim)
        #expect(fields.map(\.path) == ["bank.name", "bank.address"])
    }
}

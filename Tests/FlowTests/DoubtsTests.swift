import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Testing

@Suite("Doubts before anything goes out")
struct DoubtsTests {
    private static let monday = "2026-11-23T09:30:00+01:00"

    private static func text(_ issue: String, _ rest: String, merchant: String = #""amazon-fr""#) -> String {
        #"""
        {"merchant": \#(merchant), "seller": {"type": "first-party"}, "issue": \#(issue),
         "consumer": {"name": "Camille Exemple", "address": ["1 rue de l'Exemple", "75001 Paris"],
                      "email": "camille@exemple.example", "country": "FR"}\#(rest)}
        """#
    }

    private static func shop(_ more: String) -> String { #"{"name": "Boutique Exemple"\#(more)}"# }

    private static let frenchShop = shop(
        #", "country": "FR", "address": ["Boutique Exemple", "2 rue de l'Exemple", "59000 Lille"], "email": "service@boutique.example""#
    )

    private static let complete =
        #", "order": {"number": "404-1", "orderedOn": "2026-10-01", "promisedOn": "2026-10-10", "amount": {"amount": "80.00", "currency": "EUR"}}, "history": [{"channel": "email", "at": "2026-10-20T10:00:00+02:00", "outcome": "refused"}]"#

    /// A case, its channel, the moment, and how its French doubts begin.
    private static let rows: [(String, ChannelName, String, [String])] = [
        (
            text(#"{"kind": "late-delivery", "demand": "delivery"}"#, complete, merchant: frenchShop),
            .registeredMail, monday, ["L’adresse postale du destinataire vient de votre dossier"]
        ),
        (
            text(#"{"kind": "late-delivery", "demand": "delivery"}"#, complete, merchant: frenchShop), .email,
            monday, ["L’adresse e-mail du destinataire vient de votre dossier"]
        ),
        (
            text(#"{"kind": "late-delivery"}"#, complete), .registeredMail, monday,
            ["La demande n’est pas précisée"]
        ),
        (
            text(
                #"{"kind": "late-delivery", "demand": "refund"}"#,
                #", "order": {"orderedOn": "2026-10-01", "promisedOn": "2026-10-10"}, "history": [{"channel": "email", "at": "2026-10-20T10:00:00+02:00", "outcome": "refused"}]"#
            ), .registeredMail, monday,
            [
                "Le montant manque", "La loi demande d’abord", "Le vendeur a refusé une demande",
                "Le numéro de commande manque",
            ]
        ),
        (
            // The directory's address was checked and holds until 22 November 2028.
            text(#"{"kind": "late-delivery", "demand": "delivery"}"#, complete), .registeredMail,
            "2028-11-23T09:30:00+01:00",
            ["L’adresse postale du destinataire n’a pas été vérifiée depuis le 22 novembre 2026"]
        ),
        (
            text(
                #"{"kind": "late-delivery", "demand": "delivery"}"#, complete, merchant: #""la-redoute-fr""#),
            .registeredMail, monday,
            ["L’adresse postale du destinataire vient d’une source peu sûre, lue le 22 novembre 2026"]
        ),
        (
            text(
                #"{"kind": "late-delivery", "demand": "delivery"}"#, complete, merchant: #""zalando-fr""#),
            .registeredMail, monday, ["Le texte est en français"]
        ),
        (
            text(
                #"{"kind": "late-delivery", "demand": "delivery"}"#, complete,
                merchant: shop(
                    #", "country": "SE", "address": ["Shop", "Gatan 1", "111 20 Stockholm", "SUÈDE"]"#)),
            .registeredMail, monday,
            ["L’adresse postale du destinataire vient de votre dossier", "Le texte est en français"]
        ),
        (
            text(
                #"{"kind": "item-defective", "demand": "repair"}"#,
                #", "order": {"number": "404-1", "orderedOn": "2024-11-20", "deliveredOn": "2024-11-25", "amount": {"amount": "80.00", "currency": "EUR"}}, "history": [{"channel": "email", "at": "2026-10-20T10:00:00+02:00", "outcome": "refused"}]"#
            ), .registeredMail, monday,
            [
                "Il reste 2 jours", "La loi permet maintenant", "Le défaut n’est plus présumé",
                "Le défaut n’est pas décrit",
            ]
        ),
        (
            text(
                #"{"kind": "item-defective", "demand": "repair"}"#,
                #", "order": {"number": "404-1", "orderedOn": "2024-11-20", "deliveredOn": "2024-11-23", "amount": {"amount": "80.00", "currency": "EUR"}}, "history": [{"channel": "email", "at": "2026-10-20T10:00:00+02:00", "outcome": "refused"}]"#
            ), .registeredMail, monday,
            [
                "C’est le dernier jour", "La loi permet maintenant", "Le défaut n’est plus présumé",
                "Le défaut n’est pas décrit",
            ]
        ),
        (
            text(
                #"{"kind": "late-delivery", "demand": "delivery"}"#,
                #", "order": {"number": "404-1", "orderedOn": "2026-10-01", "promisedOn": "2026-10-10", "amount": {"amount": "80.00", "currency": "EUR"}}, "history": [{"channel": "registered-mail", "at": "2026-11-20T10:00:00+01:00", "outcome": "sent", "deadline": "2026-12-01"}]"#
            ), .registeredMail, monday, ["Une démarche est encore en cours"]
        ),
    ]

    /// Made once for all rows.
    private static let program = Result { try Repository.program() }

    private static func doubts(
        _ text: String, _ channel: ChannelName, at moment: String, in language: Language = .french
    ) async throws -> [String] {
        let program = try program.get()
        let now = try Instant(parsing: moment)
        let loaded = try program.reader.read(Array(text.utf8), decidedAt: now)
        let decision = try program.deciding.decide(loaded.facts, at: now)
        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: channel, wishes: PreparationWishes(draft: true),
            language: language)
        let wording = Explaining(
            decision, of: loaded.facts, in: program.directory.directory,
            zone: try program.deciding.zone(of: loaded.facts), language: language)
        return prepared.doubts.map(wording.text(of:))
    }

    /// What plugins say of their medium is not looked at here.
    private static let ofMedium = ["Le prix", "Le R1"]

    @Test("what is missing, late or unsure is told, once each", arguments: rows)
    func table(text: String, channel: ChannelName, moment: String, beginnings: [String]) async throws {
        let doubts = try await Self.doubts(text, channel, at: moment)

        let ofCase = doubts.filter { doubt in !Self.ofMedium.contains { doubt.hasPrefix($0) } }
        #expect(ofCase.count == beginnings.count, "\(ofCase)")
        for (doubt, beginning) in zip(ofCase, beginnings) {
            #expect(doubt.replacing("\u{A0}", with: " ").hasPrefix(beginning), "\(doubt)")
        }
    }

    @Test("in English there are as many, each a sentence", arguments: rows)
    func english(text: String, channel: ChannelName, moment: String, beginnings: [String]) async throws {
        let french = try await Self.doubts(text, channel, at: moment)
        let english = try await Self.doubts(text, channel, at: moment, in: .english)

        #expect(english.count == french.count, "\(english)")
        #expect(english.allSatisfy { $0.hasSuffix(".") && !$0.contains(" :") })
        #expect(Set(english).isDisjoint(with: french))
    }

    @Test(
        "a letter or mail around words in another language says so",
        arguments: [ChannelName.registeredMail, .email])
    func untranslated(channel: ChannelName) async throws {
        let issue = #"{"kind": "late-delivery", "demand": "delivery", "description": "Nothing came."}"#
        let own = Self.text(issue, Self.complete, merchant: Self.frenchShop)
        let foreign = own.replacing(
            #""country": "FR"}"#, with: #""country": "FR", "language": "en"}"#)

        let same = try await Self.doubts(own, channel, at: Self.monday)
        let other = try await Self.doubts(foreign, channel, at: Self.monday)

        #expect(!same.contains { $0.contains("dans votre langue") })
        #expect(other.contains { $0.contains("votre description reste dans votre langue") })
    }

    @Test(
        "what an authority reads does not hang on where the seller is",
        arguments: [ChannelName.signalConso, .conciliator])
    func authority(channel: ChannelName) async throws {
        let swedish = Self.shop(#", "country": "SE""#)
        let text = Self.text(
            #"{"kind": "late-delivery", "demand": "delivery"}"#, Self.complete, merchant: swedish)

        let doubts = try await Self.doubts(text, channel, at: Self.monday)

        #expect(!doubts.contains { $0.contains("lit cette langue") })
    }

    @Test("a bank's address from the case is doubted, its proof is a statement, and a time is told once")
    func bank() async throws {
        let text = #"""
            {"merchant": {"name": "Boutique Exemple"}, "issue": {"kind": "unauthorised-charge", "demand": "refund"},
             "bank": {"name": "Banque Exemple", "address": ["Banque Exemple", "1 rue de l'Exemple", "75002 Paris"]},
             "order": {"debitedOn": "2025-10-01", "payment": "card", "amount": {"amount": "80.00", "currency": "EUR"}},
             "consumer": {"name": "Camille Exemple", "address": ["1 rue de l'Exemple", "75001 Paris"], "country": "FR"}}
            """#

        let doubts = try await Self.doubts(text, .bankClaim, at: Self.monday)

        #expect(doubts.contains { $0.hasPrefix("L’adresse postale du destinataire vient de votre dossier") })
        #expect(doubts.contains { $0.contains("le relevé de compte") })
        #expect(!doubts.contains { $0.contains("votre réclamation") })
        #expect(doubts.filter { $0.contains("jusqu’au dimanche 1er novembre 2026") }.count == 1, "\(doubts)")
        #expect(!doubts.contains { $0.contains("treize mois") }, "\(doubts)")
        #expect(!doubts.contains { $0.contains("novembre 2026") && $0.contains("dernier jour") }, "\(doubts)")
    }

    @Test("a right that is over is named with its last day, and the letter's own word for it is enough")
    func over() async throws {
        let late = Self.text(
            #"{"kind": "change-of-mind", "demand": "refund"}"#,
            #", "order": {"number": "404-1", "orderedOn": "2026-09-20", "deliveredOn": "2026-10-01", "amount": {"amount": "80.00", "currency": "EUR"}}"#
        )

        let doubts = try await Self.doubts(late, .registeredMail, at: Self.monday)

        let named = doubts.filter { $0.contains("délai de rétractation est écoulé") }
        #expect(named.count == 1, "\(doubts)")
    }

    @Test(
        "a number that the numbering plan does not know is doubted where somebody is given it, and once",
        arguments: [
            (ChannelName.registeredMail, 0), (.chat, 0), (.socialDM, 0), (.callback, 1), (.phone, 0),
            (.consumerAssociation, 1), (.signalConso, 0),
        ])
    func phoneRange(channel: ChannelName, count: Int) async throws {
        let program = try Repository.program()
        let (loaded, decision) = try Repository.example("refund-overdue", at: Self.monday, program: program)

        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: channel, wishes: PreparationWishes(draft: true),
            language: .french)

        #expect(prepared.doubts.count { $0 == .phoneRangeUnknown } == count)
    }

    @Test("a sum of zero is an amount that is missing")
    func zero() async throws {
        let text = Self.text(
            #"{"kind": "refund-not-received", "demand": "refund"}"#,
            #", "order": {"number": "404-1", "orderedOn": "2026-10-01", "amount": {"amount": "0.00", "currency": "EUR"}}"#
        )

        let doubts = try await Self.doubts(text, .registeredMail, at: Self.monday)

        #expect(doubts.contains { $0.hasPrefix("Le montant manque") }, "\(doubts)")
    }

    @Test("a mediator whom a weak source names is not named: the letter asks for the right one")
    func weakMediator() async throws {
        let program = try Self.program.get()
        let now = try Instant(parsing: Self.monday)
        let text = Self.text(#"{"kind": "refund-refused", "demand": "refund"}"#, Self.complete)
        let loaded = try program.reader.read(Array(text.utf8), decidedAt: now)
        let decision = try program.deciding.decide(loaded.facts, at: now)

        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: .registeredMail, wishes: PreparationWishes(draft: true),
            language: .french)

        let letter = try #require(prepared.artifacts.first { $0.role == .letterText })
        let words = String(decoding: letter.bytes.reveal(), as: UTF8.self)
            .split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("les coordonnées du médiateur dont vous relevez"))
        #expect(!words.contains("FEVAD"))
    }

    @Test(
        "after the fourteen days it is asked whether the seller told of the right, and only then",
        arguments: [("2026-09-01", true), ("2026-11-20", false)])
    func informed(delivered: String, isAsked: Bool) throws {
        let program = try Self.program.get()
        let now = try Instant(parsing: Self.monday)
        let text = Self.text(
            #"{"kind": "change-of-mind", "demand": "refund"}"#,
            ", \"order\": {\"number\": \"404-1\", \"deliveredOn\": \"\(delivered)\"}")
        let facts = try program.reader.read(Array(text.utf8), decidedAt: now).facts

        let decision = try program.deciding.decide(facts, at: now)
        let questions = try program.deciding.alternatives(to: decision, of: facts).questions

        #expect(questions.contains { $0.fact == .withdrawalInformed } == isAsked, "\(questions)")
    }
}

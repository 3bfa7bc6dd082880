import CivilCalendar
import Testing

@testable import ContactRouting
@testable import Texts

/// What is due, in words.
@Suite("The agenda in words")
struct AgendaTextsTests {
    private static let now = "2026-11-25T15:00:00+01:00"

    private func scene() throws -> Scene {
        try Scene(.changeOfMind, at: Self.now) {
            $0.order.deliveredOn = try .at("2026-11-21")
            $0.order.orderedOn = try .at("2026-11-18")
        }
    }

    private func item(_ matter: AgendaItem.Matter, day: String?, _ moment: String) throws -> AgendaItem {
        AgendaItem(
            matter: matter, day: try day.map { try .at($0) }, safeDay: nil,
            moment: try Instant(parsing: moment), reminders: [])
    }

    private func matters() throws -> [AgendaItem] {
        let moment = try Instant(parsing: "2026-11-20T09:00:00+01:00")
        return try RightName.allCases.map {
            try item(.right($0), day: "2026-12-07", "2026-12-08T00:00:00+01:00")
        } + [
            item(.promise(.phone, at: moment), day: "2026-11-28", "2026-11-29T00:00:00+01:00"),
            item(.notice(.registeredMail, at: moment), day: "2026-12-01", "2026-12-02T00:00:00+01:00"),
            item(.answer(.sellerMessaging), day: nil, "2026-11-26T09:00:00+01:00"),
            item(.answer(.email), day: nil, "2026-11-29T00:00:00+01:00"),
            item(.steps([.marketplaceGuarantee]), day: nil, "2026-11-26T09:00:00+01:00"),
            item(.steps([.chat, .email, .phone]), day: nil, "2026-12-01T00:00:00+01:00"),
            item(.task(.registeredMail, at: moment), day: "2026-11-27", "2026-11-28T00:00:00+01:00"),
            item(.task(.chat, at: moment), day: nil, "2026-11-27T09:00:00+01:00"),
        ]
    }

    @Test("everything that can be due has a title and a sentence", arguments: Language.allCases)
    func complete(language: Language) throws {
        let scene = try scene()
        let book = scene.book(language)
        for item in try matters() {
            expectWellFormed(book.title(of: item), language, isSentence: false)
            expectWellFormed(book.text(of: item, in: scene.decision), language)
        }
    }

    @Test("a title says whose time it is")
    func titles() throws {
        let book = try scene().book(.french)
        let titles = try matters().map { book.title(of: $0) }

        #expect(titles.contains("Dernier jour\u{A0}: droit de rétractation"))
        #expect(titles.contains("Terme\u{A0}: remboursement après rétractation"))
        #expect(titles.contains("Promesse à vérifier\u{A0}: téléphone"))
        #expect(titles.contains("Démarche possible\u{A0}: chat, e-mail ou téléphone"))
    }

    @Test(
        "a distance is told in days of the person's calendar",
        arguments: [
            ("2026-11-25", "aujourd’hui", "today"), ("2026-11-26", "demain", "tomorrow"),
            ("2026-11-27", "dans 2\u{A0}jours", "in 2\u{A0}days"),
            ("2026-11-24", "passé depuis 1\u{A0}jour", "over for 1\u{A0}day"),
            ("2026-11-20", "passé depuis 5\u{A0}jours", "over for 5\u{A0}days"),
        ])
    func distances(day: String, french: String, english: String) throws {
        let scene = try scene()
        let item = try item(.right(.withdrawal), day: day, "2026-12-08T00:00:00+01:00")

        #expect(scene.book(.french).distance(to: item) == french)
        #expect(scene.book(.english).distance(to: item) == english)
    }
}

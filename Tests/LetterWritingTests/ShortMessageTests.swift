import ChannelPluginKit
import CivilCalendar
import ContactRouting
import LetterTestSupport
import LetterWriting
import Testing

@Suite("ShortMessage")
struct ShortMessageTests {
    static func request(
        _ facts: ContactCase, through channel: ChannelName = .chat, language: Language = .french
    ) -> PreparationRequest {
        var request = Sample.request(channel, facts, plan: Sample.plan(facts, through: channel))
        request.recipientLanguage = language
        request.merchantName = Sample.line("Boutique Exemple")
        return request
    }

    static let late = Sample.facts(.notDelivered) { facts in
        facts.issue.demand = .delivery
        facts.history = [Sample.contact(.chat, "2026-11-18T10:00:00+01:00", .promiseNotKept)]
    }

    static let damaged = Sample.facts(.itemDamaged) { facts in
        facts.issue.demand = .refund
        facts.issue.description = Private(
            "Le pied est cassé.\nM. Exemple, le livreur, l’a vu. Photos jointes.")
    }

    static let changed = Sample.facts(.changeOfMind) { facts in
        facts.order.deliveredOn = Sample.day("2026-11-20")
    }

    static let question = Sample.facts(.orderTracking) { facts in facts.issue.demand = .information }

    static let refund = Sample.refundOverdue

    @Test(
        "Golden: messages for a merchant, in its language",
        arguments: [
            ("refund", ShortMessageTests.refund), ("late", late), ("damaged", damaged), ("changed", changed),
            ("question", question),
        ], [Language.french, .english])
    func golden(named: (String, ContactCase), language: Language) throws {
        let request = Self.request(named.1, language: language)

        let text = try ShortMessage(request).text().text

        try expectGolden(text + "\n", named: "message-\(named.0)-\(language.rawValue).txt")
    }

    @Test("Golden: what strangers may read, and what a form takes")
    func otherForms() throws {
        let request = Self.request(Self.refund)

        let strangers = try ShortMessage(request, readers: .strangers).text().text
        let comment = try ShortMessage(request, style: .comment).text().text

        try expectGolden(strangers + "\n", named: "message-strangers.txt")
        try expectGolden(comment + "\n", named: "message-comment.txt")
    }

    @Test("every issue with every demand gives a message without holes", arguments: IssueKind.allCases)
    func everyCase(kind: IssueKind) throws {
        for language in Language.allCases {
            var texts: [String] = []
            let demands =
                language == .french ? Issue.Demand.allCases.map(Optional.some) + [nil] : [.refund, nil]
            for demand in demands {
                let full = Sample.facts(kind) { $0.issue.demand = demand }
                var bare = full
                bare.order = Order()
                bare.consumer.name = nil
                for request in (demand == nil ? [full, bare] : [full]).map({
                    Self.request($0, language: language)
                }) {
                    texts += try ShortMessage.Readers.allCases.map {
                        try ShortMessage(request, readers: $0).text().text
                    }
                    texts.append(try CaseSummary(request).text().text)
                }
            }
            let faults = Self.faults(in: texts.joined(separator: "|"), language)
            #expect(faults.isEmpty, "\(kind), \(language)")
        }
    }

    /// Holes, doubled signs, ordinary spaces where French has none, and forms that would tell a gender.
    static func faults(in text: String, _ language: Language) -> [String] {
        let always = [
            "  ", "null", "nil", "Optional", "()", " .", " ,", "..", "{{", "\n\n\n", " \n", "‹private›",
        ]
        let french = [" :", " ;", " ?", " !", "n° ", "(e)", "·e", "rétracté "]
        return (always + (language == .french ? french : [])).filter { text.contains($0) }
    }

    @Test("strangers read neither number nor name, address or mail of the person")
    func strangers() throws {
        for kind in IssueKind.allCases {
            let facts = Sample.facts(kind)

            let text = try ShortMessage(Self.request(facts), readers: .strangers).text().text

            #expect(PublicTextCheck(facts).findings(in: text).isEmpty)
            #expect(!text.contains("Camille"))
        }
    }

    @Test("the law is cited once a contact has failed or a right was denied, and not before")
    func legalLine() throws {
        let first = Sample.facts(.itemDefective) { $0.issue.demand = .repair }
        var second = first
        second.history = [Sample.contact(.chat, "2026-11-18T10:00:00+01:00", .noReply)]

        let polite = try ShortMessage(Self.request(first)).text().text
        let firm = try ShortMessage(Self.request(second)).text().text

        #expect(!polite.contains("code de la consommation"))
        #expect(firm.contains("En droit\u{A0}: code de la consommation, articles L. 217-3 et suivants."))
    }

    @Test("a description that turns the direction of the text is refused by its field")
    func direction() {
        let facts = Sample.facts(.other) { $0.issue.description = Private("Voyez \u{202E}txt.exe") }

        #expect(
            throws: ChannelError.unusable(
                field: "issue.description", reason: "it holds a control character or an invisible one")
        ) { try ShortMessage(Self.request(facts)).text() }
    }

    @Test("markup and formulas in the person's words stay what they are")
    func markup() throws {
        let hostile = "<script>alert(1)</script> {{name}} =SUM(A1) %s \\u0041 & \"\""
        let facts = Sample.facts(.other) { $0.issue.description = Private(hostile) }

        let text = try ShortMessage(Self.request(facts)).text().text

        #expect(text.contains(hostile))
    }

    @Test("the withdrawal statement has what the model form asks for, and no row for what is unknown")
    func withdrawal() throws {
        let full = WithdrawalStatement(Self.request(Self.changed)).text.text
        var bare = Self.changed
        bare.order.deliveredOn = nil
        bare.consumer.address = nil
        let short = WithdrawalStatement(Self.request(bare)).text.text

        try expectGolden(full + "\n", named: "withdrawal-statement.txt")
        #expect(!short.contains("Reçu le"))
        #expect(!short.contains("Adresse"))
    }
}

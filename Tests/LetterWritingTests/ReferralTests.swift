import ChannelPluginKit
import CivilCalendar
import LetterTestSupport
import Testing
import Typesetting

@testable import ContactRouting
@testable import LetterWriting

@Suite("Referrals, as they read")
struct ReferralTests {
    @Test("a number stays with its street, its town and its district")
    func addresses() throws {
        var request = Sample.referralRequest(.mediator, Sample.lostParcel)
        request.trader.address = Sample.address(
            "Boutique Exemple", "67 BOULEVARD VERT", "DUBLIN 4", "IRLANDE")

        let text = try ReferralWriter().write(for: request).text

        #expect(text.contains("67\u{A0}BOULEVARD VERT, DUBLIN\u{A0}4, IRLANDE"))
    }

    @Test("inside a text the country has its name in the language of the text, in capitals where it was")
    func countryInText() {
        let capitals = Sample.address("Example Limited", "67 HIGH STREET", "DUBLIN 4", "IRLANDE")
        let small = Sample.address("Beispiel GmbH", "10115 Berlin", "Germany")

        #expect(AddressBlock.lines(of: capitals, inTextOf: .english).last == "IRELAND")
        #expect(AddressBlock.lines(of: capitals, inTextOf: .french).last == "IRLANDE")
        #expect(AddressBlock.lines(of: small, inTextOf: .french).last == "Allemagne")
        #expect(AddressBlock.lines(of: small, inTextOf: .english).last == "Germany")
    }

    @Test("Golden: the text of every kind of referral", arguments: ReferralCase.all)
    func golden(sample: ReferralCase) throws {
        let paper = try ReferralWriter().write(sample.plan, for: sample.facts, between: sample.parties)

        try expectGolden(paper.text, named: "referral-\(sample.name).txt")
    }

    @Test("a referral cites exactly the articles of its plan", arguments: ReferralCase.all)
    func articles(sample: ReferralCase) throws {
        let text = try Self.text(sample)

        let cited = Set(
            text.matches(of: /[LR]\. ?\d{3}-\d+|\b(?:1536|1231-6|122[78]|750-1|1344|1302(?:-1)?|164[148])\b/)
                .map {
                    String($0.output)
                })

        let claimed = sample.kind.isForBank ? [] : sample.plan.claimArticles
        #expect(cited == Set((sample.plan.articles + claimed).map(\.number)))
    }

    @Test("no referral holds an empty or a placeholder value", arguments: ReferralCase.all)
    func noBlanks(sample: ReferralCase) throws {
        let text = try Self.text(sample)

        for fault in [
            "nil", "null", "Optional", "{{", "}}", " ,", " .", "()", "«  »", "“”", "  ", "..", ";.",
        ] {
            #expect(!text.contains(fault), "it holds \"\(fault)\"")
        }
    }

    @Test("every paper is set in its own language", arguments: ReferralCase.all)
    func language(sample: ReferralCase) throws {
        let paper = try ReferralWriter().write(sample.plan, for: sample.facts, between: sample.parties)

        #expect(paper.document.language == sample.language.rawValue)
        #expect(
            paper.text.contains("Madame, Monsieur")
                != (sample.language == .english || sample.kind == .courtRequest))
    }

    @Test(
        "every trouble with every demand gives a paper for everybody, or names the fact that it needs",
        arguments: IssueKind.allCases)
    func everyIssue(kind: IssueKind) throws {
        let court = ReferralPaper(kind: .courtRequest, language: .french)
        let other = ReferralPaper.all[Int(kind.bit) % ReferralPaper.all.count]
        for demand in [nil] + Issue.Demand.allCases.map(Optional.some) {
            // The claim reads alike in all papers: the court's says it twice.
            for paper in demand == .refund ? [court, other] : [court] {
                var facts = Sample.facts(kind) { $0.issue.demand = demand }
                facts.issue.description = Private("Voici ce qui s'est passé.")
                let sample = ReferralCase(
                    name: "\(kind)", kind: paper.kind, facts: facts, language: paper.language)

                guard sample.plan.missingFacts(in: facts).isEmpty else {
                    #expect(throws: LetterError.self) { try Self.text(sample) }
                    continue
                }
                let text = try Self.text(sample)

                #expect(!text.contains("nil") && !text.contains("  "))
                #expect(!text.contains("à de ") && !text.contains("à d’"), "\(paper.template): \(text)")
            }
        }
    }

    @Test(
        "the words of the person cannot bring a control character in",
        arguments: ["\u{0}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}"])
    func control(text: String) {
        for sample in ReferralCase.all {
            var facts = sample.facts
            facts.issue.description = Private("a" + text)
            #expect(throws: LetterError.controlCharacter(field: "issue.description")) {
                try ReferralWriter().write(sample.plan, for: facts, between: sample.parties)
            }
        }
    }

    @Test("markup in the facts is shown as it is")
    func markup() throws {
        var facts = Sample.lostParcel
        facts.order.item.name = Sample.line("{{oops}} <b>lampe</b> # titre")
        facts.issue.description = Private("# pas un titre\n* pas une liste")

        let text = try Self.text(ReferralCase(name: "markup", kind: .mediation, facts: facts))

        #expect(text.contains("« {{oops}} <b>lampe</b> # titre »"))
        #expect(text.contains("# pas un titre\n* pas une liste"))
    }

    @Test("fifty enclosures fit, one more is refused")
    func enclosures() throws {
        var facts = Sample.lostParcel
        facts.attachments = (1...51).map { _ in
            Attachment(path: Sample.line("a.pdf"), title: Sample.line("Facture"))
        }
        let sample = ReferralCase(name: "many", kind: .mediation, facts: facts)

        #expect(throws: LetterError.tooManyEnclosures(count: 51, max: 50)) {
            try ReferralWriter().write(sample.plan, for: facts, between: sample.parties)
        }
    }

    @Test("a claim that rests on the person's words needs them")
    func needsDescription() {
        let facts = Sample.facts(.priceDispute) { $0.issue.demand = .refund }
        let sample = ReferralCase(name: "empty", kind: .conciliation, facts: facts)

        #expect(throws: LetterError.missingFacts([RequestField("issue.description", part: .sum)])) {
            try ReferralWriter().write(sample.plan, for: facts, between: sample.parties)
        }
    }

    /// The words alone, with each space an ordinary one and each paragraph one line.
    static func text(_ sample: ReferralCase) throws -> String {
        let paper = try ReferralWriter().write(sample.plan, for: sample.facts, between: sample.parties)
        let lines = paper.message.entries.flatMap { entry -> [String] in
            switch entry.block {
            case .paragraph(let inlines): [words(inlines)]
            case .list(_, let items): items.map(words)
            case .table(let table): table.rows.map { $0.joined(separator: ", ") }
            case .subject(let text), .heading(let text): [text]
            case .references(let rows): rows.map { "\($0.label) \($0.value)" }
            case .sender, .recipientWindow, .placeAndDate, .mention, .signature, .enclosures, .spacer: []
            }
        }
        return lines.joined(separator: "\n").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    private static func words(_ inlines: [Typesetting.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .regular(let text), .bold(let text): text
            case .lineBreak: "\n"
            }
        }.joined()
    }
}

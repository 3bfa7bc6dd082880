import CivilCalendar
import ContactRouting
import LetterTestSupport
import Testing
import Typesetting

@testable import LetterWriting

@Suite("What letters claim")
struct LetterContentTests {
    @Test("a letter cites exactly the articles of its plan", arguments: LetterCase.all)
    func articles(sample: LetterCase) throws {
        let text = try Self.text(sample)

        let cited = Set(
            text.matches(of: /L\. ?\d{3}-\d+|article 1344/).map {
                String($0.output).replacing("article ", with: "")
            })

        #expect(cited == Set(sample.plan.articles.map(\.number)))
    }

    @Test("a letter names its last day and no empty or placeholder value", arguments: LetterCase.all)
    func noBlanks(sample: LetterCase) throws {
        let text = try Self.text(sample)

        #expect(text.contains(FrenchForms.date(sample.plan.dueBy)))
        for fault in ["nil", "null", "Optional", "{{", "}}", " ,", " .", "()", "«  »", "  "] {
            #expect(!text.contains(fault), "it holds \"\(fault)\"")
        }
    }

    @Test("only a case with earlier contacts speaks of them", arguments: LetterCase.all)
    func contacts(sample: LetterCase) throws {
        let text = try Self.text(sample)

        #expect(text.contains("Démarches déjà effectuées") == !sample.facts.history.isEmpty)
    }

    @Test(
        "every kind of trouble with every demand gives a letter, or names the fact that it needs",
        arguments: IssueKind.allCases)
    func everyIssue(kind: IssueKind) throws {
        for demand in [nil] + Issue.Demand.allCases.map(Optional.some) {
            for channel in [ChannelName.registeredMail, .email] {
                var facts = Sample.facts(kind) { $0.issue.demand = demand }
                facts.issue.description = Private("Voici ce qui s'est passé.")
                let sample = LetterCase(
                    name: "\(kind) \(channel)", kind: .generalNotice, facts: facts, channel: channel)

                guard sample.plan.missingFacts(in: facts).isEmpty else {
                    #expect(sample.plan.missingFacts(in: facts) == ["issue.demand"])
                    #expect(throws: LetterError.missingFacts(["issue.demand"])) { try Self.text(sample) }
                    continue
                }
                let text = try Self.text(sample)

                #expect(demand != nil || !text.contains("demande exposée ci-dessus"))
                #expect(text.contains("Madame, Monsieur,"))
                #expect(!text.contains("nil"))
            }
        }
    }

    @Test(
        "a case of which almost nothing is known gives a letter without holes", arguments: IssueKind.allCases)
    func sparse(kind: IssueKind) throws {
        let merchant = MerchantDescription(name: Sample.line("Boutique Exemple"))
        var facts = ContactCase(merchant: .described(merchant), issue: Issue(kind: kind))
        facts.issue.description = Private("Voici ce qui s'est passé.")
        facts.issue.demand = .other
        let sample = LetterCase(name: "\(kind)", kind: .generalNotice, facts: facts)

        let text = try Self.text(sample)

        #expect(!text.contains("404") && !text.contains("  ") && !text.contains(" ,"))
    }

    @Test(
        "the words of the person cannot bring a control character in",
        arguments: ["\u{0}", "\u{1B}[31m", "\u{85}", "\u{2028}"])
    func control(text: String) {
        let facts = Sample.facts(.chargedTwice) {
            $0.issue.demand = .refund
            $0.issue.description = Private("a" + text)
        }

        #expect(throws: LetterError.controlCharacter(field: "issue.description")) {
            try LetterWriter().write(Sample.plan(facts), for: facts, between: LetterGoldenTests.parties)
        }
    }

    @Test("goods that came late are told with their day, and nobody is asked to deliver them")
    func cameLate() throws {
        for demand in Issue.Demand.allCases {
            let facts = Sample.facts(.lateDelivery) { facts in
                facts.issue.demand = demand == .delivery ? .information : demand
                facts.issue.description = Private("Voici ce qui s'est passé.")
                facts.order.deliveredOn = Sample.day("2026-11-16")
            }

            let text = try Self.text(LetterCase(name: "late", kind: .generalNotice, facts: facts))

            #expect(
                text.contains(
                    "La livraison, annoncée pour le 31 octobre 2026, a eu lieu le 16 novembre 2026.")
            )
            #expect(!text.contains("rien reçu") && !text.contains("de livrer"))
        }
    }

    @Test(
        "a letter that claims no right threatens nothing", arguments: [Item.Category.personalised, .homeware])
    func goodwill(category: Item.Category) throws {
        let facts = Sample.facts(.changeOfMind) { facts in
            facts.issue.demand = .refund
            facts.order.item.category = category
        }
        let sample = LetterCase(
            name: "goodwill", kind: .generalNotice, facts: facts,
            deadlines: [LetterCase.deadline(.withdrawal, "2026-11-16")])

        let text = try Self.text(sample)

        for threat in ["en demeure", "Mise en demeure", "1344", "médiateur", "juridiction", "L. "] {
            #expect(!text.contains(threat), "it says \"\(threat)\"")
        }
    }

    /// The words alone, with each space an ordinary one and each paragraph one line.
    private static func text(_ sample: LetterCase) throws -> String {
        let letter = try LetterWriter().write(
            sample.plan, for: sample.facts, between: LetterGoldenTests.parties)
        var lines: [String] = []
        for entry in letter.document.entries {
            switch entry.block {
            case .paragraph(let inlines): lines.append(words(inlines))
            case .list(_, let items): lines += items.map(words)
            case .subject(let text), .heading(let text): lines.append(text)
            case .sender, .recipientWindow, .placeAndDate, .mention, .references, .signature, .enclosures,
                .spacer:
                break
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

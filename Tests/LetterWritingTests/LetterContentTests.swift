import CivilCalendar
import ContactRouting
import LetterTestSupport
import Testing

@testable import LetterWriting

@Suite("What letters claim")
struct LetterContentTests {
    @Test("a letter cites exactly the articles of its plan", arguments: LetterCase.all)
    func articles(sample: LetterCase) throws {
        let text = try Self.text(sample)

        let cited = LetterWords.articles(in: text)

        #expect(cited == Set(sample.plan.articles))
    }

    @Test("a letter names its last day and no empty or placeholder value", arguments: LetterCase.all)
    func noBlanks(sample: LetterCase) throws {
        let text = try Self.text(sample)

        #expect(text.contains(LetterWording(.french).date(sample.plan.dueBy)))
        for fault in ["nil", "null", "Optional", "{{", "}}", " ,", " .", "()", "«  »", "  "] {
            #expect(!text.contains(fault), "it holds \"\(fault)\"")
        }
    }

    @Test("only a case with earlier contacts speaks of them", arguments: LetterCase.all)
    func contacts(sample: LetterCase) throws {
        let text = try Self.text(sample)

        #expect(text.contains("Démarches déjà effectuées") == sample.plan.tellsContacts)
    }

    @Test(
        "a case of which almost nothing is known gives a letter without holes", arguments: IssueKind.allCases)
    func sparse(kind: IssueKind) throws {
        let merchant = MerchantDescription(name: Sample.line("Boutique Exemple"))
        var facts = ContactCase(merchant: .described(merchant), issue: Issue(kind: kind))
        facts.issue.description = Private("Voici ce qui s'est passé, pour 35,50 €.")
        facts.issue.demand = .other
        let sample = LetterCase(name: "\(kind)", kind: .generalNotice, facts: facts)

        let text = try Self.text(sample)

        #expect(!text.contains("404") && !text.contains("  ") && !text.contains(" ,"))
    }

    @Test(
        "the words of the person cannot bring a control character in",
        arguments: ["\u{0}", "\u{1B}[31m", "\u{85}", "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}"])
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
                facts.issue.description = Private("Voici ce qui s'est passé, pour 35,50 €.")
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

    static func text(_ sample: LetterCase) throws -> String {
        LetterWords.of(
            try LetterWriter().write(sample.plan, for: sample.facts, between: LetterGoldenTests.parties))
    }
}

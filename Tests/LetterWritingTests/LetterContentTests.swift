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

                let text = try Self.text(sample)

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
        let sample = LetterCase(name: "\(kind)", kind: .generalNotice, facts: facts)

        let text = try Self.text(sample)

        #expect(!text.contains("404") && !text.contains("  ") && !text.contains(" ,"))
    }

    @Test(
        "the words of the person cannot bring a control character in",
        arguments: ["\u{0}", "\u{1B}[31m", "\u{85}", "\u{2028}"])
    func control(text: String) {
        let facts = Sample.facts(.chargedTwice) { $0.issue.description = Private("a" + text) }

        #expect(throws: LetterError.controlCharacter(field: "issue.description")) {
            try LetterWriter().write(Sample.plan(facts), for: facts, between: LetterGoldenTests.parties)
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
            case .subject(let text): lines.append(text)
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

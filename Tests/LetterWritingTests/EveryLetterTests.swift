import ChannelPluginKit
import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting
@testable import LetterWriting

/// The whole product: every issue with every demand, every kind of person and seller, and every stage.
@Suite("Every letter that a case may lead to")
struct EveryLetterTests {
    /// Who stands on the two sides.
    enum Parties: CaseIterable {
        case merchant, marketplaceSeller, privateSeller, professionalBuyer
    }

    /// What has happened before.
    enum Stage: CaseIterable {
        case first, afterSilence, afterRefusal, afterFailedNotice
    }

    typealias Demand = ContactRouting.Issue.Demand

    static let demands: [Demand?] = [nil] + Demand.allCases

    /// How many combinations of one issue there are: every stage with all facts, and the first with hardly any.
    static let combinations = demands.count * Parties.allCases.count * (Stage.allCases.count + 1)

    @Test(
        "every combination gives a faultless letter, or names the fact that it needs",
        arguments: IssueKind.allCases, Language.allCases)
    func every(kind: IssueKind, language: Language) throws {
        var ran = 0
        for demand in Self.demands {
            for parties in Parties.allCases {
                for stage in Stage.allCases {
                    // With hardly any facts, one stage shows what there is to see.
                    for isSparse in stage == .first ? [false, true] : [false] {
                        let facts = Self.facts(kind, demand, parties, stage, isSparse: isSparse, language)
                        let where_ =
                            "\(kind) \(demand?.rawValue ?? "-") \(parties) \(stage) sparse \(isSparse) \(language)"
                        try Self.check(facts, parties, stage, language, "\(where_)")
                        ran += 1
                    }
                }
            }
        }
        #expect(ran == Self.combinations)
    }

    // MARK: Cases

    private static func facts(
        _ kind: IssueKind, _ demand: Demand?, _ parties: Parties, _ stage: Stage, isSparse: Bool,
        _ language: Language
    ) -> ContactCase {
        var facts = isSparse ? sparse(kind) : Sample.facts(kind)
        facts.issue.demand = demand
        facts.issue.description = Private(
            language == .french ? "Voici les faits, pour 35,50 €." : "These are the facts, for €35.50.")
        if language == .english, !isSparse { facts.order.item.name = Sample.line("Desk lamp") }
        switch parties {
        case .merchant: facts.seller.kind = .firstParty
        case .marketplaceSeller: facts.seller.kind = .thirdParty
        case .privateSeller: facts.seller.kind = .privatePerson
        case .professionalBuyer: facts.consumer.professional = true
        }
        facts.history = history(stage)
        return facts
    }

    private static func sparse(_ kind: IssueKind) -> ContactCase {
        let merchant = MerchantDescription(name: Sample.line("Boutique Exemple"))
        return ContactCase(merchant: .described(merchant), issue: Issue(kind: kind))
    }

    private static func history(_ stage: Stage) -> [PastContact] {
        switch stage {
        case .first: []
        case .afterSilence:
            [Sample.contact(.registeredMail, "2026-11-04T10:00:00+01:00", .noReply, deadline: "2026-11-18")]
        case .afterRefusal: [Sample.contact(.email, "2026-11-12T18:00:00+01:00", .refused)]
        case .afterFailedNotice:
            [Sample.contact(.registeredMail, "2026-11-04T10:00:00+01:00", .unclaimed, deadline: "2026-11-18")]
        }
    }

    // MARK: Checks

    private static func check(
        _ facts: ContactCase, _ parties: Parties, _ stage: Stage, _ language: Language, _ name: Comment
    ) throws {
        let plan = Sample.plan(facts, through: stage == .afterRefusal ? .email : .registeredMail)
        let missing = plan.missingFacts(in: facts)
        guard missing.isEmpty else {
            #expect(missing == ["issue.demand"] && facts.issue.demand == nil, name)
            return
        }

        let text = LetterWords.of(
            try LetterWriter().write(plan, for: facts, between: LetterGoldenTests.parties, in: language))

        let words = Words(language)
        for fault in faults + words.faults where LetterWords.holds(text, fault) {
            Issue.record("it holds \"\(fault)\": \(name)")
        }
        #expect(LetterWords.holds(text, LetterWords.plain(LetterWording(language).date(plan.dueBy))), name)
        #expect(LetterWords.articles(in: text) == Set(plan.articles), name)
        #expect(LetterWords.holds(text, words.contacts) == plan.tellsContacts, name)
        if stage == .first {
            for word in words.insistence where LetterWords.holds(text, word) {
                Issue.record("nothing was asked before, and it says \"\(word)\": \(name)")
            }
        }
        checkLaw(plan, text, parties, words, name)
    }

    private static func checkLaw(
        _ plan: LetterPlan, _ text: String, _ parties: Parties, _ words: Words, _ name: Comment
    ) {
        switch parties {
        case .merchant, .marketplaceSeller: break
        case .privateSeller, .professionalBuyer:
            #expect(
                !LetterWords.holds(text, words.mediator) && !LetterWords.holds(text, words.consumerCode),
                name)
        }
        #expect(plan.articles.allSatisfy { $0.isInForce(on: plan.writtenOn) }, name)
        #expect(plan.force != .goodwill || plan.articles.isEmpty && plan.recourse.isEmpty, name)
        #expect(plan.kind != .reminder || plan.recalled != nil, name)
    }

    /// What no letter holds: values that are not there.
    static let faults = [
        "nil", "null", "Optional", "{{", "}}", "()", " .", " ,", "  ", "0,00", "0.00", "·", "«»", "« »",
        "«  »",
        "“”", "..", " \n", "\n ",
    ]

    /// The words by which a letter of one language is checked.
    struct Words {
        let language: Language

        init(_ language: Language) { self.language = language }

        private func pick<Value>(_ french: Value, _ english: Value) -> Value {
            switch language {
            case .french: french
            case .english: english
            }
        }

        /// Forms that assume the writer's gender, and words of the other language.
        var faults: [String] {
            pick(
                [
                    "(e)", "/e ", "soussigné", "obligé de", "contraint", "surpris", "déçu", "étonné",
                    "satisfait", "Cher ", "Chère ", "Dear ", " the ", "Article L", " order ",
                ],
                [
                    "Madame", "Monsieur", "commande", "n°", " le ", " la ", " les ", " vous ", " je ", "J’",
                    " du ",
                    " des ", "article L", "Objet", "code de", "«", "€ ", " :", " ;", "médiateur",
                    "agréer",
                    "jour", "à ", "é",
                ])
        }

        /// Words that only a case with earlier contacts supports.
        var insistence: [String] {
            pick(
                ["malgré", "relance", "Relance", "rappel", "à nouveau", "toujours", "de nouveau"],
                ["despite", "Despite", "reminder", "Reminder", "again ", "again.", "still", "once more"])
        }

        var contacts: String { pick("Démarches déjà effectuées :", "Steps already taken:") }
        var mediator: String { pick("médiateur", "mediator") }
        var consumerCode: String { pick("code de la consommation", "Consumer Code") }
    }
}

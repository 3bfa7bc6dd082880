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
        arguments: IssueKind.allCases)
    func every(kind: IssueKind) throws {
        var ran = 0
        for demand in Self.demands {
            for parties in Parties.allCases {
                for stage in Stage.allCases {
                    // With hardly any facts, one stage shows what there is to see.
                    for isSparse in stage == .first ? [false, true] : [false] {
                        let facts = Self.facts(kind, demand, parties, stage, isSparse: isSparse)
                        let where_ =
                            "\(kind) \(demand?.rawValue ?? "-") \(parties) \(stage) sparse \(isSparse)"
                        try Self.check(facts, parties, stage, "\(where_)")
                        ran += 1
                    }
                }
            }
        }
        #expect(ran == Self.combinations)
    }

    // MARK: Cases

    private static func facts(
        _ kind: IssueKind, _ demand: Demand?, _ parties: Parties, _ stage: Stage, isSparse: Bool
    ) -> ContactCase {
        var facts = isSparse ? sparse(kind) : Sample.facts(kind)
        facts.issue.demand = demand
        facts.issue.description = Private("Voici les faits.")
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
        _ facts: ContactCase, _ parties: Parties, _ stage: Stage, _ name: Comment
    ) throws {
        let plan = Sample.plan(facts, through: stage == .afterRefusal ? .email : .registeredMail)
        let missing = plan.missingFacts(in: facts)
        guard missing.isEmpty else {
            #expect(missing == ["issue.demand"] && facts.issue.demand == nil, name)
            return
        }

        let text = LetterWords.of(
            try LetterWriter().write(plan, for: facts, between: LetterGoldenTests.parties))

        for fault in faults where LetterWords.holds(text, fault) {
            Issue.record("it holds \"\(fault)\": \(name)")
        }
        #expect(LetterWords.holds(text, FrenchForms.date(plan.dueBy)), name)
        #expect(LetterWords.articles(in: text) == Set(plan.articles), name)
        #expect(LetterWords.holds(text, "Démarches déjà effectuées :") == plan.tellsContacts, name)
        if stage == .first {
            for word in insistence where LetterWords.holds(text, word) {
                Issue.record("nothing was asked before, and it says \"\(word)\": \(name)")
            }
        }
        checkLaw(plan, text, parties, name)
    }

    private static func checkLaw(
        _ plan: LetterPlan, _ text: String, _ parties: Parties, _ name: Comment
    ) {
        switch parties {
        case .merchant, .marketplaceSeller: break
        case .privateSeller, .professionalBuyer:
            #expect(
                !LetterWords.holds(text, "médiateur") && !LetterWords.holds(text, "code de la consommation"),
                name)
        }
        #expect(plan.articles.allSatisfy { $0.isInForce(on: plan.writtenOn) }, name)
        #expect(plan.force != .goodwill || plan.articles.isEmpty && plan.recourse.isEmpty, name)
        #expect(plan.kind != .reminder || plan.recalled != nil, name)
    }

    /// What no letter holds: values that are not there, and forms that assume the writer's gender.
    static let faults = [
        "nil", "null", "Optional", "{{", "}}", "()", " .", " ,", "  ", "0,00", "·", "(e)", "/e ", "soussigné",
        "obligé de", "«»", "« »", "«  »", "..", " \n", "\n ", "contraint", "surpris", "déçu", "étonné",
        "satisfait", "Cher ", "Chère ",
    ]

    /// Words that only a case with earlier contacts supports.
    static let insistence = ["malgré", "relance", "Relance", "rappel", "à nouveau", "toujours", "de nouveau"]
}

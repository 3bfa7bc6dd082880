public import ChannelPluginKit
public import ContactRouting

extension LetterPlan {
    /// The facts, as the case file spells them, without which the letter would have nothing to say.
    ///
    /// Names and addresses are not among them: what those must be depends on the channel.
    public func missingFacts(in facts: ContactCase) -> [RequestField] {
        // Every other letter says in its own words what is wanted.
        guard matter == .generalNotice else { return [] }
        switch DemandedAct(demand, issue: facts.issue.kind).needs {
        case .nothing: return []
        case .demand: return ["issue.demand"]
        case .description: return Self.hasDescription(facts) ? [] : ["issue.description"]
        // A letter that asks for money says how much.
        case .sum:
            return Self.namesSum(facts) ? [] : [RequestField("issue.description", part: .sum)]
        }
    }

    /// Whether the person's words hold a sum, or a share of the price.
    private static func namesSum(_ facts: ContactCase) -> Bool {
        facts.issue.description.map { SumInText.isNamed(in: $0.reveal()) } ?? false
    }

    private static func hasDescription(_ facts: ContactCase) -> Bool {
        facts.issue.description?.reveal().contains { !$0.isWhitespace } ?? false
    }
}

public import ContactRouting

extension LetterPlan {
    /// The facts, as the case file spells them, without which the letter would have nothing to say.
    ///
    /// Names and addresses are not among them: what those must be depends on the channel.
    public func missingFacts(in facts: ContactCase) -> [String] {
        // Every other letter says in its own words what is wanted.
        guard matter == .generalNotice else { return [] }
        switch DemandedAct(demand, issue: facts.issue.kind).needs {
        case .nothing: return []
        case .demand: return ["issue.demand"]
        case .description: return Self.hasDescription(facts) ? [] : ["issue.description"]
        }
    }

    private static func hasDescription(_ facts: ContactCase) -> Bool {
        facts.issue.description?.reveal().contains { !$0.isWhitespace } ?? false
    }
}

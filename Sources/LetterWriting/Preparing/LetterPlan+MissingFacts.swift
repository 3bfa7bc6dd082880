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
        // A letter that asks for money says how much.
        case .sum: return Self.namesSum(facts) ? [] : ["issue.description"]
        }
    }

    /// Whether the person's words hold a number beside a sign or a name of money, or a share of the price.
    private static func namesSum(_ facts: ContactCase) -> Bool {
        guard let text = facts.issue.description?.reveal(), text.contains(where: \.isNumber) else {
            return false
        }
        let lowered = text.lowercased().replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        return lowered.contains { $0.isCurrencySymbol || $0 == "%" }
            || moneyWords.contains { lowered.contains($0) }
    }

    private static let moneyWords = [
        "eur", "chf", "usd", "gbp", "franc", "dollar", "pour cent", "pourcent", "percent", "per cent",
    ]

    private static func hasDescription(_ facts: ContactCase) -> Bool {
        facts.issue.description?.reveal().contains { !$0.isWhitespace } ?? false
    }
}

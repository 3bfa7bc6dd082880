/// The one thing that a letter demands.
public enum LetterDemand: Hashable, Sendable {
    case deliver
    /// Prove that the carrier whom the person chose was handed the goods, or else deliver them (C. conso. L216-3).
    case proveHandover
    /// Hand over what is missing.
    case deliverMissingPart
    /// Bring the ordered item instead of the one that came.
    case exchangeWrongItem
    /// Pay back this sum, or everything paid when the sum is unknown; a surcharge comes on top.
    case refund(Money?)
    case repair
    case replacement
    /// Repair or replacement: the person named neither.
    case repairOrReplacement
    case priceReduction
    /// Claim nothing for goods that were not ordered, and collect them.
    case collectUnordered
    /// Confirm that a subscription ends, and when.
    case confirmTermination
    /// Hand over a copy of the personal data.
    case dataCopy
    /// Erase the personal data.
    case eraseData
    /// What the person described; named when the person named it.
    case perform(Issue.Demand?)
}

/// Why the conformity guarantee now gives price reduction or termination.
///
/// - Source: C. conso. L217-14.
public enum RemedyGround: String, Hashable, Sendable, CaseIterable {
    /// They refused to repair and to replace.
    case refused
    /// Thirty days have passed since the request.
    case late
    /// The defect is there again, or still, after a repair.
    case failed
    /// The defect is so grave that no remedy need be tried: a counterfeit, a danger.
    case grave
}

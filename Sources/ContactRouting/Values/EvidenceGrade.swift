/// How much a delivery proves, weakest first.
///
/// The order is the claim: a higher grade may stand in for a lower one, never the other way round.
public enum EvidenceGrade: String, Hashable, Comparable, Sendable, CaseIterable, Codable {
    /// Nothing remains: a phone call.
    case none
    /// The person holds a copy: a chat transcript, a screenshot.
    case trace
    /// Somebody else's dated word that it was handed over: SMTP 250, a form's acknowledgement.
    case dated
    /// The other side cannot deny it: the receipt of a registered letter.
    case opposable

    /// `0` for the weakest, `3` for the strongest; the scale that comparisons use.
    public var rank: Int {
        switch self {
        case .none: 0
        case .trace: 1
        case .dated: 2
        case .opposable: 3
        }
    }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }
}

/// The ladder of a dispute: which kind of step a channel is.
public enum Rung: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Stands outside the ladder, in a wall: safety, fraud.
    case wall = 0
    case informal = 1
    case guarantee = 2
    case formal = 3
    case mediation = 4
    case conciliation = 5
    case court = 6
    /// Beside the ladder: advice, and reports of a trader's behaviour.
    case beside = 7

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// The rungs that one climbs, lowest first.
    static let ladder: [Rung] = [.informal, .guarantee, .formal, .mediation, .conciliation, .court]

    /// Whether it is one of the rungs that one climbs.
    public var isOnLadder: Bool {
        switch self {
        case .informal, .guarantee, .formal, .mediation, .conciliation, .court: true
        case .wall, .beside: false
        }
    }
}

/// How much work a channel is for the person.
///
/// An estimate of the program's own.
public enum Effort: String, Hashable, Sendable, CaseIterable { case low, medium, high }

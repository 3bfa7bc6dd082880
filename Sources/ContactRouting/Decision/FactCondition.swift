/// A condition of the directory on facts or on another channel, with the source it stands on: its own, else the
/// channel's.
///
/// Laid out flat, so that the rules read a part of it without copying the rest.
struct FactCondition: Sendable {
    enum Kind {
        case login
        case fact
        /// Once another channel was used.
        case blockedBy
    }

    let kind: Kind
    /// The issues for which it counts; nil for all.
    let issues: IssueSet?
    let grounds: Grounds
    /// The fact that a `fact` asks for; nil for the others.
    let fact: FactPath?
    let isPrecondition: Bool
    let otherwise: ObjectionCode
    /// The values that the fact must have, or must not have.
    let values: [FactValue]
    let mustBeAmong: Bool
    /// The channel of a `blockedBy`; nil for the others.
    let blocker: ChannelName?

    /// - Returns: nil for a condition on time, and for one that keeps other channels closed.
    init?(_ condition: Condition, otherwise channelGrounds: Grounds) {
        var asked: FactRule?
        switch condition.rule {
        case .login:
            kind = .login
            blocker = nil
        case .blockedBy(let channel):
            kind = .blockedBy
            blocker = channel
        case .fact(let rule):
            kind = .fact
            blocker = nil
            asked = rule
        case .opens, .closes, .blocks: return nil
        }
        issues = condition.issues
        grounds = condition.source.map(Grounds.directory) ?? channelGrounds
        fact = asked?.fact
        isPrecondition = asked?.isPrecondition ?? false
        otherwise = asked?.otherwise ?? .outOfScope
        switch asked?.test {
        case .oneOf(let among):
            values = among
            mustBeAmong = true
        case .noneOf(let among):
            values = among
            mustBeAmong = false
        case nil:
            values = []
            mustBeAmong = false
        }
    }

    var isLogin: Bool { kind == .login }
}

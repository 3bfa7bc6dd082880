/// A condition of the directory with the source it stands on: its own, else the channel's.
///
/// Laid out flat, so that the rules read a part of it without copying the rest.
struct BoundCondition: Sendable {
    enum Kind {
        case login
        case fact
        /// On time, or on another channel: asked through ``BoundCondition/rule``.
        case other
    }

    let kind: Kind
    let rule: Condition.Rule
    let issues: IssueSet?
    let grounds: Grounds
    /// What a rule on a fact asks; of no meaning for any other.
    let fact: FactPath
    let isPrecondition: Bool
    let otherwise: ObjectionCode
    /// The values that a fact must have, or must not have.
    let values: [FactValue]
    let mustBeAmong: Bool

    init(_ condition: Condition, otherwise channelGrounds: Grounds) {
        rule = condition.rule
        issues = condition.issues
        grounds = condition.source.map(Grounds.directory) ?? channelGrounds
        switch condition.rule {
        case .fact(let rule):
            kind = .fact
            fact = rule.fact
            isPrecondition = rule.isPrecondition
            otherwise = rule.otherwise
            switch rule.test {
            case .oneOf(let values):
                self.values = values
                mustBeAmong = true
            case .noneOf(let values):
                self.values = values
                mustBeAmong = false
            }
        case .login, .opens, .closes, .blocks, .blockedBy:
            kind = condition.rule == .login ? .login : .other
            fact = .sellerType
            isPrecondition = false
            otherwise = .factUnknown
            values = []
            mustBeAmong = false
        }
    }

    var isLogin: Bool { kind == .login }
}

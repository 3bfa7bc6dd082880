/// A condition of the directory on time, with the source it stands on: its own, else the channel's.
///
/// The rule is plain words, so that reading it from a list copies nothing that is counted.
struct TimeCondition: Sendable {
    enum Rule {
        case opens(OpensRule)
        case closes(ClosesRule)
    }

    let rule: Rule
    /// The issues for which it counts; nil for all.
    let issues: IssueSet?
    let grounds: Grounds

    /// - Returns: nil for a condition that is not on time.
    init?(_ condition: Condition, otherwise channelGrounds: Grounds) {
        switch condition.rule {
        case .opens(let opens): rule = .opens(opens)
        case .closes(let closes): rule = .closes(closes)
        case .login, .fact, .blocks, .blockedBy: return nil
        }
        issues = condition.issues
        grounds = condition.source.map(Grounds.directory) ?? channelGrounds
    }
}

public import CivilCalendar

/// When a channel may be used: a declarative rule of the directory.
///
/// All of a channel's rules must hold.
///
/// - Source: docs/directory-format.md.
public struct Condition: Hashable, Sendable {
    public enum Rule: Hashable, Sendable {
        /// The channel sits behind the account's login.
        case login
        case fact(FactRule)
        case opens(OpensRule)
        case closes(ClosesRule)
        /// While this channel is open or pending, that one is refused.
        case blocks(ChannelName)
        /// Once that channel was used, this one is refused.
        case blockedBy(ChannelName)
    }

    public var rule: Rule
    /// The issues for which the rule counts; nil for all.
    public var issues: IssueSet?
    public var source: Source?

    public init(rule: Rule, issues: IssueSet?, source: Source?) {
        self.rule = rule
        self.issues = issues
        self.source = source
    }
}

/// A fact must have, or must not have, one of the named values.
public struct FactRule: Hashable, Sendable {
    public enum Test: Hashable, Sendable {
        case oneOf([FactValue])
        case noneOf([FactValue])
    }

    public var fact: FactPath
    public var test: Test
    /// A precondition refuses when the fact is unknown; an exclusion does not.
    public var isPrecondition: Bool
    public var otherwise: ObjectionCode

    public init(fact: FactPath, test: Test, isPrecondition: Bool, otherwise: ObjectionCode) {
        self.fact = fact
        self.test = test
        self.isPrecondition = isPrecondition
        self.otherwise = otherwise
    }
}

/// A value that a fact rule compares with.
public enum FactValue: Hashable, Sendable {
    case name(String)
    case bool(Bool)
}

/// Not before this long after an event.
public struct OpensRule: Hashable, Sendable {
    public var after: CaseEventName
    public var span: TimeLimit.Length
    /// The seller's refusal opens it at once.
    public var unlessSellerRefused: Bool

    public init(after: CaseEventName, span: TimeLimit.Length, unlessSellerRefused: Bool) {
        self.after = after
        self.span = span
        self.unlessSellerRefused = unlessSellerRefused
    }
}

/// No longer after this long after an event.
public struct ClosesRule: Hashable, Sendable {
    public var after: CaseEventName
    public var span: TimeLimit.Length

    public init(after: CaseEventName, span: TimeLimit.Length) {
        self.after = after
        self.span = span
    }
}

/// Something that happened in a case and from which a time runs.
public enum CaseEventName: String, Hashable, Sendable, CaseIterable {
    case orderedOn = "order.orderedOn"
    case promisedOn = "order.promisedOn"
    case latestEstimatedDelivery = "order.latestEstimatedDelivery"
    case deliveredOn = "order.deliveredOn"
    case debitedOn = "order.debitedOn"
    case sellerContacted = "seller-contacted"
    case writtenComplaint = "written-complaint"
}

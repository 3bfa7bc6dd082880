public import CivilCalendar

/// One channel that somebody offers to a case: what the directory says and what holds for it in general.
///
/// A class without mutable state, because a decision names some forty of them and must not copy them.
public final class ChannelOffer: Sendable {
    /// Who stands at the other end.
    public enum Owner: Hashable, Sendable {
        case merchant
        case institution(EntryID, name: String)
        /// Every trader must have it by law, even when the directory does not know where.
        case law(Citation)
        /// A service that has ended.
        case closed(ClosedService)
        /// A system of the person's own, which no decision proposes.
        case person
    }

    public let entry: ChannelEntry
    public let profile: ChannelProfile
    public let owner: Owner
    /// What the merchant's own policy adds for this channel.
    public let policies: [Policy]
    /// Where a statement about this offer comes from.
    public let grounds: Grounds

    /// The channel as the rules know it; nil for one that only the directory knows.
    let known: KnownChannel?
    /// The issues it serves: the directory's word, else the channel's.
    let issues: IssueSet
    /// The directory's conditions on facts and earlier contacts, each with its grounds.
    let conditions: [FactCondition]
    /// The directory's conditions on time.
    let timeConditions: [TimeCondition]
    /// The channels that are refused while this one is open or pending.
    let blocks: [ChannelName]
    /// Only the law says that it is there.
    let isByLaw: Bool
    /// Whether an endpoint says what a call costs.
    let hasCallCost: Bool
    /// A service that has ended.
    let hasEnded: Bool
    /// The verdict when it is not there for a case, made once: most offers get it.
    public let notOffered: [Objection]

    public var channel: ChannelName { entry.channel }

    init(_ entry: ChannelEntry, owner: Owner, policies: [Policy] = []) {
        self.entry = entry
        self.owner = owner
        self.policies = policies
        profile = ChannelProfile.of(entry.channel)
        known = profile.known
        issues = entry.issues ?? profile.issues
        let grounds: Grounds =
            switch owner {
            case .law(let citation): .law(citation)
            case .merchant, .institution, .closed: .directory(entry.source)
            case .person: .caseFacts
            }
        self.grounds = grounds
        conditions = entry.conditions.compactMap { FactCondition($0, otherwise: grounds) }
        timeConditions = entry.conditions.compactMap { TimeCondition($0, otherwise: grounds) }
        blocks = entry.conditions.compactMap(\.blockedChannel)
        hasCallCost = entry.endpoints.contains { $0.cost != nil }
        if case .law = owner { isByLaw = true } else { isByLaw = false }
        if case .closed(let service) = owner {
            hasEnded = true
            notOffered = [Objection(.serviceClosed, detail: .since(service.since), grounds: grounds)]
        } else {
            hasEnded = false
            notOffered = [Objection(.notOffered, grounds: grounds)]
        }
    }

    /// The system of the person's own: there for every case, by no directory and no law.
    ///
    /// - Parameter day: the day of the decision.
    public static func ownSystem(on day: CivilDay) -> ChannelOffer {
        let source = Source(
            url: nil, title: "the person’s own settings", checkedOn: day, confidence: .high, staleAfter: day)
        return ChannelOffer(ChannelEntry(channel: .webhook, source: source), owner: .person)
    }

    /// Silence after this long is failure: the directory's word, else our estimate.
    var answerTime: TimeLimit.Length { entry.answerTime ?? profile.answerTime }
}

extension Condition {
    fileprivate var blockedChannel: ChannelName? {
        switch rule {
        case .blocks(let channel): channel
        case .login, .fact, .opens, .closes, .blockedBy: nil
        }
    }
}

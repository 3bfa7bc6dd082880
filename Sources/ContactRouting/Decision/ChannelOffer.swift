import CivilCalendar

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
    }

    public let entry: ChannelEntry
    public let profile: ChannelProfile
    public let owner: Owner
    /// What the merchant's own policy adds for this channel.
    public let policies: [Policy]

    public var channel: ChannelName { entry.channel }

    init(_ entry: ChannelEntry, owner: Owner, policies: [Policy] = []) {
        self.entry = entry
        self.owner = owner
        self.policies = policies
        profile = ChannelProfile.of(entry.channel)
    }

    /// Where a statement about this offer comes from.
    public var grounds: Grounds {
        switch owner {
        case .law(let citation): .law(citation)
        case .merchant, .institution, .closed: .directory(entry.source)
        }
    }

    /// Silence after this long is failure: the directory's word, else our estimate.
    var answerTime: TimeLimit.Length { entry.answerTime ?? profile.answerTime }
}

import CivilCalendar

/// What a case with one kind of issue is offered.
final class OffersForIssue: Sendable {
    /// The channels that take such issues, in the directory's order.
    let serving: [ChannelOffer]
    /// The verdicts on all others: no case with such an issue is offered them.
    let refused: [RefusedChannel]
    /// The answering time that the directory gives a channel, which may be one of the others.
    func answerTime(of channel: ChannelName, _ known: KnownChannel?) -> TimeLimit.Length? {
        let offer = serving.first { $0.known == known && $0.channel == channel }
        return (offer ?? refused.first { $0.offer.known == known && $0.channel == channel }?.offer)?
            .answerTime
    }

    /// How many channels there are in all.
    var count: Int { serving.count + refused.count }

    init(_ offers: [ChannelOffer], for kind: IssueKind) {
        serving = offers.filter { !$0.hasEnded && $0.issues.contains(kind) }
        refused = offers.filter { $0.hasEnded || !$0.issues.contains(kind) }.map {
            RefusedChannel(offer: $0, objections: $0.notOffered)
        }
    }
}

/// The offers of one merchant by the kind of issue.
struct OffersByIssue: Sendable {
    private let all: [ChannelOffer]
    private let byKind: [IssueKind: OffersForIssue]

    /// - Parameter isAskedOften: works out every kind of issue at once.
    init(_ offers: [ChannelOffer], isAskedOften: Bool) {
        all = offers
        let kinds = isAskedOften ? IssueKind.allCases : []
        byKind = Dictionary(uniqueKeysWithValues: kinds.map { ($0, OffersForIssue(offers, for: $0)) })
    }

    func offers(for kind: IssueKind) -> OffersForIssue { byKind[kind] ?? OffersForIssue(all, for: kind) }
}

import CivilCalendar

/// What a case with one kind of issue is offered.
final class OffersForIssue: Sendable {
    /// The channels that take such issues, in the directory's order.
    let serving: [ChannelOffer]
    /// What the rules ask of each of them, in the same order.
    let traits: [OfferTraits]
    /// The verdicts on all others: no case with such an issue is offered them.
    let refused: [RefusedChannel]
    /// The time to answer of each channel that the rules know, by its number; the directory's or our estimate.
    private let answerTimes: [TimeLimit.Length?]

    /// The answering time of a channel, whether it takes such issues or not; nil when it is not offered at all.
    func answerTime(of known: KnownChannel?) -> TimeLimit.Length? {
        known.flatMap { answerTimes[Int($0.rawValue)] }
    }

    init(_ offers: [ChannelOffer], for kind: IssueKind) {
        var times: [TimeLimit.Length?] = KnownChannel.allCases.map { _ in nil }
        for offer in offers {
            if let known = offer.known { times[Int(known.rawValue)] = offer.answerTime }
        }
        answerTimes = times
        serving = offers.filter { !$0.hasEnded && $0.issues.contains(kind) }
        traits = serving.enumerated().map { OfferTraits($1, at: $0, for: kind) }
        refused = offers.filter { $0.hasEnded || !$0.issues.contains(kind) }.map {
            RefusedChannel(notOffered: $0)
        }
    }
}

/// The offers of one merchant by the kind of issue.
struct OffersByIssue: Sendable {
    private let all: [ChannelOffer]
    /// By the place of each kind of issue; empty when nothing was worked out ahead.
    private let byKind: [OffersForIssue]

    /// - Parameter isAskedOften: works out every kind of issue at once.
    init(_ offers: [ChannelOffer], isAskedOften: Bool) {
        all = offers
        let kinds = isAskedOften ? IssueKind.allCases.sorted { $0.bit < $1.bit } : []
        byKind = kinds.map { OffersForIssue(offers, for: $0) }
    }

    func offers(for kind: IssueKind) -> OffersForIssue {
        let place = Int(kind.bit)
        return byKind.indices.contains(place) ? byKind[place] : OffersForIssue(all, for: kind)
    }
}

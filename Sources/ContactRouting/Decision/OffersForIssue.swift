import CivilCalendar
import Synchronization

/// What a case with one kind of issue is offered.
final class OffersForIssue: Sendable {
    /// The channels that take such issues, in the directory's order.
    let serving: [ChannelOffer]
    /// What the rules ask of each of them, in the same order.
    let traits: [OfferTraits]
    /// What the score asks of each of them, in the same order.
    let scoring: [ScoringTraits]
    /// The conditions on facts and other channels that count for such issues, those of each offer together.
    ///
    /// One list for all offers, because reading a part of a list in a list would count its references.
    let factConditions: [FactCondition]
    /// The conditions on time that count for such issues, those of each offer together.
    let timeConditions: [TimeCondition]
    /// The verdicts on all others: no case with such an issue is offered them.
    let unoffered: UnofferedChannels
    /// The time to answer of each channel that the rules know, by its number; the directory's or our estimate.
    private let answerTimes: [TimeLimit.Length?]

    /// The answering time of a channel, whether it takes such issues or not; nil when it is not offered at all.
    func answerTime(of known: KnownChannel?) -> TimeLimit.Length? {
        known.flatMap { answerTimes[Int($0.rawValue)] }
    }

    /// - Parameter isShared: for the cases of many, and not of one that describes its merchant.
    init(_ offers: [ChannelOffer], for kind: IssueKind, isShared: Bool) {
        var answers: [TimeLimit.Length?] = KnownChannel.allCases.map { _ in nil }
        for offer in offers {
            if let known = offer.known { answers[Int(known.rawValue)] = offer.answerTime }
        }
        answerTimes = answers
        let serving = offers.filter { !$0.hasEnded && $0.issues.contains(kind) }
        self.serving = serving
        scoring = serving.map(ScoringTraits.init)
        var facts: [FactCondition] = []
        var times: [TimeCondition] = []
        traits = serving.enumerated().map { place, offer in
            let asked = offer.conditions.filter { $0.issues?.contains(kind) ?? true }
            let timed = offer.timeConditions.filter { $0.issues?.contains(kind) ?? true }
            facts += asked
            times += timed
            return OfferTraits(
                offer, at: place, factConditions: (facts.count - asked.count)..<facts.count,
                asksOnlyLogin: !asked.isEmpty && asked.allSatisfy(\.isLogin),
                timeConditions: (times.count - timed.count)..<times.count)
        }
        factConditions = facts
        timeConditions = times
        unoffered = UnofferedChannels(
            offers.filter { $0.hasEnded || !$0.issues.contains(kind) }.map { RefusedChannel(notOffered: $0) },
            isShared: isShared)
    }
}

/// The offers of one merchant by the kind of issue, each worked out when it is first asked for.
struct OffersByIssue: Sendable {
    private let all: [ChannelOffer]
    /// By the place of each kind of issue; empty when nothing is kept.
    private let byKind: [Kept]

    /// - Parameter isAskedOften: keeps what was worked out.
    init(_ offers: [ChannelOffer], isAskedOften: Bool) {
        all = offers
        byKind = isAskedOften ? IssueKind.allCases.map { _ in Kept() } : []
    }

    func offers(for kind: IssueKind) -> OffersForIssue {
        let place = Int(kind.bit)
        guard byKind.indices.contains(place) else { return OffersForIssue(all, for: kind, isShared: false) }
        if let kept = byKind[place].offers.load() { return kept }
        // Two threads may work it out at once; the first to store it wins, and both get that one.
        return byKind[place].offers.storeIfNil(OffersForIssue(all, for: kind, isShared: true))
    }

    /// A place that is filled once.
    private final class Kept: Sendable {
        let offers = AtomicLazyReference<OffersForIssue>()
    }
}

/// Finds the rung that a case has reached: one above the highest that failed, without those that lead nowhere.
///
/// - Source: docs/decision.md.
struct RungSearch {
    let reached: Rung
    /// A page of the account, or the open guarantee, that solves it without anybody else.
    let solution: Solution?
    /// Channels that an open or pending recourse keeps closed, and that recourse.
    let blocked: [(channel: ChannelName, by: OfferTraits)]

    private let situation: Situation
    private let examined: [Candidate]

    init(situation: Situation, examined: [Candidate], declarationDue: Bool) {
        self.situation = situation
        self.examined = examined
        let tried = situation.tried
        let blocked = Self.blocked(examined, situation)
        self.blocked = blocked
        let failed = tried.highestFailedRung
        let solution = Self.solution(examined, situation, failed: failed)
        self.solution = solution
        reached = Self.reached(
            failed: failed, solution: solution, declarationDue: declarationDue,
            guaranteeEndsSoon: situation.guaranteeEndsSoon,
            isAmicableOver: tried.amicableAttemptEnded,
            leadingOn: Self.leadingOn(examined, situation, hasFailed: failed != nil, blocked: blocked))
    }

    /// The step to name to somebody who would skip it: the first on the rung that is usable, or will be.
    func firstStep(on rung: Rung) -> Finding.Detail {
        var later: Int?
        for index in examined.indices where examined[index].rung == rung {
            let isUsable = examined[index].isUsable
            guard isUsable || later == nil && examined[index].isWorthWaitingFor else { continue }
            later = examined[index].traits.place
            if isUsable { break }
        }
        return later.map { .channelOfOffer($0) } ?? .channel(.email)
    }

    /// Too early is not closed: claiming elsewhere now would still forfeit the guarantee.
    private static func blocked(_ examined: [Candidate], _ situation: Situation)
        -> [(channel: ChannelName, by: OfferTraits)]
    {
        let tried = situation.tried
        var found: [(channel: ChannelName, by: OfferTraits)] = []
        for item in examined where item.traits.hasBlocks {
            let isOpen =
                tried.pending.contains(item.known)
                || !tried.failed.contains(item.known)
                    && item.codes.isSubset(of: [.tooEarly, .blockedBy, .needsLogin])
            guard isOpen else { continue }
            for channel in situation.offer(item.traits).blocks { found.append((channel, item.traits)) }
        }
        return found
    }

    /// Once the seller has failed the guarantee comes before a page, and once anything above has failed no page will
    /// solve it.
    private static func solution(_ examined: [Candidate], _ situation: Situation, failed: Rung?)
        -> Solution?
    {
        guard failed ?? .informal < .guarantee else {
            return situation.tried.pending.contains(.marketplaceGuarantee) ? .guarantee : nil
        }
        var page: Solution?
        for index in examined.indices where examined[index].isUsable {
            let known = examined[index].known
            if known == .marketplaceGuarantee { return .guarantee }
            guard page == nil, examined[index].traits.solvesAlone, !situation.tried.failed.contains(known),
                known != .withdrawalButton || situation.isChangeOfMind
            else { continue }
            page = .page(place: examined[index].traits.place)
        }
        return page
    }

    private static func reached(
        failed: Rung?, solution: Solution?, declarationDue: Bool, guaranteeEndsSoon: Bool,
        isAmicableOver: Bool, leadingOn: RungSet
    ) -> Rung {
        guard let failed else {
            // A repair that was asked for and not done in its time is a contact that failed.
            if declarationDue, solution == nil { return .formal }
            if guaranteeEndsSoon, solution == .guarantee { return .guarantee }
            return leadingOn.lowest(above: .wall) ?? .informal
        }
        if let solution, failed < .formal {
            return solution == .guarantee ? .guarantee : .informal
        }
        if declarationDue, failed >= .formal { return .formal }
        var rungs = leadingOn
        if isAmicableOver { rungs.remove(.conciliation) }
        return rungs.lowest(above: failed) ?? failed
    }

    /// The rungs with a channel worth stopping at, or with a step that still runs.
    ///
    /// Once something has failed an e-mail is a written complaint.
    private static func leadingOn(
        _ examined: [Candidate], _ situation: Situation, hasFailed: Bool,
        blocked: [(channel: ChannelName, by: OfferTraits)]
    ) -> RungSet {
        var rungs = RungSet()
        for entry in situation.history.entries where entry.pendingEnd != nil && entry.rung.isOnLadder {
            rungs.insert(entry.rung)
        }
        for index in examined.indices where examined[index].isWorthWaitingFor {
            if !blocked.isEmpty {
                let channel = situation.offer(examined[index].traits).channel
                guard !blocked.contains(where: { $0.channel == channel }) else { continue }
            }
            rungs.insert(examined[index].rung)
            if hasFailed, examined[index].known == .email { rungs.insert(.formal) }
        }
        return rungs
    }
}

/// What solves a case without anybody else.
enum Solution: Equatable {
    /// The marketplace's guarantee, open or pending.
    case guarantee
    /// A page of the account, by the place of its offer in ``OffersForIssue/serving``.
    case page(place: Int)

    /// As an objection names it.
    var detail: Finding.Detail {
        switch self {
        case .guarantee: .channel(.marketplaceGuarantee)
        case .page(let place): .channelOfOffer(place)
        }
    }
}

/// A set of rungs of the ladder as bits.
struct RungSet {
    private var bits: UInt8 = 0

    mutating func insert(_ rung: Rung) { bits |= 1 << UInt8(rung.rawValue) }

    mutating func remove(_ rung: Rung) { bits &= ~(1 << UInt8(rung.rawValue)) }

    /// The lowest rung of the ladder in the set that is above another.
    func lowest(above rung: Rung) -> Rung? {
        Rung.ladder.first { $0 > rung && bits & (1 << UInt8($0.rawValue)) != 0 }
    }
}

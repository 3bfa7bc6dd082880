/// Finds the rung that a case has reached: one above the highest that failed, without those that lead nowhere.
///
/// - Source: decision rules, section 1.
struct RungSearch {
    let reached: Rung
    /// A page of the account, or the open guarantee, that solves it without anybody else.
    let solution: ChannelName?
    /// Channels that an open or pending recourse keeps closed, and that recourse.
    let blocked: [(channel: ChannelName, by: ChannelOffer)]

    private let examined: [Examined]

    init(situation: Situation, examined: [Examined], declarationDue: Bool) {
        self.examined = examined
        let history = situation.history
        let blocked = Self.blocked(examined, history)
        self.blocked = blocked
        let failed = history.highestFailedRung
        let solution = Self.solution(examined, situation, failed: failed)
        self.solution = solution
        reached = Self.reached(
            failed: failed, solution: solution, declarationDue: declarationDue,
            isAmicableOver: history.amicableAttemptEnded,
            leadingOn: Self.leadingOn(examined, hasFailed: failed != nil, blocked: blocked))
    }

    /// The step to name to somebody who would skip it: the first on the rung that is usable, or will be.
    func firstStep(on rung: Rung) -> ChannelName {
        let steps = examined.lazy.filter { $0.offer.profile.rung == rung }
        let step = steps.first { $0.objections.isEmpty } ?? steps.first { $0.isWorthWaitingFor }
        return step?.offer.channel ?? .email
    }

    /// Too early is not closed: claiming elsewhere now would still forfeit the guarantee.
    private static func blocked(_ examined: [Examined], _ history: HistoryReading)
        -> [(channel: ChannelName, by: ChannelOffer)]
    {
        var found: [(channel: ChannelName, by: ChannelOffer)] = []
        for item in examined where !item.offer.blocks.isEmpty {
            let isOpen =
                history.isPending(item.offer.known)
                || !history.hasFailed(item.offer.known)
                    && item.objections.allSatisfy {
                        $0.code == .tooEarly || $0.code == .blockedBy || $0.code == .needsLogin
                    }
            guard isOpen else { continue }
            for channel in item.offer.blocks { found.append((channel, item.offer)) }
        }
        return found
    }

    /// Once the seller has failed the guarantee comes before a page, and once anything above has failed no page will
    /// solve it.
    private static func solution(_ examined: [Examined], _ situation: Situation, failed: Rung?)
        -> ChannelName?
    {
        guard failed ?? .informal < .guarantee else {
            return situation.history.isPending(.marketplaceGuarantee) ? .marketplaceGuarantee : nil
        }
        var page: ChannelName?
        for item in examined where item.objections.isEmpty {
            if item.offer.known == .marketplaceGuarantee { return item.offer.channel }
            guard page == nil, item.offer.profile.solvesAlone,
                !situation.history.hasFailed(item.offer.known),
                item.offer.known != .withdrawalButton || situation.isChangeOfMind
            else { continue }
            page = item.offer.channel
        }
        return page
    }

    private static func reached(
        failed: Rung?, solution: ChannelName?, declarationDue: Bool, isAmicableOver: Bool, leadingOn: RungSet
    ) -> Rung {
        guard let failed else { return leadingOn.lowest(above: .wall) ?? .informal }
        if let solution, failed < .formal {
            return solution == .marketplaceGuarantee ? .guarantee : .informal
        }
        if declarationDue, failed >= .formal { return .formal }
        var rungs = leadingOn
        if isAmicableOver { rungs.remove(.conciliation) }
        return rungs.lowest(above: failed) ?? failed
    }

    /// The rungs with a channel worth stopping at.
    ///
    /// Once something has failed an e-mail is a written complaint.
    private static func leadingOn(
        _ examined: [Examined], hasFailed: Bool, blocked: [(channel: ChannelName, by: ChannelOffer)]
    ) -> RungSet {
        var rungs = RungSet()
        for item in examined where item.isWorthWaitingFor {
            guard blocked.isEmpty || !blocked.contains(where: { $0.channel == item.offer.channel }) else {
                continue
            }
            rungs.insert(item.offer.profile.rung)
            if hasFailed, item.offer.known == .email { rungs.insert(.formal) }
        }
        return rungs
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

import CivilCalendar

/// Which rung of the ladder a case has reached, and what that refuses.
///
/// - Source: decision rules, sections 1 to 3.
struct Ladder {
    /// The rung whose channels come next.
    let reached: Rung
    /// A page of the account, or an open guarantee, that still solves it.
    let solution: ChannelName?
    /// A declaration on which the next right depends: a new letter, not a repeat.
    let declarationDue: Bool

    private let situation: Situation

    /// - Parameter examined: every offer with its own objections.
    init(_ situation: Situation, examined: [(offer: ChannelOffer, objections: [Objection])]) {
        self.situation = situation
        solution = Self.solution(situation, examined)
        declarationDue = Self.declarationDue(situation)
        reached = Self.reached(situation, examined, solution: solution, declarationDue: declarationDue)
    }

    /// What the ladder adds against a channel.
    func objections(to offer: ChannelOffer, examined: [(offer: ChannelOffer, objections: [Objection])])
        -> [Objection]
    {
        var found: [Objection] = []
        guard situation.wall?.rank(of: offer.channel) == nil else { return found }
        let rung = rung(of: offer)
        if rung >= .guarantee, rung <= .court, isRepeat(offer) {
            found.append(Objection(.alreadyTried, grounds: .caseFacts))
        }
        if offer.channel == .registeredMail, let objection = proportion() { found.append(objection) }
        if let blocker = examined.first(where: { blocks($0, offer.channel) })?.offer {
            found.append(Objection(.blockedBy, detail: .channel(blocker.channel), grounds: blocker.grounds))
        }
        if isAboveReached(rung), !(offer.channel == .registeredMail && mayWriteEarly) {
            found.append(Objection(.blockedBy, detail: .channel(firstStep(examined)), grounds: .editorial))
        }
        return found
    }

    /// The rung on which a channel counts now: from the formal rung on, an e-mail is a written complaint.
    func rung(of offer: ChannelOffer) -> Rung {
        offer.channel == .email && reached >= .formal ? .formal : offer.profile.rung
    }

    private func isAboveReached(_ rung: Rung) -> Bool {
        switch rung {
        case .wall: false
        case .beside: reached < .formal
        case .informal, .guarantee, .formal, .mediation, .conciliation, .court: rung > reached
        }
    }

    /// The same step at the same rung again: a second identical letter, a decided guarantee, an ended mediation.
    private func isRepeat(_ offer: ChannelOffer) -> Bool {
        guard offer.channel != .email else { return false }
        if offer.channel == .registeredMail, declarationDue { return false }
        return situation.history.entries.contains { $0.contact.channel == offer.channel }
    }

    private func blocks(_ other: (offer: ChannelOffer, objections: [Objection]), _ channel: ChannelName)
        -> Bool
    {
        let claims = other.offer.entry.conditions.contains { $0.rule == .blocks(channel) }
        guard claims else { return false }
        if situation.history.isPending(other.offer.channel) { return true }
        // Too early is not closed: the claim would still be lost.
        return !situation.history.hasFailed(other.offer.channel)
            && other.objections.allSatisfy {
                $0.code == .tooEarly || $0.code == .blockedBy || $0.code == .needsLogin
            }
    }

    // MARK: Proportion

    private func proportion() -> Objection? {
        if let solution {
            return Objection(.disproportionate, detail: .channel(solution), grounds: .editorial)
        }
        guard !situation.history.hasFailed(on: .informal...(.guarantee)), !mayWriteEarly, reached < .formal
        else {
            return nil
        }
        return Objection(
            .disproportionate, usableFrom: situation.history.pendingEnd(from: .informal)?.end,
            grounds: .editorial)
    }

    /// Before an informal contact has failed: a right that ends within a week, or proof asked for.
    var mayWriteEarly: Bool { rightEndsSoon || situation.asksForOpposableProof }

    /// A right that a letter exercises ends within seven days.
    var rightEndsSoon: Bool {
        let exercised: [RightName] = [.withdrawal, .conformityGuarantee]
        return exercised.contains { right in
            guard right != .withdrawal || situation.facts.issue.kind == .changeOfMind,
                let deadline = situation.deadline(right), let closes = deadline.closes
            else { return false }
            return closes > situation.now && closes <= situation.now.adding(hours: 7 * 24)
        }
    }

    // MARK: Finding the rung

    private static func solution(
        _ situation: Situation, _ examined: [(offer: ChannelOffer, objections: [Objection])]
    ) -> ChannelName? {
        let usable = examined.first { item in
            guard item.objections.isEmpty, !situation.history.hasFailed(item.offer.channel) else {
                return false
            }
            switch item.offer.channel {
            case .marketplaceGuarantee: return true
            case .withdrawalButton: return situation.facts.issue.kind == .changeOfMind
            default: return item.offer.profile.solvesAlone  // tidy-allow: an open set of names
            }
        }
        return usable?.offer.channel
    }

    private static func reached(
        _ situation: Situation, _ examined: [(offer: ChannelOffer, objections: [Objection])],
        solution: ChannelName?,
        declarationDue: Bool
    ) -> Rung {
        let failed = situation.history.highestFailedRung
        // As long as a page or the guarantee solves it, nothing above is in proportion.
        if let solution, failed ?? .informal < .formal {
            return solution == .marketplaceGuarantee && failed != nil ? .guarantee : .informal
        }
        let start = failed.map { $0.rawValue + 1 } ?? Rung.informal.rawValue
        if declarationDue, start > Rung.formal.rawValue { return .formal }
        for rung in Rung.ladder where rung.rawValue >= start {
            if rung == .conciliation, situation.history.amicableAttemptEnded { continue }
            if examined.contains(where: { counts($0, on: rung, start: start) }) { return rung }
        }
        return failed ?? .informal
    }

    /// Whether a channel makes its rung worth stopping at: usable, or refused only until a known moment.
    private static func counts(
        _ item: (offer: ChannelOffer, objections: [Objection]), on rung: Rung, start: Int
    ) -> Bool {
        let isFormalMail = item.offer.channel == .email && rung == .formal && start > Rung.informal.rawValue
        guard item.offer.profile.rung == rung || isFormalMail else { return false }
        return item.objections.allSatisfy { $0.code == .tooEarly || $0.code == .closed }
    }

    private func firstStep(_ examined: [(offer: ChannelOffer, objections: [Objection])]) -> ChannelName {
        let step = examined.first { $0.objections.isEmpty && rung(of: $0.offer) == reached }
        return step?.offer.channel ?? .email
    }

    /// Termination once a notice to deliver has run out; a price cut or termination once a repair is overdue.
    ///
    /// - Source: C. conso. L216-6, L217-10, L217-14.
    private static func declarationDue(_ situation: Situation) -> Bool {
        let order = situation.facts.order
        guard order.terminatedOn == nil else { return false }
        let letters = situation.history.entries.filter { $0.rung == .formal }
        if IssueSet.notArrived.contains(situation.facts.issue.kind), order.deliveredOn == nil {
            let notice = letters.first { $0.contact.deadline != nil }
            guard let notice, let end = notice.failedAt else { return false }
            return !letters.contains { $0.contact.at > end }
        }
        guard let repair = situation.deadline(.repair), let end = repair.closes,
            repair.isOver(at: situation.now)
        else {
            return false
        }
        return !letters.contains { $0.contact.at >= end }
    }
}

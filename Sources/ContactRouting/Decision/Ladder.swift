import CivilCalendar

/// Which rung of the ladder a case has reached, and what that refuses.
///
/// - Source: docs/decision.md.
final class Ladder {
    /// The rung whose channels come next.
    let reached: Rung
    /// A page of the account, or an open guarantee, that still solves it.
    let solution: Solution?
    /// A declaration on which the next right depends: a new letter, not a repeat.
    let declarationDue: Bool
    /// Before an informal contact has failed: a right that ends within a week, or proof asked for.
    let mayWriteEarly: Bool
    /// A right that a letter exercises ends within seven days.
    let rightEndsSoon: Bool

    private let situation: Situation
    /// Channels that an open or pending recourse keeps closed, and that recourse.
    private let blocked: [(channel: ChannelName, by: OfferTraits)]
    private let firstStep: Finding.Detail

    /// - Parameter examined: every offer with its own objections.
    init(_ situation: Situation, examined: [Candidate]) {
        self.situation = situation
        rightEndsSoon = situation.rightEndsSoon
        mayWriteEarly = rightEndsSoon || situation.asksForOpposableProof
        declarationDue = situation.declarationDue
        let search = RungSearch(situation: situation, examined: examined, declarationDue: declarationDue)
        solution = search.solution
        blocked = search.blocked
        let reached = search.reached
        self.reached = reached
        firstStep = search.firstStep(on: reached)
    }

    /// What the ladder adds against a channel.
    func addObjections(at index: Int, to found: inout Findings) {
        let traits = found.candidates[index].traits
        guard !situation.isInWall(traits.known) else { return }
        found.resume(index)
        let rung = rung(of: traits)
        if isRepeat(traits.known, on: rung) {
            found.add(Finding(.alreadyTried, grounds: .caseFacts))
        }
        if !blocked.isEmpty { addBlock(traits, to: &found) }
        if traits.known == .registeredMail {
            if let objection = proportion { found.add(objection) }
        } else if isTooHigh(rung, traits.known), !opensWithItsRung(found.candidates[index], rung) {
            found.add(Finding(.blockedBy, detail: firstStep, grounds: .editorial))
        }
    }

    private func addBlock(_ traits: OfferTraits, to found: inout Findings) {
        let channel = situation.offer(traits).channel
        guard let block = blocked.first(where: { $0.channel == channel }) else { return }
        let place = block.by.place
        found.add(Finding(.blockedBy, detail: .channelOfOffer(place), grounds: .otherOffer(place)))
    }

    /// The rung on which a channel counts now: from the formal rung on, an e-mail is a written complaint.
    func rung(of offer: OfferTraits) -> Rung {
        offer.known == .email && reached >= .formal ? .formal : offer.rung
    }

    /// Above the rung that is reached; advice comes from the formal rung on.
    private func isTooHigh(_ rung: Rung, _ known: KnownChannel?) -> Bool {
        switch rung {
        case .wall: false
        case .beside: reached < .formal
        case .informal, .guarantee, .formal, .mediation, .conciliation, .court:
            rung > reached && !mayComeEarly(known)
        }
    }

    /// Of the next rung, and refused only until the step before it has failed: its moment says all.
    private func opensWithItsRung(_ examined: Candidate, _ rung: Rung) -> Bool {
        rung.rawValue == reached.rawValue + 1 && !examined.isUsable
            && examined.codes.isSubset(of: [.tooEarly])
    }

    /// Recourse that the law opens before its rung is reached; it ranks behind the rung's own channels.
    ///
    /// The mediator after a complaint by e-mail that failed, when a letter would be the next step; ECC-Net after its
    /// three weeks, when a letter still has time; the court above the amount up to which an amicable attempt comes
    /// first. Policies of ours.
    private func mayComeEarly(_ known: KnownChannel?) -> Bool {
        guard reached >= .formal else { return false }
        if known == .mediator { return situation.tried.failed.contains(.email) }
        if known == .eccNet { return true }
        return known == .courtRequest && reached >= .mediation && situation.isAboveAmicableAmount
    }

    /// The same step at the same rung again: a second identical letter, a decided guarantee, an ended mediation.
    ///
    /// A step that still runs is followed, not repeated.
    private func isRepeat(_ known: KnownChannel?, on rung: Rung) -> Bool {
        guard rung.isOnLadder, rung > .informal, situation.tried.used.contains(known) else {
            return false
        }
        if known == .registeredMail, declarationDue { return false }
        return situation.history.entries.contains {
            $0.known == known && $0.rung == rung
        }
    }

    /// A formal notice that would be out of proportion.
    private var proportion: Finding? {
        if let solution {
            return Finding(.disproportionate, detail: solution.detail, grounds: .editorial)
        }
        guard reached < .formal, !mayWriteEarly else { return nil }
        return Finding(
            .disproportionate, usableFrom: situation.history.pendingEnd, detail: firstStep,
            grounds: .editorial)
    }
}

extension Situation {
    /// A right that a letter exercises ends within seven days.
    var rightEndsSoon: Bool {
        deadlines.contains { deadline in
            switch deadline.right {
            case .withdrawal:
                guard isChangeOfMind else { return false }
            case .conformityGuarantee: break
            case .goodsReturn, .merchantReturn, .delivery, .refundAfterWithdrawal, .refundAfterTermination,
                .refundAfterReturn, .repair, .defectPresumption, .hiddenDefects, .marketplaceGuarantee,
                .mediation, .mediationOutcome, .eccNet, .unauthorisedPayment, .smallClaims, .limitation:
                return false
            }
            return endsSoon(deadline)
        }
    }

    /// The marketplace's guarantee would be lost within seven days, while the seller is asked first.
    var guaranteeEndsSoon: Bool { deadline(.marketplaceGuarantee).map(endsSoon) ?? false }

    private func endsSoon(_ deadline: Deadline) -> Bool {
        deadline.closes.map { $0 > now && $0 <= now.adding(hours: 7 * 24) } ?? false
    }

    /// Termination once a notice to deliver has run out; a price cut or termination once a repair is overdue.
    ///
    /// - Source: C. conso. L216-6, L217-10, L217-14.
    var declarationDue: Bool {
        guard facts.order.terminatedOn == nil, !facts.isProfessional, side != .privateSeller
        else { return false }
        let letters = history.entries.lazy.filter { $0.rung == .formal }
        if IssueSet.notArrived.contains(facts.issueKind), facts.order.lastDeliveredOn == nil {
            guard let notice = letters.first(where: { $0.deadline != nil }),
                let end = notice.failedAt
            else { return false }
            return !letters.contains { $0.at > end }
        }
        guard let repair = deadline(.repair), let end = repair.closes, end <= now else { return false }
        return !letters.contains { $0.at >= end }
    }
}

import CivilCalendar

/// What the law asks of the channels that have rules of their own: letters, mediators, banks, courts.
///
/// - Source: docs/decision.md.
struct RecourseRules {
    let situation: Situation

    private var facts: BorrowedCase { situation.facts }
    private var now: Instant { situation.now }
    private var history: HistoryReading { _read { yield situation.history } }

    func add(to found: inout Findings, offer: OfferTraits) {
        if situation.hasWall { addWall(offer, to: &found) }
        switch offer.known {
        case .withdrawalButton: addWithdrawal(to: &found)
        case .onlineReturn: addReturn(to: &found)
        case .registeredMail: addLetter(to: &found)
        case .mediator: addMediator(to: &found)
        case .eccNet: addECCNet(to: &found)
        case .conciliator: addConciliator(to: &found)
        case .courtRequest: addCourt(to: &found)
        case .bankChargeback: addChargeback(to: &found)
        case .bankCardBlock: addCardBlock(to: &found)
        case .bankClaim: addOver(.unauthorisedPayment, to: &found)
        case .selfService, .chat, .callback, .phone, .accessiblePhone, .email, .socialDM, .sellerMessaging,
            .marketplaceGuarantee, .consumerAssociation, .signalConso, .productSafety, .report33700,
            .signalSpam, .merchantPhishingReport, .cyber17, .pharos, .policeThesee, .webhook, nil:
            return
        }
    }

    /// Behind a wall that replaces the ladder, letters, mediators and courts lead nowhere; what the wall asks for is
    /// done once.
    private func addWall(_ offer: OfferTraits, to found: inout Findings) {
        guard let wall = situation.wall else { return }
        if wall.rank(of: offer.known) != nil {
            let isStep = offer.rung != .informal
            if isStep, situation.tried.used.contains(offer.known) {
                found.addOnce(Finding(.alreadyTried, grounds: .caseFacts))
            }
            return
        }
        guard wall.replacesLadder else { return }
        let leadsNowhere: Bool =
            switch offer.rung {
            case .formal, .mediation, .conciliation, .court, .beside, .guarantee: true
            case .informal: wall.kind == .shopGone
            case .wall: false
            }
        if leadsNowhere { found.addOnce(Finding(.outOfScope, grounds: .editorial)) }
    }

    // MARK: Sending things back

    private func addWithdrawal(to found: inout Findings) {
        if facts.order.withdrawalNotifiedOn != nil {
            found.addOnce(Finding(.alreadyTried, grounds: .caseFacts))
        }
        addExclusion(to: &found)
        addOver(.withdrawal, to: &found)
    }

    private func addReturn(to found: inout Findings) {
        if facts.order.returnShippedOn != nil || facts.order.returnReceivedOn != nil {
            found.addOnce(Finding(.alreadyTried, grounds: .caseFacts))
        }
        addExclusion(to: &found)
        if situation.side == .privateSeller {
            found.addOnce(Finding(.outOfScope, detail: .fact(.sellerType), grounds: .caseFacts))
        }
        let item = facts.order.item
        if facts.issueKind == .changeOfMind, item.category == .giftCard, item.partlyUsed == true {
            // No law lets a used gift card go back, and the return form does not take it.
            found.addOnce(Finding(.outOfScope, detail: .fact(.itemCategory), grounds: .editorial))
        }
        // Who has withdrawn in time sends the goods back, whatever the merchant's own policy says.
        if facts.order.withdrawalNotifiedOn == nil { addOver(.merchantReturn, to: &found) }
    }

    /// Goods that the law excludes come back only when something is wrong with them.
    private func addExclusion(to found: inout Findings) {
        guard situation.isChangeOfMind, situation.exclusion == .excluded else { return }
        found.addOnce(Finding(.outOfScope, detail: .fact(.itemCategory), grounds: .law(.consoL22128)))
    }

    private func addOver(_ right: RightName, to found: inout Findings) {
        guard let deadline = situation.deadline(right), deadline.isOver(at: now), let last = deadline.lastDay
        else { return }
        found.addOnce(
            Finding(.tooLate, detail: .since(last.adding(days: 1)), grounds: .deadline(deadline.right)))
    }

    /// A printed letter is too late when the right ends before a counter opens.
    private func addLetter(to found: inout Findings) {
        guard situation.isChangeOfMind, let deadline = situation.deadline(.withdrawal),
            let closes = deadline.closes, let last = deadline.lastDay,
            situation.surroundings.postCounterOpens >= closes
        else { return }
        found.addOnce(
            Finding(.tooLate, detail: .since(last.adding(days: 1)), grounds: .deadline(deadline.right)))
    }

    // MARK: Amicable recourse and the court

    private func addMediator(to found: inout Findings) {
        addComplaint(waiting: nil, grounds: .law(.consoL6122), to: &found)
        addOver(.mediation, to: &found)
        if situation.tried.used.contains(.courtRequest) {
            found.addOnce(Finding(.blockedBy, detail: .channel(.courtRequest), grounds: .law(.consoL6122)))
        }
    }

    private func addECCNet(to found: inout Findings) {
        guard let country = situation.traderCountry else {
            found.addOnce(Finding(.factUnknown, detail: .fact(.sellerCountry), grounds: .law(.eccNetRules)))
            return
        }
        let home = facts.consumer.country ?? .france
        if country == home || !country.isCoveredByECCNet {
            found.addOnce(Finding(.outOfScope, detail: .fact(.sellerCountry), grounds: .law(.eccNetRules)))
            return
        }
        addComplaint(waiting: .weeks(3), grounds: .law(.eccNetRules), to: &found)
    }

    /// A written complaint that was refused or has waited long enough: the given time, else its own.
    private func addComplaint(waiting: TimeLimit.Length?, grounds: Finding.Grounds, to found: inout Findings)
    {
        guard let complaint = history.firstComplaint else {
            found.addOnce(Finding(.writtenComplaintMissing, grounds: grounds))
            return
        }
        let opens: Instant?
        if let waiting {
            guard history.refusedComplaint == nil else { return }
            let around = situation.surroundings
            opens = TimeLimit(waiting, end: .fixed).ends(
                after: complaint.at, holidays: around.holidays, zone: around.zone)
        } else {
            guard history.failedComplaint == nil else { return }
            opens = history.latestComplaint?.pendingEnd
        }
        guard let opens, opens > now else { return }
        found.addOnce(Finding(.tooEarly, usableFrom: opens, grounds: grounds))
    }

    private func addConciliator(to found: inout Findings) {
        guard let country = situation.traderCountry, country != .france else { return }
        found.addOnce(Finding(.outOfScope, detail: .fact(.sellerCountry), grounds: .law(.cpc1536)))
    }

    /// Up to the amount of CPC 750-1 an amicable attempt must have ended first.
    ///
    /// After the limitation the claim is lost as soon as the trader pleads it (C. civ. 2247), so the way is refused: a
    /// policy of ours.
    private func addCourt(to found: inout Findings) {
        addOver(.limitation, to: &found)
        guard !situation.tried.amicableAttemptEnded, !situation.isAboveAmicableAmount else { return }
        found.addOnce(Finding(.blockedBy, detail: .channel(.conciliator), grounds: .law(.cpc7501)))
    }

    // MARK: The bank

    private func addChargeback(to found: inout Findings) {
        switch facts.order.payment {
        case nil:
            found.addOnce(Finding(.factUnknown, detail: .fact(.payment), grounds: .editorial))
        case .card: return
        case .bankTransfer, .directDebit, .paypal, .giftCard, .instalments, .cashOnDelivery, .other:
            found.addOnce(Finding(.outOfScope, detail: .fact(.payment), grounds: .editorial))
        }
    }

    /// Only a card can be blocked; a debit without one goes straight to the claim.
    private func addCardBlock(to found: inout Findings) {
        guard facts.issueKind == .unauthorisedCharge else { return }
        switch facts.order.payment {
        case nil, .card, .instalments, .paypal, .other: return
        case .bankTransfer, .directDebit, .giftCard, .cashOnDelivery:
            found.addOnce(Finding(.outOfScope, detail: .fact(.payment), grounds: .caseFacts))
        }
    }
}

extension Situation {
    /// The largest claim, in euro cents, for which an amicable attempt must come before the court.
    ///
    /// - Source: CPC 750-1. A draft decree would raise it; its adoption is not known.
    static let amicableAmountMax: Int64 = 500_000

    /// Whether the claim is above the amount of CPC 750-1: euros only, and unknown is not above.
    var isAboveAmicableAmount: Bool {
        guard let amount = facts.order.amount, amount.currency == .euro else { return false }
        return amount.hundredths > Self.amicableAmountMax
    }
}

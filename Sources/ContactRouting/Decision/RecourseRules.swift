import CivilCalendar

/// What the law asks of the channels that have rules of their own: letters, mediators, banks, courts.
///
/// - Source: decision rules, sections 3, 5, 7 and 8.
struct RecourseRules {
    let situation: Situation

    private var facts: ContactCase { situation.facts }
    private var now: Instant { situation.now }
    private var history: HistoryReading { situation.history }

    func add(to found: inout [Objection], offer: ChannelOffer) {
        if situation.wall != nil { addWall(offer, to: &found) }
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

    /// An objection that says nothing new, because a condition of the directory was quicker, is left out.
    private func append(_ objection: Objection, to found: inout [Objection]) {
        guard !found.contains(where: { $0.code == objection.code }) else { return }
        found.append(objection)
    }

    /// Behind a wall that replaces the ladder, letters, mediators and courts lead nowhere; what the wall asks for is
    /// done once.
    private func addWall(_ offer: ChannelOffer, to found: inout [Objection]) {
        guard let wall = situation.wall else { return }
        if wall.rank(of: offer.known) != nil {
            let isStep = offer.profile.rung != .informal
            if isStep, history.used.contains(offer.known) {
                append(Objection(.alreadyTried, grounds: .caseFacts), to: &found)
            }
            return
        }
        guard wall.replacesLadder else { return }
        let leadsNowhere: Bool =
            switch offer.profile.rung {
            case .formal, .mediation, .conciliation, .court, .beside, .guarantee: true
            case .informal: wall.kind == .shopGone
            case .wall: false
            }
        if leadsNowhere { append(Objection(.outOfScope, grounds: .editorial), to: &found) }
    }

    // MARK: Sending things back

    private func addWithdrawal(to found: inout [Objection]) {
        if facts.order.withdrawalNotifiedOn != nil {
            append(Objection(.alreadyTried, grounds: .caseFacts), to: &found)
        }
        addExclusion(to: &found)
        addOver(.withdrawal, to: &found)
    }

    private func addReturn(to found: inout [Objection]) {
        if facts.order.returnShippedOn != nil || facts.order.returnReceivedOn != nil {
            append(Objection(.alreadyTried, grounds: .caseFacts), to: &found)
        }
        addExclusion(to: &found)
        // Who has withdrawn in time sends the goods back, whatever the merchant's own policy says.
        if facts.order.withdrawalNotifiedOn == nil { addOver(.merchantReturn, to: &found) }
    }

    /// Goods that the law excludes come back only when something is wrong with them.
    private func addExclusion(to found: inout [Objection]) {
        guard situation.isChangeOfMind, situation.exclusion == .excluded else { return }
        append(
            Objection(.outOfScope, detail: .fact(.itemCategory), grounds: .law(.consoL22128)), to: &found)
    }

    private func addOver(_ right: RightName, to found: inout [Objection]) {
        guard let deadline = situation.deadline(right), deadline.isOver(at: now), let last = deadline.lastDay
        else { return }
        append(
            Objection(.tooLate, detail: .since(last.adding(days: 1)), grounds: deadline.grounds), to: &found)
    }

    /// A printed letter is too late when the right ends before a counter opens.
    private func addLetter(to found: inout [Objection]) {
        guard situation.isChangeOfMind, let deadline = situation.deadline(.withdrawal),
            let closes = deadline.closes, situation.surroundings.postCounterOpens >= closes
        else { return }
        let since =
            closes > now ? situation.today : situation.surroundings.zone.day(at: closes)
        append(Objection(.tooLate, detail: .since(since), grounds: deadline.grounds), to: &found)
    }

    // MARK: Amicable recourse and the court

    private func addMediator(to found: inout [Objection]) {
        addComplaint(waiting: nil, grounds: .law(.consoL6122), to: &found)
        addOver(.mediation, to: &found)
        if history.used.contains(.courtRequest) {
            append(
                Objection(.blockedBy, detail: .channel(.courtRequest), grounds: .law(.consoL6122)),
                to: &found)
        }
    }

    private func addECCNet(to found: inout [Objection]) {
        guard let country = situation.traderCountry else {
            append(
                Objection(.factUnknown, detail: .fact(.sellerCountry), grounds: .law(.eccNetRules)),
                to: &found)
            return
        }
        let home = facts.consumer.country ?? .france
        if country == home || !country.isCoveredByECCNet {
            append(
                Objection(.outOfScope, detail: .fact(.sellerCountry), grounds: .law(.eccNetRules)), to: &found
            )
            return
        }
        addComplaint(waiting: .weeks(3), grounds: .law(.eccNetRules), to: &found)
    }

    /// A written complaint that was refused or has waited long enough: the given time, else its own.
    private func addComplaint(waiting: TimeLimit.Length?, grounds: Grounds, to found: inout [Objection]) {
        guard let complaint = history.firstComplaint else {
            append(Objection(.writtenComplaintMissing, grounds: grounds), to: &found)
            return
        }
        let opens: Instant?
        if let waiting {
            guard history.refusedComplaint == nil else { return }
            let around = situation.surroundings
            opens = TimeLimit(waiting, end: .fixed).ends(
                after: complaint.contact.at, holidays: around.holidays, zone: around.zone)
        } else {
            guard history.failedComplaint == nil else { return }
            opens = history.latestComplaint?.pendingEnd
        }
        guard let opens, opens > now else { return }
        append(Objection(.tooEarly, usableFrom: opens, grounds: grounds), to: &found)
    }

    private func addConciliator(to found: inout [Objection]) {
        guard let country = situation.traderCountry, country != .france else { return }
        append(
            Objection(.outOfScope, detail: .fact(.sellerCountry), grounds: .law(.cpc1536)), to: &found)
    }

    /// Up to the amount of CPC 750-1 an amicable attempt must have ended first.
    private func addCourt(to found: inout [Objection]) {
        guard !history.amicableAttemptEnded, !situation.isAboveAmicableAmount else { return }
        append(
            Objection(.blockedBy, detail: .channel(.conciliator), grounds: .law(.cpc7501)), to: &found)
    }

    // MARK: The bank

    private func addChargeback(to found: inout [Objection]) {
        switch facts.order.payment {
        case nil:
            append(Objection(.factUnknown, detail: .fact(.payment), grounds: .editorial), to: &found)
        case .card: return
        case .bankTransfer, .directDebit, .paypal, .giftCard, .instalments, .cashOnDelivery, .other:
            append(Objection(.outOfScope, detail: .fact(.payment), grounds: .editorial), to: &found)
        }
    }

    /// Only a card can be blocked; a debit without one goes straight to the claim.
    private func addCardBlock(to found: inout [Objection]) {
        guard facts.issue.kind == .unauthorisedCharge else { return }
        switch facts.order.payment {
        case nil, .card, .instalments, .paypal, .other: return
        case .bankTransfer, .directDebit, .giftCard, .cashOnDelivery:
            append(Objection(.outOfScope, detail: .fact(.payment), grounds: .caseFacts), to: &found)
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

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
        addWall(offer, to: &found)
        switch offer.channel {
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
        default: return  // tidy-allow: an open set of names
        }
    }

    /// Behind a wall that replaces the ladder, letters, mediators and courts lead nowhere.
    private func addWall(_ offer: ChannelOffer, to found: inout [Objection]) {
        guard let wall = situation.wall, wall.replacesLadder, wall.rank(of: offer.channel) == nil else {
            return
        }
        let leadsNowhere: Bool =
            switch offer.profile.rung {
            case .formal, .mediation, .conciliation, .court, .beside, .guarantee: true
            case .informal: wall.kind == .shopGone
            case .wall: false
            }
        if leadsNowhere { found.append(Objection(.outOfScope, grounds: .editorial)) }
    }

    private func addWithdrawal(to found: inout [Objection]) {
        addExclusion(to: &found)
        addOver(.withdrawal, to: &found)
    }

    /// Goods that the law excludes come back only when something is wrong with them.
    private func addExclusion(to found: inout [Objection]) {
        guard facts.issue.kind == .changeOfMind,
            WithdrawalExclusion.of(facts.order.item, digitalWaiver: facts.order.digitalWaiver) == .excluded
        else { return }
        found.append(Objection(.outOfScope, detail: .fact(.itemCategory), grounds: .law(.consoL22128)))
    }

    private func addReturn(to found: inout [Objection]) {
        addExclusion(to: &found)
        addOver(.merchantReturn, to: &found)
    }

    private func addOver(_ right: RightName, to found: inout [Objection]) {
        guard let deadline = situation.deadline(right), deadline.isOver(at: now), let last = deadline.lastDay
        else {
            return
        }
        found.append(Objection(.tooLate, detail: .since(last.adding(days: 1)), grounds: deadline.grounds))
    }

    /// A printed letter is too late when the right ends before a counter opens.
    private func addLetter(to found: inout [Objection]) {
        guard facts.issue.kind == .changeOfMind, let deadline = situation.deadline(.withdrawal),
            let closes = deadline.closes, situation.surroundings.postCounterOpens >= closes
        else { return }
        let since = situation.surroundings.zone.day(at: min(closes, situation.surroundings.postCounterOpens))
        found.append(Objection(.tooLate, detail: .since(since), grounds: deadline.grounds))
    }

    // MARK: Amicable recourse

    private func addMediator(to found: inout [Objection]) {
        addComplaint(waiting: nil, grounds: .law(.consoL6122), to: &found)
        addOver(.mediation, to: &found)
        if history.entries.contains(where: { $0.contact.channel == .courtRequest }) {
            found.append(Objection(.blockedBy, detail: .channel(.courtRequest), grounds: .law(.consoL6122)))
        }
    }

    private func addECCNet(to found: inout [Objection]) {
        guard let country = situation.traderCountry else {
            found.append(Objection(.factUnknown, detail: .fact(.sellerCountry), grounds: .law(.eccNetRules)))
            return
        }
        let home = facts.consumer.country ?? .france
        if country == home || !country.isCoveredByECCNet {
            found.append(Objection(.outOfScope, detail: .fact(.sellerCountry), grounds: .law(.eccNetRules)))
            return
        }
        addComplaint(waiting: .weeks(3), grounds: .law(.eccNetRules), to: &found)
    }

    /// A written complaint that was refused or has waited long enough: the given time, else its own.
    private func addComplaint(waiting: TimeLimit.Length?, grounds: Grounds, to found: inout [Objection]) {
        guard let complaint = history.latestComplaint else {
            found.append(Objection(.writtenComplaintMissing, grounds: grounds))
            return
        }
        guard history.failedComplaint == nil else { return }
        let surroundings = situation.surroundings
        let opens =
            waiting.map {
                TimeLimit($0, end: .fixed).ends(
                    after: complaint.contact.at, holidays: surroundings.holidays, zone: surroundings.zone)
            } ?? complaint.pendingEnd
        guard let opens, opens > now else { return }
        found.append(Objection(.tooEarly, usableFrom: opens, grounds: grounds))
    }

    private func addConciliator(to found: inout [Objection]) {
        guard let country = situation.traderCountry, country != .france else { return }
        found.append(Objection(.outOfScope, detail: .fact(.sellerCountry), grounds: .law(.cpc1536)))
    }

    /// Up to the amount of CPC 750-1 an amicable attempt must have ended first.
    private func addCourt(to found: inout [Objection]) {
        guard !history.amicableAttemptEnded, !isAboveAmicableAmount else { return }
        found.append(Objection(.blockedBy, detail: .channel(.conciliator), grounds: .law(.cpc7501)))
    }

    /// The largest claim, in euro cents, for which CPC 750-1 asks for an amicable attempt.
    static let amicableAmountMax: Int64 = 500_000

    private var isAboveAmicableAmount: Bool {
        guard let amount = facts.order.amount, amount.currency == .euro else { return false }
        return amount.hundredths > Self.amicableAmountMax
    }

    // MARK: The bank

    private func addChargeback(to found: inout [Objection]) {
        switch facts.order.payment {
        case nil: found.append(Objection(.factUnknown, detail: .fact(.payment), grounds: .editorial))
        case .card: return
        case .bankTransfer, .directDebit, .paypal, .giftCard, .instalments, .cashOnDelivery, .other:
            found.append(Objection(.outOfScope, detail: .fact(.payment), grounds: .editorial))
        }
    }

    /// Only a card can be blocked; a debit without one goes straight to the claim.
    private func addCardBlock(to found: inout [Objection]) {
        guard facts.issue.kind == .unauthorisedCharge else { return }
        switch facts.order.payment {
        case nil, .card, .instalments, .paypal, .other: return
        case .bankTransfer, .directDebit, .giftCard, .cashOnDelivery:
            found.append(Objection(.outOfScope, detail: .fact(.payment), grounds: .caseFacts))
        }
    }
}

extension HistoryReading {
    /// A mediation or conciliation has ended without a result: CPC 750-1 is satisfied.
    var amicableAttemptEnded: Bool { hasFailed(.mediator) || hasFailed(.conciliator) }
}

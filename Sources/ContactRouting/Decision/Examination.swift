import CivilCalendar

/// Finds what stands against a channel in a situation, whatever the ladder says: who, where, when, with which proof.
///
/// - Source: docs/decision.md.
struct Examination {
    private let situation: Situation
    private let recourse: RecourseRules
    private let isPersonLimited: Bool

    init(situation: Situation) {
        self.situation = situation
        recourse = RecourseRules(situation: situation)
        isPersonLimited = situation.isPersonLimited
    }

    private var now: Instant { situation.now }

    /// Finds every objection that does not depend on the other channels.
    func examine(_ offer: OfferTraits, into found: inout Findings) {
        addSeller(offer, to: &found)
        if isPersonLimited { addPerson(offer, to: &found) }
        if !offer.factConditions.isEmpty, !offer.asksOnlyLogin || situation.isLoginImpossible {
            addConditions(offer, to: &found)
        }
        if !offer.timeConditions.isEmpty { addWindow(offer, to: &found) }
        addHours(offer, to: &found)
        recourse.add(to: &found, offer: offer)
    }

    // MARK: Does the channel serve this issue?

    /// Whether a channel that takes such issues is there for this case; nothing else need be said of one that is not.
    func serves(_ offer: OfferTraits) -> Bool {
        switch offer.rung {
        case .wall: return situation.isInWall(offer.known)
        case .informal: return servesInformally(offer)
        case .guarantee, .formal, .mediation, .conciliation, .court, .beside: return true
        }
    }

    private func servesInformally(_ offer: OfferTraits) -> Bool {
        if offer.known == .accessiblePhone { return situation.facts.consumer.deaf == true }
        if offer.known == .withdrawalButton { return servesWithdrawal }
        if offer.known == .sellerMessaging { return situation.isMarketplace || situation.side != .merchant }
        return true
    }

    /// For a change of mind, and for any sold item inside its withdrawal time.
    ///
    /// Sellers must offer the function for contracts concluded from its first day on.
    private var servesWithdrawal: Bool {
        if let ordered = situation.facts.order.orderedOn, ordered < RightRule.withdrawalFunctionFrom {
            return false
        }
        guard !situation.isChangeOfMind else { return true }
        return situation.deadline(.withdrawal).map { !$0.isOver(at: now) } ?? false
    }

    // MARK: The right side

    private static let merchantsOwn: ChannelSet = [
        .chat, .callback, .phone, .accessiblePhone, .email, .socialDM,
    ]

    private func addSeller(_ offer: OfferTraits, to found: inout Findings) {
        switch situation.side {
        case .unknown: return
        case .merchant:
            guard offer.known == .sellerMessaging || offer.known == .marketplaceGuarantee else { return }
            found.add(
                Finding(.wrongSeller, detail: .fact(.sellerType), grounds: .offer))
        case .marketplaceSeller, .privateSeller:
            guard Self.merchantsOwn.contains(offer.known), situation.isListed,
                !situation.hasSellerFailed
            else { return }
            found.add(
                Finding(
                    .wrongSeller, usableFrom: situation.history.pendingEnd(.sellerMessaging),
                    detail: .channel(.sellerMessaging), grounds: .offer))
        }
    }

    // MARK: The person

    private static let forConsumersOnly: ChannelSet = [
        .mediator, .eccNet, .withdrawalButton, .signalConso, .consumerAssociation,
    ]
    private static let againstTradersOnly: ChannelSet = [.mediator, .eccNet, .withdrawalButton, .signalConso]

    private func addPerson(_ offer: OfferTraits, to found: inout Findings) {
        if offer.isVoice, situation.facts.canNotSpeak {
            found.add(Finding(.voiceImpossible, grounds: .caseFacts))
        }
        if situation.facts.isProfessional, Self.forConsumersOnly.contains(offer.known) {
            found.add(Finding(.professional, grounds: .law(.consoL6113)))
        }
        if situation.side == .privateSeller, Self.againstTradersOnly.contains(offer.known) {
            found.add(Finding(.outOfScope, detail: .fact(.sellerType), grounds: .caseFacts))
        }
        if !situation.facts.preferences.avoid.isEmpty,
            situation.facts.preferences.avoid.contains(situation.offer(offer).channel)
        {
            found.add(Finding(.avoided, grounds: .caseFacts))
        }
        if situation.facts.preferences.needsWrittenProof == true,
            offer.evidence.rank < EvidenceGrade.dated.rank,
            !situation.isInWall(offer.known)
        {
            found.add(Finding(.evidenceTooWeak, grounds: .caseFacts))
        }
        if situation.issueKind == .suspiciousMessage, !situation.isListed,
            offer.isMerchants || offer.rung == .informal
        {
            // An address that came with the message, or would be taken from it, is the fraudster's own.
            found.add(Finding(.unsafe, grounds: .editorial))
        }
    }

    // MARK: The directory's conditions

    private func addConditions(_ offer: OfferTraits, to found: inout Findings) {
        // By index, because a loop over the conditions would copy each.
        for index in offer.factConditions {
            switch situation.offers.factConditions[index].kind {
            case .login:
                guard situation.isLoginImpossible else { continue }
                found.add(Finding(.needsLogin, grounds: .condition(index)))
            case .fact:
                guard let fact = situation.offers.factConditions[index].fact,
                    let code = code(ofCondition: index, on: fact)
                else { continue }
                // Our own rules may have said the same already.
                found.addOnce(Finding(code, detail: .fact(fact), grounds: .condition(index)))
            case .blockedBy:
                guard let blocker = situation.offers.factConditions[index].blocker,
                    situation.history.hasUsed(blocker)
                else { continue }
                found.add(Finding(.blockedBy, detail: .channelOfCondition(index), grounds: .condition(index)))
            }
        }
    }

    /// What a condition on a fact has against the channel; nil when it holds.
    private func code(ofCondition index: Int, on fact: FactPath) -> ObjectionCode? {
        let conditions = situation.offers.factConditions
        guard let value = value(of: fact) else {
            return conditions[index].isPrecondition ? .factUnknown : nil
        }
        let isAmong = conditions[index].values.contains(value)
        return isAmong == conditions[index].mustBeAmong ? nil : conditions[index].otherwise
    }

    /// The seller's country follows from whom the case is against when the case does not state it.
    private func value(of fact: FactPath) -> FactValue? {
        guard fact == .sellerCountry else { return situation.facts.value(of: fact) }
        return situation.traderCountry.map { .name($0.text) }
    }

    private func addWindow(_ offer: OfferTraits, to found: inout Findings) {
        let window = TimeWindow(of: offer, among: situation.offers, in: situation.timeline)
        let grounds = window.condition.map { Finding.Grounds.timeCondition($0) } ?? .offer
        if let event = window.opensAfterUnknown {
            found.add(unopened(by: event, grounds: grounds))
        } else if let opens = window.opens, opens > now {
            found.add(Finding(.tooEarly, usableFrom: opens, grounds: grounds))
        }
        if let closes = window.closes, closes <= now {
            found.add(
                Finding(
                    .tooLate, detail: .since(situation.surroundings.zone.day(at: closes)),
                    grounds: grounds))
        }
    }

    private func unopened(by event: CaseEventName, grounds: Finding.Grounds) -> Finding {
        switch event {
        case .sellerContacted: Finding(.blockedBy, detail: .channel(.sellerMessaging), grounds: grounds)
        case .writtenComplaint: Finding(.writtenComplaintMissing, grounds: grounds)
        case .orderedOn: Finding(.factUnknown, detail: .fact(.orderedOn), grounds: grounds)
        case .promisedOn: Finding(.factUnknown, detail: .fact(.promisedOn), grounds: grounds)
        case .latestEstimatedDelivery:
            Finding(.factUnknown, detail: .fact(.latestEstimatedDelivery), grounds: grounds)
        case .deliveredOn: Finding(.factUnknown, detail: .fact(.deliveredOn), grounds: grounds)
        case .debitedOn: Finding(.factUnknown, detail: .fact(.debitedOn), grounds: grounds)
        }
    }

    // MARK: Is somebody there?

    private func addHours(_ offer: OfferTraits, to found: inout Findings) {
        switch situation.availability(of: offer) {
        case .open: return
        case .closed(let opensAt):
            found.add(
                Finding(.closed, usableFrom: opensAt, grounds: .offer))
        case .unknown:
            if offer.needsKnownHours {
                found.add(Finding(.hoursUnknown, grounds: .offer))
            }
        }
    }
}

import CivilCalendar

extension Scoring {
    /// Everything a person needs to know of a channel that may be used.
    func usable(_ traits: OfferTraits, score: Score) -> UsableChannel {
        let offer = situation.offer(traits)
        let availability = situation.availability(of: traits)
        let rung = ladder.rung(of: traits)
        return UsableChannel(
            offer: offer, score: score, availability: availability,
            expectedAnswer: expectedAnswer(of: offer, usedAt: situation.now),
            missing: missing(offer), reasonCodes: reasons(offer, on: rung, availability: availability),
            rung: rung)
    }

    private func missing(_ offer: ChannelOffer) -> [FactPath] {
        var missing: [FactPath] = []
        for fact in offer.entry.requires where !situation.states(fact) { missing.append(fact) }
        func add(_ fact: FactPath?) {
            if let fact, !missing.contains(fact) { missing.append(fact) }
        }
        add(missingAddress(offer))
        if offer.known == .registeredMail { add(missingReturn) }
        return missing
    }

    /// The seller may keep the money until the goods, or the proof that they were sent, are back.
    ///
    /// - Source: C. conso. L221-24.
    private var missingReturn: FactPath? {
        guard situation.facts.order.withdrawalNotifiedOn != nil,
            situation.facts.order.returnShippedOn == nil, situation.facts.order.returnReceivedOn == nil
        else { return nil }
        return .returnShippedOn
    }

    /// The fact that says where to turn, for a channel whose address neither the directory nor the case gives.
    private func missingAddress(_ offer: ChannelOffer) -> FactPath? {
        let isUnaddressed = offer.entry.endpoints.isEmpty
        switch offer.known {
        case .registeredMail:
            if situation.facts.seller.address != nil { return nil }
            // Whoever ships, the seller is the party to the contract.
            if situation.side.isSeller || situation.facts.seller.kind == .thirdParty { return .sellerAddress }
            return isUnaddressed ? .merchantAddress : nil
        case .email: return isUnaddressed && situation.facts.seller.email == nil ? .merchantEmail : nil
        case .phone, .accessiblePhone: return isUnaddressed ? .merchantPhone : nil
        case .mediator:
            // A marketplace's mediator is not its sellers'.
            return isUnaddressed
                && (situation.side.isSeller || !situation.states(.merchantMediator)
                    || situation.isListed)
                ? .merchantMediator : nil
        case .withdrawalButton: return isUnaddressed ? .merchantLinks : nil
        case .selfService, .onlineReturn, .chat, .callback, .socialDM, .sellerMessaging,
            .marketplaceGuarantee, .eccNet, .bankChargeback, .conciliator, .courtRequest,
            .consumerAssociation, .signalConso, .productSafety, .bankClaim, .report33700, .signalSpam,
            .merchantPhishingReport, .cyber17, .pharos, .policeThesee, .webhook,
            // The number also stands on the card.
            .bankCardBlock, nil:
            return nil
        }
    }

    // MARK: Reasons

    private func reasons(_ offer: ChannelOffer, on rung: Rung, availability: Availability) -> ReasonCodes {
        var found: ReasonCodes = []
        if situation.isInWall(offer.known) { found.insert(.safetyFirst) }
        if let step = stepReason(rung) { found.insert(step) }
        if offer.known == .sellerMessaging, situation.side.isSeller, !situation.hasSellerFailed {
            found.insert(.sellerFirst)
        }
        if ladder.rightEndsSoon && offer.profile.evidence >= .dated
            || offer.known == .marketplaceGuarantee && situation.guaranteeEndsSoon
        {
            found.insert(.rightEndsSoon)
        }
        if rung == .formal, situation.isRefundOverdue { found.insert(.refundOverdue) }
        if offer.profile.solvesAlone, offer.known != .withdrawalButton || situation.isChangeOfMind {
            found.insert(.solvesAlone)
        }
        if offer.entry.hours != nil, case .open = availability { found.insert(.openNow) }
        switch offer.profile.evidence {
        case .opposable: found.insert(.opposableProof)
        case .dated: found.insert(.datedProof)
        case .none, .trace: break
        }
        if case .law = offer.owner, situation.side != .privateSeller { found.insert(.obligedByLaw) }
        let language = situation.facts.consumer.effectiveLanguage
        if language != .french, offer.entry.languages.contains(language.rawValue) {
            found.insert(.speaksYourLanguage)
        }
        if isPreferred(offer) { found.insert(.preferred) }
        if offer.cost(in: situation.consumerCountry)?.hundredths == 0 { found.insert(.freeOfCharge) }
        return found
    }

    /// What the ladder says for the channels of a rung.
    private func stepReason(_ rung: Rung) -> ReasonCode? {
        if rung == .beside { return .besideTheLadder }
        guard rung == ladder.reached, situation.tried.highestFailedRung != nil || ladder.declarationDue
        else { return nil }
        switch rung {
        case .guarantee: return situation.history.sellerRefused == nil ? .sellerSilent : .sellerRefused
        case .formal: return ladder.declarationDue ? .declarationDue : .informalContactFailed
        case .mediation: return .writtenComplaintFailed
        case .conciliation: return .amicableAttemptFirst
        case .informal, .court: return .nextStep
        case .wall, .beside: return nil
        }
    }
}

import CivilCalendar

extension Scoring {
    /// Everything a person needs to know of a channel that may be used.
    func usable(_ offer: ChannelOffer, availability: Availability) -> UsableChannel {
        let now = situation.now
        let answer = offer.profile.answerAfter
        return UsableChannel(
            offer: offer, score: score(offer), availability: availability,
            expectedAnswer: now.adding(seconds: answer.lowerBound)...now.adding(seconds: answer.upperBound),
            missing: missing(offer), reasons: reasons(offer, availability: availability),
            rung: ladder.rung(of: offer))
    }

    private func missing(_ offer: ChannelOffer) -> [FactPath] {
        let facts = situation.facts
        var missing = offer.entry.requires.filter { !facts.states($0) }
        if let address = missingAddress(offer), !missing.contains(address) { missing.append(address) }
        return missing
    }

    /// The fact that says where to turn, for a channel whose address neither the directory nor the case gives.
    private func missingAddress(_ offer: ChannelOffer) -> FactPath? {
        let facts = situation.facts
        let fromSeller = situation.side == .marketplaceSeller || situation.side == .privateSeller
        switch offer.channel {
        case .registeredMail:
            if fromSeller { return facts.seller.address == nil ? .sellerAddress : nil }
            return offer.entry.endpoints.isEmpty && facts.seller.address == nil ? .merchantAddress : nil
        case .email:
            if fromSeller || offer.entry.endpoints.isEmpty {
                return facts.seller.email == nil && !offer.hasMailAddress ? .merchantEmail : nil
            }
            return nil
        case .phone where offer.entry.endpoints.isEmpty: return .merchantPhone
        case .mediator where offer.entry.endpoints.isEmpty: return .merchantMediator
        case .withdrawalButton where offer.entry.endpoints.isEmpty: return .merchantLinks
        case .bankCardBlock where facts.bank?.phone == nil: return .bankPhone
        default: return nil  // tidy-allow: an open set of names; the others need no address
        }
    }

    // MARK: Reasons

    private func reasons(_ offer: ChannelOffer, availability: Availability) -> [ReasonCode] {
        var found: [ReasonCode] = []
        found.reserveCapacity(6)
        if situation.wall?.rank(of: offer.channel) != nil { found.append(.safetyFirst) }
        if let step = stepReason(offer) { found.append(step) }
        if ladder.rightEndsSoon, offer.profile.evidence >= .dated { found.append(.rightEndsSoon) }
        if isRefundOverdue, ladder.rung(of: offer) == .formal { found.append(.refundOverdue) }
        if offer.profile.solvesAlone, offer.channel != .withdrawalButton || isChangeOfMind {
            found.append(.solvesAlone)
        }
        if offer.entry.hours != nil, case .open = availability { found.append(.openNow) }
        switch offer.profile.evidence {
        case .opposable: found.append(.opposableProof)
        case .dated: found.append(.datedProof)
        case .none, .trace: break
        }
        if case .law = offer.owner { found.append(.obligedByLaw) }
        let language = situation.facts.consumer.effectiveLanguage
        if language != .french, offer.entry.languages.contains(language.rawValue) {
            found.append(.speaksYourLanguage)
        }
        if situation.facts.preferences.preferredChannel == offer.channel { found.append(.preferred) }
        if offer.cost(for: situation.facts.consumer)?.hundredths == 0 { found.append(.freeOfCharge) }
        return found
    }

    private var isChangeOfMind: Bool { situation.facts.issue.kind == .changeOfMind }

    /// What the ladder says for this channel.
    private func stepReason(_ offer: ChannelOffer) -> ReasonCode? {
        let rung = ladder.rung(of: offer)
        if rung == .beside { return .besideTheLadder }
        guard rung == ladder.reached, situation.history.highestFailedRung != nil else { return nil }
        switch rung {
        case .guarantee: return situation.history.sellerRefused == nil ? .sellerSilent : .sellerRefused
        case .formal: return ladder.declarationDue ? .declarationDue : .informalContactFailed
        case .mediation: return .writtenComplaintFailed
        case .conciliation: return .amicableAttemptFirst
        case .informal, .court: return .nextStep
        case .wall, .beside: return nil
        }
    }

    private var isRefundOverdue: Bool {
        let due: [RightName] = [.refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn]
        return due.contains { situation.deadline($0)?.isOver(at: situation.now) ?? false }
    }
}

extension ChannelOffer {
    /// Whether an address to write to is known, not only a form.
    var hasMailAddress: Bool {
        entry.endpoints.contains { endpoint in
            switch endpoint.address {
            case .email, .menu, .url: true
            case .tel, .post, .handle: false
            }
        }
    }
}

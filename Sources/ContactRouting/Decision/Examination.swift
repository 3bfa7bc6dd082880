import CivilCalendar

/// Finds what stands against a channel in a situation, whatever the ladder says: who, where, when, with which proof.
///
/// - Source: decision rules, sections 6 to 8.
struct Examination {
    let situation: Situation

    private var facts: ContactCase { situation.facts }
    private var now: Instant { situation.now }

    /// Every objection that does not depend on the other channels.
    ///
    /// Empty means: usable as far as this goes.
    func objections(to offer: ChannelOffer) -> [Objection] {
        if case .closed(let service) = offer.owner {
            return [
                Objection(.serviceClosed, detail: .since(service.since), grounds: .directory(service.source))
            ]
        }
        guard serves(offer) else { return [Objection(.notOffered, grounds: offer.grounds)] }
        var found: [Objection] = []
        addSeller(offer, to: &found)
        addPerson(offer, to: &found)
        addConditions(offer, to: &found)
        addWindow(offer, to: &found)
        addHours(offer, to: &found)
        addRecourse(offer, to: &found)
        return found
    }

    // MARK: Does the channel serve this issue?

    private func serves(_ offer: ChannelOffer) -> Bool {
        let kind = facts.issue.kind
        guard (offer.entry.issues ?? offer.profile.issues).contains(kind) else { return false }
        if offer.profile.rung == .wall { return situation.wall?.rank(of: offer.channel) != nil }
        switch offer.channel {
        case .accessiblePhone: return facts.consumer.deaf == true
        case .withdrawalButton: return servesWithdrawal(kind)
        case .sellerMessaging: return situation.merchant?.marketplace ?? true
        default: return true  // tidy-allow: an open set of names
        }
    }

    /// For a change of mind, and for any sold item inside its withdrawal time.
    ///
    /// Sellers must offer the function for contracts concluded from its first day on.
    private func servesWithdrawal(_ kind: IssueKind) -> Bool {
        if let ordered = facts.order.orderedOn, ordered < RightRule.withdrawalFunctionFrom { return false }
        guard kind != .changeOfMind else { return true }
        return situation.deadline(.withdrawal).map { !$0.isOver(at: now) } ?? false
    }

    // MARK: The right side

    private func addSeller(_ offer: ChannelOffer, to found: inout [Objection]) {
        switch (situation.side, offer.channel) {
        case (.merchant, .sellerMessaging):
            found.append(Objection(.wrongSeller, grounds: offer.grounds))
        case (.marketplaceSeller, .chat), (.marketplaceSeller, .callback), (.marketplaceSeller, .phone),
            (.marketplaceSeller, .accessiblePhone), (.marketplaceSeller, .email),
            (.marketplaceSeller, .socialDM),
            (.privateSeller, .chat), (.privateSeller, .callback), (.privateSeller, .phone),
            (.privateSeller, .accessiblePhone), (.privateSeller, .email), (.privateSeller, .socialDM):
            guard situation.merchant != nil, !situation.history.sellerHasFailed else { return }
            found.append(
                Objection(
                    .wrongSeller, usableFrom: situation.history.pendingEnd(.sellerMessaging),
                    detail: .channel(.sellerMessaging), grounds: offer.grounds))
        default:  // tidy-allow: pairs of a closed and an open set
            return
        }
    }

    // MARK: The person

    private func addPerson(_ offer: ChannelOffer, to found: inout [Objection]) {
        let consumer = facts.consumer
        if offer.profile.isVoice, consumer.canCall == false || consumer.deaf == true {
            found.append(Objection(.voiceImpossible, grounds: .caseFacts))
        }
        if consumer.professional == true, Self.forConsumersOnly.contains(offer.channel) {
            found.append(Objection(.professional, grounds: .law(.consoL6113)))
        }
        if situation.side == .privateSeller, Self.againstTradersOnly.contains(offer.channel) {
            found.append(Objection(.outOfScope, detail: .fact(.sellerType), grounds: .caseFacts))
        }
        if facts.preferences.avoid.contains(offer.channel) {
            found.append(Objection(.avoided, grounds: .caseFacts))
        }
        if facts.preferences.needsWrittenProof == true, offer.profile.evidence < .dated,
            situation.wall?.rank(of: offer.channel) == nil
        {
            found.append(Objection(.evidenceTooWeak, grounds: .caseFacts))
        }
        if facts.issue.kind == .suspiciousMessage, offer.owner == .merchant, situation.merchant == nil {
            // An address that came with the message is the fraudster's own.
            found.append(Objection(.unsafe, grounds: .editorial))
        }
    }

    private static let forConsumersOnly: Set<ChannelName> = [
        .mediator, .eccNet, .withdrawalButton, .signalConso, .consumerAssociation,
    ]
    private static let againstTradersOnly: Set<ChannelName> = [
        .mediator, .eccNet, .withdrawalButton, .signalConso,
    ]

    // MARK: The directory's conditions

    private func addConditions(_ offer: ChannelOffer, to found: inout [Objection]) {
        for condition in offer.entry.conditions {
            if let issues = condition.issues, !issues.contains(facts.issue.kind) { continue }
            let grounds = condition.source.map(Grounds.directory) ?? offer.grounds
            switch condition.rule {
            case .login:
                if facts.consumer.hasAccount == false || facts.consumer.canLogIn == false {
                    found.append(Objection(.needsLogin, grounds: grounds))
                }
            case .fact(let rule): add(rule, grounds: grounds, to: &found)
            case .blockedBy(let channel):
                if situation.history.entries.contains(where: { $0.contact.channel == channel }) {
                    found.append(Objection(.blockedBy, detail: .channel(channel), grounds: grounds))
                }
            case .opens, .closes, .blocks: continue
            }
        }
    }

    private func add(_ rule: FactRule, grounds: Grounds, to found: inout [Objection]) {
        guard let value = facts.value(of: rule.fact) else {
            if rule.isPrecondition {
                found.append(Objection(.factUnknown, detail: .fact(rule.fact), grounds: grounds))
            }
            return
        }
        let holds =
            switch rule.test {
            case .oneOf(let values): values.contains(value)
            case .noneOf(let values): !values.contains(value)
            }
        if !holds { found.append(Objection(rule.otherwise, detail: .fact(rule.fact), grounds: grounds)) }
    }

    private func addWindow(_ offer: ChannelOffer, to found: inout [Objection]) {
        guard offer.entry.conditions.contains(where: { $0.limitsTime }) else { return }
        let window = TimeWindow(
            of: offer, facts: facts, history: situation.history, surroundings: situation.surroundings)
        if let event = window.opensAfterUnknown {
            found.append(unopened(by: event, grounds: window.grounds))
        } else if let opens = window.opens, opens > now {
            found.append(Objection(.tooEarly, usableFrom: opens, grounds: window.grounds))
        }
        if let closes = window.closes, closes <= now {
            found.append(
                Objection(
                    .tooLate, detail: .since(situation.surroundings.zone.day(at: closes)),
                    grounds: window.grounds))
        }
    }

    private func unopened(by event: CaseEventName, grounds: Grounds) -> Objection {
        switch event {
        case .sellerContacted: Objection(.blockedBy, detail: .channel(.sellerMessaging), grounds: grounds)
        case .writtenComplaint: Objection(.writtenComplaintMissing, grounds: grounds)
        case .orderedOn: Objection(.factUnknown, detail: .fact(.orderedOn), grounds: grounds)
        case .promisedOn: Objection(.factUnknown, detail: .fact(.promisedOn), grounds: grounds)
        case .latestEstimatedDelivery:
            Objection(.factUnknown, detail: .fact(.latestEstimatedDelivery), grounds: grounds)
        case .deliveredOn: Objection(.factUnknown, detail: .fact(.deliveredOn), grounds: grounds)
        case .debitedOn: Objection(.factUnknown, detail: .fact(.debitedOn), grounds: grounds)
        }
    }

    // MARK: Is somebody there?

    private func addHours(_ offer: ChannelOffer, to found: inout [Objection]) {
        switch availability(of: offer) {
        case .open: return
        case .closed(let opensAt):
            found.append(Objection(.closed, usableFrom: opensAt, grounds: offer.grounds))
        case .unknown:
            if offer.profile.needsKnownHours {
                found.append(Objection(.hoursUnknown, grounds: offer.grounds))
            }
        }
    }

    /// A channel that needs nobody at the other end is always open.
    func availability(of offer: ChannelOffer) -> Availability {
        guard let hours = offer.entry.hours else {
            return offer.profile.needsKnownHours ? .unknown : .open(until: nil)
        }
        return situation.surroundings.availability[hours]
    }

    // MARK: Recourse that has its own rules

    private func addRecourse(_ offer: ChannelOffer, to found: inout [Objection]) {
        RecourseRules(situation: situation).add(to: &found, offer: offer)
    }
}

extension Condition {
    var limitsTime: Bool {
        switch rule {
        case .opens, .closes: true
        case .login, .fact, .blocks, .blockedBy: false
        }
    }
}

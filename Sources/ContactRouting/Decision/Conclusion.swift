import CivilCalendar

/// Draws the outcome from the verdicts: contact, wait, or nothing.
///
/// - Source: decision rules, section 4.
struct Conclusion {
    let situation: Situation
    let ladder: Ladder
    let usable: [UsableChannel]
    let refused: [RefusedChannel]

    private var now: Instant { situation.now }

    var decision: Decision {
        let outcome = outcome
        return Decision(
            decidedAt: now, outcome: outcome, usable: usable, refused: refused,
            deadlines: situation.deadlines,
            next: next(after: outcome), asked: asked, reached: ladder.reached)
    }

    private var outcome: Decision.Outcome {
        if let wall = situation.wall, usable.contains(where: { wall.rank(of: $0.channel) != nil }) {
            return .contact
        }
        if let nothing { return .none(because: nothing) }
        if let wait { return wait }
        if usable.isEmpty {
            guard let opening = firstOpening else { return .none(because: .nothingUsable) }
            return .wait(until: opening.moment, because: .nextStepOpens(opening.channel))
        }
        return .contact
    }

    // MARK: Nothing

    /// A change of mind that neither the law nor the merchant still answers.
    private var nothing: NothingReason? {
        guard situation.facts.issue.kind == .changeOfMind, situation.facts.order.withdrawalNotifiedOn == nil,
            !usable.contains(where: { $0.offer.profile.solvesAlone })
        else { return nil }
        if situation.facts.consumer.professional == true { return .professional }
        if situation.side == .privateSeller { return .privateSeller }
        let item = situation.facts.order.item
        if WithdrawalExclusion.of(item, digitalWaiver: situation.facts.order.digitalWaiver) == .excluded {
            return .goodsExcluded
        }
        guard let withdrawal = situation.deadline(.withdrawal), withdrawal.isOver(at: now),
            situation.deadline(.merchantReturn)?.isOver(at: now) ?? true
        else { return nil }
        return .noRightLeft
    }

    // MARK: Waiting

    private var wait: Decision.Outcome? {
        guard !situation.isUrgent, let (until, reason) = waiting, until > now, !aRightEnds(before: until)
        else {
            return nil
        }
        return .wait(until: until, because: reason)
    }

    private var waiting: (Instant, WaitReason)? {
        if let pending = currentStep { return (pending.end, .answerPending(pending.channel)) }
        if ladder.reached <= .guarantee || !situation.history.hasFailed(on: .informal...(.court)) {
            if let due = performanceDue, let closes = due.closes {
                return (closes, .performanceDue(due.right))
            }
        }
        return nextRungOpens
    }

    /// What was tried last, on the rung that is reached or above it, and may still be answered.
    private var currentStep: (channel: ChannelName, end: Instant)? {
        let running = situation.history.entries.filter { entry in
            entry.pendingEnd != nil && entry.rung >= ladder.reached && entry.rung <= .court
        }
        guard let top = running.map(\.rung).max() else { return nil }
        let ends = running.filter { $0.rung == top }.compactMap { entry in
            entry.pendingEnd.map { (channel: entry.contact.channel, end: $0) }
        }
        return ends.min { $0.end < $1.end }
    }

    /// The law gives the other side time: to refund, to repair, to deliver.
    private var performanceDue: Deadline? {
        let kind = situation.facts.issue.kind
        let rights: [RightName] =
            switch kind {
            case .refundNotReceived: [.refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn]
            case .lateDelivery, .notDelivered: [.delivery]
            default: [.repair]  // tidy-allow: a repair may run whatever the issue is called
            }
        return rights.lazy.compactMap { situation.deadline($0) }.first { !$0.isOver(at: now) }
    }

    /// A channel of the rung that is reached is refused only because it is too early.
    private var nextRungOpens: (Instant, WaitReason)? {
        guard situation.history.highestFailedRung != nil,
            !usable.contains(where: { ladder.rung(of: $0.offer) == ladder.reached })
        else { return nil }
        let openings = refused.compactMap { channel -> (Instant, WaitReason)? in
            guard ladder.rung(of: channel.offer) == ladder.reached,
                channel.objections.allSatisfy({ $0.code == .tooEarly }), let moment = channel.usableFrom
            else { return nil }
            return (moment, .nextStepOpens(channel.channel))
        }
        return openings.min { $0.0 < $1.0 }
    }

    private func aRightEnds(before moment: Instant) -> Bool {
        situation.deadlines.contains { deadline in
            guard let closes = deadline.closes else { return false }
            return deadline.right.isLostAtItsEnd && closes > now && closes < moment
        }
    }

    private var firstOpening: (channel: ChannelName, moment: Instant)? {
        refused.compactMap { channel in channel.usableFrom.map { (channel.channel, $0) } }
            .filter { $0.1 > now }.min { $0.1 < $1.1 }.map { (channel: $0.0, moment: $0.1) }
    }

    // MARK: What comes next

    /// Refused channels that will open: those at a known moment first, then the next rung.
    private func next(after outcome: Decision.Outcome) -> [NextStep] {
        var steps = refused.compactMap { channel -> NextStep? in
            guard let moment = channel.usableFrom, let code = channel.objections.first?.code else {
                return nil
            }
            return NextStep(channel: channel.channel, notBefore: moment, because: code)
        }
        steps.sort { ($0.notBefore ?? now, $0.channel) < ($1.notBefore ?? now, $1.channel) }
        let later = refused.filter { channel in
            ladder.rung(of: channel.offer) > ladder.reached && channel.usableFrom == nil
                && channel.objections.allSatisfy { $0.code.dependsOnEarlierSteps }
        }
        let rung = later.map { ladder.rung(of: $0.offer) }.filter { $0 <= .court }.min()
        for channel in later where ladder.rung(of: channel.offer) == rung {
            steps.append(
                NextStep(
                    channel: channel.channel, notBefore: nil,
                    because: channel.objections.first?.code ?? .blockedBy))
        }
        return steps
    }

    // MARK: The channel that was asked for

    private var asked: AskedAnswer? {
        guard let channel = situation.facts.preferences.askedChannel else { return nil }
        if usable.contains(where: { $0.channel == channel }) {
            return AskedAnswer(channel: channel, answer: .yes, usableFrom: now, since: nil, objection: nil)
        }
        guard let refusal = refused.first(where: { $0.channel == channel }) else {
            return AskedAnswer(
                channel: channel, answer: .never, usableFrom: nil, since: nil,
                objection: Objection(.notOffered))
        }
        if let over = refusal.objections.first(where: { $0.code.isOver }) {
            var since: CivilDay?
            if case .since(let day) = over.detail { since = day }
            return AskedAnswer(
                channel: channel, answer: .noLonger, usableFrom: nil, since: since, objection: over)
        }
        if let never = refusal.objections.first(where: { $0.code.isFinal && $0.usableFrom == nil }) {
            return AskedAnswer(
                channel: channel, answer: .never, usableFrom: nil, since: nil, objection: never)
        }
        return AskedAnswer(
            channel: channel, answer: .notYet, usableFrom: refusal.usableFrom, since: nil,
            objection: refusal.objections.first)
    }
}

extension RightName {
    /// Whether something is lost when the time is over; the others are times in which the other side must act.
    var isLostAtItsEnd: Bool {
        switch self {
        case .withdrawal, .merchantReturn, .conformityGuarantee, .marketplaceGuarantee, .mediation,
            .unauthorisedPayment:
            true
        case .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn, .repair,
            .mediationOutcome:
            false
        }
    }
}

extension ObjectionCode {
    /// Ends when an earlier step was taken.
    var dependsOnEarlierSteps: Bool {
        switch self {
        case .blockedBy, .writtenComplaintMissing, .disproportionate: true
        case .closed, .hoursUnknown, .tooEarly, .tooLate, .alreadyTried, .needsLogin, .voiceImpossible,
            .wrongSeller,
            .notOffered, .serviceClosed, .outOfScope, .avoided, .evidenceTooWeak, .professional, .unsafe,
            .factUnknown:
            false
        }
    }

    /// It was possible once.
    var isOver: Bool {
        switch self {
        case .tooLate, .serviceClosed, .alreadyTried: true
        case .closed, .hoursUnknown, .tooEarly, .needsLogin, .voiceImpossible, .wrongSeller, .notOffered,
            .writtenComplaintMissing, .blockedBy, .outOfScope, .disproportionate, .avoided, .evidenceTooWeak,
            .professional, .unsafe, .factUnknown:
            false
        }
    }

    /// It will not become possible in this case.
    var isFinal: Bool {
        switch self {
        case .wrongSeller, .notOffered, .outOfScope, .professional, .unsafe, .voiceImpossible, .needsLogin,
            .avoided,
            .evidenceTooWeak:
            true
        case .closed, .hoursUnknown, .tooEarly, .tooLate, .alreadyTried, .serviceClosed,
            .writtenComplaintMissing,
            .blockedBy, .disproportionate, .factUnknown:
            false
        }
    }
}

import CivilCalendar

/// Draws the outcome from the verdicts: contact, wait, or nothing.
///
/// - Source: docs/decision.md.
struct Conclusion {
    let situation: Situation
    let verdicts: Verdicts
    let usable: [UsableChannel]
    let whenOpen: [(candidate: Int, whenOpen: WhenOpen)]

    private var ladder: Ladder { verdicts.ladder }
    private var now: Instant { situation.now }

    var decision: Decision {
        let outcome = outcome
        var usable = usable
        if case .none = outcome {
            for index in usable.indices { usable[index].reasonCodes.insert(.goodwill) }
        }
        return Decision(
            decidedAt: now, outcome: outcome, usable: usable,
            refusals: refusals, deadlines: situation.deadlines,
            next: next(after: outcome), asked: asked,
            reached: ladder.reached, side: situation.side)
    }

    private var refusals: Refusals {
        Refusals(
            situation.offers, verdicts.findings, deadlines: situation.deadlines, whenOpen: whenOpen)
    }

    var outcome: Decision.Outcome {
        if situation.wall != nil, usable.contains(where: { situation.isInWall($0.offer.known) }) {
            return .contact
        }
        if let nothing { return .none(because: nothing) }
        if let wait = Waiting(situation: situation, verdicts: verdicts).outcome { return wait }
        if usable.isEmpty {
            guard let opening = firstOpening else { return .none(because: .nothingUsable) }
            return .wait(until: opening.moment, because: .nextStepOpens(opening.channel))
        }
        return .contact
    }

    // MARK: Nothing

    private var nothing: NothingReason? { guaranteesAreOver ? .guaranteesOver : returnImpossible }

    /// A defect for which no guarantee of the law stands any more, and nobody's word is waited for.
    ///
    /// A defect that was found while the guarantee of conformity ran may be claimed for five years (L217-3, C. civ.
    /// 2224); an unknown day of discovery leaves everything open.
    private var guaranteesAreOver: Bool {
        guard IssueSet.ofDefects.contains(situation.issueKind), situation.history.pendingEnd == nil,
            let found = situation.facts.order.defectFoundOn,
            let conformity = situation.deadline(.conformityGuarantee), let last = conformity.lastDay,
            let hidden = situation.deadline(.hiddenDefects)
        else { return false }
        return found > last && conformity.isOver(at: now) && hidden.isOver(at: now)
    }

    /// A change of mind that neither the law nor the merchant still answers.
    private var returnImpossible: NothingReason? {
        guard situation.isChangeOfMind, situation.facts.order.withdrawalNotifiedOn == nil,
            !usable.contains(where: { $0.offer.profile.solvesAlone })
        else { return nil }
        if situation.facts.isProfessional { return .professional }
        if situation.side == .privateSeller { return .privateSeller }
        if situation.exclusion == .excluded { return .goodsExcluded }
        guard let withdrawal = situation.deadline(.withdrawal), withdrawal.isOver(at: now),
            situation.deadline(.merchantReturn)?.isOver(at: now) ?? true
        else { return nil }
        return .noRightLeft
    }

    private var firstOpening: (channel: ChannelName, moment: Instant)? {
        var first: (channel: ChannelName, moment: Instant)?
        for candidate in verdicts.candidates {
            guard let moment = candidate.usableFrom, moment > now else { continue }
            if first.map({ moment < $0.moment }) ?? true {
                first = (situation.offer(candidate.traits).channel, moment)
            }
        }
        return first
    }

    // MARK: What comes next

    /// Refused channels that will open: those at a known moment first, then the next rung.
    ///
    /// Where no right is left no later step would help more than the first.
    private func next(after outcome: Decision.Outcome) -> [NextStep] {
        switch outcome {
        case .contact, .wait, .none(because: .nothingUsable): break
        case .none: return []
        }
        let candidates = verdicts.candidates
        var steps: [NextStep] = []
        var lowest: Rung?
        for index in candidates.indices {
            // A channel that is merely closed is no next step, only another hour.
            if candidates[index].codes.isSubset(of: [.closed]) { continue }
            if let moment = candidates[index].usableFrom {
                steps.append(step(index, notBefore: moment))
            } else if let rung = laterRung(index) {
                lowest = min(lowest ?? rung, rung)
            }
        }
        if steps.count > 1 {
            steps.sort { ($0.notBefore ?? now, $0.channel) < ($1.notBefore ?? now, $1.channel) }
        }
        guard let lowest else { return steps }
        for index in candidates.indices where laterRung(index) == lowest {
            steps.append(step(index, notBefore: nil))
        }
        return steps
    }

    private func step(_ index: Int, notBefore: Instant?) -> NextStep {
        NextStep(
            channel: situation.offer(verdicts.candidates[index].traits).channel, notBefore: notBefore,
            because: verdicts.candidates[index].firstCode ?? .blockedBy)
    }

    /// The rung of a channel above the one reached that only earlier steps keep closed.
    private func laterRung(_ index: Int) -> Rung? {
        guard !verdicts.candidates[index].isUsable, verdicts.candidates[index].usableFrom == nil,
            verdicts.candidates[index].codes.isSubset(
                of: [.blockedBy, .writtenComplaintMissing, .disproportionate])
        else { return nil }
        let rung = ladder.rung(of: verdicts.candidates[index].traits)
        return rung > ladder.reached && rung <= .court ? rung : nil
    }

    // MARK: The channel that was asked for

    private var asked: AskedAnswer? {
        guard let channel = situation.facts.preferences.askedChannel else { return nil }
        if usable.contains(where: { $0.channel == channel }) {
            return AskedAnswer(channel: channel, answer: .yes, usableFrom: now, since: nil, objection: nil)
        }
        let refused = refusals.channels
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
        if let never = refusal.objections.first(where: { $0.isFinal }) {
            return AskedAnswer(
                channel: channel, answer: .never, usableFrom: nil, since: nil, objection: never)
        }
        return AskedAnswer(
            channel: channel, answer: .notYet, usableFrom: refusal.usableFrom, since: nil,
            objection: refusal.objections.first)
    }
}

extension Objection {
    /// It will not end in this case: neither by itself nor by an earlier step.
    fileprivate var isFinal: Bool {
        guard usableFrom == nil else { return false }
        if code == .wrongSeller, case .channel = detail { return false }
        return code.isFinal
    }
}

extension ObjectionCode {
    /// It was possible once.
    fileprivate var isOver: Bool {
        switch self {
        case .tooLate, .serviceClosed, .alreadyTried: true
        case .closed, .hoursUnknown, .tooEarly, .needsLogin, .voiceImpossible, .wrongSeller, .notOffered,
            .writtenComplaintMissing, .blockedBy, .outOfScope, .disproportionate, .avoided, .evidenceTooWeak,
            .professional, .unsafe, .factUnknown:
            false
        }
    }

    /// It will not become possible in this case.
    fileprivate var isFinal: Bool {
        switch self {
        case .wrongSeller, .notOffered, .outOfScope, .professional, .unsafe, .voiceImpossible, .needsLogin,
            .avoided, .evidenceTooWeak:
            true
        case .closed, .hoursUnknown, .tooEarly, .tooLate, .alreadyTried, .serviceClosed,
            .writtenComplaintMissing, .blockedBy, .disproportionate, .factUnknown:
            false
        }
    }
}

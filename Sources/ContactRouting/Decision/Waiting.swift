import CivilCalendar

/// Finds until when waiting is right, and why.
///
/// - Source: docs/decision.md.
struct Waiting {
    let situation: Situation
    let verdicts: Verdicts

    private var ladder: Ladder { verdicts.ladder }
    private var now: Instant { situation.now }
    private var history: HistoryReading { _read { yield situation.history } }

    /// The wait; nil when somebody should be contacted now.
    var outcome: Decision.Outcome? {
        guard !situation.isUrgent, let (until, reason) = candidate, until > now,
            isCourtPending(reason) || !aRightEnds(before: until)
        else { return nil }
        return .wait(until: until, because: reason)
    }

    private var candidate: (Instant, WaitReason)? {
        let due = history.wasRebuffed ? nil : performanceDue
        if !history.entries.isEmpty, let pending = runningStep {
            // What the law gives them for the money may end before our time for an answer.
            if let due, let closes = due.closes, closes < pending.end, !pending.hasOwnEnd {
                return (closes, .performanceDue(due.right))
            }
            return (pending.end, .answerPending(pending.channel))
        }
        if let due, let closes = due.closes { return (closes, .performanceDue(due.right)) }
        return nextRungOpens
    }

    /// A court that has the case keeps every right alive.
    private func isCourtPending(_ reason: WaitReason) -> Bool { reason == .answerPending(.courtRequest) }

    /// What may still be answered: on the rung that is reached or above, else a newer word on the rung that failed.
    private var runningStep: (channel: ChannelName, end: Instant, hasOwnEnd: Bool)? {
        let running = history.entries.filter { $0.pendingEnd != nil && isFollowed($0) }
        guard let top = running.map(\.rung).max() else { return nil }
        let ends = running.filter { $0.rung == top }.compactMap { entry in
            entry.pendingEnd.map {
                (channel: entry.channel, end: $0, hasOwnEnd: entry.deadline != nil || entry.hasPromisedDay)
            }
        }
        return ends.min { $0.end < $1.end }
    }

    /// Pages that answer at once, and reports that nobody answers.
    private static let answersNobody: ChannelSet = [
        .selfService, .signalConso, .report33700, .signalSpam, .merchantPhishingReport, .pharos,
        .productSafety,
    ]

    /// Whether a running contact is worth following.
    ///
    /// A promise that is newer than every failure is, and so is the latest message of all unless the guarantee
    /// is open: policies of ours.
    private func isFollowed(_ entry: HistoryReading.Entry) -> Bool {
        guard !Self.answersNobody.contains(entry.known) else { return false }
        guard entry.rung.isOnLadder else { return situation.wall?.rank(of: entry.known) != nil }
        if entry.rung >= ladder.reached { return true }
        guard let failed = situation.tried.highestFailedRung, entry.rung >= failed else { return false }
        let isNewest = !history.entries.contains { $0.at > entry.at }
        return isNewest && (entry.isRunningPromise || ladder.reached != .guarantee)
    }

    /// The law gives the other side time: to refund, to repair, to deliver.
    private var performanceDue: Deadline? {
        situation.deadlines.first { deadline in
            guard !deadline.isOver(at: now) else { return false }
            switch deadline.right {
            case .refundAfterWithdrawal where mustSendBack: return false
            case .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn:
                return !IssueSet.refusedOrBlocked.contains(situation.issueKind)
            case .repair: return true
            case .delivery:
                // Without a promised day only the seller knows when it should come: that is asked, not waited for.
                return situation.facts.order.promisedOn != nil
            case .withdrawal, .goodsReturn, .merchantReturn, .conformityGuarantee, .defectPresumption,
                .hiddenDefects, .marketplaceGuarantee, .mediation, .mediationOutcome, .eccNet,
                .unauthorisedPayment, .smallClaims, .limitation:
                return false
            }
        }
    }

    /// The next step is the person's own: the goods go back by a form that is there for it.
    private var mustSendBack: Bool {
        let order = situation.facts.order
        guard order.returnShippedOn == nil, order.returnReceivedOn == nil else { return false }
        return verdicts.candidates.contains { $0.known == .onlineReturn && $0.isUsable }
    }

    /// A channel of the rung that is reached is refused only because it is too early.
    private var nextRungOpens: (Instant, WaitReason)? {
        guard situation.tried.highestFailedRung != nil else { return nil }
        var first: (Instant, WaitReason)?
        for candidate in verdicts.candidates where ladder.rung(of: candidate.traits) == ladder.reached {
            guard !candidate.isUsable else { return nil }
            guard candidate.codes.isSubset(of: [.tooEarly]), let moment = candidate.usableFrom else {
                continue
            }
            if first.map({ moment < $0.0 }) ?? true {
                first = (moment, .nextStepOpens(situation.offer(candidate.traits).channel))
            }
        }
        return first
    }

    /// A right that this case is about would be lost meanwhile.
    private func aRightEnds(before moment: Instant) -> Bool {
        situation.deadlines.contains { deadline in
            guard let closes = deadline.closes, isLost(deadline.right) else { return false }
            return closes > now && closes < moment
        }
    }

    /// Withdrawing and sending back are what the case is about only when nothing is wrong with the goods.
    private func isLost(_ right: RightName) -> Bool {
        switch right {
        case .withdrawal, .merchantReturn:
            situation.isChangeOfMind && situation.facts.order.withdrawalNotifiedOn == nil
        case .conformityGuarantee, .hiddenDefects, .marketplaceGuarantee, .mediation, .unauthorisedPayment,
            .limitation:
            true
        case .goodsReturn, .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn,
            .repair, .defectPresumption, .mediationOutcome, .eccNet, .smallClaims:
            false
        }
    }
}

extension IssueSet {
    /// The other side has already said no, or the person cannot do their part: time alone will not help.
    static let refusedOrBlocked: IssueSet = [.refundRefused, .warrantyRefused, .returnProblem]
}

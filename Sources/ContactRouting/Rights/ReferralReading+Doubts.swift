import CivilCalendar

extension ReferralReading {
    /// The largest claim for which a draft decree would ask for an amicable attempt, in euro cents.
    ///
    /// - Source: the draft decree that docs/law.md tells of; its adoption is not known.
    private static let draftThreshold: Int64 = 1_000_000
    /// Days after which a payment to a bank outside the European Economic Area can no longer be disputed.
    ///
    /// - Source: CMF L133-24.
    private static let daysAbroad: Int64 = 70

    func doubts(
        traderName: TextLine?, hasTraderAddress: Bool, readerName: TextLine?, language: Language
    ) -> [Doubt] {
        let ofKind: [Doubt] =
            switch kind {
            case .unauthorisedOperation: claimDoubts
            case .chargeback: [.schemeLimitsUnknown]
            case .mediation: complaintDoubts(until: deadline(.mediation)?.opens) + yearDoubts
            case .crossBorderHelp: complaintDoubts(until: deadline(.eccNet)?.opens)
            case .conciliation: []
            case .courtRequest: courtDoubts
            }
        var doubts = ofKind + (lacksTermination ? [.terminationUnknown] : [])
        if kind == .mediation, readerName == nil { doubts.append(.mediatorUnknown) }
        if !kind.isForBank {
            if traderName == nil { doubts.append(.traderUnknown) }
            if !hasTraderAddress { doubts.append(.traderAddressUnknown) }
        }
        if facts.order.number == nil, kind != .unauthorisedOperation,
            IssueSet.ofAnOrder.contains(facts.issue.kind) || !IssueSet.aboutAnOrder.contains(facts.issue.kind)
        {
            doubts.append(.orderNumberUnknown)
        }
        if facts.order.amount == nil { doubts.append(.amountUnknown(.referral)) }
        if facts.attachments.isEmpty {
            doubts.append(.nothingEnclosed(kind.isForBank ? .statement : .complaint))
        }
        if language != facts.consumer.effectiveLanguage, hasDescription {
            doubts.append(.ownWordsUntranslated(.referral, writtenIn: language))
        }
        return doubts
    }

    private var hasDescription: Bool {
        facts.issue.description?.reveal().contains { !$0.isWhitespace } ?? false
    }

    private func complaintDoubts(until opens: Instant?) -> [Doubt] {
        guard complaint != nil else { return [.complaintMissing] }
        return opens.map { now < $0 } ?? false ? [.complaintPending] : []
    }

    private var yearDoubts: [Doubt] {
        guard let deadline = deadline(.mediation), let last = deadline.lastDay else { return [] }
        if last < today { return [.complaintTooOld] }
        return deadline.safeLastDay.map { $0 < today } ?? false ? [.firstComplaintTooOld] : []
    }

    private var claimDoubts: [Doubt] {
        if let last = lastDay, last < today { return [.claimPeriodOver] }
        guard let debited = facts.order.debitedOn else { return [] }
        return debited.days(until: today) > Self.daysAbroad ? [.payeeMayBeAbroad] : []
    }

    private var courtDoubts: [Doubt] {
        accessDoubts + attemptDoubts
    }

    private var accessDoubts: [Doubt] {
        switch courtAccess {
        case .request: []
        case .summons: [.summonsNeeded(withLawyer: false)]
        case .summonsWithLawyer: [.summonsNeeded(withLawyer: true)]
        }
    }

    private var attemptDoubts: [Doubt] {
        switch amicableAttempt {
        case .ended(let contact): contact.outcome == .refused ? [.amicableProofNeeded] : []
        case .unfinished: [.amicableOutcomeUnknown]
        case .missing: [.amicableAttemptMissing]
        case .notRequired: isAbove(Self.draftThreshold) ? [] : [.thresholdMayHaveChanged]
        }
    }
}

import CivilCalendar

/// Goods that do not conform: the guarantee of the consumer code, and behind it hidden defects.
extension LetterReading {
    /// Whether the case is about goods that do not conform, by its kind or by a dated fact.
    var isDefect: Bool {
        IssueSet.product.contains(issue.kind) || issue.kind == .warrantyRefused || order.defectFoundOn != nil
            || order.repairRequestedOn != nil
    }

    /// The day by which the defect had appeared at the latest.
    private var defectSeenBy: CivilDay { order.defectFoundOn ?? today }

    /// - Source: C. conso. L217-7: 24 months, 12 for second-hand goods. Inside 12 months the condition does not matter.
    var defectPresumed: Bool {
        guard isDefect, isConsumerSale, let delivered = order.lastDeliveredOn else { return false }
        let months = order.item.condition == .new ? 24 : 12
        return defectSeenBy <= delivered.adding(months: months)
    }

    var guaranteeIsOver: Bool {
        let end = lastDay(of: .conformityGuarantee) ?? order.lastDeliveredOn?.adding(months: 24)
        return end.map { defectSeenBy > $0 } ?? false
    }

    /// The thirty days for a repair or replacement are over without one.
    var remedyIsLate: Bool {
        guard let requested = order.repairRequestedOn, order.repairedOn == nil else { return false }
        return (lastDay(of: .repair) ?? requested.adding(days: 30)) < today
    }

    /// What opens price reduction and termination: a refused, a late or a failed remedy, or a grave defect.
    ///
    /// That a counterfeit and a dangerous product are grave enough is our reading of the text.
    ///
    /// - Source: C. conso. L217-14.
    var remedyGround: RemedyGround? {
        let asksRemedy = issue.demand == .repair || issue.demand == .replacement
        if remedyIsLate { return .late }
        if issue.kind == .warrantyRefused || (asksRemedy && hasRefusal) { return .refused }
        if order.repairedOn != nil && IssueSet.product.contains(issue.kind) { return .failed }
        return issue.kind == .counterfeit || issue.kind == .dangerousProduct ? .grave : nil
    }

    // MARK: The law of the contract

    /// Whether the contract is older than the wording of the law that letters cite on delivery and conformity.
    var isUnderOlderLaw: Bool { !RightRule.delivery.applies(toContractOf: order.orderedOn) }

    /// Whether the trouble is one that the wording of 2022 governs.
    var standsOnRewrittenLaw: Bool {
        isConsumerSale
            && (IssueSet.notArrived.contains(issue.kind) || IssueSet.product.contains(issue.kind)
                || issue.kind == .missingItem || issue.kind == .wrongItem || order.terminatedOn != nil)
    }

    // MARK: Hidden defects

    /// Whether the trouble may be a defect that was hidden at the sale, and the person wants what its law can lead to.
    var isHiddenDefect: Bool {
        guard isDefectOfUse, !hiddenDefectsAreOver else { return false }
        switch issue.demand {
        case .refund, .cancellation, .priceReduction, .repair, .replacement: return true
        case .delivery, .information, .other, nil: return false
        }
    }

    /// A hidden defect is all that could be claimed, and it is too late for it.
    var hasLostHiddenDefect: Bool { isDefectOfUse && !isConsumerSale && hiddenDefectsAreOver }

    /// The thing does not do what it is meant for: damage and descriptions show at the receipt.
    ///
    /// - Source: C. civ. 1641.
    private var isDefectOfUse: Bool {
        issue.kind == .itemDefective || issue.kind == .warrantyRefused || issue.kind == .dangerousProduct
    }

    /// The last day to claim a hidden defect; nil when the day of its discovery is unknown.
    ///
    /// - Source: C. civ. 1648.
    var hiddenDefectsEnd: CivilDay? {
        lastDay(of: .hiddenDefects) ?? order.defectFoundOn?.adding(months: 24)
    }

    private var hiddenDefectsAreOver: Bool { hiddenDefectsEnd.map { $0 < today } ?? false }
}

import CivilCalendar

/// Where the letter asks for something else than the person named, and what must still be shown.
extension LetterReading {
    /// Every swap of the demand is told: the law may give another remedy first, or money only.
    func wishDoubts(of kind: LetterKind, demand: LetterDemand) -> [Doubt] {
        switch kind {
        case .deliveryNotice:
            guard wantsContractEnded else { return [] }
            return [.deliveryComesFirst(.letter)] + (hasRefusal ? [.deliveryMayBeRefused(.letter)] : [])
        case .wrongOrMissingItem:
            guard wantsContractEnded else { return [] }
            return [issue.kind == .missingItem ? .deliveryComesFirst(.letter) : .remedyComesFirst(.letter)]
        case .conformityRemedy, .guaranteeRefused, .priceReductionOrTermination:
            return proofDoubts + descriptionDoubts
        case .withdrawal: return refundInstead(demand) + (leavesProof ? [] : [.withdrawalUnproven])
        case .deliveryTermination, .refundOverdue, .refundAfterTermination, .refundAfterReturn,
            .counterfeit, .unduePayment:
            return refundInstead(demand)
        case .hiddenDefect: return refundInstead(demand) + descriptionDoubts
        case .unorderedItem, .subscriptionTermination, .dataAccess, .dataErasure, .reminder,
            .complaintBeforeMediation, .generalNotice:
            return []
        }
    }

    /// Whether money is wanted in place of the goods.
    private var wantsContractEnded: Bool {
        switch issue.demand {
        case .refund, .cancellation, .priceReduction: true
        case .replacement, .repair, .delivery, .information, .other, nil: false
        }
    }

    private func refundInstead(_ demand: LetterDemand) -> [Doubt] {
        guard case .refund = demand else { return [] }
        switch issue.demand {
        case .replacement, .repair, .delivery, .priceReduction: return [.refundInstead(.letter)]
        case .refund, .cancellation, .information, .other, nil: return []
        }
    }

    /// "The item is defective" tells a seller nothing that it could repair.
    private var descriptionDoubts: [Doubt] {
        let isDescribed = issue.description?.reveal().contains { !$0.isWhitespace } ?? false
        return isDescribed ? [] : [.defectNotDescribed]
    }

    private var proofDoubts: [Doubt] {
        // A grave defect is told by its kind, and what came differs from its description from the first day.
        guard IssueSet.useDefects.contains(issue.kind) else { return [] }
        return order.lastDeliveredOn != nil && isConsumerSale && !defectPresumed
            ? [.presumptionOver(conditionKnown: order.item.condition != nil)] : []
    }

    /// Whether the channel leaves something that shows what was declared.
    ///
    /// - Source: C. conso. L221-22.
    private var leavesProof: Bool {
        switch channel {
        case .phone, .accessiblePhone, .callback: false
        default: true  // tidy-allow: an open set of names
        }
    }
}

extension IssueSet {
    /// Troubles that show only when a thing is used.
    static let useDefects = IssueSet([.itemDefective, .warrantyRefused, .dangerousProduct])

    /// Troubles between people who made no contract about it: no letter then says that an order was placed.
    public static let withoutContract = IssueSet([.unorderedItem, .unauthorisedCharge, .unsolicitedSalesCall])
}

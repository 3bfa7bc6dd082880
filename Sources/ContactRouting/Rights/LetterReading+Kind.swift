import CivilCalendar

extension LetterReading {
    /// The kind of letter that the facts support: a reminder when the same was asked for in vain.
    var kind: LetterKind {
        if unanswered(about: matter) != nil { return .reminder }
        return needsWrittenComplaint ? .complaintBeforeMediation : matter
    }

    /// What the letter is about.
    ///
    /// What has already been declared comes first: after a withdrawal or a termination only the money is left.
    var matter: LetterKind {
        if let kind = kindForEverybody { return kind }
        guard isConsumerSale else { return isHiddenDefect ? .hiddenDefect : .generalNotice }
        if order.withdrawalNotifiedOn != nil { return .refundOverdue }
        if order.terminatedOn != nil { return refundAfterTerminationKind }
        switch issue.kind {
        case .lateDelivery, .notDelivered, .markedDeliveredNotReceived: return deliveryKind
        case .missingItem, .wrongItem: return isUnderOlderLaw ? .generalNotice : .wrongOrMissingItem
        case .itemDamaged, .itemDefective, .itemNotAsDescribed, .counterfeit, .dangerousProduct,
            .warrantyRefused:
            return conformityKind
        case .changeOfMind, .orderCancellation:
            return withdrawalIsOpen != false ? .withdrawal : .generalNotice
        case .refundNotReceived, .refundRefused, .returnProblem:
            return goodsBackOn != nil && issue.demand != .replacement && issue.demand != .repair
                ? .refundAfterReturn : .generalNotice
        case .unorderedItem: return .unorderedItem
        case .subscriptionCancellation: return subscriptionKind
        case .orderTracking, .orderChange, .preorderQuestion, .chargedTwice, .unauthorisedCharge,
            .paymentProblem, .invoiceMissing, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .unsolicitedSalesCall, .deviceOrServiceProblem, .contactInEnglish, .other:
            return .generalNotice
        }
    }

    /// What stands on a law that asks neither for a consumer nor for a sale.
    private var kindForEverybody: LetterKind? {
        switch (issue.kind, issue.demand) {
        // A private person who keeps data for the household is outside the regulation (GDPR article 2).
        case (.personalDataRequest, _) where facts.seller.kind == .privatePerson: nil
        case (.personalDataRequest, .information), (.personalDataRequest, nil): .dataAccess
        case (.personalDataRequest, .cancellation): .dataErasure
        case (.chargedTwice, .refund), (.chargedTwice, nil): .unduePayment
        default: nil  // tidy-allow: pairs of issue and demand
        }
    }

    /// Termination needs a notice that was refused or not obeyed, and a person who does not insist on the goods.
    ///
    /// Once the goods are there, or travel at the person's own risk, neither is left.
    private var deliveryKind: LetterKind {
        if lateArrival != nil || hasOwnCarrier || isUnderOlderLaw { return .generalNotice }
        if issue.demand == .delivery || issue.demand == .replacement { return .deliveryNotice }
        return failedNotice == nil && refusedNotice == nil ? .deliveryNotice : .deliveryTermination
    }

    private var refundAfterTerminationKind: LetterKind {
        if isUnderOlderLaw { return .generalNotice }
        return isDefect ? .refundAfterReturn : .refundAfterTermination
    }

    private var conformityKind: LetterKind {
        guard !guaranteeIsOver, !isUnderOlderLaw else {
            return isHiddenDefect ? .hiddenDefect : .generalNotice
        }
        switch issue.demand {
        case .refund, .cancellation:
            if issue.kind == .counterfeit { return .counterfeit }
            return remedyGround != nil ? .priceReductionOrTermination : .conformityRemedy
        case .priceReduction:
            return remedyGround != nil ? .priceReductionOrTermination : .conformityRemedy
        case .replacement, .repair, .delivery, .information, .other, nil:
            if issue.kind == .counterfeit { return .counterfeit }
            return issue.kind == .warrantyRefused ? .guaranteeRefused : .conformityRemedy
        }
    }

    private var subscriptionKind: LetterKind {
        switch issue.demand {
        case .cancellation, nil: .subscriptionTermination
        case .refund, .replacement, .repair, .delivery, .priceReduction, .information, .other: .generalNotice
        }
    }
}

import CivilCalendar

extension LetterReading {
    /// The kind of letter that the facts support.
    ///
    /// What has already been declared comes first: after a withdrawal or a termination only the money is left.
    var kind: LetterKind {
        guard isConsumerSale else { return .generalNotice }
        if order.withdrawalNotifiedOn != nil { return .refundOverdue }
        if order.terminatedOn != nil { return isDefect ? .refundAfterReturn : .refundAfterTermination }
        switch issue.kind {
        case .lateDelivery, .notDelivered, .markedDeliveredNotReceived: return deliveryKind
        case .missingItem, .wrongItem: return .wrongOrMissingItem
        case .itemDamaged, .itemDefective, .itemNotAsDescribed, .counterfeit, .dangerousProduct,
            .warrantyRefused:
            return conformityKind
        case .changeOfMind, .orderCancellation:
            return withdrawalIsOpen != false ? .withdrawal : .generalNotice
        case .refundNotReceived, .refundRefused, .returnProblem:
            return goodsBackOn != nil && issue.demand != .replacement && issue.demand != .repair
                ? .refundAfterReturn : .generalNotice
        case .unorderedItem, .orderTracking, .orderChange, .preorderQuestion, .chargedTwice,
            .unauthorisedCharge, .paymentProblem, .invoiceMissing, .giftCardProblem, .priceDispute,
            .suspiciousMessage, .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest,
            .promotionQuestion, .unsolicitedSalesCall, .subscriptionCancellation, .deviceOrServiceProblem,
            .contactInEnglish, .other:
            return .generalNotice
        }
    }

    /// Termination needs a notice that was not obeyed, and a person who does not insist on the goods.
    ///
    /// Once the goods are there, or travel at the person's own risk, neither is left.
    private var deliveryKind: LetterKind {
        if lateArrival != nil || hasOwnCarrier { return .generalNotice }
        if issue.demand == .delivery || issue.demand == .replacement { return .deliveryNotice }
        return failedNotice == nil ? .deliveryNotice : .deliveryTermination
    }

    private var conformityKind: LetterKind {
        guard !guaranteeIsOver else { return .generalNotice }
        switch issue.demand {
        case .refund, .cancellation, .priceReduction:
            return remedyGround != nil ? .priceReductionOrTermination : .conformityRemedy
        case .replacement, .repair, .delivery, .information, .other, nil: return .conformityRemedy
        }
    }

    func demand(of kind: LetterKind) -> LetterDemand {
        switch kind {
        case .deliveryNotice: .deliver
        case .deliveryTermination, .withdrawal, .refundOverdue, .refundAfterTermination, .refundAfterReturn:
            .refund(order.amount)
        case .conformityRemedy: remedy
        case .priceReductionOrTermination:
            issue.demand == .priceReduction ? .priceReduction : .refund(order.amount)
        case .wrongOrMissingItem: issue.kind == .missingItem ? .deliverMissingPart : .exchangeWrongItem
        case .generalNotice: generalDemand
        }
    }

    private var generalDemand: LetterDemand {
        switch issue.demand {
        case .refund: generalRefund
        // Nothing is left to deliver: what is wanted instead is not said yet.
        case .delivery where lateArrival != nil: .perform(nil)
        case .delivery where hasOwnCarrier: .proveHandover
        case nil where hasOwnCarrier && lateArrival == nil: .proveHandover
        case .replacement, .repair, .delivery, .cancellation, .priceReduction, .information, .other, nil:
            .perform(issue.demand)
        }
    }

    private var remedy: LetterDemand {
        switch issue.demand {
        case .repair: .repair
        case .replacement: .replacement
        case .refund, .delivery, .cancellation, .priceReduction, .information, .other, nil:
            .repairOrReplacement
        }
    }

    /// Not the whole price where only a part can be owed: a double charge, a price that was too high.
    private var generalRefund: LetterDemand {
        if lateArrival != nil || hasOwnCarrier { return .perform(.refund) }
        return switch issue.kind {
        case .chargedTwice, .refundNotReceived, .refundRefused, .returnProblem, .changeOfMind,
            .orderCancellation,
            .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .itemDamaged, .itemDefective,
            .itemNotAsDescribed, .counterfeit, .dangerousProduct, .warrantyRefused, .wrongItem:
            .refund(order.amount)
        case .missingItem, .unorderedItem, .orderTracking, .orderChange, .preorderQuestion,
            .unauthorisedCharge,
            .paymentProblem, .invoiceMissing, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .unsolicitedSalesCall, .subscriptionCancellation, .deviceOrServiceProblem, .contactInEnglish,
            .other:
            .perform(.refund)
        }
    }
}

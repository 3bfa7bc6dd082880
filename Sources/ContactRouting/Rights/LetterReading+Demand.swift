extension LetterReading {
    /// - Parameter matter: what the letter is about; a reminder or a complaint is about what it repeats.
    func demand(of matter: LetterKind) -> LetterDemand {
        switch matter {
        case .deliveryNotice: .deliver
        case .deliveryTermination, .withdrawal, .refundOverdue, .refundAfterTermination, .refundAfterReturn,
            .unduePayment:
            .refund(order.amount)
        case .conformityRemedy, .guaranteeRefused: remedy
        case .priceReductionOrTermination:
            issue.demand == .priceReduction ? .priceReduction : .refund(order.amount)
        case .counterfeit: isMoneyWanted ? .refund(order.amount) : .replacement
        case .hiddenDefect: hiddenDefectDemand
        case .wrongOrMissingItem: issue.kind == .missingItem ? .deliverMissingPart : .exchangeWrongItem
        case .unorderedItem: issue.demand == .refund ? .refund(order.amount) : .collectUnordered
        case .subscriptionTermination: .confirmTermination
        case .dataAccess: .dataCopy
        case .dataErasure: .eraseData
        case .generalNotice, .reminder, .complaintBeforeMediation: generalDemand
        }
    }

    private var isMoneyWanted: Bool { issue.demand == .refund || issue.demand == .cancellation }

    private var generalDemand: LetterDemand {
        // Nobody can be asked to deliver, repair or cancel what was never ordered.
        if issue.kind == .unorderedItem, issue.demand != .refund { return .collectUnordered }
        if needsCivilNotice { return .perform(.delivery) }
        return switch issue.demand {
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

    /// The law gives money only; a repair or another item may be proposed.
    ///
    /// - Source: C. civ. 1644.
    private var hiddenDefectDemand: LetterDemand {
        switch issue.demand {
        case .priceReduction: .priceReduction
        case .repair: .repair
        case .replacement: .replacement
        case .refund, .cancellation, .delivery, .information, .other, nil: .refund(order.amount)
        }
    }

    /// Not the whole price where only a part can be owed: a double charge, a price that was too high.
    private var generalRefund: LetterDemand {
        if lateArrival != nil || hasOwnCarrier { return .perform(.refund) }
        return switch issue.kind {
        case .chargedTwice, .refundNotReceived, .refundRefused, .returnProblem, .changeOfMind,
            .orderCancellation,
            .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .itemDamaged, .itemDefective,
            .itemNotAsDescribed, .counterfeit, .dangerousProduct, .warrantyRefused, .wrongItem,
            .unorderedItem, .unauthorisedCharge, .unsolicitedSalesCall:
            .refund(order.amount)
        case .missingItem, .orderTracking, .orderChange, .preorderQuestion,
            .paymentProblem, .invoiceMissing, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .subscriptionCancellation, .deviceOrServiceProblem, .contactInEnglish, .other:
            .perform(.refund)
        }
    }
}

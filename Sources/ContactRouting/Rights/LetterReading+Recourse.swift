import CivilCalendar

/// The steps that a letter may announce: only those that a decision would take.
extension LetterReading {
    func recourse(of matter: LetterKind, mediator: TextLine?) -> [LetterRecourse] {
        switch matter {
        case .deliveryNotice: return [.termination]
        case .withdrawal: return []
        case .dataAccess, .dataErasure: return [.dataProtectionAuthority]
        case .conformityRemedy, .guaranteeRefused:
            return [.priceReductionOrTermination] + outside(mediator: mediator)
        case .counterfeit:
            let isExchange = demand(of: .counterfeit) == .replacement
            return (isExchange ? [.priceReductionOrTermination] : []) + outside(mediator: mediator)
        case .wrongOrMissingItem:
            return [issue.kind == .missingItem ? .termination : .priceReductionOrTermination]
                + outside(mediator: mediator)
        case .deliveryTermination, .refundOverdue, .refundAfterTermination, .priceReductionOrTermination,
            .refundAfterReturn, .hiddenDefect, .unorderedItem, .unduePayment, .subscriptionTermination,
            .reminder, .complaintBeforeMediation, .generalNotice:
            // A call asks for nothing that a court would give, until money is wanted back.
            if issue.kind == .unsolicitedSalesCall, issue.demand != .refund { return [] }
            return outside(mediator: mediator)
        }
    }

    private func outside(mediator: TextLine?) -> [LetterRecourse] {
        [amicableStep(mediator: mediator), .court].compactMap { $0 }
    }

    /// The amicable attempt that is open to this person: one only, and none after another has been made.
    ///
    /// Without a contract there is nothing to mediate.
    ///
    /// - Source: C. conso. L611-1: the performance of a contract.
    func amicableStep(mediator: TextLine?) -> LetterRecourse? {
        guard issue.kind != .unsolicitedSalesCall, issue.kind != .unauthorisedCharge else { return nil }
        let tried = facts.history.filter { !$0.outcome.isUnreceived }.map(\.channel)
        guard !tried.contains(.mediator), !tried.contains(.courtRequest) else { return nil }
        if isConsumerSale {
            if mediator != nil { return .mediator(mediator) }
            if isCrossBorder, !mediatorIsUnconfirmed { return .eccNet }
            // Nobody announces a mediator whom no law obliges the trader to name.
            return isAbroad ? nil : .mediator(nil)
        }
        guard !tried.contains(.conciliator), traderCountry.map({ $0 == .france }) ?? true,
            !isAboveAmicableAmount
        else { return nil }
        return .conciliator
    }

    /// - Source: CPC 750-1: euros only, and unknown is not above.
    private var isAboveAmicableAmount: Bool {
        guard let amount = order.amount, amount.currency == .euro else { return false }
        return amount.hundredths > Situation.amicableAmountMax
    }

    /// Whether the person lives outside France, or the trader stands outside the Union: the law of another country may
    /// apply.
    var isAbroad: Bool {
        if let home = facts.consumer.country, !Self.french.contains(home.text) { return true }
        return (traderCountry ?? listedCountry).map {
            !$0.isCoveredByECCNet && !Self.french.contains($0.text)
        } ?? false
    }

    /// France and the codes that its overseas departments and regions have of their own.
    private static let french: Set<String> = ["FR", "GP", "GF", "MQ", "RE", "YT", "BL", "MF", "PM"]

    /// Whether a European Consumer Centre helps against this trader.
    private var isCrossBorder: Bool {
        if deadlines.contains(where: { $0.right == .eccNet }) { return true }
        guard let traderCountry else { return false }
        return traderCountry.isCoveredByECCNet && traderCountry != (facts.consumer.country ?? .france)
    }

    /// Where the other side stands, as far as the case says; a merchant of the directory is not looked up here.
    private var traderCountry: CountryCode? {
        switch facts.seller.kind {
        case .thirdParty, .privatePerson: return facts.seller.country
        case .firstParty, .ownWebsite, nil:
            guard case .described(let merchant) = facts.merchant else { return nil }
            return merchant.country ?? facts.seller.country
        }
    }
}

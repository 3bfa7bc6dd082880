import CivilCalendar

extension LetterReading {
    /// The last day that the law or the contract had given.
    func legalDay(of kind: LetterKind) -> CivilDay? {
        switch kind {
        case .deliveryNotice, .deliveryTermination:
            announcedDelivery ?? lastDay(of: .delivery) ?? order.orderedOn?.adding(days: 30)
        // Until the goods or the proof of their dispatch are back, the seller may wait (C. conso. L221-24).
        case .refundOverdue: goodsBackOn == nil ? nil : lastDay(of: .refundAfterWithdrawal)
        case .refundAfterTermination: lastDay(of: .refundAfterTermination)
        case .refundAfterReturn: isDefect ? lastDay(of: .refundAfterReturn) : nil
        case .conformityRemedy, .guaranteeRefused, .priceReductionOrTermination:
            lastDay(of: .repair) ?? (remedyIsLate ? order.repairRequestedOn?.adding(days: 30) : nil)
        case .withdrawal: lastDay(of: .withdrawal)
        case .hiddenDefect: hiddenDefectsEnd
        case .wrongOrMissingItem, .counterfeit, .unorderedItem, .unduePayment, .subscriptionTermination,
            .dataAccess, .dataErasure, .reminder, .complaintBeforeMediation, .generalNotice:
            nil
        }
    }

    func surcharge(of kind: LetterKind) -> LateRefundSurcharge? { surcharge(of: kind, on: today) }

    /// The first change of the surcharge after today.
    func nextSurcharge(of kind: LetterKind) -> LateRefundSurcharge? {
        guard let current = surcharge(of: kind) else { return nil }
        // No step of either table is longer than 31 days; two months are enough to find the next.
        return (1...62).lazy.compactMap { surcharge(of: kind, on: today.adding(days: $0)) }
            .first { $0.increase != current.increase }
    }

    private func surcharge(of kind: LetterKind, on day: CivilDay) -> LateRefundSurcharge? {
        guard let due = legalDay(of: kind) else { return nil }
        switch kind {
        case .refundOverdue:
            return LateRefundSurcharge(of: .afterWithdrawal, amount: order.amount, due: due, on: day)
        case .refundAfterTermination:
            return LateRefundSurcharge(of: .afterTermination, amount: order.amount, due: due, on: day)
        case .deliveryNotice, .deliveryTermination, .withdrawal, .conformityRemedy,
            .guaranteeRefused, .priceReductionOrTermination, .counterfeit, .hiddenDefect, .wrongOrMissingItem,
            .unorderedItem, .refundAfterReturn, .unduePayment, .subscriptionTermination, .dataAccess,
            .dataErasure, .reminder, .complaintBeforeMediation, .generalNotice:
            return nil
        }
    }

    func articles(of kind: LetterKind, demand: LetterDemand) -> [LetterArticle] {
        switch kind {
        case .deliveryNotice: riskArticles + [.consoL2161, .consoL2166, .consoL2167]
        case .deliveryTermination: [.consoL2166, .consoL2167, .consoL2414]
        case .withdrawal: withdrawalArticles
        case .refundOverdue:
            surcharge(of: kind) == nil ? [.consoL22124] : [.consoL22124, .consoL2424]
        case .refundAfterTermination:
            surcharge(of: kind) == nil ? [.consoL2167] : [.consoL2167, .consoL2414]
        case .conformityRemedy, .guaranteeRefused: conformityArticles
        case .counterfeit:
            demand == .replacement
                ? [.consoL2173, .consoL2179, .consoL21710, .consoL21711, .consoL21714]
                : [.consoL2173, .consoL21714, .consoL21717]
        case .hiddenDefect: [.civil1641, .civil1644] + (hiddenDefectsEnd == nil ? [] : [.civil1648])
        case .priceReductionOrTermination:
            (remedyGround == .late ? [.consoL2173, .consoL21710] : [.consoL2173])
                + (demand == .priceReduction ? [.consoL21714] : [.consoL21714, .consoL21717])
        case .wrongOrMissingItem:
            demand == .deliverMissingPart
                ? [.consoL2161, .consoL2166]
                : [.consoL2173, .consoL2179, .consoL21710, .consoL21711, .consoL21714]
        case .unorderedItem: demand == .collectUnordered ? [.consoL12112] : [.consoL12112, .civil13021]
        case .refundAfterReturn: isDefect && !isUnderOlderLaw ? [.consoL21717] : []
        case .unduePayment: [.civil1302, .civil13021]
        case .subscriptionTermination: [.consoL21511].filter { $0.isInForce(on: today) }
        case .dataAccess: [.gdpr15, .gdpr12]
        case .dataErasure: [.gdpr17, .gdpr12]
        case .complaintBeforeMediation: [.consoL6122]
        case .generalNotice: needsCivilNotice ? [.civil1226] : []
        case .reminder: []
        }
    }

    /// Cited when the parcel that the carrier calls delivered is still at the seller's risk.
    ///
    /// A carrier of the person's own choice (L216-3) never comes here: see ``hasOwnCarrier``.
    ///
    /// - Source: C. conso. L216-2.
    private var riskArticles: [LetterArticle] {
        issue.kind == .markedDeliveredNotReceived ? [.consoL2162] : []
    }

    private var withdrawalArticles: [LetterArticle] {
        var articles: [LetterArticle] = [.consoL22118]
        if usesLongPeriod { articles.append(.consoL22120) }
        articles.append(.consoL22121)
        if order.lastDeliveredOn != nil, goodsBackOn == nil { articles.append(.consoL22123) }
        return articles + [.consoL22124]
    }

    private var conformityArticles: [LetterArticle] {
        var articles: [LetterArticle] = [.consoL2173]
        if isDamagedAtSellersRisk { articles.append(.consoL2162) }
        if defectPresumed { articles.append(.consoL2177) }
        articles += [.consoL2179, .consoL21710, .consoL21711]
        if issue.kind == .warrantyRefused { articles.append(.consoL21712) }
        return articles + [.consoL21714]
    }

    /// Damage on the way is the seller's, unless the carrier was the person's own (L216-3).
    ///
    /// - Source: C. conso. L216-2.
    private var isDamagedAtSellersRisk: Bool {
        issue.kind == .itemDamaged && order.carrierChosenByConsumer != true
    }

    /// The ordinary fourteen days are over, and nothing says whether the seller had told of the right.
    ///
    /// - Source: C. conso. L221-20: twelve months more when it had not.
    var mayHaveLongPeriod: Bool {
        guard order.withdrawalInformed == nil, isConsumerSale, withdrawalExclusion != .excluded,
            let delivered = order.lastDeliveredOn
        else { return false }
        let ordinary = lastDay(of: .withdrawal) ?? delivered.adding(days: 14)
        return ordinary < today && today <= ordinary.adding(months: 12)
    }

    /// The ordinary fourteen days are over, and the seller had not told of the right.
    var usesLongPeriod: Bool {
        guard order.withdrawalInformed == false, let delivered = order.lastDeliveredOn else { return false }
        return delivered.adding(days: 14) < today
    }
}

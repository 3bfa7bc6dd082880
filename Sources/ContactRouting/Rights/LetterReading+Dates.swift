import CivilCalendar

extension LetterReading {
    /// The last day for what is demanded: the law's where it gives one that is still to come, else our policy's.
    func dueBy(
        _ kind: LetterKind, demand: LetterDemand, receipt: CivilDay, holidays: PublicHolidays
    ) -> CivilDay {
        let performance = LetterPolicy.performance.lastDay(from: today, holidays: holidays)
        switch kind {
        case .refundOverdue, .refundAfterTermination, .refundAfterReturn:
            guard let legal = legalDay(of: kind) else { return performance }
            guard legal < today else { return legal }
            return LetterPolicy.overdueRefund.lastDay(from: today, holidays: holidays)
        // The law's fourteen days run from the day on which the declaration arrives.
        case .withdrawal:
            return RightRule.refundAfterWithdrawal.limit.lastDay(from: receipt, holidays: holidays)
        case .deliveryTermination:
            return RightRule.refundAfterTermination.limit.lastDay(from: receipt, holidays: holidays)
        case .conformityRemedy, .guaranteeRefused:
            return remedyDay(receipt: receipt, performance: performance, holidays: holidays)
        case .counterfeit where demand == .replacement,
            .wrongOrMissingItem where demand == .exchangeWrongItem:
            return RightRule.repair.limit.lastDay(from: receipt, holidays: holidays)
        case .deliveryNotice:
            // A notice before its time asks for nothing earlier than what was agreed.
            return max(performance, legalDay(of: kind) ?? performance)
        case .unduePayment: return LetterPolicy.overdueRefund.lastDay(from: today, holidays: holidays)
        case .dataAccess, .dataErasure:
            return LetterPolicy.dataRequest.lastDay(from: receipt, holidays: holidays)
        case .wrongOrMissingItem, .priceReductionOrTermination, .counterfeit, .hiddenDefect, .unorderedItem,
            .subscriptionTermination, .reminder, .complaintBeforeMediation, .generalNotice:
            return performance
        }
    }

    /// A last short time, and never less than what the law still gives.
    func reminderDay(
        of matter: LetterKind, demand: LetterDemand, recalled: LetterContact, holidays: PublicHolidays
    ) -> CivilDay {
        let short = LetterPolicy.reminder.lastDay(from: today, holidays: holidays)
        switch matter {
        case .deliveryNotice, .refundOverdue, .refundAfterTermination, .refundAfterReturn:
            return max(short, legalDay(of: matter) ?? short)
        case .conformityRemedy, .guaranteeRefused, .wrongOrMissingItem:
            guard demand != .deliverMissingPart else { return short }
            return max(short, RightRule.repair.limit.lastDay(from: recalled.day, holidays: holidays))
        case .dataAccess, .dataErasure:
            return max(short, LetterPolicy.dataRequest.lastDay(from: recalled.day, holidays: holidays))
        case .deliveryTermination, .withdrawal, .priceReductionOrTermination, .counterfeit, .hiddenDefect,
            .unorderedItem, .unduePayment, .subscriptionTermination, .reminder, .complaintBeforeMediation,
            .generalNotice:
            return short
        }
    }

    /// Thirty days from the first request; a last fourteen when they are over.
    ///
    /// - Source: C. conso. L217-10.
    private func remedyDay(receipt: CivilDay, performance: CivilDay, holidays: PublicHolidays) -> CivilDay {
        guard order.repairRequestedOn != nil, let end = legalDay(of: .conformityRemedy),
            order.repairedOn == nil
        else { return RightRule.repair.limit.lastDay(from: receipt, holidays: holidays) }
        return end < today ? performance : end
    }

    func doubts(of kind: LetterKind, demand: LetterDemand) -> [Doubt] {
        var doubts = timeDoubts(of: kind) + rightDoubts(of: kind) + wishDoubts(of: kind, demand: demand)
        if case .refund(nil) = demand { doubts.append(.amountUnknown(.letter)) }
        if order.number == nil, IssueSet.ofAnOrder.contains(issue.kind) {
            doubts.append(.orderNumberUnknown)
        }
        if contacts.contains(where: isBeforeOrder) { doubts.append(.contactBeforeOrder) }
        if isAbroad { doubts.append(.otherLawPossible) }
        return doubts
    }

    private func timeDoubts(of kind: LetterKind) -> [Doubt] {
        switch kind {
        case .deliveryNotice: deliveryDayDoubts
        case .refundOverdue where goodsBackOn == nil, .refundAfterReturn where goodsBackOn == nil:
            [.returnUnknown]
        case .refundOverdue, .refundAfterTermination, .refundAfterReturn:
            isStillToCome(legalDay(of: kind)) ? [.refundNotDueYet(.letter)] : []
        case .deliveryTermination, .withdrawal, .conformityRemedy, .guaranteeRefused,
            .priceReductionOrTermination, .counterfeit, .hiddenDefect, .wrongOrMissingItem, .unorderedItem,
            .unduePayment, .subscriptionTermination, .dataAccess, .dataErasure, .reminder,
            .complaintBeforeMediation, .generalNotice:
            []
        }
    }

    private var deliveryDayDoubts: [Doubt] {
        guard let due = legalDay(of: .deliveryNotice) else { return [.deliveryDayUnknown] }
        return (due >= today ? [.deliveryNotDueYet(.letter)] : [])
            + (earlyNotice == nil ? [] : [.noticeTooEarly])
    }

    private func isStillToCome(_ day: CivilDay?) -> Bool { day.map { $0 >= today } ?? false }

    private func rightDoubts(of kind: LetterKind) -> [Doubt] {
        switch kind {
        case .withdrawal: return withdrawalDoubts
        case .conformityRemedy, .guaranteeRefused: return remedyDoubts
        case .counterfeit: return issue.demand == nil ? [.choiceOpen(.letter)] : []
        case .hiddenDefect: return hiddenDefectDoubts
        case .generalNotice, .complaintBeforeMediation: return generalDoubts
        case .deliveryNotice, .deliveryTermination, .refundOverdue, .refundAfterTermination,
            .priceReductionOrTermination, .wrongOrMissingItem, .unorderedItem, .refundAfterReturn,
            .unduePayment, .subscriptionTermination, .dataAccess, .dataErasure, .reminder:
            return []
        }
    }

    private var remedyDoubts: [Doubt] {
        var doubts: [Doubt] = []
        if issue.kind == .itemDamaged, order.carrierChosenByConsumer == true {
            doubts.append(.damagedOnTheWay)
        }
        if remedyGround != nil {
            // Who asks for a repair after a refusal has chosen already.
            // After the time for it is over, the law gives more than was chosen.
            let isTold = remedyGround == .grave || (issue.kind == .warrantyRefused && remedyGround != .late)
            let hasChosen = issue.demand != nil && isTold
            return hasChosen ? doubts : doubts + [.choiceOpen(.letter)]
        }
        switch issue.demand {
        case .refund, .cancellation, .priceReduction: return doubts + [.remedyComesFirst(.letter)]
        case .replacement, .repair, .delivery, .information, .other, nil: return doubts
        }
    }

    private var hiddenDefectDoubts: [Doubt] {
        [.proofOnBuyer] + (order.defectFoundOn == nil ? [.defectDayUnknown] : [])
    }

    private var generalDoubts: [Doubt] {
        if isChangeOfMind {
            return [lostWithdrawal] + (mayHaveLongPeriod ? [.withdrawalInformationUnknown] : [])
        }
        if needsCivilNotice { return [.civilNoticeFirst] }
        if hasOwnCarrier && lateArrival == nil && isConsumerSale { return [.carrierChosen(.letter)] }
        if isUnderOlderLaw, standsOnRewrittenLaw { return [.olderLaw(.letter)] }
        if isDefect && isConsumerSale && guaranteeIsOver { return [.guaranteeOver(.letter)] }
        return hasLostHiddenDefect ? [.hiddenDefectsOver(.letter)] : []
    }

    /// Why no withdrawal is declared.
    private var lostWithdrawal: Doubt {
        guard isConsumerSale else { return .withdrawalNotGiven(.letter) }
        return withdrawalExclusion == .excluded
            ? .withdrawalExcluded(.letter) : .withdrawalPeriodOver(.letter)
    }

    private var withdrawalDoubts: [Doubt] {
        var doubts: [Doubt] = withdrawalIsOpen == nil ? [.withdrawalPeriodUnknown] : []
        switch withdrawalExclusion {
        case .depends: doubts.append(.withdrawalMayBeExcluded)
        case .excluded, .notExcluded: break
        }
        return doubts
    }
}

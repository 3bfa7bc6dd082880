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
        case .conformityRemedy:
            return remedyDay(receipt: receipt, performance: performance, holidays: holidays)
        case .wrongOrMissingItem where demand == .exchangeWrongItem:
            return RightRule.repair.limit.lastDay(from: receipt, holidays: holidays)
        case .deliveryNotice:
            // A notice before its time asks for nothing earlier than what was agreed.
            return max(performance, legalDay(of: kind) ?? performance)
        case .wrongOrMissingItem, .priceReductionOrTermination, .generalNotice: return performance
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

    func doubts(of kind: LetterKind, demand: LetterDemand) -> [LetterDoubt] {
        var doubts = timeDoubts(of: kind) + rightDoubts(of: kind)
        if case .refund(nil) = demand { doubts.append(.amountUnknown) }
        if order.number == nil, IssueSet.aboutAnOrder.contains(issue.kind) {
            doubts.append(.orderNumberUnknown)
        }
        return doubts
    }

    private func timeDoubts(of kind: LetterKind) -> [LetterDoubt] {
        switch kind {
        case .deliveryNotice: isStillToCome(legalDay(of: kind)) ? [.deliveryNotDueYet] : []
        case .refundOverdue where goodsBackOn == nil: [.returnUnknown]
        case .refundOverdue, .refundAfterTermination, .refundAfterReturn:
            isStillToCome(legalDay(of: kind)) ? [.refundNotDueYet] : []
        case .deliveryTermination, .withdrawal, .conformityRemedy, .priceReductionOrTermination,
            .wrongOrMissingItem, .generalNotice:
            []
        }
    }

    private func isStillToCome(_ day: CivilDay?) -> Bool { day.map { $0 >= today } ?? false }

    private func rightDoubts(of kind: LetterKind) -> [LetterDoubt] {
        switch kind {
        case .withdrawal: return withdrawalDoubts
        case .conformityRemedy:
            if remedyGround != nil { return [.choiceOpen] }
            switch issue.demand {
            case .refund, .cancellation, .priceReduction: return [.remedyComesFirst]
            case .replacement, .repair, .delivery, .information, .other, nil: return []
            }
        case .generalNotice:
            if isChangeOfMind { return [lostWithdrawal] }
            if hasOwnCarrier && lateArrival == nil && isConsumerSale { return [.carrierChosen] }
            return isDefect && isConsumerSale && guaranteeIsOver ? [.guaranteeOver] : []
        case .deliveryNotice, .deliveryTermination, .refundOverdue, .refundAfterTermination,
            .priceReductionOrTermination, .wrongOrMissingItem, .refundAfterReturn:
            return []
        }
    }

    /// Why no withdrawal is declared.
    private var lostWithdrawal: LetterDoubt {
        guard isConsumerSale else { return .withdrawalNotGiven }
        return withdrawalExclusion == .excluded ? .withdrawalExcluded : .withdrawalPeriodOver
    }

    private var withdrawalDoubts: [LetterDoubt] {
        var doubts: [LetterDoubt] = withdrawalIsOpen == nil ? [.withdrawalPeriodUnknown] : []
        switch withdrawalExclusion {
        case .depends: doubts.append(.withdrawalMayBeExcluded)
        case .excluded, .notExcluded: break
        }
        return doubts
    }
}

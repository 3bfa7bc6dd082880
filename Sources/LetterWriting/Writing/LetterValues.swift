import CivilCalendar
import ContactRouting

/// The names that templates may use, filled from a plan and its case.
struct LetterValues {
    let plan: LetterPlan
    let facts: ContactCase
    let wording: LetterWording

    /// Room for all names of a letter, so that the table never grows.
    private static let namesMax = 112

    var order: Order { facts.order }

    func values() throws(LetterError) -> TemplateValues {
        let missing = plan.missingFacts(in: facts)
        guard missing.isEmpty else { throw .missingFacts(missing) }
        var values = TemplateValues(capacity: Self.namesMax)
        try addOrder(to: &values)
        addDates(to: &values)
        addContacts(to: &values)
        addSurcharge(to: &values)
        addRemedy(to: &values)
        addRecourse(to: &values)
        addDemand(to: &values)
        addSituation(to: &values)
        addSilence(to: &values)
        return values
    }

    private func addOrder(to values: inout TemplateValues) throws(LetterError) {
        // A subject or a sentence that names an order says that there is one.
        let isReference = plan.matter == .unorderedItem
        values.set("orderNumber", hasContract || isReference ? order.number?.reveal().text : nil)
        values.set("orderedOn", date(order.orderedOn))
        values.set("item", order.item.name?.text.insideQuotation(in: wording.language))
        values.set("amount", order.amount.map(wording.money))
        values.set("description", try DescriptionText.normalised(facts.issue.description))
        values.set("deliveredOn", hasArrived ? date(order.lastDeliveredOn) : nil)
        let isKnown =
            order.number != nil || order.orderedOn != nil || order.item.name != nil || order.amount != nil
        values.set("hasOrder", flag: isKnown && hasContract && plan.matter.isAboutAnOrder)
        values.set("enclosures", wording.enclosures(facts.attachments.count))
    }

    /// Whether an order was placed, or may have been.
    var hasContract: Bool { !IssueSet.withoutContract.contains(facts.issue.kind) }

    /// The day that a tracking page names is no delivery.
    var hasArrived: Bool { !IssueSet.notArrived.contains(facts.issue.kind) }

    private func addDates(to values: inout TemplateValues) {
        values.set("dueBy", date(plan.dueBy))
        values.set("receipt", date(plan.expectedReceipt))
        values.set("legalDay", date(plan.legalDay))
        values.set("late", flag: plan.daysLate > 0)
        values.set("daysLate", wording.days(plan.daysLate))
        values.set("promisedOn", date(order.promisedOn))
        values.set("estimatedOn", order.promisedOn == nil ? date(plan.announcedDelivery) : nil)
        values.set("announcedOn", date(plan.announcedDelivery))
        values.set("lateArrival", date(plan.lateArrival))
        values.set("partlyDelivered", flag: plan.isPartlyDelivered)
        values.set("ownCarrier", flag: plan.doubts.contains(.carrierChosen(.letter)))
        values.set("deferredTo", date(plan.refundDeferredTo))
        values.set("withdrawnOn", date(order.withdrawalNotifiedOn))
        values.set("terminatedOn", date(order.terminatedOn))
        values.set("shippedOn", date(order.returnShippedOn))
        values.set("receivedOn", date(order.returnReceivedOn))
        values.set("returnUnknown", flag: plan.doubts.contains(.returnUnknown))
        values.set("returned", date(order.returnShippedOn ?? order.returnReceivedOn))
    }

    private func addContacts(to values: inout TemplateValues) {
        // A reminder tells of the letter that it recalls in a sentence of its own.
        let told = plan.contacts.filter { $0 != plan.recalled && wording.means(of: $0.channel) != nil }
        let items = told.enumerated().map { index, contact in
            var item = TemplateValues()
            item.set("day", date(contact.day))
            item.set("channel", wording.means(of: contact.channel))
            item.set("outcome", wording.outcome(of: contact))
            item.set("end", index == told.count - 1 ? "." : wording.semicolon)
            return item
        }
        values.set("contacts", list: items)
        values.set("hasContacts", flag: !items.isEmpty)
        values.set("noticeDay", date(plan.failedNotice?.day))
        values.set("noticeChannel", plan.failedNotice.flatMap { wording.means(of: $0.channel) })
        values.set("noticeDeadline", date(plan.failedNotice?.deadline))
        values.set("noticeRefused", flag: plan.failedNotice?.outcome == .refused)
    }

    private func addSurcharge(to values: inout TemplateValues) {
        let surcharge = plan.surcharge
        values.set("surcharged", flag: surcharge != nil)
        values.set(
            "surchargeArticle",
            surcharge.map { wording.unbroken(Self.article(of: $0.refund).number) })
        values.set("afterTermination", flag: surcharge?.refund == .afterTermination)
        values.set("legalInterest", flag: surcharge?.increase == .legalInterest)
        values.set("wholePrice", flag: surcharge?.increase == .wholePriceAndLegalInterest)
        values.set("percent", percent(surcharge))
        values.set("surcharge", surcharge?.sum.map(wording.money))
        values.set("total", total(order.amount, surcharge?.sum).map(wording.money))
        values.set("nextPercent", percent(plan.nextSurcharge))
        values.set("nextFrom", date(plan.nextSurcharge.map { $0.due.adding(days: $0.daysLate) }))
    }

    private static func article(of refund: LateRefundSurcharge.Refund) -> LetterArticle {
        switch refund {
        case .afterWithdrawal: .consoL2424
        case .afterTermination: .consoL2414
        }
    }

    private func percent(_ surcharge: LateRefundSurcharge?) -> String? {
        switch surcharge?.increase {
        case .percent(let percent): wording.percent(percent)
        case .legalInterest, .wholePriceAndLegalInterest, nil: nil
        }
    }

    private func total(_ amount: Money?, _ surcharge: Money?) -> Money? {
        guard let amount, let surcharge else { return nil }
        let (sum, overflow) = amount.hundredths.addingReportingOverflow(surcharge.hundredths)
        return overflow ? nil : Money(hundredths: sum, currency: amount.currency)
    }

    private func addRemedy(to values: inout TemplateValues) {
        values.set("problem", wording.problem(facts.issue.kind))
        values.set("remedy", wording.remedy(plan.demand))
        values.set("presumed", flag: plan.defectPresumed)
        values.set("defectFoundOn", date(order.defectFoundOn))
        values.set("requestedOn", date(order.repairRequestedOn))
        values.set("repairedOn", date(order.repairedOn))
        values.set("groundLate", flag: plan.remedyGround == .late)
        values.set("groundRefused", flag: plan.remedyGround == .refused)
        values.set("groundFailed", flag: plan.remedyGround == .failed)
        values.set("groundGrave", flag: plan.remedyGround == .grave)
        values.set("priceReduction", flag: plan.demand == .priceReduction)
        values.set("missing", flag: plan.demand == .deliverMissingPart)
        values.set("defect", flag: plan.articles.contains(.consoL21717))
        values.set("longPeriod", flag: plan.usesLongWithdrawal)
        values.set("markedDelivered", flag: facts.issue.kind == .markedDeliveredNotReceived)
        values.set("sellerRisk", flag: plan.articles.contains(.consoL2162))
    }

    private func addRecourse(to values: inout TemplateValues) {
        values.set("notice", flag: plan.force == .notice)
        values.set("goodwill", flag: plan.force == .goodwill)
        values.set("wish", flag: plan.isWish)
        values.set("announcesDissolution", flag: plan.articles.contains(.civil1226))
        values.set("article1344", flag: plan.articles.contains(.civil1344))
        var steps = AnnouncedSteps()
        for step in plan.recourse { steps.add(step) }
        values.set("mediation", flag: steps.mediation)
        values.set("mediatorName", steps.mediatorName)
        values.set("eccNet", flag: steps.eccNet)
        values.set("conciliator", flag: steps.conciliator)
        values.set("courtOnly", flag: steps.isCourtOnly)
        values.set("announcesTermination", flag: steps.termination)
        values.set("announcesReduction", flag: steps.reduction)
        values.set(
            "dataAuthority",
            steps.dataAuthority ? wording.dataAuthority(for: facts.consumer) : nil)
    }

    private func addDemand(to values: inout TemplateValues) {
        values.set("sum", wording.sum(order.amount))
        values.set("act", DemandedAct(plan.demand, issue: facts.issue.kind).text(in: wording.language))
        values.set("refund", flag: isRefund)
        values.set("proposesRemedy", flag: plan.demand == .repair || plan.demand == .replacement)
        values.set("debitedOn", date(order.debitedOn))
        values.set("onlineTermination", flag: plan.articles.contains(.consoL21511))
    }

    private var isRefund: Bool {
        if case .refund = plan.demand { true } else { false }
    }

    func date(_ day: CivilDay?) -> String? { day.map(wording.date) }
}

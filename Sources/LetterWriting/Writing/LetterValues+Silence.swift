import CivilCalendar
import ContactRouting

extension LetterValues {
    /// What happened, for letters that no law describes.
    func addSituation(to values: inout TemplateValues) {
        let trouble = wording.trouble(
            facts.issue.kind, hasArrivedLate: plan.lateArrival != nil, isPartial: plan.isPartlyDelivered)
        values.set("trouble", trouble ?? changeOfMind)
        values.set("offersReturn", flag: plan.force == .goodwill && isThere && !plan.isWish)
    }

    /// Why a gesture is asked for, in one sentence.
    ///
    /// A change of mind is about goods that are there, or went back, or of which nothing is known; only a cancellation is
    /// about an order that still runs.
    private var changeOfMind: String? {
        guard plan.force == .goodwill, !plan.isWish else { return nil }
        if isThere {
            return wording.say(
                "Je ne souhaite pas garder l’article reçu.", "I do not wish to keep the item that I received."
            )
        }
        if let day = date(order.returnShippedOn) {
            return wording.say(
                "Je n’ai pas souhaité garder l’article reçu, et je vous l’ai renvoyé le \(day).",
                "I did not wish to keep the item that I received, and I sent it back on \(day).")
        }
        if let day = date(order.returnReceivedOn) {
            return wording.say(
                "Je n’ai pas souhaité garder l’article reçu ; il vous est revenu le \(day).",
                "I did not wish to keep the item that I received; it reached you again on \(day).")
        }
        return facts.issue.kind == .orderCancellation
            ? wording.say(
                "Je ne souhaite pas maintenir cette commande.", "I do not wish to go ahead with this order.")
            : wording.say(
                "J’ai changé d’avis sur cet achat.", "I have changed my mind about this purchase.")
    }

    /// Whether the item can go back.
    private var isThere: Bool {
        hasArrived && order.lastDeliveredOn != nil && order.returnShippedOn == nil
            && order.returnReceivedOn == nil
    }

    /// What a reminder recalls.
    func addSilence(to values: inout TemplateValues) {
        let recalled = plan.recalled
        values.set("recalledDay", date(recalled?.day))
        values.set("recalledLetter", recalled.map { wording.letter($0.channel) })
        values.set("recalledMeans", recalled.flatMap { wording.means(of: $0.channel) })
        values.set("recalledDeadline", date(recalled?.deadline))
        values.set("recalledDelivered", flag: recalled?.outcome == .delivered)
        values.set("recalledSilent", flag: recalled?.outcome == .noReply)
        values.set("recallsRefund", flag: recalled != nil && plan.matter.isRefundOwed)
        values.set("monthOver", flag: recalled.map { isMonthOver(since: $0.day) } ?? false)
        let basis = plan.articles.filter { $0 != .consoL6121 && $0 != .civil1344 }
        values.set("basis", recalled == nil ? nil : wording.basis(basis))
        let isLate = recalled != nil && plan.daysLate > 0
        values.set("refundLate", flag: isLate && plan.matter.isRefundOwed)
        values.set("deliveryLate", flag: isLate && plan.matter == .deliveryNotice)
        values.set(
            "recalledTopic",
            recalled.map { _ in
                wording.topic(of: plan.matter, hasOrder: hasContract && order.number != nil)
            })
    }

    private func isMonthOver(since day: CivilDay) -> Bool {
        plan.matter.isAboutPersonalData && day.adding(months: 1) < plan.writtenOn
    }
}

extension LetterKind {
    /// Whether the law or the contract had named a day for the money.
    fileprivate var isRefundOwed: Bool {
        self == .refundOverdue || self == .refundAfterTermination || self == .refundAfterReturn
    }

    var isAboutPersonalData: Bool { self == .dataAccess || self == .dataErasure }

    /// Whether a letter may say that an order was placed.
    var isAboutAnOrder: Bool {
        !isAboutPersonalData && self != .unorderedItem && self != .subscriptionTermination
    }
}

/// The further steps of a letter, one name each.
struct AnnouncedSteps {
    private(set) var termination = false
    private(set) var reduction = false
    private(set) var mediation = false
    private(set) var mediatorName: String?
    private(set) var eccNet = false
    private(set) var conciliator = false
    private(set) var court = false
    private(set) var dataAuthority = false

    /// Whether no amicable step comes before the court.
    var isCourtOnly: Bool { court && !mediation && !eccNet && !conciliator }

    mutating func add(_ step: LetterRecourse) {
        switch step {
        case .termination: termination = true
        case .priceReductionOrTermination: reduction = true
        case .mediator(let name):
            mediation = true
            mediatorName = name?.text
        case .eccNet: eccNet = true
        case .conciliator: conciliator = true
        case .court: court = true
        case .dataProtectionAuthority: dataAuthority = true
        }
    }
}

internal import ContactRouting
internal import Texts

/// What happened, in one or two sentences made from the facts of a case.
struct TroubleSentences {
    let facts: ContactCase
    let plan: LetterPlan?
    let language: Language

    private var order: Order { facts.order }
    private var isFrench: Bool { language == .french }
    private var formats: Formats { Formats(language) }

    /// The trouble; nil where only the person's own words can tell it.
    var trouble: MessageSentence? {
        let kind = facts.issue.kind
        if kind == .lateDelivery || kind == .notDelivered { return delivery }
        if kind == .markedDeliveredNotReceived { return marked }
        // A withdrawal is declared, not wished for.
        if plan?.kind == .withdrawal || order.withdrawalNotifiedOn != nil, Self.isOverNothing(kind) {
            return nil
        }
        guard let words = TroubleWords.words(kind).map({ MessageSentence(words: $0[language]) }) else {
            return nil
        }
        return sentence(words)
    }

    /// Whether the goods are in order and the person gives them back.
    private static func isOverNothing(_ kind: IssueKind) -> Bool {
        kind == .changeOfMind || kind == .orderCancellation
    }

    private func sentence(_ words: MessageSentence) -> MessageSentence {
        let kind = facts.issue.kind
        if Self.goods.contains(kind), let day = order.lastDeliveredOn.map(formats.date) {
            return isFrench
                ? "\(words) (livraison du \(day, "order.deliveredOn"))."
                : "\(words) (delivered on \(day, "order.deliveredOn"))."
        }
        if Self.debits.contains(kind), let day = order.debitedOn.map(formats.date) {
            return isFrench
                ? "\(words) (débit du \(day, "order.debitedOn"))."
                : "\(words) (debited on \(day, "order.debitedOn"))."
        }
        if kind == .suspiciousMessage, let medium = facts.issue.medium {
            let means = MessageSentence(words: Vocabulary(language).name(of: medium))
            return isFrench ? "\(words) par \(means)." : "\(words), by \(means)."
        }
        return "\(words)."
    }

    /// Troubles with goods that came on some day.
    private static let goods = IssueSet.product.union([
        .missingItem, .wrongItem, .unorderedItem, .warrantyRefused,
    ])
    /// Troubles with a sum that was taken on some day.
    private static let debits: IssueSet = [.chargedTwice, .unauthorisedCharge, .paymentProblem]

    // MARK: Delivery

    private var delivery: MessageSentence {
        let announced = plan?.announcedDelivery ?? order.promisedOn ?? order.latestEstimatedDelivery
        if let arrival = plan?.lateArrival, let announced {
            let (arrived, due) = (formats.date(arrival), formats.date(announced))
            return isFrench
                ? "La livraison, annoncée pour le \(due, "order.promisedOn"), n’a eu lieu que le \(arrived, "order.deliveredOn")."
                : "The delivery, announced for \(due, "order.promisedOn"), came on \(arrived, "order.deliveredOn") only."
        }
        let isPart = plan?.isPartlyDelivered == true
        let state: MessageSentence =
            isFrench
            ? (isPart ? "une partie de la commande manque encore à ce jour." : "rien n’est arrivé à ce jour.")
            : (isPart ? "part of the order is still missing." : "nothing has arrived so far.")
        guard let announced else {
            return isFrench ? "À ce jour, \(shortened(isPart))." : "So far, \(shortened(isPart))."
        }
        let due = formats.date(announced)
        return isFrench
            ? "La livraison était annoncée pour le \(due, "order.promisedOn")\u{A0}; \(state)"
            : "The delivery was announced for \(due, "order.promisedOn"); \(state)"
    }

    private func shortened(_ isPart: Bool) -> MessageSentence {
        if isFrench { return isPart ? "une partie de la commande manque encore" : "rien n’est arrivé" }
        return isPart ? "part of the order is still missing" : "nothing has arrived"
    }

    private var marked: MessageSentence {
        guard let day = order.lastDeliveredOn.map(formats.date) else {
            return isFrench
                ? "Le suivi indique que le colis est livré, mais je ne l’ai pas reçu."
                : "The tracking says that the parcel was delivered, but I have not received it."
        }
        return isFrench
            ? "Le suivi indique une livraison le \(day, "order.deliveredOn"), mais je n’ai rien reçu."
            : "The tracking says that it was delivered on \(day, "order.deliveredOn"), but I have received nothing."
    }
}

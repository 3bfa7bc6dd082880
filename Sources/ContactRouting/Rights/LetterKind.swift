/// What a letter is for; each kind has one template.
public enum LetterKind: String, Hashable, Sendable, CaseIterable {
    /// Formal notice to deliver (C. conso. L216-6).
    case deliveryNotice = "delivery-notice"
    /// Termination after a notice that was not obeyed, or after a refusal (C. conso. L216-6).
    case deliveryTermination = "delivery-termination"
    /// Withdrawal (C. conso. L221-18, L221-21).
    case withdrawal
    /// The refund after a withdrawal (C. conso. L221-24, L242-4).
    case refundOverdue = "refund-overdue"
    /// The refund after a termination for late delivery (C. conso. L216-7, L241-4).
    case refundAfterTermination = "refund-after-termination"
    /// Repair or replacement under the conformity guarantee (C. conso. L217-3 ff.).
    case conformityRemedy = "conformity-remedy"
    /// Repair or replacement after the seller refused it: the guarantee of the law stands behind any other (C. conso.
    /// L217-3, L217-12).
    case guaranteeRefused = "guarantee-refused"
    /// Price reduction or termination under the conformity guarantee (C. conso. L217-14).
    case priceReductionOrTermination = "price-reduction-or-termination"
    /// The price back, or the real thing, for what seems to be a counterfeit (C. conso. L217-3, L217-14).
    case counterfeit
    /// Where the consumer code gives nothing: the price, or a part of it, for a hidden defect (C. civ. 1641, 1644).
    case hiddenDefect = "hidden-defect"
    /// Another item than the one ordered came, or a part is missing.
    case wrongOrMissingItem = "wrong-or-missing-item"
    /// Goods came that nobody had ordered (C. conso. L121-12).
    case unorderedItem = "unordered-item"
    /// The refund of goods that went back; no law raises it.
    case refundAfterReturn = "refund-after-return"
    /// Money was taken that is not owed, such as a second charge (C. civ. 1302).
    case unduePayment = "undue-payment"
    /// A subscription is ended (C. conso. L215-1-1).
    case subscriptionTermination = "subscription-termination"
    /// A copy of one's personal data (GDPR article 15).
    case dataAccess = "data-access"
    /// Erasure of one's personal data (GDPR article 17).
    case dataErasure = "data-erasure"
    /// After silence: recalls the earlier letter and sets a last, short time.
    case reminder
    /// The written complaint without which no consumer mediator takes a case (C. conso. L612-2).
    case complaintBeforeMediation = "complaint-before-mediation"
    /// Anything else that is owed (C. civ. 1344).
    case generalNotice = "general-notice"
}

/// How a letter speaks.
public enum LetterForce: String, Hashable, Sendable, CaseIterable {
    /// A polite request that claims no right: no consequence is named.
    case goodwill
    /// A request: nothing has failed yet.
    case request
    /// A formal notice (C. civ. 1344): it demands, sets a day and names the consequence.
    case notice
}

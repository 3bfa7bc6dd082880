/// What the trouble is.
public struct Issue: Hashable, Sendable {
    public enum Urgency: String, Hashable, Sendable, CaseIterable { case low, normal, high }

    /// What the person wants.
    public enum Demand: String, Hashable, Sendable, CaseIterable {
        case refund, replacement, repair, delivery, cancellation
        case priceReduction = "price-reduction"
        case information, other
    }

    /// How a suspicious message came.
    public enum Medium: String, Hashable, Sendable, CaseIterable { case sms, email, call, letter }

    /// What the person gave away to a suspicious message.
    public enum GivenData: String, Hashable, Sendable, CaseIterable {
        case cardNumber = "card-number"
        case password
        case bankDetails = "bank-details"
        case identityDocument = "identity-document"
    }

    public var kind: IssueKind
    public var urgency: Urgency?
    public var demand: Demand?
    public var description: Private<String>?
    public var medium: Medium?
    public var clicked: Bool?
    public var dataGiven: [GivenData]?

    public init(kind: IssueKind) { self.kind = kind }
}

/// The kinds of trouble that the program knows.
public enum IssueKind: String, Hashable, Sendable, CaseIterable {
    case lateDelivery = "late-delivery"
    case notDelivered = "not-delivered"
    case markedDeliveredNotReceived = "marked-delivered-not-received"
    case missingItem = "missing-item"
    case wrongItem = "wrong-item"
    case unorderedItem = "unordered-item"
    case itemDamaged = "item-damaged"
    case itemDefective = "item-defective"
    case itemNotAsDescribed = "item-not-as-described"
    case counterfeit
    case dangerousProduct = "dangerous-product"
    case orderTracking = "order-tracking"
    case orderChange = "order-change"
    case orderCancellation = "order-cancellation"
    case preorderQuestion = "preorder-question"
    case changeOfMind = "change-of-mind"
    case returnProblem = "return-problem"
    case refundNotReceived = "refund-not-received"
    case refundRefused = "refund-refused"
    case warrantyRefused = "warranty-refused"
    case chargedTwice = "charged-twice"
    case unauthorisedCharge = "unauthorised-charge"
    case paymentProblem = "payment-problem"
    case invoiceMissing = "invoice-missing"
    case giftCardProblem = "gift-card-problem"
    case priceDispute = "price-dispute"
    case suspiciousMessage = "suspicious-message"
    case accountCompromised = "account-compromised"
    case accountProblem = "account-problem"
    case accountAccess = "account-access"
    case personalDataRequest = "personal-data-request"
    case promotionQuestion = "promotion-question"
    case unsolicitedSalesCall = "unsolicited-sales-call"
    case subscriptionCancellation = "subscription-cancellation"
    case deviceOrServiceProblem = "device-or-service-problem"
    case contactInEnglish = "contact-in-english"
    case other
}

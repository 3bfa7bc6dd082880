/// Groups of issues that rules speak of. A new kind of issue is added to the enum and to the groups it belongs to.
extension IssueSet {
    public static let delivery: IssueSet = [
        .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .missingItem, .wrongItem, .unorderedItem,
    ]
    /// Nothing, or not everything, has arrived.
    public static let notArrived: IssueSet = [.lateDelivery, .notDelivered, .markedDeliveredNotReceived]
    public static let product: IssueSet = [
        .itemDamaged, .itemDefective, .itemNotAsDescribed, .counterfeit, .dangerousProduct,
    ]
    public static let order: IssueSet = [.orderTracking, .orderChange, .orderCancellation, .preorderQuestion]
    public static let returnAndRefund: IssueSet = [
        .changeOfMind, .returnProblem, .refundNotReceived, .refundRefused, .warrantyRefused,
    ]
    /// An item came, and something is wrong with it or it is not wanted.
    public static let aboutAnItem: IssueSet = product.union([
        .wrongItem, .missingItem, .changeOfMind, .returnProblem, .orderCancellation,
    ])
    /// Whoever sold the goods answers for these.
    public static let aboutAnOrder: IssueSet = delivery.union(product).union(order).union(returnAndRefund)
        .union([
            .invoiceMissing, .priceDispute,
        ])
    /// Those for which the recipient looks the order up by its number.
    public static let ofAnOrder: IssueSet = aboutAnOrder.subtracting([.unorderedItem, .preorderQuestion])
    /// Questions and wishes, for which no law gives a right.
    public static let wishes: IssueSet = [.orderChange, .preorderQuestion, .promotionQuestion]
    /// Matters for whoever sold: those of an order, and those that may be about one.
    public static let withTheSeller: IssueSet = aboutAnOrder.union([
        .deviceOrServiceProblem, .contactInEnglish, .other,
    ])
    /// Nobody answers these any more when the shop is gone: an order, and money that it took.
    public static let lostWithTheShop: IssueSet = aboutAnOrder.union([
        .chargedTwice, .giftCardProblem, .subscriptionCancellation, .deviceOrServiceProblem,
    ])
    /// The walls before any ladder.
    public static let fraud: IssueSet = [
        .suspiciousMessage, .accountCompromised, .unauthorisedCharge, .unsolicitedSalesCall,
    ]
    /// A disagreement with a trader that may go up the ladder.
    public static let disputes: IssueSet = IssueSet.all.subtracting(fraud).subtracting([
        .promotionQuestion, .preorderQuestion, .contactInEnglish,
    ])
    /// The conformity guarantee may answer these.
    public static let conformity: IssueSet = product.union([.warrantyRefused, .refundRefused, .returnProblem])
    /// The goods fail, and the guarantees are all that is claimed.
    public static let ofDefects: IssueSet = [.itemDefective, .warrantyRefused]
    /// Money is owed back.
    public static let refund: IssueSet = [.refundNotReceived, .refundRefused, .returnProblem, .changeOfMind]
}

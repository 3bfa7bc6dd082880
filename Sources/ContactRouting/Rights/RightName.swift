/// A right or a time that a text, or a merchant's own policy, gives.
public enum RightName: String, Hashable, Sendable, Codable, CaseIterable {
    case withdrawal
    /// Sending the goods back after a withdrawal: the person's own duty.
    case goodsReturn = "goods-return"
    case merchantReturn = "merchant-return"
    case delivery
    case refundAfterWithdrawal = "refund-after-withdrawal"
    case refundAfterTermination = "refund-after-termination"
    case refundAfterReturn = "refund-after-return"
    case repair
    case conformityGuarantee = "conformity-guarantee"
    /// The seller must prove that a defect is younger than the delivery.
    case defectPresumption = "defect-presumption"
    case hiddenDefects = "hidden-defects"
    case marketplaceGuarantee = "marketplace-guarantee"
    case mediation
    case mediationOutcome = "mediation-outcome"
    case eccNet = "ecc-net"
    case unauthorisedPayment = "unauthorised-payment"
    /// The court without a lawyer, for small sums.
    case smallClaims = "small-claims"
    /// After it no court listens any more.
    case limitation
}

extension RightName {
    /// Whether the other side must do something by its last day; otherwise the person may, or must.
    public var isOwedByTheOtherSide: Bool {
        switch self {
        case .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn, .repair,
            .mediationOutcome:
            true
        case .withdrawal, .goodsReturn, .merchantReturn, .conformityGuarantee, .defectPresumption,
            .hiddenDefects, .marketplaceGuarantee, .mediation, .eccNet, .unauthorisedPayment, .smallClaims,
            .limitation:
            false
        }
    }
}

internal import ContactRouting

/// The values that a fact can have in a rule of the directory.
enum FactDomain {
    case bool
    case country
    case names([String])

    /// The facts that rules may compare, in the order of the format.
    static let comparable = FactPath.allCases.filter(ContactCase.comparableFacts.contains)

    init(_ fact: FactPath) {
        switch fact {
        case .sellerType: self = .names(Seller.Kind.allCases.map(\.rawValue))
        case .sellerFulfilledBy: self = .names(Seller.Fulfiller.allCases.map(\.rawValue))
        case .issueMedium: self = .names(Issue.Medium.allCases.map(\.rawValue))
        case .payment: self = .names(Order.Payment.allCases.map(\.rawValue))
        case .itemCategory: self = .names(Item.Category.allCases.map(\.rawValue))
        case .itemCondition: self = .names(Item.Condition.allCases.map(\.rawValue))
        case .consumerLanguage: self = .names(Language.allCases.map(\.rawValue))
        case .sellerCountry, .deliveredIn, .consumerCountry: self = .country
        default: self = .bool  // tidy-allow: the rest of `comparable`; a test compares
        }
    }
}

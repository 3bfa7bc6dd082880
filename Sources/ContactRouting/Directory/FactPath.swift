/// A fact of a case, named as the case file names it.
public enum FactPath: String, Hashable, Sendable, CaseIterable {
    case merchantMediator = "merchant.mediator"
    case merchantAddress = "merchant.address"
    case merchantEmail = "merchant.email"
    case merchantPhone = "merchant.phone"
    case merchantLinks = "merchant.links"
    case sellerType = "seller.type"
    case sellerName = "seller.name"
    case sellerCountry = "seller.country"
    case sellerFulfilledBy = "seller.fulfilledBy"
    case sellerPrimeEligible = "seller.primeEligible"
    case sellerSiteReachable = "seller.siteReachable"
    case sellerAddress = "seller.address"
    case sellerEmail = "seller.email"
    case issueMedium = "issue.medium"
    case issueDemand = "issue.demand"
    case issueDescription = "issue.description"
    case issueDataGiven = "issue.dataGiven"
    case issueClicked = "issue.clicked"
    case orderNumber = "order.number"
    case orderedOn = "order.orderedOn"
    case promisedOn = "order.promisedOn"
    case latestEstimatedDelivery = "order.latestEstimatedDelivery"
    case deliveredOn = "order.deliveredOn"
    case withdrawalNotifiedOn = "order.withdrawalNotifiedOn"
    case withdrawalInformed = "order.withdrawalInformed"
    case returnShippedOn = "order.returnShippedOn"
    case debitedOn = "order.debitedOn"
    case deliveredIn = "order.deliveredIn"
    case orderAmount = "order.amount"
    case payment = "order.payment"
    case itemName = "order.item.name"
    case itemCategory = "order.item.category"
    case itemCondition = "order.item.condition"
    case itemOpened = "order.item.opened"
    case itemSealBroken = "order.item.sealBroken"
    case consumerName = "consumer.name"
    case consumerAddress = "consumer.address"
    case consumerEmail = "consumer.email"
    case consumerPhone = "consumer.phone"
    case consumerCountry = "consumer.country"
    case consumerLanguage = "consumer.language"
    case consumerReachable = "consumer.reachable"
    case consumerHasAccount = "consumer.hasAccount"
    case consumerCanLogIn = "consumer.canLogIn"
    case consumerCanCall = "consumer.canCall"
    case consumerDeaf = "consumer.deaf"
    case consumerProfessional = "consumer.professional"
    case bankName = "bank.name"
    case bankAddress = "bank.address"
    case bankPhone = "bank.phone"
    case courtName = "court.name"
    case courtAddress = "court.address"
}

extension ContactCase {
    /// Whether a fact is stated.
    ///
    /// - Complexity: O(1).
    public func states(_ fact: FactPath) -> Bool {
        switch fact {
        case .merchantMediator, .merchantAddress, .merchantEmail, .merchantPhone, .merchantLinks:
            statesOfMerchant(fact)
        case .sellerName: seller.name != nil
        case .sellerSiteReachable: seller.siteReachable != nil
        case .sellerAddress: seller.address != nil
        case .sellerEmail: seller.email != nil
        case .issueDemand: issue.demand != nil
        case .issueDescription: issue.description != nil
        case .issueDataGiven: issue.dataGiven != nil
        case .issueClicked: issue.clicked != nil
        case .orderNumber: order.number != nil
        case .orderedOn: order.orderedOn != nil
        case .promisedOn: order.promisedOn != nil
        case .latestEstimatedDelivery: order.latestEstimatedDelivery != nil
        case .deliveredOn: order.lastDeliveredOn != nil
        case .withdrawalNotifiedOn: order.withdrawalNotifiedOn != nil
        case .withdrawalInformed: order.withdrawalInformed != nil
        case .returnShippedOn: order.returnShippedOn != nil
        case .debitedOn: order.debitedOn != nil
        case .orderAmount: order.amount != nil
        case .itemName: order.item.name != nil
        case .itemSealBroken: order.item.sealBroken != nil
        case .consumerName: consumer.name != nil
        case .consumerAddress: consumer.address != nil
        case .consumerEmail: consumer.email != nil
        case .consumerPhone: consumer.phone != nil
        case .consumerReachable: consumer.reachable != nil
        case .consumerCanCall: consumer.canCall != nil
        case .consumerDeaf: consumer.deaf != nil
        case .bankName: bank?.name != nil
        case .bankAddress: bank?.address != nil
        case .bankPhone: bank?.phone != nil
        case .courtName: court?.name != nil
        case .courtAddress: court?.address != nil
        case .sellerType: seller.kind != nil
        case .sellerCountry: seller.country != nil
        case .sellerFulfilledBy: seller.fulfilledBy != nil
        case .sellerPrimeEligible: seller.primeEligible != nil
        case .issueMedium: issue.medium != nil
        case .deliveredIn:
            order.deliveredIn != nil || (IssueSet.notArrived.contains(issue.kind) && consumer.country != nil)
        case .payment: order.payment != nil
        case .itemCategory: order.item.category != nil
        case .itemCondition: order.item.condition != nil
        case .itemOpened: order.item.opened != nil
        case .consumerCountry: consumer.country != nil
        case .consumerLanguage: consumer.language != nil
        case .consumerHasAccount: consumer.hasAccount != nil
        case .consumerCanLogIn: consumer.canLogIn != nil
        case .consumerProfessional: consumer.professional != nil
        }
    }

    private func statesOfMerchant(_ fact: FactPath) -> Bool {
        guard case .described(let merchant) = merchant else { return true }
        return switch fact {
        case .merchantMediator: merchant.mediator != nil
        case .merchantAddress: merchant.address != nil
        case .merchantEmail: merchant.email != nil
        case .merchantPhone: merchant.phone != nil
        default: !merchant.links.isEmpty  // tidy-allow: called for the five facts of the merchant only
        }
    }

    /// The facts that directory rules may compare.
    public static let comparableFacts: Set<FactPath> = [
        .sellerType, .sellerCountry, .sellerFulfilledBy, .sellerPrimeEligible, .issueMedium, .deliveredIn,
        .payment,
        .itemCategory, .itemCondition, .itemOpened, .consumerCountry, .consumerLanguage, .consumerHasAccount,
        .consumerCanLogIn, .consumerProfessional,
    ]
}

extension FactPath {
    /// The value of a fact that directory rules may compare, or nil when it is unknown.
    ///
    /// Takes the case where it lies, because copying a part of it costs more than the answer.
    func value(in facts: UnsafePointer<ContactCase>) -> FactValue? {
        switch self {
        case .sellerType: facts.pointee.seller.kind.map { .name($0.rawValue) }
        case .sellerCountry: facts.pointee.seller.country.map { .name($0.text) }
        case .sellerFulfilledBy: facts.pointee.seller.fulfilledBy.map { .name($0.rawValue) }
        case .sellerPrimeEligible: facts.pointee.seller.primeEligible.map { .bool($0) }
        case .issueMedium: facts.pointee.issue.medium.map { .name($0.rawValue) }
        case .deliveredIn:
            // What has not arrived was to go where the person lives.
            (facts.pointee.order.deliveredIn
                ?? (IssueSet.notArrived.contains(facts.pointee.issue.kind)
                    ? facts.pointee.consumer.country : nil))
                .map { .name($0.text) }
        case .payment: facts.pointee.order.payment.map { .name($0.rawValue) }
        case .itemCategory: facts.pointee.order.item.category.map { .name($0.rawValue) }
        case .itemCondition: facts.pointee.order.item.condition.map { .name($0.rawValue) }
        case .itemOpened: facts.pointee.order.item.opened.map { .bool($0) }
        case .consumerCountry: facts.pointee.consumer.country.map { .name($0.text) }
        case .consumerLanguage: facts.pointee.consumer.language.map { .name($0.rawValue) }
        case .consumerHasAccount: facts.pointee.consumer.hasAccount.map { .bool($0) }
        case .consumerCanLogIn: facts.pointee.consumer.canLogIn.map { .bool($0) }
        case .consumerProfessional: facts.pointee.consumer.professional.map { .bool($0) }
        default: nil  // tidy-allow: `comparableFacts` says which facts rules compare
        }
    }
}

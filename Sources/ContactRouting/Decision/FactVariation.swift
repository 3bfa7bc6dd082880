import CivilCalendar

/// A fact and the values that it might have in a case.
struct FactVariation: Sendable {
    struct Value: Sendable {
        /// As the case file writes it.
        let text: String
        private let change: @Sendable (inout ContactCase) -> Void

        init(_ text: String, _ change: @escaping @Sendable (inout ContactCase) -> Void) {
            self.text = text
            self.change = change
        }

        func applied(to facts: ContactCase) -> ContactCase {
            var changed = facts
            change(&changed)
            return changed
        }
    }

    let fact: FactPath
    let isDay: Bool
    /// The values that are plausible for a case, with a directory, on a day.
    let values: @Sendable (ContactCase, Directory, CivilDay) -> [Value]

    private init(_ fact: FactPath, _ values: [Value]) {
        self.fact = fact
        isDay = false
        self.values = { _, _, _ in values }
    }

    private init(_ fact: FactPath, _ values: @escaping @Sendable (ContactCase, Directory) -> [Value]) {
        self.fact = fact
        isDay = false
        self.values = { facts, directory, _ in values(facts, directory) }
    }

    /// A day that may lie so many days before or after today.
    private init(
        _ fact: FactPath, daysFromToday: [Int], _ set: @escaping @Sendable (inout Order, CivilDay) -> Void
    ) {
        self.fact = fact
        isDay = true
        values = { _, _, today in
            daysFromToday.map { distance in
                let day = today.adding(days: distance)
                return Value(day.description) { set(&$0.order, day) }
            }
        }
    }

    /// The facts that people can answer at once, the most telling first.
    static let all: [FactVariation] = [
        FactVariation(.sellerType, sellerKinds),
        FactVariation(.sellerFulfilledBy, fulfillers),
        FactVariation(.consumerCanLogIn, bool { $0.consumer.canLogIn = $1 }),
        FactVariation(.consumerCanCall, bool { $0.consumer.canCall = $1 }),
        FactVariation(.consumerProfessional, bool { $0.consumer.professional = $1 }),
        FactVariation(
            .payment,
            [
                Value("card") { $0.order.payment = .card },
                Value("bank-transfer") { $0.order.payment = .bankTransfer },
            ]),
        FactVariation(.deliveredIn, [Value("FR") { $0.order.deliveredIn = .france }]),
        FactVariation(
            .issueMedium,
            Issue.Medium.allCases.map { medium in Value(medium.rawValue) { $0.issue.medium = medium } }),
        FactVariation(.issueDataGiven, [Value("card-number") { $0.issue.dataGiven = [.cardNumber] }]),
        FactVariation(.itemSealBroken, bool { $0.order.item.sealBroken = $1 }),
        FactVariation(.withdrawalInformed, informed),
        // Just now, inside the usual times, and after them.
        FactVariation(.deliveredOn, daysFromToday: [-2, -20, -45, -800]) { $0.deliveredOn = $1 },
        FactVariation(.promisedOn, daysFromToday: [-10, 5]) { $0.promisedOn = $1 },
        FactVariation(.debitedOn, daysFromToday: [-10, -500]) { $0.debitedOn = $1 },
    ]

    /// Nobody else sells on a site that is no marketplace, and a marketplace is not a shop of its own.
    private static func sellerKinds(_ facts: ContactCase, _ directory: Directory) -> [Value] {
        let kinds: [Seller.Kind]
        switch directory.isMarketplace(facts.merchant) {
        case true?: kinds = [.firstParty, .thirdParty, .privatePerson]
        case false?: return []
        case nil: kinds = [.ownWebsite, .thirdParty, .privatePerson]
        }
        return kinds.map { kind in Value(kind.rawValue) { $0.seller.kind = kind } }
    }

    private static func fulfillers(_ facts: ContactCase, _ directory: Directory) -> [Value] {
        guard directory.isMarketplace(facts.merchant) ?? (facts.seller.kind == .thirdParty) else { return [] }
        return Seller.Fulfiller.allCases.map { one in
            Value(one.rawValue) {
                $0.seller.fulfilledBy = one
                // An order that the seller ships without Prime is the seller's alone.
                if one == .seller { $0.seller.primeEligible = false }
            }
        }
    }

    /// Only whoever wants to withdraw asks whether the seller told of the right.
    private static func informed(_ facts: ContactCase, _ directory: Directory) -> [Value] {
        guard facts.issue.kind == .changeOfMind || facts.issue.kind == .orderCancellation,
            facts.order.withdrawalInformed == nil
        else { return [] }
        return bool { $0.order.withdrawalInformed = $1 }
    }

    private static func bool(_ set: @escaping @Sendable (inout ContactCase, Bool) -> Void) -> [Value] {
        [true, false].map { flag in Value(flag ? "true" : "false") { set(&$0, flag) } }
    }
}

extension Directory {
    /// Whether others sell on the merchant's site; nil for a merchant that it does not know.
    fileprivate func isMarketplace(_ merchant: MerchantReference) -> Bool? {
        switch merchant {
        case .listed(let id): merchants.first { $0.id == id }?.marketplace
        case .described: nil
        }
    }
}

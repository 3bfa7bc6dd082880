import CivilCalendar

/// What follows from a case at one moment, worked out once for all channels.
struct Situation {
    let facts: ContactCase
    let surroundings: Surroundings
    /// The merchant's entry, when it is in the directory.
    let merchant: Merchant?
    let side: SellerSide
    let wall: Wall?
    let history: HistoryReading
    let deadlines: [Deadline]

    var now: Instant { surroundings.now }

    init(_ facts: ContactCase, merchant: Merchant?, offers: [ChannelOffer], in surroundings: Surroundings) {
        self.facts = facts
        self.surroundings = surroundings
        self.merchant = merchant
        side = SellerSide(facts, merchant: merchant)
        history = HistoryReading(facts, offers: offers, in: surroundings)
        wall = Wall(facts, merchant: merchant, history: history)
        deadlines =
            RightsReading(
                facts: facts, offers: offers, history: history, side: side, surroundings: surroundings
            ).deadlines
    }

    /// The deadline of a right, when the case has it.
    func deadline(_ right: RightName) -> Deadline? { deadlines.first { $0.right == right } }

    /// Whether the person may rely on consumer law against this seller.
    var isConsumerContract: Bool {
        facts.consumer.professional != true && side != .privateSeller
    }

    var isUrgent: Bool { facts.issue.urgency == .high }

    /// The person asks for proof that the other side cannot deny.
    var asksForOpposableProof: Bool { facts.preferences.priority == .strongestEvidence }

    /// The country in law of whoever must answer, when it is known.
    ///
    /// A merchant that contracts through a branch in the consumer's country counts as domestic.
    var traderCountry: CountryCode? {
        switch side {
        case .marketplaceSeller, .privateSeller: return facts.seller.country
        case .merchant, .unknown:
            if let merchant {
                guard let legal = merchant.legal else { return nil }
                let home = facts.consumer.country ?? .france
                return legal.branchIn.contains(home) ? home : legal.seatCountry
            }
            if case .described(let description) = facts.merchant {
                return description.country ?? facts.seller.country
            }
            return facts.seller.country
        }
    }
}

/// Whom the trouble lies against.
enum SellerSide: Hashable, Sendable {
    /// The merchant itself: it sold, or it fulfils and has taken the order on.
    case merchant
    /// Somebody on its marketplace who also ships.
    case marketplaceSeller
    case privateSeller
    /// On a marketplace, and the case does not say who sold or who ships.
    case unknown

    init(_ facts: ContactCase, merchant: Merchant?) {
        guard IssueSet.aboutAnOrder.contains(facts.issue.kind) else {
            self = .merchant
            return
        }
        switch facts.seller.kind {
        case .firstParty, .ownWebsite: self = .merchant
        case .privatePerson: self = .privateSeller
        case .thirdParty: self = Self.ofThirdParty(facts.seller)
        case nil: self = merchant?.marketplace == true ? .unknown : .merchant
        }
    }

    /// An order that is eligible to Prime, or shipped by the merchant, is the merchant's to answer for.
    private static func ofThirdParty(_ seller: Seller) -> SellerSide {
        switch (seller.fulfilledBy, seller.primeEligible) {
        case (.merchant, _), (nil, true): .merchant
        case (.seller, true): .merchant
        case (.seller, _): .marketplaceSeller
        case (nil, _): .unknown
        }
    }
}

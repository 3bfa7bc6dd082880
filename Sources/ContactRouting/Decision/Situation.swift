import CivilCalendar

/// What follows from a case at one moment, worked out once for all channels.
///
/// A class, so that the rules share one copy of the facts; nothing changes once it is made.
final class Situation {
    let facts: BorrowedCase
    let issueKind: IssueKind
    let isLoginImpossible: Bool
    /// The facts that a channel of the case needs and that it does not state.
    private let unstated: [FactPath]
    let timeline: Timeline
    let tried: TriedChannels
    /// Whether the merchant is in the directory, and whether others sell on its site.
    let isListed: Bool
    let isMarketplace: Bool
    let side: SellerSide
    /// What the case is offered, by who sold.
    let offers: OffersForIssue
    let wall: Wall?
    let hasWall: Bool
    private let wallChannels: ChannelSet
    /// The country in law of whoever must answer, when it is known.
    let traderCountry: CountryCode?
    let exclusion: WithdrawalExclusion
    /// France when the case does not say where the person lives.
    let consumerCountry: CountryCode
    /// The seller's answering time has run out, or it refused.
    let hasSellerFailed: Bool
    let deadlines: [Deadline]
    /// Money that is owed back has not come in its time.
    let isRefundOverdue: Bool

    /// Whether the person names a channel that they would like best.
    let hasPreferredChannel: Bool

    /// One value for each of ``Directory/hours``.
    private let availability: [Availability]

    var surroundings: Surroundings { _read { yield facts.surroundings } }
    var history: HistoryReading { _read { yield timeline.history } }
    let now: Instant
    let today: CivilDay

    init(_ facts: BorrowedCase, unstated: [FactPath], against book: MerchantOffers) {
        self.facts = facts
        issueKind = facts.issueKind
        isLoginImpossible = facts.isLoginImpossible
        self.unstated = unstated
        availability = facts.surroundings.availability
        hasPreferredChannel = facts.prefersChannel
        isListed = book.isListed
        isMarketplace = book.isMarketplace
        let side = SellerSide(facts, isMarketplace: book.isMarketplace)
        self.side = side
        let offers = book.offers(for: facts.issueKind, ofSellers: side.isSeller)
        self.offers = offers
        let history = HistoryReading(facts, side: side, offers: offers)
        let timeline = Timeline(facts: facts, history: history)
        self.timeline = timeline
        tried = history.tried
        hasSellerFailed = history.sellerHasFailed
        let wall = Wall(facts, against: book, history: history)
        self.wall = wall
        hasWall = wall != nil
        wallChannels = ChannelSet(wall?.order ?? [])
        let traderCountry = Self.traderCountry(facts, side: side, against: book)
        self.traderCountry = traderCountry
        let exclusion = WithdrawalExclusion.of(facts.order.item, digitalWaiver: facts.order.digitalWaiver)
        today = facts.surroundings.today
        consumerCountry = facts.consumerCountry
        self.exclusion = exclusion
        let now = facts.surroundings.now
        self.now = now
        let deadlines = RightsReading(
            timeline: timeline, side: side, offers: offers, exclusion: exclusion,
            isCrossBorder: traderCountry.map { $0 != facts.consumerCountry && $0.isCoveredByECCNet } ?? false
        ).deadlines
        self.deadlines = deadlines
        isRefundOverdue = deadlines.contains { $0.right.isRefund && $0.isOver(at: now) }
    }

    /// - Precondition: a channel of the case needs the fact.
    func states(_ fact: FactPath) -> Bool { !unstated.contains(fact) }

    /// The deadline of a right, when the case has it.
    func deadline(_ right: RightName) -> Deadline? {
        for index in deadlines.indices where deadlines[index].right == right { return deadlines[index] }
        return nil
    }

    /// The offer that some traits are of.
    func offer(_ traits: OfferTraits) -> ChannelOffer { offers.serving[traits.place] }

    /// A channel that needs nobody at the other end is always open.
    func availability(of offer: OfferTraits) -> Availability {
        guard let hours = offer.hours else {
            return offer.needsKnownHours ? .unknown : .open(until: nil)
        }
        return availability[hours]
    }

    /// Who the person is, or what they prefer, stands against some channel; else nobody need look.
    var isPersonLimited: Bool {
        facts.canNotSpeak || facts.isProfessional || facts.choosesChannels || side == .privateSeller
            || issueKind == .suspiciousMessage
    }

    /// Whether a channel is one of those that come before any ladder.
    func isInWall(_ channel: KnownChannel?) -> Bool { wallChannels.contains(channel) }

    var isChangeOfMind: Bool { issueKind == .changeOfMind }

    var isUrgent: Bool { facts.isUrgent }

    /// The person asks for proof that the other side cannot deny.
    var asksForOpposableProof: Bool { facts.preferences.priority == .strongestEvidence }

    /// A merchant that contracts through a branch in the consumer's country counts as domestic.
    private static func traderCountry(
        _ facts: BorrowedCase, side: SellerSide, against book: MerchantOffers
    ) -> CountryCode? {
        guard !side.isSeller else { return facts.seller.country }
        if book.isListed {
            let home = facts.consumer.country ?? .france
            return book.branchIn.contains(home) ? home : book.seatCountry
        }
        if case .described(let description) = facts.merchant {
            return description.country ?? facts.seller.country
        }
        return facts.seller.country
    }
}

extension RightName {
    /// A time by which money must be back.
    fileprivate var isRefund: Bool {
        switch self {
        case .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn: true
        case .withdrawal, .goodsReturn, .merchantReturn, .delivery, .repair, .conformityGuarantee,
            .defectPresumption, .hiddenDefects, .marketplaceGuarantee, .mediation, .mediationOutcome, .eccNet,
            .unauthorisedPayment, .smallClaims, .limitation:
            false
        }
    }
}

/// Whom the trouble lies against.
public enum SellerSide: Hashable, Sendable {
    /// The merchant itself: it sold, or it fulfils and has taken the order on.
    case merchant
    /// Somebody on its marketplace who also ships.
    case marketplaceSeller
    case privateSeller
    /// On a marketplace, and the case does not say who sold or who ships.
    case unknown

    /// Somebody else than the merchant sold.
    var isSeller: Bool {
        switch self {
        case .marketplaceSeller, .privateSeller: true
        case .merchant, .unknown: false
        }
    }

    init(_ facts: BorrowedCase, isMarketplace: Bool) {
        guard IssueSet.withTheSeller.contains(facts.issueKind) else {
            self = .merchant
            return
        }
        switch facts.seller.kind {
        case .firstParty, .ownWebsite: self = .merchant
        case .privatePerson: self = .privateSeller
        case .thirdParty: self = Self.ofThirdParty(facts.seller)
        case nil:
            self = isMarketplace && IssueSet.aboutAnOrder.contains(facts.issueKind) ? .unknown : .merchant
        }
    }

    /// An order that is eligible to Prime, or shipped by the merchant, is the merchant's to answer for.
    private static func ofThirdParty(_ seller: Seller) -> SellerSide {
        switch (seller.fulfilledBy, seller.primeEligible) {
        case (.merchant, _), (nil, true), (.seller, true): .merchant
        case (.seller, _): .marketplaceSeller
        case (nil, _): .unknown
        }
    }
}

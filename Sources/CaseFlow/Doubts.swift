import ChannelPluginKit
import CivilCalendar
import ContactRouting

/// What is missing, late or not sure in a preparation: found before anything goes out.
struct Doubts {
    let facts: ContactCase
    let decision: Decision
    let offer: ChannelOffer
    let request: PreparationRequest
    let prepared: PreparedDelivery
    let directory: Directory

    private var now: Instant { decision.decidedAt }
    private var today: CivilDay { request.timeZone.day(at: now) }
    private var kind: IssueKind { facts.issue.kind }

    /// Each once, what is late first.
    var found: [Doubt] {
        rights + pending + facts(ofDispute: offer.profile.rung.isOnLadder) + destination + language + phone
    }

    // MARK: Time

    private var rights: [Doubt] {
        decision.deadlines.compactMap { deadline in
            guard let closes = deadline.closes, let last = deadline.lastDay else { return nil }
            if closes <= now {
                return isMissed(deadline.right) ? .rightOver(deadline) : nil
            }
            let left = today.days(until: last)
            guard left <= Doubt.daysAhead, isAtStake(deadline.right) else { return nil }
            return .rightEndsSoon(deadline, daysLeft: left)
        }
    }

    /// Whether the case is lost with the right: the person's own rights, and only those of such a case.
    private func isAtStake(_ right: RightName) -> Bool {
        switch right {
        case .withdrawal, .merchantReturn:
            kind == .changeOfMind && facts.order.withdrawalNotifiedOn == nil
        case .goodsReturn: facts.order.returnShippedOn == nil && facts.order.returnReceivedOn == nil
        case .conformityGuarantee, .hiddenDefects: IssueSet.ofDefects.contains(kind)
        case .marketplaceGuarantee, .mediation, .unauthorisedPayment, .limitation: true
        case .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn, .repair,
            .defectPresumption, .mediationOutcome, .eccNet, .smallClaims:
            false
        }
    }

    /// A way that is closed is told only to whoever goes it all the same.
    private func isMissed(_ right: RightName) -> Bool {
        switch right {
        case .marketplaceGuarantee: offer.channel == .marketplaceGuarantee
        case .mediation: offer.channel == .mediator
        case .unauthorisedPayment: offer.channel == .bankClaim
        case .withdrawal, .merchantReturn, .goodsReturn, .conformityGuarantee, .hiddenDefects, .limitation,
            .delivery, .refundAfterWithdrawal, .refundAfterTermination, .refundAfterReturn, .repair,
            .defectPresumption, .mediationOutcome, .eccNet, .smallClaims:
            isAtStake(right)
        }
    }

    private var pending: [Doubt] {
        switch decision.outcome {
        case .wait(let until, .answerPending(let channel)): [.answerPending(channel, until: until)]
        case .wait, .contact, .none: []
        }
    }

    // MARK: Facts

    private func facts(ofDispute isOnLadder: Bool) -> [Doubt] {
        guard isOnLadder else { return [] }
        var doubts: [Doubt] = []
        if facts.issue.demand == nil, IssueSet.ofOpenDemand.contains(kind) { doubts.append(.demandUnknown) }
        // A message that strangers may read gives no number.
        if facts.order.number == nil, offer.channel != .socialDM, IssueSet.ofAnOrder.contains(kind) {
            doubts.append(.orderNumberUnknown)
        }
        if facts.order.amount == nil, isAboutMoney { doubts.append(.amountUnknown(nil)) }
        return doubts
    }

    private var isAboutMoney: Bool {
        switch facts.issue.demand {
        case .refund, .priceReduction: true
        case .replacement, .repair, .delivery, .cancellation, .information, .other: false
        case nil: IssueSet.ofMoney.contains(kind)
        }
    }

    /// A number that nobody is given does no harm.
    private var phone: [Doubt] {
        guard let phone = request.phone, phone.rangeUnknown, prepared.tells(phone.number) else { return [] }
        return [.phoneRangeUnknown]
    }

    // MARK: The other side

    private var destination: [Doubt] {
        guard let (destination, used) = used else { return [] }
        guard let source = source(of: used) else { return [.destinationUnchecked(destination)] }
        if source.isStale(on: today) { return [.destinationStale(destination, checkedOn: source.checkedOn)] }
        return source.confidence == .low
            ? [.destinationUncertain(destination, checkedOn: source.checkedOn)] : []
    }

    /// Where this preparation goes; nil when the person finds the way in the merchant's menus.
    private var used: (Doubt.Destination, Endpoint.Address)? {
        switch offer.channel {
        case .registeredMail: request.recipient.address.map { (.postalAddress, .post($0)) }
        case .email: request.recipient.email.map { (.mailAddress, .email($0)) }
        case .phone, .accessiblePhone: calledNumber.map { (.phoneNumber, .tel($0)) }
        case .bankCardBlock: request.recipient.phone.map { (.phoneNumber, .tel($0)) }
        case .bankChargeback, .bankClaim, .courtRequest, .mediator:
            page.map { (.page, .url($0)) } ?? request.recipient.address.map { (.postalAddress, .post($0)) }
        default:  // tidy-allow: an open set of names
            page.map { (.page, .url($0)) }
        }
    }

    private var calledNumber: PhoneNumber? {
        offer.endpoints(for: facts.consumer).lazy.compactMap { endpoint in
            if case .tel(let number) = endpoint.address { number } else { nil }
        }.first ?? request.recipient.phone
    }

    private var page: WebLink? {
        offer.endpoints(for: facts.consumer).lazy.compactMap { endpoint in
            if case .url(let link) = endpoint.address { link } else { nil }
        }.first
    }

    /// What the directory says of an address that it has; nil for one that only the case states.
    private func source(of address: Endpoint.Address) -> Source? {
        guard isOfDirectory else { return nil }
        return offer.entry.endpoints.first { $0.address == address }.map { $0.source ?? offer.entry.source }
    }

    private var isOfDirectory: Bool {
        switch offer.owner {
        case .merchant: facts.listedMerchant(in: directory) != nil
        case .institution, .closed: true
        case .law, .person: false
        }
    }

    // MARK: Language

    private var language: [Doubt] {
        let written = request.recipientLanguage
        // A paper for somebody else is in a language that its reader is known to take.
        guard request.referral == nil, !offer.profile.isVoice, !reading.reads(written) else { return [] }
        return [.languageUncertain(written)]
    }

    private var reading: RecipientReading {
        RecipientReading(
            facts: facts, offer: offer, side: decision.side, address: request.recipient.address,
            directory: directory)
    }
}

extension IssueSet {
    /// Several things may be wanted, and the kind of trouble does not say which.
    fileprivate static let ofOpenDemand = delivery.union(product).union([
        .returnProblem, .warrantyRefused, .paymentProblem, .giftCardProblem, .priceDispute,
        .deviceOrServiceProblem, .other,
    ]).subtracting([.unorderedItem])

    /// Money is wanted back, whether or not the person said so.
    fileprivate static let ofMoney: IssueSet = [
        .refundNotReceived, .refundRefused, .chargedTwice, .unauthorisedCharge, .priceDispute,
    ]
}

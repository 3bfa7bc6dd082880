/// A trouble that comes before any ladder: fraud, danger, a shop that is gone.
///
/// - Source: docs/decision.md.
struct Wall {
    enum Kind {
        case accountCompromised
        case suspiciousMessage
        case unauthorisedCharge
        case shopGone
        case dangerousProduct
        case salesCall
    }

    let kind: Kind
    /// The channels of the wall, the first to use first.
    let order: [KnownChannel]

    init?(_ facts: BorrowedCase, against book: MerchantOffers, history: HistoryReading) {
        switch facts.issueKind {
        case .accountCompromised: self.init(.accountCompromised, Self.closeAccount(facts))
        case .suspiciousMessage: self.init(.suspiciousMessage, Self.reportMessage(facts))
        case .unauthorisedCharge: self.init(.unauthorisedCharge, [.bankCardBlock, .bankClaim])
        case .dangerousProduct: self.init(.dangerousProduct, [.productSafety, .signalConso])
        case .unsolicitedSalesCall: self.init(.salesCall, [.signalConso, .report33700])
        default:  // tidy-allow: every other issue has a wall only when the shop is gone
            guard Self.isGone(facts, against: book, history: history) else { return nil }
            self.init(.shopGone, [.bankChargeback, .policeThesee, .pharos])
        }
    }

    private init(_ kind: Kind, _ order: [KnownChannel]) {
        self.kind = kind
        self.order = order
    }

    /// The rank of a channel in the wall, 0 first; nil for a channel that is not part of it.
    func rank(of channel: KnownChannel?) -> Int? {
        guard let channel else { return nil }
        return order.firstIndex(of: channel)
    }

    /// Whether the ladder has no place behind this wall: letters and mediators lead nowhere there.
    var replacesLadder: Bool {
        switch kind {
        case .dangerousProduct: false
        case .accountCompromised, .suspiciousMessage, .unauthorisedCharge, .shopGone, .salesCall: true
        }
    }

    private static func closeAccount(_ facts: BorrowedCase) -> [KnownChannel] {
        secureAccount(facts) + [.bankCardBlock, .cyber17, .policeThesee]
    }

    /// Whoever at the merchant can close or secure the account at once.
    private static func secureAccount(_ facts: BorrowedCase) -> [KnownChannel] {
        facts.consumer.canLogIn == false
            ? [.phone, .accessiblePhone] : [.chat, .callback, .phone, .accessiblePhone]
    }

    /// First what was given away is made worthless, then the message is reported.
    private static func reportMessage(_ facts: BorrowedCase) -> [KnownChannel] {
        let issue = facts.issue
        let given = issue.dataGiven ?? []
        let account: [KnownChannel] = given.contains(.password) ? secureAccount(facts) : []
        let identity: [KnownChannel] = given.contains(.identityDocument) ? [.cyber17] : []
        let bank: [KnownChannel] =
            given.contains(.cardNumber) || given.contains(.bankDetails) ? [.bankCardBlock] : []
        let isHelpful = identity.isEmpty && (!given.isEmpty || issue.clicked == true)
        let help: [KnownChannel] = isHelpful ? [.cyber17] : []
        let report: [KnownChannel] =
            switch issue.medium {
            case .sms, .call: [.report33700]
            case .email: [.signalSpam]
            case .letter: []
            case nil: [.report33700, .signalSpam]
            }
        return bank + account + identity + report + [.merchantPhishingReport] + help
    }

    /// The site does not answer, or the mail to a shop of its own came back.
    private static func isGone(_ facts: BorrowedCase, against book: MerchantOffers, history: HistoryReading)
        -> Bool
    {
        // A seller that vanished from a marketplace is a matter for the marketplace's guarantee.
        guard IssueSet.lostWithTheShop.contains(facts.issueKind), !book.isMarketplace else {
            return false
        }
        if facts.seller.siteReachable == false { return true }
        guard !book.isListed, facts.seller.siteReachable != true else { return false }
        return history.entries.contains { $0.known == .email && $0.outcome == .bounced }
    }
}

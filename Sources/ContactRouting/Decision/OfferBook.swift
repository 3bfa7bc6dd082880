import CivilCalendar

/// What a case against one merchant is offered: worked out once for a merchant of the directory.
final class MerchantOffers: Sendable {
    /// Whether the merchant is in the directory.
    let isListed: Bool
    /// Whether others sell on its site.
    let isMarketplace: Bool
    let seatCountry: CountryCode?
    let branchIn: [CountryCode]
    /// Every fact that one of the channels needs to be filled in.
    let requires: [FactPath]
    private let own: OffersByIssue
    /// For what others sell on its site: letters go to the seller, and the mediator is the seller's.
    private let ofSellers: OffersByIssue

    /// - Parameter offers: every channel once, the merchant's own first.
    init(merchant: Merchant?, offers: [ChannelOffer], sellersOwn: [ChannelOffer]) {
        isListed = merchant != nil
        isMarketplace = merchant?.marketplace ?? false
        seatCountry = merchant?.legal?.seatCountry
        branchIn = merchant?.legal?.branchIn ?? []
        var requires: [FactPath] = [.merchantMediator]
        for fact in (offers + sellersOwn).flatMap(\.entry.requires) where !requires.contains(fact) {
            requires.append(fact)
        }
        self.requires = requires
        let ofSellers = offers.map { offer in sellersOwn.first { $0.channel == offer.channel } ?? offer }
        // What a case describes is asked once, so nothing is worked out ahead for it.
        own = OffersByIssue(offers, isAskedOften: merchant != nil)
        self.ofSellers = OffersByIssue(ofSellers, isAskedOften: merchant != nil)
    }

    func offers(for kind: IssueKind, ofSellers: Bool) -> OffersForIssue {
        ofSellers ? self.ofSellers.offers(for: kind) : own.offers(for: kind)
    }
}

/// Which channels a case is offered, worked out once per merchant: its own, those that the law gives everybody, the
/// institutions', and the services that have ended.
struct OfferBook: Sendable {
    private let byMerchant: [EntryID: MerchantOffers]
    private let unlisted: MerchantOffers
    /// Institutions and closed services, which every case is offered.
    private let common: [ChannelOffer]
    private let byLaw: [ChannelOffer]
    private let updatedOn: CivilDay

    init(_ directory: Directory) {
        let common = Self.common(of: directory)
        let byLaw = Self.lawOffers(on: directory.updatedOn)
        self.common = common
        self.byLaw = byLaw
        updatedOn = directory.updatedOn
        unlisted = MerchantOffers(merchant: nil, offers: Self.once(byLaw + common), sellersOwn: [])
        let sellersOwn = byLaw.filter { LawOffer.sellersOwn.contains($0.known) }
        byMerchant = Dictionary(
            directory.merchants.map { merchant in
                let offers = Self.once(Self.own(merchant, in: directory) + byLaw + common)
                return (
                    merchant.id,
                    MerchantOffers(merchant: merchant, offers: offers, sellersOwn: sellersOwn)
                )
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// - Complexity: O(1) for a merchant of the directory, O(channels) for one that the case describes.
    func offers(for merchant: MerchantReference) -> MerchantOffers {
        switch merchant {
        case .listed(let id): byMerchant[id] ?? unlisted
        case .described(let description):
            MerchantOffers(
                merchant: nil, offers: Self.once(stated(by: description) + byLaw + common), sellersOwn: [])
        }
    }

    private static func common(of directory: Directory) -> [ChannelOffer] {
        let institutions = directory.institutions.filter { $0.kind != .mediator }.flatMap(offers)
        let closed = directory.closed.map {
            ChannelOffer(ChannelEntry(channel: $0.id, source: $0.source), owner: .closed($0))
        }
        return institutions + closed
    }

    private static func offers(of institution: Institution) -> [ChannelOffer] {
        institution.channels.map {
            ChannelOffer($0, owner: .institution(institution.id, name: institution.name))
        }
    }

    /// The merchant's own channels, and those of the mediator that it named.
    private static func own(_ merchant: Merchant, in directory: Directory) -> [ChannelOffer] {
        let own = merchant.channels.map { entry in
            ChannelOffer(
                entry, owner: .merchant, policies: merchant.policies.filter { $0.channel == entry.channel })
        }
        return own + (merchant.mediator.flatMap(directory.mediator).map(offers) ?? [])
    }

    /// What the case says of a merchant that is not in the directory.
    private func stated(by merchant: MerchantDescription) -> [ChannelOffer] {
        // The case itself is the source.
        let source = Source(
            url: nil, title: "the case", checkedOn: updatedOn, confidence: .medium,
            staleAfter: updatedOn.adding(months: 12))
        var own = merchant.links.map { link in
            ChannelOffer(
                ChannelEntry(
                    channel: link.channel, endpoints: [Endpoint(address: .url(link.link))], source: source),
                owner: .merchant)
        }
        func add(_ channel: ChannelName, _ address: Endpoint.Address?, requires: [FactPath]) {
            guard let address else { return }
            let entry = ChannelEntry(
                channel: channel, endpoints: [Endpoint(address: address)], requires: requires, source: source)
            own.append(ChannelOffer(entry, owner: .merchant))
        }
        add(.email, merchant.email.map { .email($0) }, requires: LawOffer.emailRequires)
        add(.phone, merchant.phone.map { .tel($0) }, requires: [])
        add(.registeredMail, merchant.address.map { .post($0) }, requires: LawOffer.letterRequires)
        let mediator = merchant.mediator
        add(
            .mediator, mediator?.website.map { .url($0) } ?? mediator?.address.map { .post($0) }, requires: []
        )
        return own
    }

    private static func lawOffers(on day: CivilDay) -> [ChannelOffer] {
        LawOffer.all.map { law in
            let source = Source(
                url: nil, title: law.citation.rawValue, checkedOn: day, confidence: .high,
                staleAfter: day.adding(months: 24))
            return ChannelOffer(
                ChannelEntry(channel: law.channel, requires: law.requires, source: source),
                owner: .law(law.citation))
        }
    }

    private static func once(_ offers: [ChannelOffer]) -> [ChannelOffer] {
        var seen: Set<ChannelName> = []
        return offers.filter { seen.insert($0.channel).inserted }
    }
}

/// A channel that the law obliges every trader to have.
struct LawOffer: Sendable {
    let channel: ChannelName
    let citation: Citation
    /// What the person must state to use it.
    let requires: [FactPath]

    static let emailRequires: [FactPath] = [.consumerName, .consumerEmail]
    static let letterRequires: [FactPath] = [.consumerName, .consumerAddress]

    /// - Source: C. conso. L221-21 (withdrawal function), L221-5 (address, phone, e-mail), L616-1 (mediator).
    static let all = [
        LawOffer(channel: .withdrawalButton, citation: .consoL22121, requires: []),
        LawOffer(channel: .email, citation: .consoL2215, requires: emailRequires),
        LawOffer(channel: .phone, citation: .consoL2215, requires: []),
        LawOffer(channel: .registeredMail, citation: .consoL2215, requires: letterRequires),
        LawOffer(channel: .mediator, citation: .consoL6161, requires: []),
    ]

    /// Those that a seller on a marketplace has itself, instead of the marketplace.
    static var sellersOwn: ChannelSet { [.registeredMail, .mediator] }
}

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
final class OfferBook: Sendable {
    let directory: Directory
    private let byMerchant: [EntryID: MerchantOffers]
    private let unlisted: MerchantOffers
    /// Institutions and closed services, which every case is offered.
    private let common: [ChannelOffer]
    private let byLaw: [ChannelOffer]
    /// Writing to a seller, which every marketplace has.
    private let messaging: [ChannelOffer]
    private let updatedOn: CivilDay

    init(_ directory: Directory) {
        self.directory = directory
        let common = Self.common(of: directory)
        let byLaw = Self.lawOffers(on: directory.updatedOn)
        self.common = common
        self.byLaw = byLaw
        updatedOn = directory.updatedOn
        let messaging = Self.messaging(on: directory.updatedOn)
        self.messaging = messaging
        unlisted = MerchantOffers(
            merchant: nil, offers: Self.once(messaging + byLaw + common), sellersOwn: [])
        let sellersOwn = byLaw.filter { LawOffer.sellersOwn.contains($0.known) }
        byMerchant = Dictionary(
            directory.merchants.map { merchant in
                let onItsSite = merchant.marketplace == true ? messaging : []
                let offers = Self.once(Self.own(merchant, in: directory) + onItsSite + byLaw + common)
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
                merchant: nil, offers: Self.once(stated(by: description) + messaging + byLaw + common),
                sellersOwn: [])
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
                priced(entry, of: merchant), owner: .merchant,
                policies: merchant.policies.filter { $0.channel == entry.channel })
        }
        return own + (merchant.mediator.flatMap(directory.mediator).map(offers) ?? [])
    }

    /// A registered letter inside France costs what La Poste takes, unless the entry has its own word.
    private static func priced(_ entry: ChannelEntry, of merchant: Merchant) -> ChannelEntry {
        guard entry.channel == .registeredMail, entry.cost == nil else { return entry }
        let isInFrance =
            entry.endpoints.isEmpty
            ? merchant.legal?.seatCountry == .france
            : entry.endpoints.allSatisfy { endpoint in
                if case .post(let address) = endpoint.address { address.endsInFrenchTown } else { false }
            }
        guard isInFrance else { return entry }
        var priced = entry
        priced.cost = PostalTariff.registeredR1
        priced.costSource = PostalTariff.source
        return priced
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
                    channel: link.channel, endpoints: [Endpoint(address: .url(link.link))],
                    languages: merchant.languages, source: source),
                owner: .merchant)
        }
        func add(
            _ channel: ChannelName, _ address: Endpoint.Address?, requires: [FactPath], languages: [String]
        ) {
            guard let address else { return }
            let entry = ChannelEntry(
                channel: channel, endpoints: [Endpoint(address: address)], requires: requires,
                languages: languages, source: source)
            own.append(ChannelOffer(entry, owner: .merchant))
        }
        let languages = merchant.languages
        add(
            .email, merchant.email.map { .email($0) }, requires: LawOffer.emailRequires, languages: languages)
        add(.phone, merchant.phone.map { .tel($0) }, requires: [], languages: languages)
        add(
            .registeredMail, merchant.address.map { .post($0) }, requires: LawOffer.letterRequires,
            languages: languages)
        // What the merchant reads says nothing of its mediator.
        let mediator = merchant.mediator
        add(
            .mediator, mediator?.website.map { .url($0) } ?? mediator?.address.map { .post($0) },
            requires: [], languages: [])
        return own
    }

    /// A policy of ours where the directory does not know how a site's buyers write to its sellers: behind the login, as
    /// on every site of which it is known.
    private static func messaging(on day: CivilDay) -> [ChannelOffer] {
        let source = Source(
            url: nil, title: "Every marketplace lets buyers write to its sellers; not checked for this one",
            checkedOn: day, confidence: .low, staleAfter: day.adding(months: 24))
        let entry = ChannelEntry(
            channel: .sellerMessaging, conditions: [Condition(rule: .login, issues: nil, source: nil)],
            source: source)
        return [ChannelOffer(entry, owner: .merchant)]
    }

    private static func lawOffers(on day: CivilDay) -> [ChannelOffer] {
        LawOffer.all.map { law in
            let source = Source(
                url: nil, title: law.citation.rawValue, checkedOn: day, confidence: .high,
                staleAfter: day.adding(months: 24))
            return ChannelOffer(
                ChannelEntry(
                    channel: law.channel, requires: law.requires, cost: law.cost, costSource: law.costSource,
                    source: source),
                owner: .law(law.citation))
        }
    }

    private static func once(_ offers: [ChannelOffer]) -> [ChannelOffer] {
        var seen: Set<ChannelName> = []
        return offers.filter { seen.insert($0.channel).inserted }
    }
}

import CivilCalendar

/// Which channels a case is offered, worked out once per merchant: its own, those that the law gives everybody, the
/// institutions', and the services that have ended.
struct OfferBook: Sendable {
    private let byMerchant: [EntryID: [ChannelOffer]]
    /// Institutions and closed services, which every case is offered.
    private let common: [ChannelOffer]
    private let directory: Directory

    init(_ directory: Directory) {
        self.directory = directory
        let common = Self.common(of: directory)
        self.common = common
        byMerchant = Dictionary(
            directory.merchants.map { ($0.id, Self.offers(of: $0, in: directory, common: common)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Every channel once, the merchant's own first.
    ///
    /// - Complexity: O(1) for a merchant of the directory.
    func offers(for merchant: MerchantReference) -> [ChannelOffer] {
        switch merchant {
        case .listed(let id): byMerchant[id] ?? common
        case .described(let description): offers(for: description)
        }
    }

    private static func common(of directory: Directory) -> [ChannelOffer] {
        let institutions = directory.institutions.filter { $0.kind != .mediator }.flatMap { institution in
            institution.channels.map {
                ChannelOffer($0, owner: .institution(institution.id, name: institution.name))
            }
        }
        let closed = directory.closed.map {
            ChannelOffer(ChannelEntry(channel: $0.id, source: $0.source), owner: .closed($0))
        }
        return institutions + closed
    }

    private static func offers(
        of merchant: Merchant, in directory: Directory, common: [ChannelOffer]
    ) -> [ChannelOffer] {
        let own = merchant.channels.map { entry in
            ChannelOffer(
                entry, owner: .merchant, policies: merchant.policies.filter { $0.channel == entry.channel })
        }
        let mediator = merchant.mediator.flatMap(directory.mediator).map { institution in
            institution.channels.map {
                ChannelOffer($0, owner: .institution(institution.id, name: institution.name))
            }
        }
        return once(own + (mediator ?? []) + lawOffers(on: directory.updatedOn) + common)
    }

    /// What a described merchant offers: what the case names, and what the law obliges it to have.
    private func offers(for merchant: MerchantDescription) -> [ChannelOffer] {
        let source = Self.stated(on: directory.updatedOn)
        let linked = merchant.links.map { link in
            ChannelOffer(
                ChannelEntry(
                    channel: link.channel, endpoints: [Endpoint(address: .url(link.link))], source: source),
                owner: .merchant)
        }
        var own: [ChannelOffer] = []
        func add(_ channel: ChannelName, _ address: Endpoint.Address?, requires: [FactPath]) {
            guard let address else { return }
            let entry = ChannelEntry(
                channel: channel, endpoints: [Endpoint(address: address)], requires: requires, source: source)
            own.append(ChannelOffer(entry, owner: .merchant))
        }
        add(.email, merchant.email.map { .email($0) }, requires: LawOffer.emailRequires)
        add(.phone, merchant.phone.map { .tel($0) }, requires: [])
        add(.registeredMail, merchant.address.map { .post($0) }, requires: LawOffer.letterRequires)
        add(.mediator, merchant.mediator?.website.map { .url($0) }, requires: [])
        return Self.once(linked + own + Self.lawOffers(on: directory.updatedOn) + common)
    }

    /// The case itself as a source.
    private static func stated(on day: CivilDay) -> Source {
        Source(
            url: nil, title: "the case", checkedOn: day, confidence: .medium,
            staleAfter: day.adding(months: 12))
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
}

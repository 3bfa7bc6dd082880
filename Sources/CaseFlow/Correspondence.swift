import ChannelPluginKit
import CivilCalendar
import ContactRouting

/// Whom a preparation is for and where the person turns: from the directory, or from what the case says.
struct Correspondence {
    let recipient: DeliveryRecipient
    /// The language of a paper for them.
    let language: Language
    /// The party to the contract, for papers that tell somebody else about it.
    let trader: TraderDetails
    /// The page or number for where the person is.
    let link: ContactLink?
    /// The path through the merchant's menus, where no link leads there.
    let menu: TextLine?
    /// The trader's consumer mediator, when it is known.
    let mediatorName: TextLine?
    /// Whether the directory names one by a source that is weak or out of date: no paper then names it.
    let mediatorIsUnconfirmed: Bool

    init(
        _ facts: ContactCase, offer: ChannelOffer, side: SellerSide, directory: Directory, on day: CivilDay
    ) {
        let endpoints = offer.endpoints(for: facts.consumer)
        // Whoever ships, the seller is the party to the contract: a letter goes to it.
        let isLetterToSeller = offer.channel == .registeredMail && facts.seller.kind == .thirdParty
        let institution = Self.institution(facts, offer: offer, endpoints: endpoints)
        if let institution {
            recipient = institution
        } else {
            switch side {
            case .marketplaceSeller, .privateSeller: recipient = Self.seller(facts.seller)
            case .merchant, .unknown:
                recipient =
                    isLetterToSeller
                    ? Self.seller(facts.seller)
                    : Self.merchant(facts, endpoints: endpoints, directory: directory)
            }
        }
        language = Self.language(facts, offer: offer)
        trader = TraderDetails(facts, directory: directory)
        let ownNumber = offer.channel == .bankCardBlock ? institution?.phone : nil
        link = Self.link(endpoints) ?? ownNumber.map { ContactLink(calling: $0) }
        menu =
            endpoints.lazy.compactMap { endpoint in
                if case .menu(let path) = endpoint.address { try? TextLine(parsing: path) } else { nil }
            }.first
        let mediator = Self.mediator(facts, side: side, directory: directory)
        mediatorIsUnconfirmed =
            mediator != nil
            && (facts.listedMerchant(in: directory)?.mediatorSource?.isWeak(on: day) ?? false)
        mediatorName = mediatorIsUnconfirmed ? nil : mediator
    }

    private static func seller(_ seller: Seller) -> DeliveryRecipient {
        DeliveryRecipient(name: seller.name, address: seller.address, email: seller.email)
    }

    private static func merchant(
        _ facts: ContactCase, endpoints: [Endpoint], directory: Directory
    ) -> DeliveryRecipient {
        var recipient = DeliveryRecipient()
        if let merchant = facts.listedMerchant(in: directory) {
            recipient.name = try? TextLine(parsing: merchant.legal?.name ?? merchant.name)
        } else if case .described(let description) = facts.merchant {
            recipient = DeliveryRecipient(
                name: description.name, address: description.address, email: description.email,
                phone: description.phone)
        }
        recipient.complete(from: endpoints)
        // A shop without an entry of its own may have been stated as the seller only.
        recipient.address = recipient.address ?? facts.seller.address
        recipient.email = recipient.email ?? facts.seller.email
        return recipient
    }

    private static func link(_ endpoints: [Endpoint]) -> ContactLink? {
        endpoints.lazy.compactMap { endpoint in
            switch endpoint.address {
            case .url(let link): ContactLink(parsing: link.text)
            case .tel(let number): ContactLink(calling: number)
            case .email, .post, .handle, .menu: nil
            }
        }.first
    }

    /// A marketplace's mediator is not its sellers' mediator.
    private static func mediator(_ facts: ContactCase, side: SellerSide, directory: Directory) -> TextLine? {
        guard side == .merchant, facts.seller.kind != .thirdParty else { return nil }
        if case .described(let description) = facts.merchant { return description.mediator?.name }
        let institution = facts.listedMerchant(in: directory)?.mediator.flatMap(directory.mediator)
        return institution.flatMap { try? TextLine(parsing: $0.name) }
    }
}

extension Source {
    /// Whether a fact from it is not sure enough to be written to somebody else.
    fileprivate func isWeak(on day: CivilDay) -> Bool { confidence == .low || isStale(on: day) }
}

extension ContactCase {
    /// The directory's entry of the merchant; nil for a merchant that the case describes.
    func listedMerchant(in directory: Directory) -> Merchant? {
        switch merchant {
        case .listed(let id): directory.merchant(id)
        case .described: nil
        }
    }
}

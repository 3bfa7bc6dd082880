import ChannelPluginKit
import ContactRouting

extension Correspondence {
    /// The institution that a channel leads to; nil for a channel to the merchant or the seller.
    static func institution(
        _ facts: ContactCase, offer: ChannelOffer, endpoints: [Endpoint]
    ) -> DeliveryRecipient? {
        switch offer.channel {
        case .bankCardBlock, .bankChargeback, .bankClaim:
            known(DeliveryRecipient(facts.bank), offer: nil, endpoints: endpoints)
        case .courtRequest: known(DeliveryRecipient(facts.court), offer: offer, endpoints: endpoints)
        case .mediator: mediator(facts, offer: offer, endpoints: endpoints)
        case .eccNet, .conciliator: known(DeliveryRecipient(), offer: offer, endpoints: endpoints)
        case .webhook: DeliveryRecipient()
        default: nil  // tidy-allow: an open set of names
        }
    }

    /// The mediator of the directory, else the one that the case describes.
    private static func mediator(
        _ facts: ContactCase, offer: ChannelOffer, endpoints: [Endpoint]
    ) -> DeliveryRecipient {
        var recipient = DeliveryRecipient()
        // A mediator that the case describes is that of the merchant, not of a seller on its site.
        if case .merchant = offer.owner, case .described(let merchant) = facts.merchant {
            recipient.name = merchant.mediator?.name
            recipient.address = merchant.mediator?.address
        }
        return known(recipient, offer: offer, endpoints: endpoints)
    }

    /// What the case says, and from the directory what it does not say.
    ///
    /// - Parameter offer: whose owner's name is taken; nil where that name is only a general one.
    private static func known(
        _ stated: DeliveryRecipient, offer: ChannelOffer?, endpoints: [Endpoint]
    ) -> DeliveryRecipient {
        var recipient = stated
        recipient.nameAddress()
        if recipient.name == nil, case .institution(_, let name)? = offer?.owner {
            recipient.name = try? TextLine(parsing: name)
        }
        recipient.complete(from: endpoints)
        return recipient
    }

    /// The language of a paper for the reader of a channel.
    ///
    /// A paper for a Centre is in English, which traders of other countries read. A mediator takes the person's language when it is known to, else
    /// French, else what it is known to take.
    static func language(_ facts: ContactCase, offer: ChannelOffer) -> Language {
        switch offer.channel {
        case .eccNet: return .english
        case .mediator:
            let taken = offer.entry.languages.compactMap { Language(rawValue: $0) }
            let own = facts.consumer.effectiveLanguage
            return taken.contains(own) ? own : taken.contains(.french) ? .french : taken.first ?? .french
        default: return .french  // tidy-allow: an open set of names
        }
    }
}

extension DeliveryRecipient {
    fileprivate init(_ correspondent: Correspondent?) {
        self.init(
            name: correspondent?.name, address: correspondent?.address, phone: correspondent?.phone)
    }

    /// Puts the name above an address that begins with something else, such as a department.
    ///
    /// An address that begins with a street number gets it later, when it is set; one whose first line has a word of
    /// the name in it has its own way of naming the place.
    fileprivate mutating func nameAddress() {
        guard let name, let lines = address?.lines, let first = lines.first?.text, lines.count < 6,
            first.first?.isNumber == false
        else { return }
        let words = { (text: String) in
            Set(text.lowercased().split(separator: " ").filter { $0.count > 3 })
        }
        guard words(first).isDisjoint(with: words(name.text)) else { return }
        address = (try? PostalAddress(lines: [name] + lines)) ?? address
    }

    /// Takes from the directory what is not known yet.
    mutating func complete(from endpoints: [Endpoint]) {
        for endpoint in endpoints {
            switch endpoint.address {
            case .post(let lines): address = address ?? lines
            case .email(let mailbox): email = email ?? mailbox
            case .tel(let number): phone = phone ?? number
            case .url, .handle, .menu: continue
            }
        }
    }
}

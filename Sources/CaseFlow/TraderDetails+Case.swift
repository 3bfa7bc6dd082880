import ChannelPluginKit
import ContactRouting

extension TraderDetails {
    /// Who sold: whoever ships, the party to the contract.
    init(_ facts: ContactCase, directory: Directory) {
        let seller = facts.seller
        let isOnMarketplace = seller.kind == .thirdParty || seller.kind == .privatePerson
        let merchant = Self(merchantOf: facts, directory: directory)
        guard isOnMarketplace else {
            self = merchant
            // A shop without an entry of its own may have been stated as the seller only.
            address = address ?? seller.address
            email = email ?? seller.email
            country = country ?? seller.country
            registration = registration ?? seller.registration
            return
        }
        self.init(
            name: seller.name, marketplace: facts.merchantName(in: directory),
            address: seller.address, email: seller.email, country: seller.country,
            registration: seller.registration)
    }

    private init(merchantOf facts: ContactCase, directory: Directory) {
        if let merchant = facts.listedMerchant(in: directory) {
            self.init(listed: merchant, for: facts.consumer)
        } else if case .described(let merchant) = facts.merchant {
            self.init(
                name: merchant.name, address: merchant.address, email: merchant.email,
                country: merchant.country)
        } else {
            self.init()
        }
    }

    /// Where letters to it go, else its seat.
    private init(listed merchant: Merchant, for consumer: Consumer) {
        let country = consumer.country ?? .france
        let letters = merchant.channels.filter { $0.channel == .registeredMail }.flatMap(\.endpoints)
            .filter { $0.audience?.includes(country) ?? true }
        var mailbox = DeliveryRecipient()
        mailbox.complete(from: letters)
        self.init(
            name: try? TextLine(parsing: merchant.legal?.name ?? merchant.name),
            address: mailbox.address ?? merchant.legal?.seatAddress, country: merchant.legal?.seatCountry,
            registration: merchant.legal?.registration.flatMap { try? TextLine(parsing: $0) })
    }
}

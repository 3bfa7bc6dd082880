/// Who sold: the merchant, somebody on its marketplace, a shop of its own, or a private person.
public struct Seller: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case firstParty = "first-party"
        case thirdParty = "third-party"
        case ownWebsite = "own-website"
        case privatePerson = "private-person"
    }

    /// Who stores and ships the goods of a marketplace order.
    public enum Fulfiller: String, Hashable, Sendable, CaseIterable {
        case merchant
        case seller
    }

    public var kind: Kind?
    public var name: TextLine?
    public var country: CountryCode?
    public var fulfilledBy: Fulfiller?
    public var primeEligible: Bool?
    public var siteReachable: Bool?
    public var address: PostalAddress?
    public var email: EmailAddress?
    public var website: WebLink?
    public var registration: TextLine?

    public init() {}
}

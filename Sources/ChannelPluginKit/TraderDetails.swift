public import ContactRouting

/// The other side of the case, for papers that tell somebody else about it.
public struct TraderDetails: Hashable, Sendable {
    /// As the law knows it, where that is known; nil for a seller without a name.
    public var name: TextLine?
    /// The marketplace on which it sold; nil when the merchant itself sold.
    public var marketplace: TextLine?
    public var address: PostalAddress?
    public var email: EmailAddress?
    public var country: CountryCode?
    public var registration: TextLine?

    public init(
        name: TextLine? = nil, marketplace: TextLine? = nil, address: PostalAddress? = nil,
        email: EmailAddress? = nil, country: CountryCode? = nil, registration: TextLine? = nil
    ) {
        self.name = name
        self.marketplace = marketplace
        self.address = address
        self.email = email
        self.country = country
        self.registration = registration
    }
}

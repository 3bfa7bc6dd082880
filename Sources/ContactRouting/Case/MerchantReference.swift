/// Whom the case is against: a merchant of the directory, or one that the case itself describes.
public enum MerchantReference: Hashable, Sendable {
    case listed(EntryID)
    case described(MerchantDescription)
}

/// What the person knows of a merchant that is not in the directory.
public struct MerchantDescription: Hashable, Sendable {
    public var name: TextLine
    public var country: CountryCode?
    public var website: WebLink?
    public var address: PostalAddress?
    public var email: EmailAddress?
    public var phone: PhoneNumber?
    /// Pages by channel: where the chat, the return form or the withdrawal function is.
    public var links: [ChannelLink] = []
    public var mediator: NamedMediator?
    /// Languages that it reads, as codes of ISO 639-1; empty when unknown.
    public var languages: [String] = []

    public init(name: TextLine) { self.name = name }
}

/// The page of one channel.
public struct ChannelLink: Hashable, Sendable {
    public var channel: ChannelName
    public var link: WebLink

    public init(channel: ChannelName, link: WebLink) {
        self.channel = channel
        self.link = link
    }
}

/// The consumer mediator that the trader's terms name.
///
/// - Source: C. conso. L616-1.
public struct NamedMediator: Hashable, Sendable {
    public var name: TextLine
    public var address: PostalAddress?
    public var website: WebLink?

    public init(name: TextLine, address: PostalAddress?, website: WebLink?) {
        self.name = name
        self.address = address
        self.website = website
    }
}

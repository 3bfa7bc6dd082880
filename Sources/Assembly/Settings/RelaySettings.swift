import CurlTransport

/// The relay that takes mails, without the password of its account.
public struct RelaySettings: Hashable, Sendable {
    /// `smtps://host:465` or `smtp://host:587`.
    public let url: String
    /// True for a relay on this machine without encryption.
    public let isPlain: Bool
    /// The name of the account; nil for a relay that asks for none.
    public let username: String?

    public init(url: String, isPlain: Bool = false, username: String? = nil) {
        self.url = url
        self.isPlain = isPlain
        self.username = username
    }

    /// The relay as the transport knows it.
    ///
    /// - Throws: `TransportError.malformedRelay`, `.plainNotAllowed`.
    func relay(
        credentials: MailCredentials?, authorityFile: String?, rule: AddressRule
    ) throws(TransportError) -> MailRelay {
        try MailRelay(
            url: url, plain: isPlain, credentials: credentials, authorityFile: authorityFile, rule: rule)
    }
}

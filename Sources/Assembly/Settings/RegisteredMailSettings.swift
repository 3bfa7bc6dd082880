public import ContactRouting

/// The provider that prints and posts registered letters, as far as it is configured.
public struct RegisteredMailSettings: Hashable, Sendable {
    /// Where its interface begins, such as `https://mail.example/registered_mail/v2`.
    public var url: HTTPTarget?
    /// Where it gives out tokens (RFC 6749 section 3.2).
    public var tokenURL: HTTPTarget?
    public var clientID: String?
    /// The user of the password grant; nil for the grant of the client alone.
    public var username: String?
    /// The most that one letter may cost; nil for no limit.
    public var priceMax: Money?

    public init() {}

    /// True when somebody began to configure a provider: from then on a letter is never handed to the person by mistake.
    public var isBegun: Bool { url != nil || tokenURL != nil || clientID != nil || username != nil }

    /// The settings that are still missing; the secrets are not among them.
    public var missing: [String] {
        guard isBegun else { return [] }
        let needed: [(Settings.Variable, Bool)] = [
            (.registeredMailURL, url != nil), (.registeredMailTokenURL, tokenURL != nil),
            (.registeredMailClient, clientID != nil),
        ]
        return needed.filter { !$0.1 }.map(\.0.rawValue)
    }
}

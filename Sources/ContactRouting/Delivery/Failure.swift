/// Why an attempt did not succeed.
public struct Failure: Hashable, Sendable, Codable {
    public let kind: FailureKind
    /// One English sentence for the operator: what went wrong with which thing, and what to do.
    ///
    /// No personal data.
    public let explanation: String
    /// The protocol's code, when there was an answer.
    public let responseCode: Int?
    /// The words of the other side, printable, at most 2 KB; made so when the value is made.
    ///
    /// Private, because servers repeat addresses.
    public let reply: Private<String>?
    /// How long the other side asks to wait, in seconds, `0...86_400`.
    public let retryAfterSeconds: Int?
    /// The field of the request that is to blame, for `permanentContent`.
    public let field: String?

    public init(
        _ kind: FailureKind, _ explanation: String, responseCode: Int? = nil, reply: String? = nil,
        retryAfterSeconds: Int? = nil, field: String? = nil
    ) {
        self.kind = kind
        self.explanation = explanation
        self.responseCode = responseCode
        self.reply = reply.map { Private(PrintableReply.text(of: $0.utf8)) }
        self.retryAfterSeconds = retryAfterSeconds
        self.field = field
    }
}

/// The classes of failure; each has one consequence.
public enum FailureKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Try again later: 4xx of SMTP, 503, no connection.
    case transient
    /// Too many requests: try again later, and slower.
    case rateLimited = "rate-limited"
    /// No such recipient: the contact is marked failing and the case decided again.
    case permanentRecipient = "permanent-recipient"
    /// The content is refused: stop, and name the field.
    case permanentContent = "permanent-content"
    /// The account is refused: it pauses, one alert.
    case authentication
    /// The settings or the other side's certificate are wrong: the account pauses, one alert.
    case configuration
    /// A rule forbids it: consent missing, price above the limit, address not allowed.
    case policy
    case unsupported
    case cancelled
    /// The plugin broke its contract: three times, and it is frozen.
    case pluginFault = "plugin-fault"

    /// True when a machine may try again after a wait, provided that nothing went out.
    public var maySendAgain: Bool {
        switch self {
        case .transient, .rateLimited: true
        case .permanentRecipient, .permanentContent, .authentication, .configuration, .policy, .unsupported,
            .cancelled, .pluginFault:
            false
        }
    }
}

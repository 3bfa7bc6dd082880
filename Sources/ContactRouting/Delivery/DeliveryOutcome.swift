public import CivilCalendar

/// What is known after one attempt.
///
/// `failed` is a claim: nothing went out, or it was refused. Where that cannot be proved it is `unknown`, and a machine
/// does not try again by itself.
public enum DeliveryOutcome: Hashable, Sendable, Codable {
    /// The next hop took responsibility. It does not mean that anybody read it.
    case accepted(Receipt)
    /// The program did its part; a person does the rest.
    case needsPerson(PersonTask)
    /// Not now: closed, past a cut-off, too many requests. No attempt is counted.
    case deferred(until: Instant, reason: DeferralReason)
    /// Nothing went out, or it was refused.
    case failed(Failure)
    /// It may have gone out.
    case unknown(Failure)
}

/// Why a delivery waits without an attempt being counted.
public enum DeferralReason: String, Hashable, Sendable, Codable, CaseIterable {
    case closed
    case cutOff = "cut-off"
    case rateLimit = "rate-limit"
}

/// The proof of an accepted delivery.
public struct Receipt: Hashable, Sendable, Codable {
    public let evidence: EvidenceGrade
    public let acceptedAt: Instant
    /// The protocol's code: `250` for SMTP, `200` for HTTP.
    public let responseCode: Int?
    /// The words of the next hop, printable, at most 2 KB; made so when the value is made.
    ///
    /// Private, because servers repeat addresses.
    public let reply: Private<String>?
    /// The provider's identifier of the delivery.
    public let providerReference: String?

    public init(
        evidence: EvidenceGrade, acceptedAt: Instant, responseCode: Int? = nil, reply: String? = nil,
        providerReference: String? = nil
    ) {
        self.evidence = evidence
        self.acceptedAt = acceptedAt
        self.responseCode = responseCode
        self.reply = reply.map { Private(PrintableReply.text(of: $0.utf8)) }
        self.providerReference = providerReference
    }
}

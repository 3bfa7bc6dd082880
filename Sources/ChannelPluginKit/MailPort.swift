public import ContactRouting

/// Hands mails to a relay.
public protocol MailPort: Sendable {
    /// Hands one message for one recipient to the relay: one transaction, no retry.
    ///
    /// - Parameter beforeEnd: asked once, before the relay gets the last byte of the message, without which it cannot
    ///   take it. When the answer is false the transaction ends there, and the mail is proved not to be sent. Nil lets
    ///   it end.
    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult
}

extension MailPort {
    /// Hands one message for one recipient to the relay: one transaction, no retry.
    public func send(_ mail: OutgoingMail) async -> MailResult { await send(mail, beforeEnd: nil) }
}

/// One message for one recipient.
public struct OutgoingMail: Hashable, Sendable {
    public let envelope: MailEnvelope
    public let message: MailMessage

    public init(envelope: MailEnvelope, message: MailMessage) {
        self.envelope = envelope
        self.message = message
    }
}

/// What is known about a mail after one attempt.
public enum MailResult: Hashable, Sendable {
    /// The relay answered the final dot with 2xx.
    case accepted(ServerReply)
    /// It is proved that the relay did not take the message.
    case failed(Failure)
    /// The relay may have taken the message.
    case unknown(Failure)
}

/// The last answer of the other side.
public struct ServerReply: Hashable, Sendable {
    public let code: Int
    /// Printable, at most 2 KB.
    ///
    /// Private, because servers repeat addresses.
    public let text: Private<String>

    public init(code: Int, text: String) {
        self.code = code
        self.text = Private(text)
    }
}

extension DeliveryOutcome {
    /// The outcome of a mail delivery.
    ///
    /// A relay's acceptance is somebody else's dated word, so the grade is `dated`.
    public init(_ result: MailResult, of attempt: DeliveryAttempt) {
        switch result {
        case .accepted(let reply):
            self = .accepted(
                Receipt(
                    evidence: .dated, acceptedAt: attempt.now, responseCode: reply.code,
                    reply: reply.text.reveal()))
        case .failed(let failure): self = .failed(failure)
        case .unknown(let failure): self = .unknown(failure)
        }
    }
}

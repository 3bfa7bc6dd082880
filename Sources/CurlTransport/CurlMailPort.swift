public import ChannelPluginKit
internal import ContactRouting

/// Sends mails to one relay through libcurl, over connections that it keeps.
///
/// libcurl 7.88 waits for the reply after a mail's final dot inside `curl_multi_perform` and so holds up everything else on
/// that thread. Each connection therefore has a thread of its own: a relay that hangs holds up one of them only.
public final class CurlMailPort: MailPort {
    private let relay: MailRelay
    private let limits: TransportLimits
    private let engine: CurlEngine

    /// - Throws: `TransportError.outOfResources`.
    public init(relay: MailRelay, limits: TransportLimits = .mail) throws(TransportError) {
        self.relay = relay
        self.limits = limits
        engine = try CurlEngine(
            threads: max(1, limits.transfersMax), transfersMax: 1, waitingMax: limits.waitingMax)
    }

    public func send(
        _ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?
    ) async -> MailResult {
        guard mail.message.size <= limits.messageBytesMax else {
            return .failed(
                Failure(
                    .permanentContent,
                    "The mail has \(mail.message.size) bytes, and at most \(limits.messageBytesMax) are allowed: "
                        + "send fewer or smaller attachments.", field: "attachments"))
        }
        let report = await engine.perform(plan(for: mail, beforeEnd))
        return MailReading(report, size: mail.message.size, host: relay.host).result
    }

    /// Ends the threads; what is running ends as failed or unknown.
    public func close() { engine.close() }

    private func plan(
        for mail: OutgoingMail, _ beforeEnd: (@Sendable () async -> Bool)?
    ) -> TransferPlan {
        TransferPlan(
            kind: .mail(
                TransferPlan.MailPart(
                    sender: mail.envelope.sender.reveal().text,
                    recipient: mail.envelope.recipient.reveal().text,
                    security: relay.security, credentials: relay.credentials)),
            url: relay.url, scheme: relay.scheme, body: mail.message.bytes.reveal(),
            beforeEnd: beforeEnd.map(EndQuestion.init), rule: relay.rule, authorityFile: relay.authorityFile,
            limits: limits)
    }
}

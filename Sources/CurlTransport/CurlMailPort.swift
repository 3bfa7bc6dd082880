public import ChannelPluginKit
internal import ContactRouting

/// Sends mails to one relay through libcurl.
///
/// Each of its lanes keeps one connection. The process should ignore SIGPIPE all the same (children get it back), because
/// other code of the process writes to sockets too.
public final class CurlMailPort: MailPort {
    private let relay: MailRelay
    private let limits: TransportLimits
    private let engines: [CurlEngine]
    private let lanes: LanePool

    /// - Throws: `TransportError.outOfResources`.
    public init(relay: MailRelay, limits: TransportLimits = .mail) throws(TransportError) {
        var engines: [CurlEngine] = []
        var oneAtATime = limits
        oneAtATime.transfersMax = 1
        // The lanes do the waiting; an engine only needs room for the mail of its lane.
        oneAtATime.waitingMax = 1
        for _ in 0..<max(1, limits.transfersMax) { engines.append(try CurlEngine(limits: oneAtATime)) }
        self.relay = relay
        self.limits = limits
        self.engines = engines
        lanes = LanePool(lanes: engines.count, waitingMax: limits.waitingMax)
    }

    public func send(_ mail: OutgoingMail) async -> MailResult {
        guard mail.message.size <= limits.messageBytesMax else {
            return .failed(
                Failure(
                    .permanentContent,
                    "The mail has \(mail.message.size) bytes, and at most \(limits.messageBytesMax) are allowed: "
                        + "send fewer or smaller attachments.", field: "attachments"))
        }
        guard let lane = await lanes.borrow() else {
            let stop = Task.isCancelled ? TransferStop.cancelled : .tooManyWaiting
            return MailReading(TransferReport(stop: stop), size: mail.message.size, host: relay.host).result
        }
        let report = await engines[lane].perform(plan(for: mail))
        lanes.giveBack(lane)
        return MailReading(report, size: mail.message.size, host: relay.host).result
    }

    /// Ends the threads; what is running ends as failed or unknown.
    public func close() { for engine in engines { engine.close() } }

    private func plan(for mail: OutgoingMail) -> TransferPlan {
        TransferPlan(
            kind: .mail(
                TransferPlan.MailPart(
                    sender: mail.envelope.sender.reveal().text,
                    recipient: mail.envelope.recipient.reveal().text,
                    security: relay.security, credentials: relay.credentials)),
            url: relay.url, scheme: relay.scheme, body: mail.message.bytes.reveal(), rule: relay.rule,
            authorityFile: relay.authorityFile, limits: limits)
    }
}

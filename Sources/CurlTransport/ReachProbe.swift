internal import ChannelPluginKit
public import ContactRouting

/// Tries whether deliveries could be handed over, and sends nothing.
///
/// Connects as a delivery does, with the same addresses allowed and the same certificates asked for. At a relay it also
/// logs in, so that a wrong password shows; then it says `NOOP` (RFC 5321 section 4.1.1.9) and leaves.
public struct ReachProbe: Sendable {
    /// Longest time of one try.
    public static let timeMax = Duration.seconds(15)

    private static let limits = TransportLimits(
        connectTimeMax: timeMax, totalTimeMax: timeMax, stallTimeMax: timeMax, replyTimeMax: timeMax,
        messageBytesMax: 0, responseBytesMax: 65_536, headerBytesMax: 65_536, transfersMax: 1, waitingMax: 1)

    public init() {}

    /// Why a relay takes no mail from us now; nil when it would.
    public func fault(of relay: MailRelay) async -> Failure? {
        let report = await report(
            .probe(TransferPlan.ProbePart(security: relay.security, credentials: relay.credentials)),
            url: relay.url, scheme: relay.scheme, rule: relay.rule, authorityFile: relay.authorityFile)
        // A message that was never begun: what is not accepted was not handed over.
        switch MailReading(report, size: 1, host: relay.host).result {
        case .accepted: return nil
        case .failed(let failure), .unknown(let failure): return failure
        }
    }

    /// Why the host of an address cannot be reached now; nil when it can.
    ///
    /// Nothing is asked of it.
    ///
    /// - Parameters:
    ///   - rule: where requests may go.
    ///   - authorityFile: certificate authorities in PEM that replace the system's.
    public func fault(
        of target: HTTPTarget, rule: AddressRule, authorityFile: String?
    ) async -> Failure? {
        guard let rule = target.encrypted ? rule : rule.withoutEncryption else {
            return Failure(
                .policy,
                "\(target.host): requests without encryption only go to private addresses: use https.")
        }
        let report = await report(
            .probe(TransferPlan.ProbePart(security: nil, credentials: nil)), url: target.text,
            scheme: target.encrypted ? "https" : "http", rule: rule, authorityFile: authorityFile)
        if report.curlCode == 0 { return nil }
        if let stop = report.stop {
            return Failure(
                stop.failureKind(insteadOf: .transient), "\(target.host): \(stop.explanation).")
        }
        guard report.curlCode != CurlCode.peerFailedVerification else {
            return Failure(
                .configuration,
                "\(target.host): its certificate cannot be trusted: check its name and who signed it.")
        }
        return Failure(
            .transient,
            "\(target.host): it cannot be reached (libcurl \(report.curlCode ?? 0)): check its name, its port and the network."
        )
    }

    private func report(
        _ kind: TransferPlan.Kind, url: String, scheme: String, rule: AddressRule, authorityFile: String?
    ) async -> TransferReport {
        let engine: CurlEngine
        do throws(TransportError) {
            engine = try CurlEngine(threads: 1, transfersMax: 1, waitingMax: 1)
        } catch {
            return TransferReport(stop: .notStarted(error))
        }
        defer { engine.close() }
        return await engine.perform(
            TransferPlan(
                kind: kind, url: url, scheme: scheme, body: [], rule: rule, authorityFile: authorityFile,
                limits: Self.limits))
    }
}

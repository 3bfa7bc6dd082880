public import ChannelPluginKit
public import CivilCalendar
internal import ContactRouting

/// Makes HTTP requests through libcurl: HTTP/1.1, no redirects, no proxy, no cookies.
///
/// Without encryption it only reaches private and loopback addresses, and those only when `rule` allows them.
public final class CurlHTTPPort: HTTPPort {
    private let limits: TransportLimits
    private let rule: AddressRule
    private let authorityFile: String?
    private let engine: CurlEngine

    /// - Parameters:
    ///   - rule: where requests may go. The resolved address is checked, not the name.
    ///   - authorityFile: certificate authorities in PEM that replace the system's.
    /// - Throws: `TransportError.outOfResources`.
    public init(
        rule: AddressRule = .publicOnly, authorityFile: String? = nil, limits: TransportLimits = .http
    ) throws(TransportError) {
        self.rule = rule
        self.authorityFile = authorityFile
        self.limits = limits
        engine = try CurlEngine(
            threads: 1, transfersMax: limits.transfersMax, waitingMax: limits.waitingMax)
    }

    public func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult {
        let target = request.head.target
        if let refusal = refusal(of: request) { return .failed(refusal) }
        guard let rule = target.encrypted ? rule : rule.withoutEncryption else {
            return .failed(
                Failure(
                    .policy,
                    "\(target.host): requests without encryption only go to private addresses: use https."))
        }
        let report = await engine.perform(plan(for: request, rule: rule))
        return HTTPReading(report, of: request, at: now).result
    }

    /// Ends the thread; what is running ends as failed or unknown.
    public func close() { engine.close() }

    /// Headers that libcurl writes; from a plugin they could say something else than the request is.
    private static let ownHeaders: Set<String> = [
        "host", "content-length", "transfer-encoding", "connection", "expect", "idempotency-key", "upgrade",
        "te",
    ]

    private func refusal(of request: HTTPRequest) -> Failure? {
        let size = request.body.reveal().count
        if size > limits.messageBytesMax {
            return Failure(
                .permanentContent,
                "The request has \(size) bytes, and at most \(limits.messageBytesMax) are allowed.",
                field: "body")
        }
        if let header = request.head.headers.first(where: { Self.ownHeaders.contains($0.name.lowercased()) })
        {
            return Failure(
                .pluginFault, "A plugin may not set the header \(header.name): leave it to the program.")
        }
        guard !request.head.method.isSafe || size == 0 else {
            return Failure(.pluginFault, "A GET request has no body: leave it out, or use another method.")
        }
        return nil
    }

    private func plan(for request: HTTPRequest, rule: AddressRule) -> TransferPlan {
        let head = request.head
        var headers = head.headers.map { "\($0.name): \($0.value.reveal())" }
        if let key = request.idempotencyKey { headers.append("Idempotency-Key: \(key.text)") }
        // An empty value takes a header away: no waiting for "100 Continue" before the body.
        headers.append("Expect:")
        let body = request.body.reveal()
        let bodyWay: TransferPlan.BodyWay =
            head.method.isSafe ? .none : body.count <= HeldBody.bytesMax ? .whole : .pieces
        // libcurl calls a body a form when nobody says what it is.
        if bodyWay == .whole, !head.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            headers.append("Content-Type:")
        }
        return TransferPlan(
            kind: .http(
                TransferPlan.HTTPPart(
                    method: head.method.rawValue, bodyWay: bodyWay, headers: headers)),
            url: head.target.text, scheme: head.target.encrypted ? "https" : "http",
            body: body,
            rule: rule, authorityFile: authorityFile, limits: limits)
    }
}

extension AddressRule {
    /// What remains of the rule for a connection that others can read; nil when nothing does.
    var withoutEncryption: AddressRule? {
        switch self {
        case .publicOnly: nil
        case .publicAndPrivate, .privateOnly: .privateOnly
        case .loopbackOnly: .loopbackOnly
        }
    }
}

internal import ChannelPluginKit
internal import ContactRouting
internal import JSONText

/// What the answer of the person's own system really says.
struct WebhookAnswer {
    /// - Unit: bytes of an answer that is read.
    private static let bytesMax = 64 << 10
    private static let failureWords = ["error", "failed", "failure", "rejected"]

    private let response: HTTPResponse

    init(_ response: HTTPResponse) { self.response = response }

    /// An `error` member, or a `status` that names a failure, outranks the status code.
    ///
    /// Any other body is the system's own business: a page of HTML is an acceptance, too.
    func outcome(of attempt: DeliveryAttempt) -> DeliveryOutcome {
        let body = response.body.reveal()
        guard body.count <= Self.bytesMax, let root = try? JSONDocument(parsing: body).root else {
            return accepted(attempt, providerReference: nil)
        }
        let status = root.member(named: "status")?.string?.lowercased()
        let hasError = root.member(named: "error").map { !$0.isNull && $0.bool != false } ?? false
        guard !hasError, !(status.map(Self.failureWords.contains) ?? false) else {
            return .failed(
                Failure(
                    .permanentContent, "The webhook refused the case in its answer: see its words.",
                    responseCode: response.code, reply: PrintableReply.text(of: body)))
        }
        return accepted(attempt, providerReference: root.member(named: "id")?.string)
    }

    private func accepted(_ attempt: DeliveryAttempt, providerReference: String?) -> DeliveryOutcome {
        .accepted(
            Receipt(
                evidence: .trace, acceptedAt: attempt.now, responseCode: response.code,
                providerReference: providerReference))
    }
}

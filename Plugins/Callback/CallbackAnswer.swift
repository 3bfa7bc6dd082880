internal import ChannelPluginKit
internal import ContactRouting
internal import JSONText

/// What a provider's answer with a status of success really says.
struct CallbackAnswer {
    /// - Unit: bytes of an answer that is read.
    private static let bytesMax = 64 << 10
    private static let failureWords = ["error", "failed", "failure", "rejected"]

    private let response: HTTPResponse

    init(_ response: HTTPResponse) { self.response = response }

    /// The body outranks the status: `"status": "error"` or an `error` member is a refusal.
    ///
    /// An empty body is an acceptance. One that cannot be read proves nothing either way.
    func outcome(of attempt: DeliveryAttempt) -> DeliveryOutcome {
        let body = response.body.reveal()
        guard !body.isEmpty else { return accepted(attempt, providerReference: nil) }
        guard body.count <= Self.bytesMax, let document = try? JSONDocument(parsing: body) else {
            return .unknown(
                Failure(
                    .unsupported, "The answer to the callback request could not be read: ask the provider.",
                    responseCode: response.code))
        }
        let root = document.root
        let status = root.member(named: "status")?.string?.lowercased()
        let hasError = root.member(named: "error").map { !$0.isNull && $0.bool != false } ?? false
        if hasError || status.map(Self.failureWords.contains) ?? false {
            return .failed(
                Failure(
                    .permanentContent,
                    "The provider refused the callback request in its answer: see its words.",
                    responseCode: response.code, reply: PrintableReply.text(of: body)))
        }
        return accepted(attempt, providerReference: root.member(named: "id")?.string)
    }

    private func accepted(_ attempt: DeliveryAttempt, providerReference: String?) -> DeliveryOutcome {
        .accepted(
            Receipt(
                evidence: .none, acceptedAt: attempt.now, responseCode: response.code,
                providerReference: providerReference))
    }
}

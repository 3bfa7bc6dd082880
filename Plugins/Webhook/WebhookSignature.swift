internal import ChannelPluginKit
internal import CivilCalendar
internal import ContactRouting

/// The three headers by which the receiver knows who sent a request, and when.
///
/// - Source: Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over identifier, timestamp and body, joined by full
///   stops; the signature is `v1,` and Base64.
struct WebhookSignature {
    static let secret = SecretName("webhook")

    let reference: DeliveryReference
    /// Whole seconds since 1970.
    let timestamp: String
    let body: [UInt8]

    init(reference: DeliveryReference, at now: Instant, body: [UInt8]) {
        self.reference = reference
        timestamp = String(now.secondsSinceEpoch)
        self.body = body
    }

    /// - Throws: `ChannelError.secretUnknown`.
    func headers(by ports: ChannelPorts) async throws(ChannelError) -> [HTTPHeader] {
        let content = Array("\(reference.text).\(timestamp).".utf8) + body
        let signature = try await ports.sign(content, with: Self.secret)
        let values = [
            ("Webhook-Id", reference.text), ("Webhook-Timestamp", timestamp),
            ("Webhook-Signature", "v1," + String(decoding: Base64.encode(signature), as: UTF8.self)),
        ]
        return values.compactMap { HTTPHeader(name: $0, value: $1) }
    }
}

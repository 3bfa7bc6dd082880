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
            ("Webhook-Signature", "v1," + Base64.text(of: signature)),
        ]
        return values.compactMap { HTTPHeader(name: $0, value: $1) }
    }
}

/// RFC 4648 section 4, with padding.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for index in 0..<4 {
                let digit = digits[Int(word >> UInt32(18 - 6 * index)) & 63]
                text.append(index <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

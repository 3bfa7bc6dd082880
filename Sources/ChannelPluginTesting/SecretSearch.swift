internal import ChannelPluginKit
internal import ContactRouting

/// Looks for a planted secret in everything a plugin makes or says.
struct SecretSearch {
    private let secret: [UInt8]

    init(_ canary: String) { secret = Array(canary.utf8) }

    func finds(in prepared: PreparedDelivery) -> Bool {
        let texts =
            prepared.doubts.flatMap(Self.texts) + Self.texts(of: prepared.payload) + [
                prepared.afterwards, prepared.recipient.reveal(), prepared.link?.text ?? "",
            ]
        return texts.contains { finds(in: Array($0.utf8)) }
            || prepared.artifacts.contains { finds(in: $0.bytes.reveal()) }
    }

    /// Whatever a doubt carries, in every case of it.
    private static func texts(of doubt: Doubt) -> [String] {
        guard case .other(let code, let text) = doubt else { return [String(describing: doubt)] }
        return [code.text, text.french, text.english]
    }

    private static func texts(of payload: DeliveryPayload) -> [String] {
        switch payload {
        case .mail(let envelope, _): [envelope.sender.reveal().text, envelope.recipient.reveal().text]
        case .http(let head, _): [head.target.text]
        case .person(let task): [task.text.reveal(), task.proof ?? "", task.link?.text ?? ""]
        }
    }

    func finds(in outcome: DeliveryOutcome) -> Bool {
        switch outcome {
        case .accepted(let receipt): finds(in: Array((receipt.providerReference ?? "").utf8))
        case .needsPerson(let task): finds(in: Array((task.text.reveal() + (task.proof ?? "")).utf8))
        case .deferred: false
        case .failed(let failure), .unknown(let failure): finds(in: Array(failure.explanation.utf8))
        }
    }

    func finds(in request: HTTPRequest) -> Bool {
        finds(in: request.body.reveal()) || finds(in: Array(request.head.target.text.utf8))
    }

    /// - Complexity: O(n · m), for the small files of tests.
    func finds(in bytes: [UInt8]) -> Bool {
        guard let first = secret.first, bytes.count >= secret.count else { return false }
        return bytes.indices.dropLast(secret.count - 1).contains {
            bytes[$0] == first && bytes[$0..<$0 + secret.count].elementsEqual(secret)
        }
    }
}

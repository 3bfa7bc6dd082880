internal import ContactRouting
internal import JSONText

/// What an answer with an expected status says in its body, which outranks the status.
public enum HTTPVerdict: Hashable, Sendable {
    /// Nothing in it speaks against it; with the number that the other side gave in `id`.
    case accepted(providerReference: String?)
    /// A `status` that names a failure, or an `error`; with the body as it can be printed.
    case refused(reply: String)
    /// There is a body, and it is no JSON, or a longer one than is read.
    case unreadable

    /// - Unit: bytes of an answer that is read.
    private static let bytesMax = 64 << 10
    private static let failureWords = ["error", "failed", "failure", "rejected"]

    /// Reads an answer; one without a body is an acceptance.
    public init(of response: HTTPResponse) {
        let body = response.body.reveal()
        guard !body.isEmpty else {
            self = .accepted(providerReference: nil)
            return
        }
        guard body.count <= Self.bytesMax, let root = try? JSONDocument(parsing: body).root else {
            self = .unreadable
            return
        }
        let status = root.member(named: "status")?.string?.lowercased()
        let hasError = root.member(named: "error").map { !$0.isNull && $0.bool != false } ?? false
        self =
            hasError || status.map(Self.failureWords.contains) ?? false
            ? .refused(reply: PrintableReply.text(of: body))
            : .accepted(providerReference: root.member(named: "id")?.string)
    }
}

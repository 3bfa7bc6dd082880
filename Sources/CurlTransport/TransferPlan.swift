import Synchronization

/// One transfer as a value: what to send where, and within which limits.
struct TransferPlan: Sendable {
    enum Kind: Sendable {
        case mail(MailPart)
        case http(HTTPPart)
        /// Connects, logs in where there is an account, and sends nothing.
        case probe(ProbePart)
    }

    /// What only mail has.
    struct MailPart: Sendable {
        let sender: String
        let recipient: String
        let security: MailSecurity
        let credentials: MailCredentials?
    }

    /// What only HTTP has.
    struct HTTPPart: Sendable {
        let method: String
        let bodyWay: BodyWay
        let headers: [String]
    }

    /// How libcurl gets the body of a request.
    enum BodyWay: Sendable {
        /// It has none, and may be repeated: a GET.
        case none
        /// With the head, out of a `HeldBody`; it may be empty.
        case whole
        /// Through the read callback.
        case pieces
    }

    /// What only a probe has.
    struct ProbePart: Sendable {
        /// Nil for a host that speaks HTTP.
        let security: MailSecurity?
        let credentials: MailCredentials?
    }

    let kind: Kind
    let url: String
    /// The one URL scheme that libcurl may speak for this transfer.
    let scheme: String
    var body: [UInt8]
    /// Asked before the last piece of the body is handed over; nil lets it go.
    var beforeEnd: EndQuestion?
    let rule: AddressRule
    /// A file with certificate authorities that replaces the system's.
    let authorityFile: String?
    let limits: TransportLimits

    /// The mail's part; nil for HTTP.
    var mail: MailPart? {
        switch kind {
        case .mail(let mail): mail
        case .http, .probe: nil
        }
    }

    /// The part of HTTP; nil for a mail.
    var http: HTTPPart? {
        switch kind {
        case .mail, .probe: nil
        case .http(let http): http
        }
    }

    /// The same without the bytes that go out, for comparing with the next one.
    var withoutBody: TransferPlan {
        var plan = self
        plan.body = []
        plan.beforeEnd = nil
        return plan
    }

    /// What a handle holds before its first transfer; goes nowhere.
    static let none = TransferPlan(
        kind: .http(HTTPPart(method: "GET", bodyWay: .none, headers: [])), url: "", scheme: "", body: [],
        rule: .loopbackOnly, authorityFile: nil, limits: .http)
}

/// What a transfer came to, as far as libcurl tells.
struct TransferReport: Sendable {
    /// libcurl's CURLcode, or nil when the transfer never reached libcurl.
    var curlCode: Int?
    var responseCode = 0
    /// What the last reply to a mail answered; `.connection` for HTTP.
    var stage = MailStage.connection
    var bytesHandedOver = 0
    var headBytesSent = 0
    var headerLines: [[UInt8]] = []
    var body: [UInt8] = []
    var redirectURL: String?
    var stop: TransferStop?
}

/// Why we ended a transfer ourselves.
enum TransferStop: Sendable, Equatable {
    case cancelled
    /// Before the last piece of the body: whoever sends does not want it to end.
    case calledOff
    case stalled
    case bodyOverLimit
    case headersOverLimit
    case addressRefused
    /// The relay announced that it takes no message above `max` bytes.
    case overRelayLimit(max: Int)
    case tooManyWaiting
    case engineClosed
    case notStarted(TransportError)
}

/// Says from any thread that nobody waits for a transfer any more.
final class CancelFlag: Sendable {
    private let flag = Atomic<Bool>(false)

    var isSet: Bool { flag.load(ordering: .acquiring) }

    func set() { flag.store(true, ordering: .releasing) }
}

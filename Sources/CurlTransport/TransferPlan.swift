import Synchronization

/// One transfer as a value: what to send where, and within which limits.
struct TransferPlan: Sendable {
    enum Kind: Sendable {
        case mail(MailPart)
        case http(HTTPPart)
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
        let isSafe: Bool
        let headers: [String]
    }

    let kind: Kind
    let url: String
    /// The one URL scheme that libcurl may speak for this transfer.
    let scheme: String
    let body: [UInt8]
    let rule: AddressRule
    /// A file with certificate authorities that replaces the system's.
    let authorityFile: String?
    let limits: TransportLimits
}

/// What a transfer came to, as far as libcurl tells.
struct TransferReport: Sendable {
    /// libcurl's CURLcode, or nil when the transfer never reached libcurl.
    var curlCode: Int?
    var responseCode = 0
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
    case stalled
    case bodyOverLimit
    case headersOverLimit
    case addressRefused
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

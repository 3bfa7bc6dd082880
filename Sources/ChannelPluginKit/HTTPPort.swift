public import CivilCalendar
public import ContactRouting

/// Makes HTTP requests.
public protocol HTTPPort: Sendable {
    /// Makes one request: no retry, no redirect.
    ///
    /// - Parameter now: the moment of the attempt, against which a date in Retry-After is read.
    func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult
}

/// One HTTP request.
public struct HTTPRequest: Hashable, Sendable {
    public let head: HTTPRequestHead
    public let body: Private<[UInt8]>
    /// Sent as `Idempotency-Key`, so that the provider recognises a repetition.
    public let idempotencyKey: IdempotencyKey?
    /// The account in whose name it is sent; the program adds the authorization, which no plugin sees.
    public let account: AccountName?

    public init(
        head: HTTPRequestHead, body: [UInt8] = [], idempotencyKey: IdempotencyKey? = nil,
        account: AccountName? = nil
    ) {
        self.head = head
        self.body = Private(body)
        self.idempotencyKey = idempotencyKey
        self.account = account
    }
}

/// Names an account of the configuration, such as `registered-mail`.
///
/// What opens it stays with the program.
public struct AccountName: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Makes a name from a literal in source code.
    public init(_ literal: StaticString) { text = "\(literal)" }

    public var description: String { text }
}

/// What is known about a request after one attempt.
public enum HTTPResult: Hashable, Sendable {
    /// The whole answer came, with an expected status. Its body may still say that it failed: read it.
    case answered(HTTPResponse)
    /// It is proved that the request had no effect.
    case failed(Failure)
    /// The request may have had an effect.
    case unknown(Failure)
}

/// An answer with an expected status.
public struct HTTPResponse: Hashable, Sendable {
    /// The status code, one of those the request expected.
    public let code: Int
    /// The value of Content-Type, printable, at most 200 bytes; empty when there is none.
    public let contentType: String
    public let body: Private<[UInt8]>

    public init(code: Int, contentType: String = "", body: [UInt8] = []) {
        self.code = code
        self.contentType = contentType
        self.body = Private(body)
    }
}

extension DeliveryOutcome {
    /// The outcome of an HTTP request that was not answered as expected; nil for an answer, which the plugin must read.
    ///
    /// A rate limit with a time to wait defers the delivery and counts no attempt.
    public init?(unanswered result: HTTPResult, of attempt: DeliveryAttempt) {
        switch result {
        case .answered:
            return nil
        case .failed(let failure):
            if failure.kind == .rateLimited, let seconds = failure.retryAfterSeconds, seconds > 0 {
                self = .deferred(until: attempt.now.adding(seconds: Int64(seconds)), reason: .rateLimit)
            } else {
                self = .failed(failure)
            }
        case .unknown(let failure):
            self = .unknown(failure)
        }
    }
}

public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
import Synchronization

/// How the world behaves in one trial.
public enum TransportMood: String, Hashable, Sendable, CaseIterable {
    case willing
    /// The connection breaks before any content is handed over.
    case resetBeforeBody = "reset-before-body"
    /// The connection breaks after all content was handed over.
    case resetAfterBody = "reset-after-body"
    case throttled
    /// HTTP answers with success, and a body that says the opposite.
    case errorInBody = "error-in-body"
}

/// A mail port that follows a mood and keeps what it was given.
public final class ScriptedMailPort: MailPort {
    private let mood: TransportMood
    private let mails = Mutex<[OutgoingMail]>([])

    public init(_ mood: TransportMood) { self.mood = mood }

    /// Every mail, in the order in which it was handed over.
    public var sent: [OutgoingMail] { mails.withLock { $0 } }

    public func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        if let beforeEnd, await !beforeEnd() { return .failed(Failure(.transient, "Called off.")) }
        mails.withLock { $0.append(mail) }
        return switch mood {
        case .willing, .errorInBody: .accepted(ServerReply(code: 250, text: "250 2.0.0 queued"))
        case .resetBeforeBody: .failed(Failure(.transient, "The connection was reset before the body."))
        case .resetAfterBody: .unknown(Failure(.transient, "The connection was reset after the body."))
        case .throttled:
            .failed(Failure(.rateLimited, "Too many mails.", responseCode: 450, retryAfterSeconds: 60))
        }
    }
}

/// An HTTP port that follows a mood, keeps what it was given, and stores one copy per idempotency key.
public final class ScriptedHTTPPort: HTTPPort {
    private struct State {
        var requests: [HTTPRequest] = []
        var copies: Set<String> = []
        var copiesWithoutKey = 0
    }

    private let mood: TransportMood
    private let willingCount: Int
    private let answer: @Sendable (HTTPRequest) -> HTTPResponse
    private let errorAnswer: [UInt8]
    private let state = Mutex(State())

    /// - Parameter willingCount: how many requests go well before the mood sets in.
    public init(
        _ mood: TransportMood, after willingCount: Int = 0,
        answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse,
        errorAnswer: [UInt8] = Array(#"{"status":"error"}"#.utf8)
    ) {
        self.mood = mood
        self.willingCount = willingCount
        self.answer = answer
        self.errorAnswer = errorAnswer
    }

    /// Every request, in order.
    public var sent: [HTTPRequest] { state.withLock { $0.requests } }

    /// Requests that could have changed something.
    public var sentToChange: [HTTPRequest] { sent.filter { !$0.head.method.isSafe } }

    /// The requests from the one on at which the mood set in.
    public var sentInMood: [HTTPRequest] { Array(sent.dropFirst(willingCount)) }

    /// How many things the provider made: one per key and target, and one for each request without a key.
    public var copies: Int { state.withLock { $0.copies.count + $0.copiesWithoutKey } }

    public func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult {
        let isWilling = state.withLock { state in
            state.requests.append(request)
            let isWilling = state.requests.count <= willingCount
            guard !request.head.method.isSafe else { return isWilling }
            guard let key = request.idempotencyKey else {
                state.copiesWithoutKey += 1
                return isWilling
            }
            state.copies.insert("\(key) \(request.head.method.rawValue) \(request.head.target.text)")
            return isWilling
        }
        let response = answer(request)
        return switch isWilling ? .willing : mood {
        case .willing: .answered(response)
        case .errorInBody:
            .answered(HTTPResponse(code: response.code, contentType: response.contentType, body: errorAnswer))
        case .resetBeforeBody: .failed(Failure(.transient, "The connection was reset before the body."))
        case .resetAfterBody where request.head.method.isSafe:
            .failed(Failure(.transient, "The connection was reset."))
        case .resetAfterBody: .unknown(Failure(.transient, "The connection was reset after the body."))
        case .throttled:
            .failed(Failure(.rateLimited, "Too many requests.", responseCode: 429, retryAfterSeconds: 60))
        }
    }
}

/// Signs with a digest that needs no secret: the same bytes give the same 32 bytes.
public struct ScriptedSigningPort: SigningPort {
    public init() {}

    public func sign(_ bytes: [UInt8], with secret: SecretName) async throws(ChannelError) -> [UInt8] {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes + Array(secret.text.utf8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<32).map { UInt8(truncatingIfNeeded: state >> UInt64($0 % 8 * 8)) &+ UInt8($0) }
    }
}

/// Keeps checkpoints, or refuses to.
public final class ScriptedCheckpointPort: CheckpointPort {
    private let isFull: Bool
    private let kept = Mutex<[Checkpoint]>([])

    /// - Parameter isFull: true when no checkpoint can be stored.
    public init(isFull: Bool = false) { self.isFull = isFull }

    public var checkpoints: [Checkpoint] { kept.withLock { $0 } }

    public func remember(_ checkpoint: Checkpoint) async throws(ChannelError) {
        kept.withLock { $0.append(checkpoint) }
        if isFull { throw .checkpointNotStored }
    }
}

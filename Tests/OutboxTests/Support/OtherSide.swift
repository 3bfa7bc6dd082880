import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Synchronization

/// What the other side does with one mail or one submitted letter.
enum Reaction: Hashable, Sendable {
    case accepts
    /// It is proved that nothing was taken.
    case fails(FailureKind, retryAfterSeconds: Int? = nil)
    /// The connection breaks after everything was handed over.
    case breaksOff(taken: Bool)
    /// Our process dies while it sends; the other side has or has not taken the content by then.
    case weDie(taken: Bool)
    /// Our process dies before the last byte of a mail.
    case weDieInBody
    /// It answers only when the test lets it.
    case hangs
}

/// Relay and provider in one: counts what it took for each delivery, whatever our side believes.
final class OtherSide: Sendable {
    private struct State {
        var copies: [String: Int] = [:]
        var tries: [String: [Instant]] = [:]
        var reactions: [String: [Reaction]] = [:]
        var usual = Reaction.accepts
        var providerAnswers = true
        var underWay = 0
        var underWayMax = 0
        var hanging: [CheckedContinuation<Void, Never>] = []
        var isReleased = false
    }

    private let state = Mutex(State())

    /// How many copies of a delivery were taken.
    func copies(of reference: String) -> Int { state.withLock { $0.copies[reference] ?? 0 } }
    var copiesInAll: Int { state.withLock { $0.copies.values.reduce(0, +) } }
    /// When something of a delivery was sent, whatever became of it.
    func tries(of reference: String) -> [Instant] { state.withLock { $0.tries[reference] ?? [] } }
    var triesInAll: [Instant] { state.withLock { $0.tries.values.flatMap { $0 } } }
    var underWayMax: Int { state.withLock { $0.underWayMax } }
    var hangingCount: Int { state.withLock { $0.hanging.count } }

    /// What happens to the next tries of one delivery; after them, and to others, what is usual.
    func reacts(to reference: String, _ reactions: Reaction...) {
        state.withLock { $0.reactions[reference, default: []] += reactions }
    }

    func usually(_ reaction: Reaction) { state.withLock { $0.usual = reaction } }
    func providerAnswers(_ answers: Bool) { state.withLock { $0.providerAnswers = answers } }
    var providerAnswers: Bool { state.withLock { $0.providerAnswers } }

    /// Lets everything that hangs be answered.
    func release() {
        let hanging = state.withLock { state in
            state.isReleased = true
            defer { state.hanging = [] }
            return state.hanging
        }
        for continuation in hanging { continuation.resume() }
    }

    /// One try; the result is what our side sees.
    func take(
        _ reference: String, at now: Instant, by life: ProcessLife,
        beforeEnd: (@Sendable () async -> Bool)? = nil
    ) async -> MailResult {
        let reaction = state.withLock { state in
            state.tries[reference, default: []].append(now)
            state.underWay += 1
            state.underWayMax = max(state.underWayMax, state.underWay)
            guard let first = state.reactions[reference]?.first else { return state.usual }
            state.reactions[reference]?.removeFirst()
            return first
        }
        for _ in 0..<3 { await Task.yield() }
        defer { state.withLock { $0.underWay -= 1 } }
        if reaction == .weDieInBody {
            life.die()
            return .failed(Failure(.transient, "Nobody sees this."))
        }
        if let beforeEnd {
            guard await beforeEnd(), !life.isOver else { return .failed(Failure(.transient, "Called off.")) }
        }
        switch reaction {
        case .weDieInBody: break
        case .accepts: break
        case .fails(let kind, let seconds):
            return .failed(Failure(kind, "Refused.", responseCode: 450, retryAfterSeconds: seconds))
        case .breaksOff(let taken):
            if taken { keep(reference) }
            return .unknown(Failure(.transient, "It broke off."))
        case .weDie(let taken):
            if taken { keep(reference) }
            life.die()
            return .unknown(Failure(.transient, "Nobody sees this."))
        case .hangs:
            await withCheckedContinuation { continuation in
                let isReleased = state.withLock { state in
                    if !state.isReleased { state.hanging.append(continuation) }
                    return state.isReleased
                }
                if isReleased { continuation.resume() }
            }
        }
        keep(reference)
        return .accepted(ServerReply(code: 250, text: "250 OK"))
    }

    private func keep(_ reference: String) {
        state.withLock { $0.copies[reference, default: 0] += 1 }
    }
}

/// The relay as one process sees it.
struct TestMailPort: MailPort {
    let otherSide: OtherSide
    let life: ProcessLife
    let clock: TestClock

    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        guard !life.isOver else { return .failed(Failure(.transient, "There is no process.")) }
        let text = String(decoding: mail.message.bytes.reveal(), as: UTF8.self)
        return await otherSide.take(
            String(text.dropLast()), at: clock.now, by: life, beforeEnd: beforeEnd)
    }
}

/// The provider as one process sees it: `POST /create`, `POST /submit` with the reference, `GET /reference`.
struct TestHTTPPort: HTTPPort {
    let otherSide: OtherSide
    let life: ProcessLife

    func send(_ request: HTTPRequest, at now: Instant) async -> HTTPResult {
        guard !life.isOver else { return .failed(Failure(.transient, "There is no process.")) }
        let path = request.head.target.text.split(separator: "/").last.map(String.init) ?? ""
        let reference = String(decoding: request.body.reveal(), as: UTF8.self)
        switch path {
        case "create": return .answered(HTTPResponse(code: 201))
        case "submit":
            return switch await otherSide.take(reference, at: now, by: life) {
            case .accepted: .answered(HTTPResponse(code: 200))
            case .failed(let failure): .failed(failure)
            case .unknown(let failure): .unknown(failure)
            }
        default:
            guard otherSide.providerAnswers else { return .unknown(Failure(.transient, "No answer.")) }
            return .answered(HTTPResponse(code: otherSide.copies(of: path) > 0 ? 200 : 204))
        }
    }
}

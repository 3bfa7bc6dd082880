import Assembly
import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport
import LetterTestSupport
import Outbox
import RegisteredMail
import TestSupport
import Testing

/// A letter through a provider on this machine: the whole way from the queue over libcurl, with a clock of the test's own.
final class LetterScene: Sendable {
    static let start = Instant(secondsSinceEpoch: 1_795_000_000)

    let provider: ProviderServer
    let store = MemoryCaseStore()
    let clock = SteppedClock(start)
    let settings: Settings
    let plugin: RegisteredMailPlugin
    let http: AuthorizedHTTPPort
    private let curl: CurlHTTPPort
    private let registry: ChannelRegistry

    /// - Parameter priceMax: the most that a letter may cost, by the settings.
    init(priceMax: Money? = nil, environment more: [String: String] = [:]) async throws {
        provider = try ProviderServer()
        settings = try Self.settings(provider, more)
        curl = try CurlHTTPPort(rule: .publicAndPrivate, limits: Self.limits)
        http = AuthorizedHTTPPort(settings, over: curl)
        plugin = RegisteredMailPlugin(
            provider: RegisteredMailProvider(base: settings.registeredMail.url, priceMax: priceMax))
        registry = try ChannelRegistry([plugin])
        _ = try await store.open(
            CaseOpening(
                reference: try Self.caseReference, facts: Array("{}".utf8),
                entry: LogDraft(LogKind("opened"), at: Self.start, payload: [])))
    }

    func end() {
        curl.close()
        provider.stop()
    }

    static var caseReference: CaseReference {
        get throws { try CaseReference(parsing: "case-1") }
    }

    static func settings(
        _ provider: ProviderServer, _ more: [String: String] = [:]
    ) throws -> Settings {
        let environment = [
            "RECOURS_REGISTERED_MAIL_URL": provider.base,
            "RECOURS_REGISTERED_MAIL_TOKEN_URL": provider.tokenURL,
            "RECOURS_REGISTERED_MAIL_CLIENT_ID": "client:1",
            "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE": try SecretFile("secret key\n").path,
            "RECOURS_ALLOW_LOOPBACK": "1",
        ]
        return try Settings(file: nil, environment: environment.merging(more) { $1 })
    }

    /// Limits that end a test within seconds where the other side hangs, and that a busy machine does not reach else.
    static var limits: TransportLimits {
        var limits = TransportLimits.http
        limits.connectTimeMax = .seconds(20)
        limits.replyTimeMax = .seconds(20)
        return limits
    }

    static func request(priceMax: Money? = nil) -> PreparationRequest {
        var request = Sample.request(
            .registeredMail, Sample.refundOverdue, plan: Sample.plan(Sample.refundOverdue))
        request.wishes.priceMax = priceMax
        return request
    }

    /// Queues one letter.
    func order(_ prepared: PreparedDelivery) async throws {
        let desk = DeliveryDesk(store: store, plugins: registry)
        _ = try await store.enqueue([
            desk.order(
                prepared, in: try Self.caseReference, key: IdempotencyKey(prepared.reference),
                from: clock.now, latest: clock.now.adding(seconds: 30 * 86_400), now: clock.now)
        ])
    }

    /// A person's decision.
    func decide(_ decision: PersonDecision, _ reference: DeliveryReference) async throws {
        _ = try await DeliveryDesk(store: store, plugins: registry)
            .record(.personDecided(decision), of: reference, now: clock.now)
    }

    /// As in a store from a backup: the delivery is held, and a person lets it go.
    func restore(_ reference: DeliveryReference) async throws {
        let desk = DeliveryDesk(store: store, plugins: registry)
        _ = try await desk.record(.held(.restored), of: reference, now: clock.now)
        _ = try await desk.record(.released(from: clock.now), of: reference, now: clock.now)
    }

    /// Lets time pass and works whenever something is due, until nothing is.
    func work() async throws {
        var runs = 0
        while let next = try await store.nextMoment(), runs < 200 {
            clock.pass(to: next)
            let world = OutboxWorld(
                store: store, plugins: registry, mail: NoMail(), http: http,
                signing: SecretKeeper(settings.secrets), clock: clock, chance: { 0.5 })
            try await OutboxRunner(world, worker: try WorkerName(parsing: "worker")).runOnce()
            runs += 1
            // What is due and was not taken waits for a pause of its channel to end.
            if try await store.nextMoment() == next { clock.pass(to: clock.now.adding(seconds: 60)) }
        }
    }

    func life(_ reference: DeliveryReference) async throws -> DeliveryLifecycle {
        try #require(try await store.delivery(reference)).standing.lifecycle()
    }

    func state(_ reference: DeliveryReference) async throws -> DeliveryState {
        try await life(reference).state
    }
}

/// Time that passes only when a test says so; nobody sleeps.
final class SteppedClock: OutboxClock {
    private let moment: Locked<Instant>
    private let start: Instant

    init(_ start: Instant) {
        self.start = start
        moment = Locked(start)
    }

    var now: Instant { moment.withLock { $0 } }
    var uptimeSeconds: Int64 { 1000 + start.seconds(until: now) }

    func pass(to next: Instant) { moment.withLock { $0 = max($0, next) } }

    func sleep(seconds: Int64) async { await Task.yield() }
}

struct NoMail: MailPort {
    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        Issue.record("a mail was sent where none is expected")
        return .failed(Failure(.unsupported, "closed port"))
    }
}

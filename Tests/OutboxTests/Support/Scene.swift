import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Outbox
import Synchronization
import Testing

/// One case, its store, the other side and the time: what outlives every process.
final class Scene: Sendable {
    static let start = Instant(secondsSinceEpoch: 1_795_000_000)
    static let caseReference = "case-1"

    let store = MemoryCaseStore()
    let otherSide = OtherSide()
    let clock = TestClock(start)
    let journal = TestJournal()
    let clockMemory = TestClockMemory()
    let room = TestRoom()
    private let told = Mutex<[OutboxNotice]>([])
    private let lives = Mutex(0)

    /// What all workers have told so far.
    var notices: [OutboxNotice] { told.withLock { $0 } }

    init() async throws {
        let entry = LogDraft(LogKind("opened"), at: Self.start, payload: [])
        _ = try await store.open(
            CaseOpening(
                reference: try CaseReference(parsing: Self.caseReference), facts: Array("{}".utf8),
                entry: entry))
    }

    /// Queues deliveries.
    ///
    /// - Parameter seconds: how long until the latest moment of each.
    func enqueue(
        _ references: String..., by channel: ChannelName = .testMail, latestIn seconds: Int64 = 30 * 86_400
    ) async throws {
        try await enqueue(references, by: channel, latestIn: seconds)
    }

    func enqueue(
        _ references: [String], by channel: ChannelName = .testMail, latestIn seconds: Int64 = 30 * 86_400
    ) async throws {
        let desk = try self.desk()
        let orders = try references.map { text in
            try desk.order(
                TestRequests.prepared(text, channel), in: CaseReference(parsing: Self.caseReference),
                key: IdempotencyKey(parsing: "key-\(text)"), from: clock.now,
                latest: clock.now.adding(seconds: seconds), now: clock.now)
        }
        _ = try await store.enqueue(orders)
    }

    func desk() throws -> DeliveryDesk {
        DeliveryDesk(store: store, plugins: try ChannelRegistry([TestPlugin(life: ProcessLife())]))
    }

    /// A new process with its worker.
    func worker(
        life: ProcessLife = ProcessLife(), clock: TestClock? = nil, poison: Set<String> = [],
        limits: OutboxLimits = OutboxLimits(), faults: (FaultingStore) -> Void = { _ in },
        seed: UInt64? = nil, chore: (@Sendable (Instant) async -> Void)? = nil,
        name: String? = nil, only: String? = nil
    ) throws -> (runner: OutboxRunner, store: FaultingStore) {
        let clock = clock ?? self.clock
        let number = lives.withLock { lives in
            lives += 1
            return lives
        }
        let faulting = FaultingStore(store, life: life)
        faults(faulting)
        let chance = Mutex(Chance(seed: seed ?? 1))
        let world = OutboxWorld(
            store: faulting, plugins: try ChannelRegistry([TestPlugin(life: life, poison: poison)]),
            mail: TestMailPort(otherSide: otherSide, life: life, clock: clock),
            http: TestHTTPPort(otherSide: otherSide, life: life), signing: NoSigning(), clock: clock,
            chance: { seed == nil ? 0.5 : chance.withLock { Double($0.next(1000)) / 1000 } },
            journal: ProcessJournal(base: journal, life: life), clockMemory: clockMemory, room: room,
            tell: { notice in self.told.withLock { $0.append(notice) } },
            atFaultPoint: { life.pass($0) })
        return (
            OutboxRunner(
                world, worker: try WorkerName(parsing: name ?? "worker-\(number)"), limits: limits,
                only: try only.map { try DeliveryReference(parsing: $0) }, chore: chore),
            faulting
        )
    }

    /// One run of a new process that does what is due; its error when it ends with one.
    @discardableResult func run(
        life: ProcessLife = ProcessLife(), poison: Set<String> = [], limits: OutboxLimits = OutboxLimits(),
        faults: (FaultingStore) -> Void = { _ in }, seed: UInt64? = nil
    ) async throws -> OutboxError? {
        let (runner, _) = try worker(life: life, poison: poison, limits: limits, faults: faults, seed: seed)
        do throws(OutboxError) {
            try await runner.runOnce()
            return nil
        } catch {
            return error
        }
    }

    /// Lets time pass and runs whenever something is due, until nothing is or the time is over.
    func runOn(forSeconds seconds: Int64 = 40 * 86_400, poison: Set<String> = []) async throws {
        let end = clock.now.adding(seconds: seconds)
        var runs = 0
        while let next = try await store.nextMoment(), runs < 2000 {
            // What an earlier process left behind: the place of the worker is free after its lease.
            let free = try await store.worker()?.until ?? next
            let moment = max(next, free)
            guard moment <= end else { return }
            if moment > clock.now { clock.advance(seconds: clock.now.seconds(until: moment)) }
            try await run(life: ProcessLife(), poison: poison)
            runs += 1
            // What is due and was not taken waits for a pause to end.
            if try await store.nextMoment() == next, moment <= clock.now { clock.advance(seconds: 60) }
        }
    }

    func life(of text: String) async throws -> DeliveryLifecycle {
        let record = try #require(try await store.delivery(DeliveryReference(parsing: text)))
        return try record.standing.lifecycle()
    }

    func state(of text: String) async throws -> DeliveryState.Kind { try await life(of: text).state.kind }

    /// What the log says of a delivery, oldest first.
    func history(of text: String) async throws -> [DeliveryLogEntry] {
        let reference = try CaseReference(parsing: Self.caseReference)
        var entries: [LogEntry] = []
        while true {
            let page = try await store.log(of: reference, after: entries.count, limit: 1000)
            entries += page
            if page.count < 1000 { break }
        }
        return entries.compactMap(DeliveryLogEntry.init).filter { $0.delivery.text == text }
    }
}

/// The room that a test leaves.
final class TestRoom: RoomGauge {
    private let bytes = Mutex<Int64?>(1 << 40)

    func leaves(_ bytes: Int64?) { self.bytes.withLock { $0 = bytes } }
    func bytesFree() -> Int64? { bytes.withLock { $0 } }
}

struct NoSigning: SigningPort {
    func sign(_ bytes: [UInt8], with secret: SecretName) async throws(ChannelError) -> [UInt8] { [] }
}

/// Chance that follows from its seed.
struct Chance: Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ below: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int((state >> 11) % UInt64(below))
    }
}

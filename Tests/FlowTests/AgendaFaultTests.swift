import Assembly
import CaseFlow
import CaseStore
import CaseStoreSQLite
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import Outbox
import Synchronization
import TestSupport
import Testing

/// The worker with its chore, over a store on disk, through the faults of docs/promises.md.
@Suite("The worker and its chore, when things go wrong")
struct AgendaFaultTests {
    private let folder = StateFolder(
        path: FileManager.default.temporaryDirectory.appending(path: "recours-agenda-\(UUID().uuidString)")
            .path)

    @Test("P40: a clock that was set ahead while nothing ran sends nothing, tells nothing and drafts nothing")
    func clockAhead() async throws {
        let life = try await WorkerLife(folder)
        let lamp = try await life.scene.open()
        try await life.run(at: "2026-11-24T12:00:00+01:00", uptime: 1000)
        try await life.order("2026-11-24T12:01:00+01:00", in: lamp)

        // An hour later by the machine's own clock, and 400 days later by the wall clock.
        try await life.run(at: "2027-12-29T13:00:00+01:00", uptime: 4600)
        let held = try await life.scene.store.hold()
        let told = try await life.scene.told(lamp)
        // The clock is right again, and a person has confirmed.
        try await life.scene.store.setHold(nil)
        try await life.run(at: "2026-11-26T09:30:00+01:00", uptime: 8000)
        await life.end()

        #expect(held?.reason == .clockDoubt)
        #expect(told.isEmpty)
        #expect(life.mail.count == 1)
        #expect(
            try FileManager.default.attributesOfItem(atPath: folder.clock)[.posixPermissions] as? Int == 0o600
        )
    }

    @Test("P40: three days of silence, then a start: what is due is told once and late, and goes out once")
    func silence() async throws {
        let life = try await WorkerLife(folder)
        let lamp = try await life.scene.open()
        try await life.run(at: "2026-11-28T12:00:00+01:00", uptime: 1000)
        try await life.order("2026-11-28T12:01:00+01:00", in: lamp)

        for minute in 0..<3 {
            try await life.run(
                at: "2026-12-01T12:0\(minute):00+01:00", uptime: 1000 + 3 * 86_400 + Int64(minute) * 60)
        }
        let told = try await life.scene.told(lamp)
        await life.end()

        #expect(life.mail.count == 1)
        #expect(told.filter { $0 == "right/withdrawal/7 late" }.count == 1)
        #expect(told.filter { $0.hasPrefix("right/withdrawal") }.count == 1)
    }

    @Test("P12: yesterday's backup is restored: nothing goes out of it, and what is due is still told")
    func restored() async throws {
        let life = try await WorkerLife(folder)
        let lamp = try await life.scene.open()
        try await life.run(at: "2026-11-24T12:00:00+01:00", uptime: 1000)
        let delivery = try await life.order("2026-11-24T12:01:00+01:00", in: lamp)
        let copy = StateFolder(path: folder.path + "-copy")
        try copy.make()
        try await life.scene.store.backUp(to: copy.store, now: life.scene.at("2026-11-24T12:02:00+01:00"))
        try await life.run(at: "2026-11-24T12:03:00+01:00", uptime: 1180)
        await life.end()

        let other = try await WorkerLife(copy, mail: life.mail)
        try await other.run(at: "2026-11-26T09:00:00+01:00", uptime: 2000)
        let state = try await other.scene.store.delivery(delivery)?.life.state.kind
        let board = try await AgendaBoard(
            other.scene.shelf, at: other.scene.at("2026-11-26T09:00:00+01:00"), days: 30)
        let told = try await other.scene.told(lamp)
        // The person looks into the mailbox and finds that it had gone out.
        let desk = DeliveryDesk(store: other.scene.store, plugins: other.scene.program.registry)
        _ = try await desk.record(
            .personDecided(
                .wentOut(Receipt(evidence: .trace, acceptedAt: other.scene.at("2026-11-24T12:03:00+01:00")))),
            of: delivery, now: other.scene.at("2026-11-26T09:05:00+01:00"))
        try await other.scene.store.setHold(nil)
        try await other.run(at: "2026-11-26T09:06:00+01:00", uptime: 2360)
        await other.end()

        #expect(state == .held)
        #expect(board.present.first?.awaiting.map(\.reference) == [delivery])
        #expect(told.contains("answer/seller-messaging/over"))
        #expect(life.mail.count == 1, "once before the restore, and never again")
    }

    @Test(
        "P13: a mail that nobody takes for hours is told once, with the moment since which nothing went out")
    func delayed() async throws {
        let life = try await WorkerLife(folder)
        let lamp = try await life.scene.open()
        let mail = try await life.order("2026-11-24T12:01:00+01:00", in: lamp)
        life.mail.refuses(true)
        var entries: [Int] = []
        for (moment, uptime) in [
            ("2026-11-24T12:02:00+01:00", 1120), ("2026-11-24T16:01:00+01:00", 15_460),
            ("2026-11-24T16:02:00+01:00", 15_520), ("2026-11-24T17:30:00+01:00", 20_800),
        ] as [(String, Int64)] {
            try await life.run(at: moment, uptime: uptime)
            entries.append(try await life.scene.store.wholeLog(of: lamp).compactMap(DelayEntry.init).count)
        }
        let told = try await life.scene.store.wholeLog(of: lamp).compactMap(DelayEntry.init)
        let now = try life.scene.at("2026-11-24T17:30:00+01:00")
        let board = try await AgendaBoard(life.scene.shelf, at: now, days: 1)
        life.mail.refuses(false)
        try await life.run(at: "2026-11-24T19:00:00+01:00", uptime: 26_200)
        let after = try await AgendaBoard(
            life.scene.shelf, at: life.scene.at("2026-11-24T19:01:00+01:00"), days: 1)
        await life.end()

        #expect(entries == [0, 0, 1, 1])
        #expect(told.first?.delivery == mail)
        #expect(told.first?.since == (try life.scene.at("2026-11-24T12:02:00+01:00")))
        #expect(board.present.flatMap(\.delayed) == told)
        #expect(life.mail.count == 1)
        #expect(after.present.flatMap(\.delayed).isEmpty)
    }

    @Test("P11: what brought down the program three times stands still and is shown; the rest goes on")
    func poison() async throws {
        let life = try await WorkerLife(folder)
        let lamp = try await life.scene.open()
        let poison = try await life.order("2026-11-24T12:01:00+01:00", in: lamp)
        for minute in [2, 20, 40] {
            try await life.dieWhileSending(at: "2026-11-24T12:\(minute < 10 ? "0" : "")\(minute):00+01:00")
        }
        try await life.order("2026-11-24T13:00:00+01:00", in: lamp)

        try await life.run(at: "2026-11-24T13:10:00+01:00", uptime: 9000)
        try await life.run(at: "2026-11-26T09:00:00+01:00", uptime: 9000 + 158_000)
        let board = try await AgendaBoard(
            life.scene.shelf, at: life.scene.at("2026-11-26T09:00:00+01:00"), days: 30)
        let told = try await life.scene.told(lamp)
        await life.end()

        #expect(board.present.first?.awaiting.map(\.reference) == [poison])
        #expect(board.present.first?.awaiting.first?.life.state.kind == .quarantined)
        #expect(life.mail.count == 1)
        #expect(told.contains("answer/seller-messaging/over"))
    }

    @Test("P40: a thousand reminders of the same second are told once each")
    func thousand() async throws {
        let scene = try AgendaScene()
        for number in 0..<10 {
            let reference = try await scene.open("case-\(number)")
            for minute in 0..<100 {
                try await scene.did(
                    reference, .phone, .promised,
                    at: "2026-11-24T1\(minute / 50):\(10 + minute % 50):00+01:00",
                    promised: CivilDay("2026-12-01"))
            }
        }
        _ = await scene.process().turn(at: try scene.at("2026-11-24T12:00:00+01:00"))

        let first = await scene.process().turn(at: try scene.at("2026-12-02T00:00:00+01:00"))
        let second = await scene.process().turn(at: try scene.at("2026-12-02T00:00:01+01:00"))

        #expect(first.reminded.filter { $0.contains("promise/phone") }.count == 1000)
        #expect(Set(first.reminded).count == first.reminded.count)
        #expect(second.reminded.isEmpty)
    }
}

/// One store, and processes with a worker that come and go.
private struct WorkerLife {
    let scene: AgendaScene
    let folder: StateFolder
    let mail: CountingMailPort

    init(_ folder: StateFolder, mail: CountingMailPort = CountingMailPort()) async throws {
        self.folder = folder
        self.mail = mail
        scene = try AgendaScene(try folder.openStore())
    }

    func end() async { await scene.store.shutDown() }

    /// A process that starts at a moment, does what is due, and ends.
    func run(at moment: String, uptime: Int64) async throws {
        let reminding = scene.process()
        let world = OutboxWorld(
            store: scene.store, plugins: scene.program.registry, mail: mail, http: ClosedPort(),
            signing: ClosedPort(), clock: StandingClock(now: try scene.at(moment), uptimeSeconds: uptime),
            chance: { 0.5 }, clockMemory: FileClockMemory(folder))
        let runner = OutboxRunner(world, worker: try WorkerName(parsing: "worker")) { now in
            _ = await reminding.turn(at: now)
        }
        try await runner.runOnce()
    }

    /// Orders a mail that goes out at once.
    @discardableResult func order(
        _ moment: String, in reference: CaseReference
    ) async throws -> DeliveryReference {
        let now = try scene.at(moment)
        let name = try await scene.shelf.stored(reference, asOf: now).nextDeliveryReference()
        let mail = try PreparedDelivery.mail(name)
        let desk = DeliveryDesk(store: scene.store, plugins: scene.program.registry)
        let order = try desk.order(
            mail, in: reference, key: IdempotencyKey(name), from: now, latest: now.adding(hours: 24 * 400),
            now: now)
        _ = try await scene.store.enqueue([order])
        return name
    }

    /// A process takes what is due, or takes it over, and is gone before anything has left it.
    func dieWhileSending(at moment: String) async throws {
        let now = try scene.at(moment)
        let request = ClaimRequest(
            worker: try WorkerName(parsing: "worker"), now: now, leaseUntil: now.adding(seconds: 60), limit: 1
        )
        let step: @Sendable (DeliveryEvent, DeliveryRecord) throws(CaseStoreError) -> ClaimStep = {
            event, record throws(CaseStoreError) in
            var life = record.life
            do { try life.apply(event, at: now) } catch { throw .deliveryChanged(record.reference) }
            return ClaimStep(try DeliveryStanding(life))
        }
        let lease = request.leaseUntil
        let taken = try await scene.store.claim(request) { (record) throws(CaseStoreError) in
            try step(.claimed(lease: lease), record)
        }
        guard taken.isEmpty else { return }
        _ = try await scene.store.rescue(request) { (record) throws(CaseStoreError) in
            try step(.leaseRanOut(lease: lease), record)
        }
    }
}

/// A clock that stands still; short sleeps end at once.
private struct StandingClock: OutboxClock {
    let now: Instant
    let uptimeSeconds: Int64
    var boot: String? { "boot" }
    func sleep(seconds: Int64) async { await Task.yield() }
}

/// A relay that takes every mail unless it is told otherwise, and counts them.
private final class CountingMailPort: MailPort {
    private let taken = Mutex(0)
    private let isRefusing = Mutex(false)

    func refuses(_ refuses: Bool) { isRefusing.withLock { $0 = refuses } }

    var count: Int { taken.withLock { $0 } }

    func send(_ mail: OutgoingMail, beforeEnd: (@Sendable () async -> Bool)?) async -> MailResult {
        guard await beforeEnd?() ?? true else { return .failed(Failure(.cancelled, "called off")) }
        guard !isRefusing.withLock({ $0 }) else { return .failed(Failure(.transient, "451 try again")) }
        taken.withLock { $0 += 1 }
        return .accepted(ServerReply(code: 250, text: "2.0.0 Ok"))
    }
}

extension PreparedDelivery {
    /// A mail to nobody.
    fileprivate static func mail(_ name: DeliveryReference) throws -> PreparedDelivery {
        PreparedDelivery(
            channel: .email, reference: name, recipient: "service@exemple.example",
            artifacts: [
                Artifact(
                    role: .message, fileName: ArtifactFileName("message.eml"), mediaType: .mailMessage,
                    bytes: Array("Subject: \(name)\r\n\r\nBonjour.\r\n".utf8))
            ], consent: ConsentNeeded(irreversible: true), afterwards: "Wait.",
            payload: .mail(
                envelope: MailEnvelope(
                    sender: try EmailAddress(parsing: "camille@exemple.example"),
                    recipient: try EmailAddress(parsing: "service@exemple.example")), message: .message))
    }
}

import Assembly
import CaseFlow
import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("Reminding: a delivery that takes long is told once (P13)")
struct DelayTests {
    /// A mail that was tried at 12:00 and waits.
    private func waiting(_ store: MemoryCaseStore) async throws -> (AgendaScene, DeliveryReference) {
        let scene = try AgendaScene(store)
        let lamp = try await scene.open()
        let now = try scene.at("2026-11-24T12:00:00+01:00")
        let name = try DeliveryReference(parsing: "lamp-1")
        let prepared = PreparedDelivery(
            channel: .email, reference: name, recipient: "service@exemple.example", artifacts: [],
            consent: ConsentNeeded(irreversible: false), afterwards: "Wait.",
            payload: .person(PersonTask(kind: .call, text: "Call.")))
        let order = try DeliveryDesk(store: store, plugins: scene.program.registry).order(
            prepared, in: lamp, key: IdempotencyKey(name), from: now, latest: now.adding(hours: 99), now: now)
        _ = try await store.enqueue([order])
        try await wait(name, store, at: now)
        return (scene, name)
    }

    /// Tries a delivery in vain.
    private func wait(_ name: DeliveryReference, _ store: MemoryCaseStore, at now: Instant) async throws {
        guard let record = try await store.delivery(name) else { return }
        var life = record.life
        try life.apply(.claimed(lease: now.adding(seconds: 60)), at: now)
        try life.apply(.outcome(.failed(Failure(.transient, "451 try again"))), at: now)
        _ = try await store.revise(DeliveryRevision(of: record, standing: try DeliveryStanding(life)))
    }

    @Test("what could not be logged because the disk was full is told once there is room, by the same worker")
    func full() async throws {
        let store = MemoryCaseStore()
        let (scene, name) = try await waiting(store)
        let worker = scene.process()
        _ = await worker.turn(at: try scene.at("2026-11-24T15:59:00+01:00"))
        await store.refuseWriting(.full(path: "cases.sqlite"))
        let refused = await worker.turn(at: try scene.at("2026-11-24T16:00:00+01:00"))
        await store.refuseWriting(nil)

        let notices = await worker.turn(at: try scene.at("2026-11-24T16:00:30+01:00"))
        let again = await worker.turn(at: try scene.at("2026-11-24T16:01:00+01:00"))

        #expect(refused == [.storeFailed(.full(path: "cases.sqlite"))])
        #expect(
            notices.compactMap { if case .delayed(let told) = $0 { told.delay.delivery } else { nil } } == [
                name
            ])
        #expect(again.isEmpty)
    }

    @Test("another try that fails is no news, and what was told is not read again")
    func triedAgain() async throws {
        let store = MemoryCaseStore()
        let (scene, name) = try await waiting(store)
        let first = await scene.process().turn(at: try scene.at("2026-11-24T16:00:00+01:00"))
        let left = try await store.deliveriesToWarnOf(
            at: try scene.at("2026-11-24T17:00:00+01:00"), limit: 10)

        try await wait(name, store, at: try scene.at("2026-11-24T17:00:00+01:00"))
        let second = await scene.process().turn(at: try scene.at("2026-11-24T17:00:30+01:00"))

        #expect(first.count == 1)
        #expect(left.isEmpty)
        #expect(second.isEmpty)
        #expect(
            try await store.wholeLog(of: CaseReference(parsing: "lamp")).compactMap(DelayEntry.init).count
                == 1)
    }
}

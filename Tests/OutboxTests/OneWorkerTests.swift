import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("OutboxRunner: one worker at a time")
struct OneWorkerTests {
    @Test("P10: while one worker has its place, a second refuses to start")
    func secondWorker() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .hangs)
        let (first, _) = try scene.worker()
        let (second, _) = try scene.worker()

        let running = Task { () async -> OutboxError? in await first.endOfRun() }
        while scene.otherSide.hangingCount == 0 { await Task.yield() }
        let refusal = await second.endOfRun()
        scene.otherSide.release()
        let end = await running.value

        guard case .store(.workerRunning) = refusal else {
            Issue.record("the second one was let in: \(String(describing: refusal))")
            return
        }
        #expect(end == nil)
        #expect(scene.otherSide.copies(of: "a") == 1)
        try await scene.expectInvariants()
    }

    @Test("P10: one of the same name that is refused leaves the worker its place")
    func refusedOfTheSameName() async throws {
        let scene = try await Scene()
        let now = scene.clock.now
        let name = try WorkerName(parsing: "here")
        try await scene.store.startWorker(name, now: now, until: now.adding(seconds: 180))
        let (second, store) = try scene.worker(
            faults: { $0.breaksAlways(.startWorker, .refuses(.locked(path: "store.worker"))) }, name: "here")

        let refusal = await second.endOfRun()

        guard case .store(.locked) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(store.count(.endWorker) == 0)
        #expect(try await scene.store.worker()?.worker == name)
    }

    @Test(
        "P10: a worker that slept through its leases finds its late result refused, and stops",
        arguments: [ChannelName.testMail, .testLetter])
    func lateResult(channel: ChannelName) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: channel)
        scene.otherSide.reacts(to: "a", .hangs)
        // Its clock stands still, as for a process that is stopped.
        let (sleeper, _) = try scene.worker(clock: TestClock(scene.clock.now))
        let asleep = Task { () async -> OutboxError? in await sleeper.endOfRun() }
        while scene.otherSide.hangingCount == 0 { await Task.yield() }

        scene.clock.advance(seconds: 3600)
        try await scene.run()
        let meanwhile = try await scene.life(of: "a")
        scene.otherSide.release()
        _ = await asleep.value
        try await scene.runOn()

        #expect(meanwhile.state.kind == .unknown)
        #expect(scene.notices.contains(.superseded(try DeliveryReference(parsing: "a"))))
        #expect(scene.otherSide.tries(of: "a").count == 1)
        #expect([.unknown, .accepted].contains(try await scene.state(of: "a")))
        try await scene.expectInvariants()
    }

    @Test("P10: a worker that was replaced before anything left sends nothing")
    func replacedBeforeItBegan() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")

        let error = try await scene.run(faults: {
            $0.breaks(.remember, at: 1, .refuses(.superseded(Self.reference)))
        })

        #expect(error == nil)
        #expect(scene.otherSide.copies(of: "a") == 0)
        try await scene.expectInvariants()
    }

    private static let reference: DeliveryReference = {
        guard let reference = try? DeliveryReference(parsing: "a") else { preconditionFailure("a literal") }
        return reference
    }()
}

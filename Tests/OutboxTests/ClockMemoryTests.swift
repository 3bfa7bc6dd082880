import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("OutboxRunner: the clock while it was down")
struct ClockMemoryTests {
    /// A scene whose worker has trusted the clock once, and then ended.
    private func scene() async throws -> Scene {
        let scene = try await Scene()
        try await scene.enqueue("first")
        try await scene.run()
        try await scene.enqueue("a")
        return scene
    }

    @Test(
        "P40: a clock that was set while the program was down lets nothing out until a person confirms",
        arguments: [-3600, -86_400, 27 * 3600, 400 * 86_400, -301] as [Int64])
    func setWhileDown(seconds: Int64) async throws {
        let scene = try await scene()

        scene.clock.set(by: seconds)
        try await scene.run()
        let held = scene.otherSide.copies(of: "a")
        try await scene.run()
        try await scene.store.setHold(nil)
        try await scene.runOn()

        #expect(held == 0)
        #expect(scene.notices.filter { if case .clockDoubt = $0 { true } else { false } }.count == 1)
        // What would come too late by the clock that the person confirmed goes out no more.
        #expect(try await scene.state(of: "a") == (seconds > 30 * 86_400 ? .failed : .accepted))
        try await scene.expectInvariants()
    }

    @Test(
        "P40: the program being down, the machine asleep, and small corrections are no reason to doubt",
        arguments: [(3 * 86_400, 0), (30, -299), (60, 25 * 3600), (400 * 86_400, 60)] as [(Int64, Int64)])
    func quietlyDown(passed: Int64, set: Int64) async throws {
        let scene = try await scene()
        // So that it does not come too late.
        let late = passed > 30 * 86_400

        scene.clock.advance(seconds: passed)
        scene.clock.set(by: set)
        try await scene.runOn()

        #expect(try await scene.store.hold() == nil)
        #expect(try await scene.state(of: "a") == (late ? .failed : .accepted))
        try await scene.expectInvariants()
    }

    @Test(
        "P40: after a restart of the machine a clock that runs behind, or a month's absence, is asked about")
    func restarted() async throws {
        for (seconds, isDoubtful) in [
            (-301, true), (-299, false), (31 * 86_400, false), (33 * 86_400, true), (400 * 86_400, true),
        ] as [(Int64, Bool)] {
            let scene = try await scene()

            scene.clock.restart(afterSeconds: seconds)
            try await scene.run()

            let reason = try await scene.store.hold()?.reason
            #expect((reason == .clockDoubt) == isDoubtful, "\(seconds) s")
            #expect(scene.otherSide.copies(of: "a") == 0 || !isDoubtful)
            try await scene.expectInvariants()
        }
    }

    @Test("what is in doubt stays so over further starts, also when the store was held for another reason")
    func staysInDoubt() async throws {
        let scene = try await scene()
        try await scene.store.setHold(Hold(.restored, since: scene.clock.now))

        scene.clock.set(by: 400 * 86_400)
        try await scene.run()
        try await scene.run()

        #expect(try await scene.store.hold()?.reason == .restored)
        #expect(scene.clockMemory.readings.last?.isTrusted == false)
        #expect(scene.otherSide.copies(of: "a") == 0)
    }

    @Test("no chore is done by a clock in doubt")
    func noChore() async throws {
        let scene = try await scene()
        scene.clock.set(by: 400 * 86_400)
        let (runner, _) = try scene.worker(chore: { _ in Issue.record("a reminder by a wrong clock") })

        #expect(await runner.endOfRun() == nil)
    }

    @Test("the clocks are kept once a minute, and at the end")
    func kept() async throws {
        let scene = try await Scene()
        try await scene.enqueue("first")
        let (runner, run) = try await scene.running(until: "first")
        for _ in 0..<20 {
            scene.clock.advance(seconds: 10)
            await runner.wake()
            for _ in 0..<20 { await Task.yield() }
        }
        await runner.stop()

        #expect(await run.value == nil)
        let readings = scene.clockMemory.readings
        #expect((2...6).contains(readings.count))
        #expect(readings.last?.wall == scene.clock.now)
        #expect(readings.allSatisfy { $0.isTrusted })
    }
}

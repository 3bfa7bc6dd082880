import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Synchronization
import Testing

@Suite("OutboxRunner: clocks and holds")
struct ClockTests {
    @Test(
        "P40: a clock that jumps too far lets nothing out until a person confirms",
        arguments: [-3600, -86_400, 400 * 86_400, -301, 26 * 3600 + 60] as [Int64])
    func jump(seconds: Int64) async throws {
        let scene = try await Scene()
        try await scene.enqueue("first")
        let (runner, run) = try await scene.running(until: "first")

        scene.clock.set(by: seconds)
        try await scene.enqueue("a")
        await runner.wake()
        while try await scene.store.hold() == nil { await Task.yield() }
        for _ in 0..<50 { await Task.yield() }
        let held = scene.otherSide.copies(of: "a")
        try await scene.store.setHold(nil)
        await runner.wake()
        while try await scene.state(of: "a") != .accepted { await Task.yield() }
        await runner.stop()

        #expect(await run.value == nil)
        #expect(held == 0)
        #expect(scene.notices.contains { if case .clockDoubt = $0 { true } else { false } })
        #expect(scene.otherSide.copiesInAll == 2)
        try await scene.expectInvariants()
    }

    @Test(
        "P40: a small correction, a day ahead, and sleep do not stop it",
        arguments: [-299, 60, 86_400, 25 * 3600] as [Int64])
    func smallJump(seconds: Int64) async throws {
        let scene = try await Scene()
        try await scene.enqueue("first")
        let (runner, run) = try await scene.running(until: "first")

        scene.clock.set(by: seconds)
        try await scene.enqueue("a")
        await runner.wake()
        while try await scene.state(of: "a") != .accepted { await Task.yield() }
        await runner.stop()

        #expect(await run.value == nil)
        #expect(try await scene.store.hold() == nil)
        try await scene.expectInvariants()
    }

    @Test("P40: a clock set ahead does not make the worker take over what it is sending itself")
    func ownLeases() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .hangs)
        let (runner, _) = try scene.worker()
        let run = Task { () async -> OutboxError? in await runner.endOfRun() }
        while scene.otherSide.hangingCount == 0 { await Task.yield() }

        scene.clock.set(by: 3600)
        await runner.wake()
        for _ in 0..<100 { await Task.yield() }
        scene.otherSide.release()

        #expect(await run.value == nil)
        #expect(try await scene.state(of: "a") == .accepted)
        #expect(scene.otherSide.tries(of: "a").count == 1)
        try await scene.expectInvariants()
    }

    @Test(
        "P40: many deliveries that are due at once after three days of silence go out once each, nearest deadline first"
    )
    func afterSilence() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<150).map { "d\($0)" }, latestIn: 20 * 86_400)
        try await scene.enqueue("urgent", latestIn: 4 * 86_400)
        try await scene.enqueue("missed", latestIn: 86_400)

        scene.clock.advance(seconds: 3 * 86_400)
        try await scene.run()

        #expect(scene.otherSide.copiesInAll == 151)
        #expect(try await scene.state(of: "urgent") == .accepted)
        #expect(try await scene.state(of: "missed") == .failed, "too late: the case decides again")
        let started = scene.notices.compactMap { notice -> String? in
            if case .claimed(let reference, _, _) = notice { reference.text } else { nil }
        }
        #expect(started.first == "urgent")
        try await scene.expectInvariants()
    }

    @Test("P12: after a restore each delivery is held for itself, and released or matched by a person")
    func restored() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b", "flight")
        // The backup was made while one delivery was in flight.
        scene.otherSide.reacts(to: "a", .fails(.transient))
        try await scene.run(life: ProcessLife(dyingAt: (.claimed, 1)), limits: Self.oneByOne)
        try await scene.store.setHold(Hold(.restored, since: scene.clock.now))
        scene.clock.advance(seconds: 3600)

        try await scene.run()
        let held = try await scene.kinds()
        try await scene.store.setHold(nil)
        try await scene.run()
        let afterwards = try await scene.kinds()
        let desk = try scene.desk()
        _ = try await desk.record(
            .released(from: scene.clock.now), of: DeliveryReference(parsing: "b"), now: scene.clock.now)
        try await scene.runOn()

        #expect(held == [.held: 3])
        #expect(afterwards == [.held: 3], "the end of the store's hold sends nothing by itself")
        #expect(scene.otherSide.copies(of: "b") == 1)
        #expect(scene.otherSide.copiesInAll == 1)
        try await scene.expectInvariants()
    }

    @Test(
        "what a person let go after a restore stays let go, however often a worker starts before the store is released"
    )
    func releasedStays() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b")
        try await scene.store.setHold(Hold(.restored, since: scene.clock.now))
        try await scene.run()

        _ = try await scene.desk().record(
            .released(from: scene.clock.now), of: DeliveryReference(parsing: "b"), now: scene.clock.now)
        try await scene.run()
        let before = scene.otherSide.copiesInAll
        try await scene.store.setHold(nil)
        try await scene.run()

        #expect(before == 0)
        #expect(scene.otherSide.copies(of: "b") == 1)
        #expect(try await scene.kinds() == [.held: 1, .accepted: 1])
    }

    private static let oneByOne: OutboxLimits = {
        var limits = OutboxLimits()
        limits.claimMax = 1
        return limits
    }()

    @Test(
        "a hold by a person lets nothing out, and what is unknown is still asked about when it was left behind"
    )
    func hold() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        try await scene.enqueue("letter", by: .testLetter)
        scene.otherSide.reacts(to: "letter", .weDie(taken: true))
        try await scene.run(limits: Self.oneByOne)
        try await scene.enqueue("b")
        try await scene.store.setHold(Hold(.person, since: scene.clock.now))

        scene.clock.advance(seconds: 3600)
        try await scene.run()

        #expect(scene.otherSide.copies(of: "b") == 0)
        #expect(try await scene.state(of: "letter") == .accepted)
        try await scene.store.setHold(nil)
        try await scene.runOn()
        #expect(scene.otherSide.copies(of: "b") == 1)
        try await scene.expectInvariants()
    }

    @Test("P40: a clock that was set back while a worker was down is noticed by the lease that it left")
    func setBackBetweenRuns() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        try await scene.run(life: ProcessLife(dyingAt: (.claimed, 1)))
        let (runner, _) = try scene.worker(name: "worker-1")

        scene.clock.set(by: -3600)
        #expect(await runner.endOfRun() == nil)

        #expect(try await scene.store.hold()?.reason == .clockDoubt)
        #expect(scene.otherSide.tries(of: "a").isEmpty)
        try await scene.expectInvariants()
    }

    @Test("what else is due is done while the clock can be trusted")
    func chores() async throws {
        let scene = try await Scene()
        let done = Mutex<[Instant]>([])
        let life = ProcessLife()
        let (runner, _) = try scene.worker(life: life, chore: { now in done.withLock { $0.append(now) } })

        #expect(await runner.endOfRun() == nil)

        #expect(done.withLock { $0 } == [Scene.start])
    }

    @Test("outcomes are stored while something else that is due takes its time, and a stop calls it off")
    func longChore() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        let isBegun = Mutex(false)
        let isCalledOff = Mutex(false)
        let (runner, _) = try scene.worker(chore: { _ in
            isBegun.withLock { $0 = true }
            while !Task.isCancelled { await Task.yield() }
            isCalledOff.withLock { $0 = true }
        })

        let run = Task { () async -> OutboxError? in
            do throws(OutboxError) {
                try await runner.run()
                return nil
            } catch { return error }
        }
        while try await scene.state(of: "a") != .accepted { await Task.yield() }
        while !isBegun.withLock({ $0 }) { await Task.yield() }
        let before = isCalledOff.withLock { $0 }
        await runner.stop()
        let error = await run.value

        #expect(!before)
        #expect(error == nil)
        #expect(isCalledOff.withLock { $0 })
    }
}

extension Scene {
    /// A worker that runs until it is stopped, once it has delivered something.
    func running(until name: String) async throws -> (OutboxRunner, Task<OutboxError?, Never>) {
        let (runner, _) = try worker()
        let run = Task { () async -> OutboxError? in
            do throws(OutboxError) {
                try await runner.run()
                return nil
            } catch { return error }
        }
        while try await state(of: name) != .accepted { await Task.yield() }
        return (runner, run)
    }
}

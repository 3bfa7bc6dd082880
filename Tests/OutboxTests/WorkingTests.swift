import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Synchronization
import Testing

@Suite("OutboxRunner: order, limits and pauses")
struct WorkingTests {
    @Test("a hundred mails go out ten at a time, claimed and recorded in groups")
    func groups() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<100).map { "d\($0)" })
        let (runner, store) = try scene.worker()

        #expect(await runner.endOfRun() == nil)

        #expect(scene.otherSide.copiesInAll == 100)
        #expect((2...10).contains(scene.otherSide.underWayMax))
        #expect(store.count(.claim) <= 25)
        #expect(store.count(.settle) < 100)
        try await scene.expectInvariants()
    }

    @Test(
        "P16: a channel that hangs does not hold up the others, and its deliveries end when their time is over"
    )
    func hangingChannel() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<80).map { "m\($0)" }, by: .testMail)
        for number in 0..<80 { scene.otherSide.reacts(to: "m\(number)", .hangs) }
        try await scene.enqueue((0..<30).map { "z\($0)" }, by: .testForm)
        let (runner, _) = try scene.worker()

        let run = Task { () async -> OutboxError? in await runner.endOfRun() }
        while (0..<30).contains(where: { scene.otherSide.copies(of: "z\($0)") == 0 }) { await Task.yield() }
        let hanging = scene.otherSide.hangingCount
        await runner.stop()
        scene.clock.advance(seconds: 25)
        #expect(await run.value == nil)
        scene.otherSide.release()
        try await scene.runOn()

        #expect(hanging >= 1)
        for number in 0..<30 { #expect(try await scene.state(of: "z\(number)") == .accepted) }
        try await scene.expectInvariants()
    }

    @Test("a worker for one delivery leaves the others alone")
    func onlyOne() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b")
        let (runner, _) = try scene.worker(only: "b")

        #expect(await runner.endOfRun() == nil)

        #expect(try await scene.state(of: "b") == .accepted)
        #expect(try await scene.state(of: "a") == .queued)
        #expect(scene.otherSide.copiesInAll == 1)
        try await scene.expectInvariants()
    }

    @Test("a plugin that does not end in time is ended: unknown once it had begun")
    func overdue() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .hangs)
        let (runner, _) = try scene.worker()
        let run = Task { () async -> OutboxError? in await runner.endOfRun() }
        while scene.otherSide.hangingCount == 0 { await Task.yield() }

        // Leases are kept meanwhile.
        while try await scene.state(of: "a") == .sending {
            scene.clock.advance(seconds: 30)
            for _ in 0..<50 { await Task.yield() }
        }

        #expect(await run.value == nil)
        #expect(scene.clock.uptimeSeconds >= 1000 + 600)
        #expect(try await scene.state(of: "a") == .unknown)
        scene.otherSide.release()
        try await scene.runOn()
        #expect(scene.otherSide.tries(of: "a").count == 1)
        try await scene.expectInvariants()
    }

    @Test("P8: a stop claims nothing more and waits for the reply")
    func stopWithReply() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<30).map { "d\($0)" })
        scene.otherSide.usually(.hangs)
        let (runner, _) = try scene.worker()
        let run = Task { () async -> OutboxError? in await runner.endOfRun() }
        while scene.otherSide.hangingCount == 0 { await Task.yield() }

        await runner.stop()
        await runner.stop()
        for _ in 0..<50 { await Task.yield() }
        scene.otherSide.release()
        #expect(await run.value == nil)

        let kinds = try await scene.kinds()
        #expect(kinds[.accepted] == scene.otherSide.copiesInAll)
        #expect((kinds[.accepted] ?? 0) + (kinds[.queued] ?? 0) == 30)
        #expect(scene.notices.count { $0 == .stopping } == 1)
        #expect(try await scene.store.worker() == nil)
        try await scene.expectInvariants()
    }

    @Test("P8: what has no reply when the grace is over is unknown, and the rest is queued as if untouched")
    func stopWithoutReply() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<30).map { "d\($0)" })
        scene.otherSide.usually(.hangs)
        let (runner, _) = try scene.worker()
        let run = Task { () async -> OutboxError? in await runner.endOfRun() }
        while scene.otherSide.hangingCount == 0 { await Task.yield() }

        await runner.stop()
        for _ in 0..<50 { await Task.yield() }
        scene.clock.advance(seconds: 20)
        #expect(await run.value == nil)

        let kinds = try await scene.kinds()
        let sent = scene.otherSide.triesInAll.count
        #expect(kinds[.unknown] == sent)
        #expect(kinds[.queued] == 30 - sent)
        for record in try await scene.records() where record.standing.state.text == "queued" {
            #expect(record.life.attempts == 0)
        }
        scene.otherSide.release()
        try await scene.expectInvariants()
    }

    @Test(
        "P21: a refused account is tried at most three times an hour, whoever starts the worker how often, and told once"
    )
    func refusedAccount() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<20).map { "d\($0)" })
        scene.otherSide.usually(.fails(.authentication))

        for minute in 0..<180 {
            if minute == 90 { try await scene.enqueue("late") }
            try await scene.run()
            scene.clock.advance(seconds: 60)
        }
        let tries = scene.otherSide.triesInAll.sorted()
        scene.otherSide.usually(.accepts)
        try await scene.runOn()

        for start in tries {
            #expect(tries.count { $0 >= start && start.seconds(until: $0) < 3600 } <= 3)
        }
        #expect(tries.count >= 6, "it is tried again")
        let alerts = scene.notices.count { if case .channelPaused = $0 { true } else { false } }
        #expect(alerts == 1)
        #expect(scene.otherSide.copiesInAll == 21)
        for record in try await scene.records() { #expect(record.life.state.kind == .accepted) }
        try await scene.expectInvariants()
    }

    @Test("P21: one channel pauses, and the others do not")
    func onePauses() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b")
        try await scene.enqueue("f", by: .testForm)
        scene.otherSide.reacts(to: "a", .fails(.configuration))

        try await scene.run()

        #expect(try await scene.state(of: "a") == .waiting)
        #expect(try await scene.state(of: "b") == .queued)
        #expect(try await scene.state(of: "f") == .accepted)
        try await scene.runOn()
        #expect(scene.otherSide.copiesInAll == 3)
    }

    @Test("P21: who sends one delivery keeps to the pause of its channel, and reads no others to know of it")
    func onePausedForAll() async throws {
        let scene = try await Scene()
        try await scene.enqueue((0..<20).map { "w\($0)" })
        scene.otherSide.usually(.fails(.transient))
        try await scene.run()
        scene.otherSide.usually(.accepts)
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .fails(.authentication))
        try await scene.run()
        try await scene.enqueue("b")
        try await scene.enqueue("f", by: .testForm)

        let (mail, mailStore) = try scene.worker(only: "b")
        let (form, formStore) = try scene.worker(only: "f")
        let ends = [await mail.endOfRun(), await form.endOfRun()]

        #expect(ends == [nil, nil])
        #expect(scene.otherSide.tries(of: "b").isEmpty)
        #expect(try await scene.state(of: "b") == .queued)
        #expect(try await scene.state(of: "f") == .accepted)
        #expect([mailStore, formStore].map { $0.count(.deliveries) } == [0, 0])
    }

    @Test(
        "P28, P30: results that the store has no room for are kept until it has, and nothing else is sent meanwhile",
        arguments: [CaseStoreError.full(path: "store"), .busy(seconds: 10)])
    func storeFull(error: CaseStoreError) async throws {
        let scene = try await Scene()
        scene.clock.letSleepsPass(upTo: 5)
        try await scene.enqueue((0..<30).map { "d\($0)" })
        let (runner, store) = try scene.worker()
        for time in 1...5 { store.breaks(.settle, at: time, .refuses(error)) }

        #expect(await runner.endOfRun() == nil)

        let first = try #require(
            scene.notices.firstIndex { if case .outcomesWait = $0 { true } else { false } })
        let last = try #require(
            scene.notices.lastIndex { if case .outcomesWait = $0 { true } else { false } })
        let claims = scene.notices[first...last].count { if case .claimed = $0 { true } else { false } }
        #expect(claims == 0)
        #expect(scene.otherSide.copiesInAll == 30)
        for record in try await scene.records() { #expect(record.life.state.kind == .accepted) }
        try await scene.expectInvariants()
    }

    @Test(
        "P30: a store that is busy for long keeps a worker waiting, whatever it asks of it",
        arguments: [StoreCall.rescue, .claim, .hold, .nextMoment])
    func storeBusy(call: StoreCall) async throws {
        let scene = try await Scene()
        scene.clock.letSleepsPass(upTo: 5)
        let (runner, store) = try scene.worker()
        let run = Task { try await runner.run() }
        while store.count(.nextMoment) == 0 { await Task.yield() }
        store.breaksAlways(call, .refuses(.busy(seconds: 10)))
        try await scene.enqueue("a")
        let before = store.count(call)
        for _ in 0..<5000 where store.count(call) < before + 12 {
            scene.clock.advance(seconds: 5)
            await runner.wake()
            await Task.yield()
        }
        #expect(store.count(call) >= before + 12)

        store.breaksAlways(call, nil)
        for _ in 0..<5000 {
            if try await scene.state(of: "a") == .accepted { break }
            scene.clock.advance(seconds: 5)
            await runner.wake()
            await Task.yield()
        }
        await runner.stop()
        try await run.value

        #expect(scene.otherSide.copiesInAll == 1)
        try await scene.expectInvariants()
    }

    @Test(
        "P28: a store that stays full and a disk that takes nothing end the run, and the results are unknown later"
    )
    func storeStaysFull() async throws {
        let scene = try await Scene()
        scene.journal.setUnusable(true)
        scene.clock.letSleepsPass(upTo: 5)
        try await scene.enqueue((0..<30).map { "d\($0)" })
        let (runner, store) = try scene.worker()
        store.breaksAlways(.settle, .refuses(.full(path: "store")))

        let error = await runner.endOfRun()
        let sent = scene.otherSide.triesInAll.count
        try await scene.runOn()

        guard case .outcomesNotStored(let count, .full) = error else {
            Issue.record("it did not end as it must: \(String(describing: error))")
            return
        }
        #expect(count >= 1)
        #expect(sent <= 10)
        #expect(scene.otherSide.copiesInAll == 30, "each goes out once")
        #expect(scene.notices.contains(.journalUnusable))
        #expect(try await scene.kinds()[.unknown] == sent)
        try await scene.expectInvariants()
    }

    @Test("nothing leaves when it cannot be stored that it may")
    func markRefused() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        let (runner, store) = try scene.worker()
        store.breaks(.remember, at: 1, .refuses(.full(path: "store")))

        #expect(await runner.endOfRun() == nil)

        #expect(scene.otherSide.copies(of: "a") == 0)
        #expect(try await scene.state(of: "a") == .queued)
        #expect(try await scene.life(of: "a").attempts == 0)
        try await scene.runOn()
        #expect(scene.otherSide.copies(of: "a") == 1)
    }

    @Test("run goes on until it is stopped, and does what becomes due and what is added")
    func run() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .fails(.transient))
        let (runner, _) = try scene.worker()

        let run = Task { () async -> OutboxError? in
            do throws(OutboxError) {
                try await runner.run()
                return nil
            } catch { return error }
        }
        while try await scene.state(of: "a") != .waiting { await Task.yield() }
        try await scene.enqueue("b")
        await runner.wake()
        while try await scene.state(of: "b") != .accepted { await Task.yield() }
        while try await scene.state(of: "a") != .accepted {
            scene.clock.advance(seconds: 30)
            for _ in 0..<20 { await Task.yield() }
        }
        await runner.stop()

        #expect(await run.value == nil)
        #expect(scene.otherSide.copiesInAll == 2)
        try await scene.expectInvariants()
    }
}

extension Scene {
    func records() async throws -> [DeliveryRecord] {
        try await store.deliveries(of: CaseReference(parsing: Self.caseReference))
    }

    /// How many deliveries are in each state.
    func kinds() async throws -> [DeliveryState.Kind: Int] {
        try await records().reduce(into: [:]) { $0[$1.life.state.kind, default: 0] += 1 }
    }
}

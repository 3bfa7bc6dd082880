import CaseStore
import CivilCalendar
import ContactRouting
import Foundation
import Outbox
import Testing

@Suite("OutboxRunner: outcomes beside the store")
struct JournalTests {
    @Test(
        "P30: results that the store never took stand beside it, and the next run stores them",
        arguments: [CaseStoreError.full(path: "store"), .inputOutput(path: "store", code: 5)])
    func kept(error: CaseStoreError) async throws {
        let scene = try await Scene()
        scene.clock.letSleepsPass(upTo: 5)
        try await scene.enqueue((0..<30).map { "d\($0)" })
        try await scene.enqueue("letter", by: .testLetter)
        let (runner, store) = try scene.worker()
        store.breaksAlways(.settle, .refuses(error))

        let end = await runner.endOfRun()
        let kept = try await scene.journal.outcomes().count
        try await scene.run()

        guard case .outcomesNotStored(let count, error) = end else {
            Issue.record("it did not end as it must: \(String(describing: end))")
            return
        }
        #expect(kept == count)
        #expect(scene.notices.contains(.outcomesFound(count: count)))
        #expect(scene.journal.isEmpty)
        #expect(scene.otherSide.copiesInAll == 31, "each goes out once")
        #expect(try await scene.kinds()[.unknown] == nil)
        try await scene.expectInvariants()
    }

    @Test("an outcome that was kept before channels paused is read, and pauses none")
    func older() throws {
        let outcome = UnstoredOutcome(
            Settlement(
                ClaimTicket(reference: try DeliveryReference(parsing: "lamp-1"), token: 1),
                standing: DeliveryStanding(
                    try StateName(parsing: "waiting"), due: Instant(secondsSinceEpoch: 5),
                    warnsAt: Instant(secondsSinceEpoch: 9))))
        let bytes = try JSONEncoder().encode(outcome)
        var keys = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        keys["pausesChannel"] = nil

        let read = try JSONDecoder().decode(
            UnstoredOutcome.self, from: JSONSerialization.data(withJSONObject: keys))

        #expect(try JSONDecoder().decode(UnstoredOutcome.self, from: bytes) == outcome)
        #expect(read == outcome)
    }

    @Test("an outcome takes the place of another one beside the store, once that one is stored")
    func replaced() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        try await scene.enqueue("b", by: .testForm)
        scene.otherSide.reacts(to: "b", .hangs)
        var limits = OutboxLimits()
        limits.settleMax = 1
        let (runner, store) = try scene.worker(limits: limits)
        store.breaks(.settle, at: 1, .refuses(.full(path: "store")))
        store.breaks(.settle, at: 3, .refuses(.inputOutput(path: "store", code: 5)))

        let run = Task { await runner.endOfRun() }
        while try await scene.journal.outcomes().isEmpty || scene.otherSide.hangingCount == 0 {
            await Task.yield()
        }
        // Back before the first is stored: then there is one outcome beside the store, and another one to be kept.
        scene.otherSide.release()
        while scene.otherSide.copies(of: "b") == 0 { await Task.yield() }
        for _ in 0..<1000 { await Task.yield() }
        scene.clock.advance(seconds: limits.storeRetrySeconds)
        let end = await run.value
        let kept = try await scene.journal.outcomes().map(\.settlement.ticket.reference.text)
        scene.clock.letSleepsPass(upTo: 5)
        try await scene.run()

        #expect(end == .outcomesNotStored(count: 1, .inputOutput(path: "store", code: 5)))
        #expect(kept == ["b"])
        #expect(try await scene.kinds() == [.accepted: 2])
        #expect(scene.otherSide.copiesInAll == 2)
        try await scene.expectInvariants()
    }

    @Test("what stands beside the store and was stored after all is not stored twice")
    func outdated() async throws {
        let scene = try await Scene()
        scene.clock.letSleepsPass(upTo: 5)
        try await scene.enqueue("a")
        let (runner, store) = try scene.worker()
        store.breaksAlways(.settle, .storesAndThrows(.inputOutput(path: "store", code: 5)))

        _ = await runner.endOfRun()
        let before = try await scene.records().map(\.revision)
        try await scene.run()

        #expect(scene.notices.contains(.outcomesFound(count: 0)))
        #expect(try await scene.records().map(\.revision) == before)
        try await scene.expectInvariants()
    }
}

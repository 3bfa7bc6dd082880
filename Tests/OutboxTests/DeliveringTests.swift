import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("OutboxRunner: what plugins return")
struct DeliveringTests {
    @Test("what is queued goes out once, with its attempt in the history before it")
    func accepted() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b", "c")
        try await scene.enqueue("letter", by: .testLetter)
        try await scene.enqueue("form", by: .testForm)
        try await scene.enqueue("call", by: .testCall)

        #expect(try await scene.run() == nil)

        for name in ["a", "b", "c", "letter", "form"] {
            #expect(try await scene.state(of: name) == .accepted)
            #expect(scene.otherSide.copies(of: name) == 1)
            #expect(try await scene.history(of: name).map(\.state.kind) == [.queued, .sending, .accepted])
        }
        #expect(try await scene.state(of: "call") == .needsPerson)
        #expect(try await scene.store.worker() == nil)
        try await scene.expectInvariants()
    }

    @Test("P2: a second order with the same key is the same delivery, and one copy goes out")
    func sameKey() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        try await scene.enqueue("a")

        try await scene.run()
        try await scene.enqueue("a")
        try await scene.runOn()

        #expect(scene.otherSide.copies(of: "a") == 1)
        try await scene.expectInvariants()
    }

    @Test(
        "P13: what is refused for now is tried for five days, ever less often, and then the case decides again"
    )
    func temporary() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.usually(.fails(.transient))

        try await scene.runOn()

        let tries = scene.otherSide.tries(of: "a")
        let gaps = zip(tries, tries.dropFirst()).map { $0.seconds(until: $1) }
        #expect(gaps.prefix(5) == [300, 600, 1200, 2400, 4000])
        #expect(gaps.dropFirst(5).allSatisfy { $0 == 4000 })
        let span = try #require(tries.last).secondsSinceEpoch - Scene.start.secondsSinceEpoch
        #expect((432_000 - 4000...432_000).contains(span))
        guard case .failed(_, because: .outOfTime) = try await scene.life(of: "a").state else {
            Issue.record("it did not end")
            return
        }
        try await scene.expectInvariants()
    }

    @Test("P13: nothing is tried past the latest moment, and the time that is left goes to the next channel")
    func latest() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", latestIn: 1000)
        scene.otherSide.usually(.fails(.transient))

        try await scene.runOn()

        #expect(scene.otherSide.tries(of: "a").count == 3)
        #expect(scene.clock.now <= Scene.start.adding(seconds: 1000))
        guard case .failed(_, because: .tooLate) = try await scene.life(of: "a").state else {
            Issue.record("it did not end")
            return
        }
    }

    @Test(
        "P14: what is refused for good is tried once",
        arguments: [FailureKind.permanentRecipient, .permanentContent, .policy, .unsupported])
    func permanent(kind: FailureKind) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.usually(.fails(kind))

        try await scene.runOn()

        #expect(scene.otherSide.tries(of: "a").count == 1)
        #expect(try await scene.state(of: "a") == .failed)
        try await scene.expectInvariants()
    }

    @Test(
        "P15: after a break-off a mail is unknown and not sent again, whether it was taken or not",
        arguments: [true, false])
    func breakOff(taken: Bool) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .breaksOff(taken: taken))

        try await scene.runOn()

        #expect(scene.otherSide.tries(of: "a").count == 1)
        #expect(try await scene.state(of: "a") == .unknown)
        #expect(try await scene.life(of: "a").nextAction == nil)
        // Why nobody knows is told once, and is not replaced by that nobody can be asked.
        let told = try await scene.history(of: "a").filter { $0.state.kind == .unknown }
        #expect(told.count == 1)
        guard case .unknown(let first)? = told.first?.state,
            case .unknown(let last) = try await scene.life(of: "a").state
        else { return }
        #expect(last.failure == first.failure)
        #expect(last.answer != nil)
        let settled = scene.notices.count { if case .settled(_, _, .unknown) = $0 { true } else { false } }
        #expect(settled == 1)
        try await scene.expectInvariants()
    }

    @Test(
        "P25: Retry-After is waited for, within a day",
        arguments: [(1, 300), (7200, 7200), (90_000, 86_400)] as [(Int, Int64)])
    func retryAfter(asked: Int, waited: Int64) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .fails(.transient, retryAfterSeconds: asked))

        try await scene.runOn()

        let tries = scene.otherSide.tries(of: "a")
        #expect(zip(tries, tries.dropFirst()).map { $0.seconds(until: $1) } == [waited])
        #expect(try await scene.state(of: "a") == .accepted)
    }

    @Test("P25: a rate limit of an HTTP request counts no attempt and waits at least the own back-off")
    func rateLimit() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: .testForm)
        scene.otherSide.reacts(
            to: "a", .fails(.rateLimited, retryAfterSeconds: 1), .fails(.rateLimited, retryAfterSeconds: 4000)
        )

        try await scene.runOn()

        let tries = scene.otherSide.tries(of: "a")
        #expect(zip(tries, tries.dropFirst()).map { $0.seconds(until: $1) } == [300, 4000])
        #expect(try await scene.life(of: "a").attempts == 1)
    }

    @Test(
        "P27: a paid letter of unknown outcome is asked about by its reference, and never submitted twice",
        arguments: [true, false])
    func paid(taken: Bool) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: .testLetter)
        scene.otherSide.reacts(to: "a", .breaksOff(taken: taken))

        try await scene.runOn()

        #expect(scene.otherSide.tries(of: "a").count == 1)
        #expect(try await scene.state(of: "a") == (taken ? .accepted : .unknown))
        try await scene.expectInvariants()
    }

    @Test("P27: a provider that does not answer is asked again, and then a person is")
    func silentProvider() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b", by: .testLetter)
        scene.otherSide.reacts(to: "a", .breaksOff(taken: true))
        scene.otherSide.reacts(to: "b", .breaksOff(taken: true))
        scene.otherSide.providerAnswers(false)

        try await scene.runOn(forSeconds: 3600)
        let asking = try await scene.life(of: "a")
        scene.otherSide.providerAnswers(true)
        try await scene.runOn()

        #expect(asking.state.kind == .unknown)
        #expect(asking.inquiries > 1)
        #expect(try await scene.state(of: "a") == .accepted)
        #expect(scene.otherSide.tries(of: "a").count == 1)
        try await scene.expectInvariants()
    }

    @Test("a channel that no plugin serves fails, so that the case decides again")
    func noPlugin() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: ChannelName("test-gone"))

        try await scene.run()

        #expect(try await scene.state(of: "a") == .failed)
    }

    @Test("what a person decides is recorded, and what only the worker says is refused")
    func people() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", "b")
        scene.otherSide.usually(.breaksOff(taken: false))
        try await scene.runOn()
        let desk = try scene.desk()
        let (a, b) = (try DeliveryReference(parsing: "a"), try DeliveryReference(parsing: "b"))

        scene.otherSide.usually(.accepts)
        _ = try await desk.record(.personDecided(.send(latest: nil)), of: a, now: scene.clock.now)
        _ = try await desk.record(.personDecided(.didNotGoOut), of: b, now: scene.clock.now)
        try await scene.runOn()

        #expect(try await scene.state(of: "a") == .accepted)
        #expect(try await scene.state(of: "b") == .failed)
        #expect(scene.otherSide.copies(of: "a") == 1)
        await #expect(throws: OutboxError.notForPeople(.claimed)) {
            try await desk.record(.claimed(lease: scene.clock.now), of: a, now: scene.clock.now)
        }
        await #expect(
            throws: OutboxError.lifecycle(.notAllowed(.cancelled, in: .accepted), a)
        ) { try await desk.record(.cancelled, of: a, now: scene.clock.now) }
        try await scene.expectInvariants()
    }
}

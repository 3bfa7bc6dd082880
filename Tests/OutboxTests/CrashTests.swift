import CaseStore
import CaseStoreTesting
import CivilCalendar
import ContactRouting
import Outbox
import Testing

@Suite("OutboxRunner: when the process dies")
struct CrashTests {
    @Test("P1: what was never stored is not there, and the same order creates one delivery")
    func beforeEnqueue() async throws {
        let scene = try await Scene()

        try await scene.run()
        try await scene.enqueue("a")
        try await scene.run()

        #expect(scene.otherSide.copies(of: "a") == 1)
        try await scene.expectInvariants()
    }

    @Test(
        "P3: killed after the claim and before anything left, it goes out in a second attempt",
        arguments: [FaultPoint.claimed, .starting], [ChannelName.testMail, .testLetter, .testForm])
    func afterClaim(point: FaultPoint, channel: ChannelName) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: channel)

        let error = try await scene.run(life: ProcessLife(dyingAt: (point, 1)))
        let left = try await scene.life(of: "a")
        try await scene.runOn()

        #expect(error != nil)
        #expect(left.state.kind == .sending)
        #expect(scene.otherSide.copies(of: "a") == 1)
        #expect(try await scene.life(of: "a").attempts == 2)
        #expect(try await scene.state(of: "a") == .accepted)
        try await scene.expectInvariants()
    }

    @Test("P3: killed once it was stored that something may leave, it is unknown although nothing left")
    func afterMark() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")

        try await scene.run(life: ProcessLife(dyingAt: (.begun, 1)))
        try await scene.runOn()

        #expect(scene.otherSide.copies(of: "a") == 0)
        #expect(try await scene.state(of: "a") == .unknown)
        try await scene.expectInvariants()
    }

    @Test("P4: killed in the body of a mail, it is sent again, once")
    func inBody() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .weDieInBody)

        try await scene.run(life: ProcessLife())
        let cutOff = try await scene.life(of: "a")
        try await scene.runOn()

        #expect(cutOff.state.kind == .sending)
        #expect(scene.otherSide.tries(of: "a").count == 2)
        #expect(scene.otherSide.copies(of: "a") == 1)
        #expect(try await scene.state(of: "a") == .accepted)
        #expect(try await scene.life(of: "a").attempts == 2)
        try await scene.expectInvariants()
    }

    @Test(
        "P5: killed after the last byte of a mail, it is unknown and shown, and never sent again",
        arguments: [true, false])
    func whileSending(taken: Bool) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        scene.otherSide.reacts(to: "a", .weDie(taken: taken))

        try await scene.run(life: ProcessLife())
        try await scene.runOn()

        #expect(scene.otherSide.tries(of: "a").count == 1)
        #expect(try await scene.state(of: "a") == .unknown)
        try await scene.expectInvariants()
    }

    @Test(
        "P5: killed while a paid letter is submitted, the provider is asked by its reference",
        arguments: [true, false])
    func whileSubmitting(taken: Bool) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: .testLetter)
        scene.otherSide.reacts(to: "a", .weDie(taken: taken))

        try await scene.run(life: ProcessLife())
        try await scene.runOn()

        #expect(scene.otherSide.tries(of: "a").count == 1)
        #expect(try await scene.state(of: "a") == (taken ? .accepted : .unknown))
        try await scene.expectInvariants()
    }

    @Test("a paid letter that was created and not submitted goes on from there, and is submitted once")
    func betweenCalls() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a", by: .testLetter)

        // The first checkpoint is stored, the second is not.
        try await scene.run(faults: { $0.breaks(.remember, at: 2, .dies(stored: false)) })
        let cutOff = try await scene.life(of: "a")
        try await scene.runOn()

        #expect(cutOff.state.kind == .sending)
        #expect(scene.otherSide.copies(of: "a") == 1)
        #expect(try await scene.state(of: "a") == .accepted)
        #expect(try await scene.life(of: "a").attempts == 2)
        try await scene.expectInvariants()
    }

    @Test(
        "P6: killed after the reply and before it is stored, a mail is unknown and a paid letter is looked up",
        arguments: [FaultPoint.returned, .settling])
    func beforeSettle(point: FaultPoint) async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        try await scene.enqueue("b", by: .testLetter)

        try await scene.run(life: ProcessLife(dyingAt: (point, 1)))
        try await scene.runOn()

        #expect(scene.otherSide.copies(of: "a") == 1)
        #expect(scene.otherSide.copies(of: "b") == 1)
        #expect(try await scene.state(of: "b") == .accepted)
        #expect([.unknown, .accepted].contains(try await scene.state(of: "a")))
        try await scene.expectInvariants()
    }

    @Test("P6: whoever runs next is told once that a mail may have gone out")
    func unknownIsTold() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")
        try await scene.run(life: ProcessLife(dyingAt: (.returned, 1)))

        try await scene.runOn()
        try await scene.runOn()

        let mail = try DeliveryReference(parsing: "a")
        #expect(try await scene.state(of: "a") == .unknown)
        #expect(
            scene.notices.count {
                if case .settled(mail, _, .unknown) = $0 { true } else { false }
            } == 1)
    }

    @Test("P6: killed when the result is stored and the caller does not know, nothing is sent again")
    func afterSettle() async throws {
        let scene = try await Scene()
        try await scene.enqueue("a")

        try await scene.run(faults: { $0.breaks(.settle, at: 1, .dies(stored: true)) })
        try await scene.runOn()

        #expect(scene.otherSide.copies(of: "a") == 1)
        #expect(try await scene.state(of: "a") == .accepted)
        try await scene.expectInvariants()
    }

    @Test(
        "P11: what brings down the process each time is quarantined after three times, and the rest goes on")
    func poison() async throws {
        let scene = try await Scene()
        try await scene.enqueue(["a", "b", "c", "poison", "d", "e"])
        let later = (0..<30).map { "later\($0)" }

        try await scene.run(poison: ["poison"])
        try await scene.enqueue(later)
        try await scene.runOn(poison: ["poison"])

        #expect(try await scene.state(of: "poison") == .quarantined)
        #expect(scene.otherSide.tries(of: "poison").isEmpty)
        // What was in flight when it first struck may have gone out; nothing else is touched by it.
        for name in ["a", "b", "c", "d", "e"] {
            #expect([.accepted, .unknown].contains(try await scene.state(of: name)), "\(name)")
        }
        for name in later {
            #expect(try await scene.state(of: name) == .accepted, "\(name)")
            #expect(scene.otherSide.copies(of: name) == 1)
        }
        try await scene.expectInvariants()
    }

    @Test(
        "what broken plans may do to many deliveries keeps the invariants",
        arguments: 0..<60 as Range<UInt64>)
    func randomFaults(seed: UInt64) async throws {
        var chance = Chance(seed: seed + 1)
        let scene = try await Scene()
        let channels = [ChannelName.testMail, .testMail, .testLetter, .testForm, .testCall]
        for number in 0..<(3 + chance.next(12)) {
            let name = "d\(number)"
            try await scene.enqueue(
                name, by: channels[chance.next(channels.count)],
                latestIn: chance.next(4) == 0 ? 7200 : 30 * 86_400)
            for _ in 0..<chance.next(4) { scene.otherSide.reacts(to: name, Self.reaction(&chance)) }
        }

        for _ in 0..<(1 + chance.next(6)) {
            let points = FaultPoint.allCases
            let deadly: (point: FaultPoint, time: Int)? =
                chance.next(4) == 0 ? nil : (points[chance.next(points.count)], 1 + chance.next(6))
            let fault = Self.storeFault(&chance)
            try await scene.run(
                life: ProcessLife(dyingAt: deadly),
                faults: { store in
                    if let fault { store.breaks(fault.call, at: fault.time, fault.fault) }
                }, seed: seed)
            scene.clock.advance(seconds: Int64(chance.next(4000)))
        }
        scene.otherSide.usually(.accepts)
        try await scene.runOn()

        try await scene.expectInvariants("seed \(seed):")
        let records = try await scene.store.deliveries(of: CaseReference(parsing: Scene.caseReference))
        for record in records {
            let life = try record.standing.lifecycle()
            #expect(life.nextAction == nil, "seed \(seed): \(record.reference) is still \(life.state.kind)")
        }
    }

    private static func reaction(_ chance: inout Chance) -> Reaction {
        switch chance.next(10) {
        case 0, 1: .accepts
        case 2: .fails(.transient)
        case 3: .fails(.rateLimited, retryAfterSeconds: chance.next(9000))
        case 4: .fails(.authentication)
        case 5: .fails(.permanentRecipient)
        case 6: .breaksOff(taken: chance.next(2) == 0)
        case 7: .weDieInBody
        default: .weDie(taken: chance.next(2) == 0)
        }
    }

    private static func storeFault(
        _ chance: inout Chance
    ) -> (call: StoreCall, time: Int, fault: StoreFault)? {
        let calls: [StoreCall] = [
            .claim, .rescue, .remember, .settle, .extend, .preparation, .hold, .nextMoment,
        ]
        let fault: StoreFault? =
            switch chance.next(6) {
            case 0: .refuses(.inputOutput(path: "store", code: 5))
            case 1: .storesAndThrows(.inputOutput(path: "store", code: 5))
            case 2: .dies(stored: false)
            case 3: .dies(stored: true)
            default: nil
            }
        return fault.map { (calls[chance.next(calls.count)], 1 + chance.next(4), $0) }
    }
}

extension OutboxRunner {
    /// Runs once; the error it ended with.
    func endOfRun() async -> OutboxError? {
        do throws(OutboxError) {
            try await runOnce()
            return nil
        } catch {
            return error
        }
    }
}

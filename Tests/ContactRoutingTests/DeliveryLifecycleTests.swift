import CivilCalendar
import ContactRouting
import Foundation
import Testing

@Suite("DeliveryLifecycle")
struct DeliveryLifecycleTests {
    private let now = DeliveryLives.now
    private let lease = DeliveryLives.lease

    @Test("P3: what was cut off before it began goes out in a second attempt")
    func cutOffBeforeItBegan() throws {
        var life = try DeliveryLives.inState(.sending)

        try life.apply(.leaseRanOut(lease: lease), at: now)

        #expect(life.state == .sending(attempt: 2, begun: false, lease: lease))
        #expect(life.attempts == 2)
        #expect(life.isSuspect)
    }

    @Test("P5, P6: what may have gone out is unknown, and asked about before anything else")
    func cutOffAfterItBegan() throws {
        for stakes in DeliveryStakes.allCases {
            var life = try DeliveryLives.inState(.sending, stakes: stakes)
            try life.apply(.begun, at: now)

            try life.apply(.leaseRanOut(lease: lease), at: now)

            #expect(life.state.kind == .unknown)
            #expect(life.nextAction == lease)
            #expect(life.attempts == 1)
        }
    }

    @Test("P11: three crashes in a row are quarantined; an outcome between them starts the count anew")
    func quarantine() throws {
        var poison = try DeliveryLives.inFlight(afterFaults: 2)
        var lucky = poison

        try poison.apply(.leaseRanOut(lease: lease), at: now)
        try lucky.apply(.outcome(.failed(DeliveryLives.busy)), at: now)
        let due = try #require(lucky.nextAction)
        try lucky.apply(.claimed(lease: due.adding(seconds: 10)), at: due)
        try lucky.apply(
            .leaseRanOut(lease: due.adding(seconds: 20)), at: due.adding(seconds: 10))

        #expect(poison.state.kind == .quarantined)
        #expect(poison.nextAction == nil)
        #expect(lucky.state.kind == .sending)
        #expect(lucky.faults == 1)
    }

    @Test("what is costly is never sent again by a machine once its outcome was unknown")
    func costly() throws {
        for outcome in Self.someOutcomes {
            var life = try DeliveryLives.inState(.unknown, stakes: .costly)

            try life.apply(.answered(outcome), at: now)

            #expect([.unknown, .accepted].contains(life.state.kind))
        }
    }

    @Test("P27: an unknown outcome is asked about at most six times, ever later, and then left to the person")
    func inquiries() throws {
        var life = try DeliveryLives.inState(.unknown, stakes: .costly)
        var asked: [Instant] = []
        while let due = life.nextAction, asked.count < 100 {
            try life.apply(.claimed(lease: due.adding(seconds: 960)), at: due)
            guard life.nextAction != nil else { break }
            asked.append(due)
            try life.apply(.answered(.unknown(DeliveryLives.busy)), at: due)
        }

        let gaps = zip(asked, asked.dropFirst()).map { $0.seconds(until: $1) }
        #expect(asked.count == 6)
        #expect(gaps == [300, 600, 1200, 2400, 4000])
        #expect(life.state.kind == .unknown)
        #expect(life.consequence == .askPerson)
    }

    @Test("a crash while asking does not ask for ever")
    func crashesWhileAsking() throws {
        var life = try DeliveryLives.inState(.sending)
        try life.apply(.begun, at: now)
        var takeovers = 0
        while let due = life.nextAction, takeovers < 100 {
            try life.apply(.leaseRanOut(lease: due.adding(seconds: 960)), at: due)
            takeovers += 1
        }

        #expect(life.state.kind == .unknown)
        #expect(takeovers == 7)
    }

    @Test("a plugin that has nobody to ask leaves the unknown to the person at once")
    func nobodyToAsk() throws {
        var life = try DeliveryLives.inState(.unknown)

        try life.apply(.answered(.unknown(Failure(.unsupported, "A relay cannot be asked."))), at: now)

        #expect(life.nextAction == nil)
        #expect(life.state.kind == .unknown)
    }

    @Test(
        "why nobody knows stays, whatever comes of the questions about it",
        arguments: [
            DeliveryOutcome.unknown(Failure(.unsupported, "A relay cannot be asked.")),
            .unknown(DeliveryLives.busy), .failed(Failure(.policy, "There is no such letter.")),
            .needsPerson(DeliveryLives.task), .deferred(until: DeliveryLives.latest, reason: .rateLimit),
        ])
    func causeStays(answer: DeliveryOutcome) throws {
        let cause = Failure(.transient, "The connection broke after the last byte.")
        var life = DeliveryLifecycle(queuedFrom: now, latest: DeliveryLives.latest, stakes: .costly)
        try life.apply(.claimed(lease: lease), at: now)
        try life.apply(.outcome(.unknown(cause)), at: now)

        try life.apply(.answered(answer), at: now)

        guard case .unknown(let outcome) = life.state else {
            Issue.record("it is \(life.state.kind)")
            return
        }
        #expect(outcome.failure == cause)
        switch answer {
        case .unknown(let failure), .failed(let failure): #expect(outcome.answer == failure)
        case .needsPerson, .deferred, .accepted: #expect(outcome.answer == nil)
        }
    }

    @Test("what is proved not to have gone out is tried again within the old limits of time")
    func provedNotSent() throws {
        var life = try DeliveryLives.inState(.unknown)

        try life.apply(.answered(.failed(DeliveryLives.busy)), at: now)

        #expect(
            life.state == .waiting(until: now.adding(seconds: 300), because: .failure(DeliveryLives.busy)))
        #expect(life.firstAttempt == now.adding(seconds: -3600))
    }

    @Test("a deferral and a claim that is given back count no attempt")
    func uncounted() throws {
        var deferred = try DeliveryLives.inState(.sending)
        var returned = deferred

        try deferred.apply(.outcome(.deferred(until: now, reason: .cutOff)), at: now)
        try returned.apply(.givenBack(from: now), at: now)

        #expect(deferred.attempts == 0)
        #expect(deferred.firstAttempt == nil)
        #expect(deferred.nextAction == now.adding(seconds: 60), "it does not spin")
        #expect(returned.attempts == 0)
        #expect(returned.state == .queued(from: now))
    }

    @Test("P25: who asks for less than the own back-off time and again waits as long as after failures")
    func rateLimits() throws {
        var life = DeliveryLifecycle(queuedFrom: now, latest: DeliveryLives.latest, stakes: .ordinary)
        var waits: [Int64] = []
        var moment = now
        while life.state.kind != .failed, waits.count < 1000 {
            try life.apply(.claimed(lease: moment.adding(seconds: 960)), at: moment)
            let asked = moment.adding(seconds: 1)
            try life.apply(.outcome(.deferred(until: asked, reason: .rateLimit)), at: moment)
            guard let next = life.nextAction else { break }
            waits.append(moment.seconds(until: next))
            moment = next
        }

        #expect(waits.prefix(6) == [300, 600, 1200, 2400, 4000, 4000])
        #expect(waits.reduce(0, +) <= 5 * 86_400)
        #expect(life.attempts == 0)
        guard case .failed(_, because: .outOfTime) = life.state else {
            Issue.record("it did not end: \(life.state.kind)")
            return
        }
    }

    @Test("a person who sends again starts the counting anew, and may move the latest moment")
    func sendAgain() throws {
        var life = try DeliveryLives.inState(.quarantined)
        let later = DeliveryLives.latest.adding(seconds: 86_400)

        try life.apply(.personDecided(.send(latest: later)), at: now)

        #expect(life.state == .queued(from: now))
        #expect(life.latest == later)
        #expect(!life.isSuspect)
        #expect(life.firstAttempt == nil)
    }

    @Test(
        "what was planned for later never goes out earlier, whatever a person decides before",
        arguments: [
            [DeliveryEvent.held(.restored), .released(from: DeliveryLives.now)],
            [.held(.clockDoubt), .personDecided(.send(latest: nil))],
            [.personDecided(.send(latest: nil))],
        ])
    func planned(events: [DeliveryEvent]) throws {
        let planned = now.adding(seconds: 12 * 3600)
        var life = DeliveryLifecycle(queuedFrom: planned, latest: DeliveryLives.latest, stakes: .ordinary)

        for event in events { try life.apply(event, at: now) }

        #expect(life.state == .queued(from: planned))
    }

    @Test("what is released after the planned moment is due from the release on")
    func releasedLate() throws {
        let late = now.adding(seconds: 60)
        var life = DeliveryLifecycle(queuedFrom: now, latest: DeliveryLives.latest, stakes: .ordinary)

        try life.apply(.held(.restored), at: now)
        try life.apply(.released(from: late), at: late)

        #expect(life.state == .queued(from: late))
    }

    @Test("a life that nobody can read was planned for no moment to come")
    func unreadablePlan() throws {
        var life = DeliveryLifecycle(unreadableWithLatest: DeliveryLives.latest)

        try life.apply(.personDecided(.send(latest: nil)), at: now)

        #expect(life.state == .queued(from: now))
    }

    @Test("cancelling what is unknown does not claim that nothing went out")
    func cancelUnknown() throws {
        var unknown = try DeliveryLives.inState(.unknown)
        var waiting = try DeliveryLives.inState(.waiting)

        try unknown.apply(.cancelled, at: now)
        try waiting.apply(.cancelled, at: now)

        #expect(unknown.state == .cancelled(Cancellation(mayHaveGoneOut: true)))
        #expect(waiting.state == .cancelled(Cancellation(mayHaveGoneOut: false)))
    }

    @Test("nothing is claimed before it is due, nor taken over while its lease lasts")
    func notDue() throws {
        var queued = DeliveryLifecycle(queuedFrom: lease, latest: DeliveryLives.latest, stakes: .ordinary)
        var sending = queued
        try sending.apply(.claimed(lease: lease.adding(seconds: 60)), at: lease)

        #expect(throws: DeliveryLifecycleError.notDue(until: lease)) {
            try queued.apply(.claimed(lease: lease), at: now)
        }
        #expect(throws: DeliveryLifecycleError.notDue(until: lease.adding(seconds: 60))) {
            try sending.apply(.leaseRanOut(lease: lease), at: lease)
        }
        #expect(queued.state == .queued(from: lease))
    }

    @Test("P13: the person is told of a delay four hours after the first attempt")
    func delay() throws {
        let life = try DeliveryLives.inState(.waiting)

        #expect(life.delayWarning() == now.adding(seconds: 3 * 3600))
        #expect(try DeliveryLives.inState(.queued).delayWarning() == nil)
    }

    @Test(
        "I4: after any events a delivery that is not final has a next moment or asks a person",
        arguments: 0..<300 as Range<UInt64>)
    func alwaysAWay(seed: UInt64) throws {
        var chance = Chance(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        var moment = now
        var life = DeliveryLifecycle(
            queuedFrom: moment, latest: DeliveryLives.latest,
            stakes: chance.next(2) == 0 ? .ordinary : .costly)
        var wasUnknown = false

        for _ in 0..<40 {
            moment = moment.adding(seconds: Int64(chance.next(5000)))
            let event = Self.anyEvent(&chance, at: moment)
            let before = life
            do { try life.apply(event, at: moment, chance: Double(chance.next(100)) / 100) } catch {
                #expect(life == before, "seed \(seed)")
            }
            let kind = life.state.kind
            #expect(kind.isFinal || kind.asksPerson || life.nextAction != nil, "seed \(seed)")
            if case .personDecided = event { wasUnknown = false }
            if case .released = event { wasUnknown = false }
            if wasUnknown && life.stakes == .costly { #expect(kind != .sending, "seed \(seed)") }
            wasUnknown = wasUnknown || kind == .unknown
            #expect(life.attempts >= 0)
        }

        let copy = try JSONDecoder().decode(DeliveryLifecycle.self, from: JSONEncoder().encode(life))
        #expect(copy == life)
    }

    private static let someOutcomes: [DeliveryOutcome] =
        FailureKind.allCases.flatMap { kind in
            [DeliveryOutcome.failed(Failure(kind, "It failed.")), .unknown(Failure(kind, "Who knows."))]
        } + [
            .accepted(DeliveryLives.receipt), .needsPerson(DeliveryLives.task),
            .deferred(until: DeliveryLives.now, reason: .rateLimit),
        ]

    private static func anyEvent(_ chance: inout Chance, at moment: Instant) -> DeliveryEvent {
        let later = moment.adding(seconds: Int64(chance.next(2000)))
        let outcome = someOutcomes[chance.next(someOutcomes.count)]
        return switch chance.next(14) {
        case 0...4: .claimed(lease: later)
        case 5: .begun
        case 6: .leaseRanOut(lease: later)
        case 7: .givenBack(from: later)
        case 8, 9: .outcome(outcome)
        case 10: .answered(outcome)
        case 11: .personDecided(chance.next(2) == 0 ? .send(latest: nil) : .didNotGoOut)
        case 12: .held(.restored)
        default: .released(from: later)
        }
    }
}

/// A small generator whose sequence follows from its seed (xorshift).
private struct Chance {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(below))
    }
}

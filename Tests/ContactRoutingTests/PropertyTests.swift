import CivilCalendar
import ContactRouting
import Testing

/// A seeded generator: the same seed gives the same case on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Cases of every kind, most facts known or unknown by chance.
struct RandomCase {
    private var random: SeededGenerator
    private(set) var facts: ContactCase
    private(set) var now: Instant

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        facts = Draft.amazon(IssueKind.allCases[Int(seed % UInt64(IssueKind.allCases.count))])
        now = Draft.at("2026-01-01T00:00:00+01:00")
        now = now.adding(seconds: Int64.random(in: 0..<(700 * 86_400), using: &random))
        if Int.random(in: 0..<5, using: &random) == 0 { facts.merchant = Draft.shop(.other).merchant }
        fillSeller()
        fillOrder()
        fillConsumer()
        for _ in 0..<Int.random(in: 0...4, using: &random) { addContact() }
    }

    private mutating func maybe<Value>(_ values: [Value]) -> Value? {
        Bool.random(using: &random) ? values.randomElement(using: &random) : nil
    }

    private mutating func recently() -> CivilDay? {
        guard Bool.random(using: &random) else { return nil }
        return World.shared.paris.day(at: now).adding(days: -Int.random(in: 0...120, using: &random))
    }

    private mutating func fillSeller() {
        facts.seller.kind = maybe(Seller.Kind.allCases)
        facts.seller.fulfilledBy = maybe(Seller.Fulfiller.allCases)
        facts.seller.primeEligible = maybe([true, false])
        facts.seller.siteReachable = maybe([true, false])
        facts.seller.country = maybe(["FR", "DE", "CN"].map(Draft.country))
    }

    private mutating func fillOrder() {
        facts.issue.urgency = maybe([.low, .normal, .high])
        facts.issue.medium = maybe([.sms, .email, .call, .letter])
        facts.issue.dataGiven = maybe([[], [.cardNumber], [.password]])
        facts.order.orderedOn = recently()
        facts.order.promisedOn = recently()
        facts.order.latestEstimatedDelivery = recently()
        facts.order.deliveredOn = recently()
        facts.order.withdrawalNotifiedOn = recently()
        facts.order.repairRequestedOn = recently()
        facts.order.returnShippedOn = recently()
        facts.order.debitedOn = recently()
        facts.order.payment = maybe(Order.Payment.allCases)
        facts.order.amount = maybe([Draft.euros(10), Draft.euros(9000)])
        facts.order.deliveredIn = maybe([.france])
        facts.order.item.category = maybe(Item.Category.allCases)
        facts.order.item.sealBroken = maybe([true, false])
    }

    private mutating func fillConsumer() {
        facts.consumer.region = maybe(FrenchRegion.allCases)
        facts.consumer.canLogIn = maybe([true, false])
        facts.consumer.canCall = maybe([true, false])
        facts.consumer.deaf = maybe([true, false])
        facts.consumer.professional = maybe([true, false])
        facts.consumer.language = maybe([.french, .english])
        facts.preferences.priority = maybe(Preferences.Priority.allCases)
        facts.preferences.askedChannel = maybe(ChannelProfile.table.map(\.channel))
        facts.preferences.avoid = maybe([[.chat], [.registeredMail, .email]]) ?? []
    }

    private mutating func addContact() {
        let channel = ChannelProfile.table.randomElement(using: &random)?.channel ?? .chat
        let outcome = PastContact.Outcome.allCases.randomElement(using: &random) ?? .sent
        let seconds = Int64.random(in: 0..<(100 * 86_400), using: &random)
        var contact = PastContact(channel: channel, at: now.adding(seconds: -seconds), outcome: outcome)
        contact.deadline = recently()?.adding(days: 60)
        facts.history.append(contact)
    }
}

@Suite("Properties over random cases")
struct PropertyTests {
    let world = World.shared
    private static let seeds: [UInt64] = (0..<1000).map { $0 }

    @Test("The best channel is usable, and every offered channel has exactly one verdict")
    func verdicts() {
        for seed in Self.seeds {
            let random = RandomCase(seed: seed)

            let decision = world.decide(random.facts, at: random.now)

            let all = decision.usable.map(\.channel) + decision.refused.map(\.channel)
            #expect(Set(all).count == all.count, "seed \(seed)")
            #expect(all.count >= 20, "seed \(seed)")
            #expect(decision.refused.allSatisfy { !$0.objections.isEmpty }, "seed \(seed)")
            if let best = decision.best { #expect(decision.refusal(of: best.channel) == nil, "seed \(seed)") }
        }
    }

    @Test("There is always an answer: a channel, a moment to wait for, or an honest no")
    func answered() {
        for seed in Self.seeds {
            let random = RandomCase(seed: seed)

            let decision = world.decide(random.facts, at: random.now)

            switch decision.outcome {
            case .contact: #expect(decision.best != nil, "seed \(seed)")
            case .wait(let until, _): #expect(until > random.now, "seed \(seed)")
            case .none: #expect(decision.best == nil, "seed \(seed)")
            }
        }
    }

    @Test("Stricter proof never leaves a weaker channel usable")
    func proof() {
        for seed in Self.seeds {
            let random = RandomCase(seed: seed)
            var strict = random.facts
            strict.preferences.needsWrittenProof = true

            let decision = world.decide(strict, at: random.now)

            let isWall = decision.best?.reasons.contains(.safetyFirst) ?? false
            guard let best = decision.best, !isWall else { continue }
            #expect(best.offer.profile.evidence >= .dated, "seed \(seed)")
        }
    }

    @Test("A deadline that has passed stays passed")
    func deadlines() {
        for seed in Self.seeds {
            let random = RandomCase(seed: seed)
            let later = random.now.adding(seconds: 40 * 86_400)

            let first = world.decide(random.facts, at: random.now)
            let second = world.decide(random.facts, at: later)

            for deadline in first.deadlines where deadline.isOver(at: random.now) {
                #expect(
                    second.deadlines.filter { $0.right == deadline.right }.allSatisfy {
                        $0.isOver(at: later)
                    },
                    "seed \(seed)")
            }
        }
    }

    @Test("The same input gives the same decision")
    func same() {
        for seed in Self.seeds.prefix(300) {
            let random = RandomCase(seed: seed)

            let first = world.decide(random.facts, at: random.now)
            let second = world.decide(random.facts, at: random.now)

            #expect(first.outcome == second.outcome)
            #expect(first.usable.map(\.score) == second.usable.map(\.score))
            #expect(first.refused.map(\.objections) == second.refused.map(\.objections))
            #expect(first.next == second.next)
        }
    }

    @Test("The calendar's first and last days do no harm", arguments: [CivilDay.first, .last])
    func extremes(day: CivilDay) {
        for seed in Self.seeds.prefix(200) {
            var facts = RandomCase(seed: seed).facts
            facts.order.orderedOn = day
            facts.order.promisedOn = day
            facts.order.latestEstimatedDelivery = day
            facts.order.deliveredOn = day
            facts.order.withdrawalNotifiedOn = day
            facts.order.repairRequestedOn = day
            facts.order.debitedOn = day
            for index in facts.history.indices {
                facts.history[index].deadline = day
                facts.history[index].at = Instant(secondsSinceEpoch: day == .first ? .min : .max)
            }

            let early = world.decide(facts, at: world.paris.startOfDay(.first))
            let late = world.decide(facts, at: world.paris.startOfDay(.last))

            #expect(early.usable.count + early.refused.count > 20)
            #expect(late.usable.count + late.refused.count > 20)
        }
    }

    @Test("Flips and questions come in order and leave out what changes nothing")
    func flips() {
        for seed in Self.seeds.prefix(40) {
            let random = RandomCase(seed: seed)
            let world = world
            let facts = random.facts
            let decision = world.decide(facts, at: random.now)

            let search = FlipSearch(
                world.router, facts: facts, in: world.surroundings(for: facts, at: random.now), turns: []
            ) { world.decide(facts, at: $0) }
            let moments = search.flips(of: decision).compactMap { flip in
                if case .at(let moment) = flip.change { moment } else { nil }
            }

            #expect(moments == moments.sorted(), "seed \(seed)")
            #expect(moments.allSatisfy { $0 > random.now }, "seed \(seed)")
            #expect(search.questions(of: decision).allSatisfy { !facts.states($0.fact) }, "seed \(seed)")
        }
    }
}

import CivilCalendar
import ContactRouting
import Testing

@Suite("Properties over cases with every fact varied")
struct WidePropertyTests {
    let world = World.shared
    private static let seeds: Range<UInt64> = 10_000..<12_000

    /// What every case against a merchant is offered: the merchant's, the law's, the institutions', the ended services.
    private func offered(_ facts: ContactCase) -> Set<ChannelName> {
        let directory = world.router.directory
        var names: Set<ChannelName> = [.withdrawalButton, .email, .phone, .registeredMail, .mediator]
        for institution in directory.institutions where institution.kind != .mediator {
            names.formUnion(institution.channels.map(\.channel))
        }
        names.formUnion(directory.closed.map(\.id))
        if case .listed(let id) = facts.merchant {
            let merchant = directory.merchants.first { $0.id == id }
            names.formUnion(merchant?.channels.map(\.channel) ?? [])
            if merchant?.marketplace == true { names.insert(.sellerMessaging) }
        } else {
            names.insert(.sellerMessaging)
        }
        return names
    }

    @Test("Every channel of the merchant, the law and the institutions has exactly one verdict")
    func verdicts() {
        for seed in Self.seeds {
            let random = WideCase(seed: seed)

            let decision = world.decide(random.facts, at: random.now)

            let all = decision.usable.map(\.channel) + decision.refused.map(\.channel)
            #expect(Set(all) == offered(random.facts), "seed \(seed)")
            #expect(all.count == Set(all).count, "seed \(seed)")
            #expect(decision.refused.allSatisfy { !$0.objections.isEmpty }, "seed \(seed)")
        }
    }

    @Test("The best is usable, a wait ends later, and nothing is said for a reason")
    func answered() {
        for seed in Self.seeds {
            let random = WideCase(seed: seed)

            let decision = world.decide(random.facts, at: random.now)

            switch decision.outcome {
            case .contact:
                #expect(decision.best?.channel == decision.usable.first?.channel, "seed \(seed)")
                #expect(
                    decision.best.map { decision.refusal(of: $0.channel) == nil } ?? false, "seed \(seed)")
            case .wait(let until, _): #expect(until > random.now, "seed \(seed)")
            case .none(let reason):
                #expect(reason != .nothingUsable || decision.usable.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("Asking for written proof never gives a best channel with weaker proof")
    func writtenProof() {
        for seed in Self.seeds {
            var facts = WideCase(seed: seed).facts
            let now = WideCase(seed: seed).now
            facts.preferences.needsWrittenProof = nil

            let plain = world.decide(facts, at: now)
            facts.preferences.needsWrittenProof = true
            let strict = world.decide(facts, at: now)

            guard let weaker = plain.best, let stronger = strict.best else { continue }
            #expect(
                stronger.offer.profile.evidence >= weaker.offer.profile.evidence,
                "seed \(seed): \(weaker.channel) then \(stronger.channel)")
        }
    }

    @Test("Asking for the strongest evidence never gives a best channel with weaker proof")
    func strongestEvidence() {
        for seed in Self.seeds {
            var facts = WideCase(seed: seed).facts
            let now = WideCase(seed: seed).now
            facts.preferences.priority = nil

            let plain = world.decide(facts, at: now)
            facts.preferences.priority = .strongestEvidence
            let strict = world.decide(facts, at: now)

            guard let weaker = plain.best, let stronger = strict.best else { continue }
            #expect(
                stronger.offer.profile.evidence >= weaker.offer.profile.evidence,
                "seed \(seed): \(weaker.channel) then \(stronger.channel)")
        }
    }

    @Test("What is over stays over, whatever moment follows")
    func deadlinesStayOver() {
        for seed in Self.seeds.prefix(400) {
            let random = WideCase(seed: seed)
            var over: Set<RightName> = []
            var moment = random.now

            for _ in 0..<12 {
                let decision = world.decide(random.facts, at: moment)
                for right in over {
                    #expect(
                        decision.deadline(right).map { $0.isOver(at: moment) } ?? true,
                        "seed \(seed): \(right) is open again at \(moment)")
                }
                over.formUnion(decision.deadlines.filter { $0.isOver(at: moment) }.map(\.right))
                moment = moment.adding(seconds: 86_400 * 37 + 4_321)
            }
        }
    }

    @Test("A channel that is too late is never usable again")
    func tooLateForever() {
        for seed in Self.seeds.prefix(400) {
            let random = WideCase(seed: seed)
            var late: Set<ChannelName> = []
            var moment = random.now

            for _ in 0..<12 {
                let decision = world.decide(random.facts, at: moment)
                for channel in late {
                    #expect(!decision.isUsable(channel), "seed \(seed): \(channel) at \(moment)")
                }
                let refused = decision.refused.filter { refusal in
                    refusal.objections.contains { $0.code == .tooLate }
                }
                late.formUnion(refused.map(\.channel))
                moment = moment.adding(seconds: 86_400 * 37 + 4_321)
            }
        }
    }

    @Test("A deadline's last day does not depend on the moment of asking")
    func lastDaysAreFixed() {
        for seed in Self.seeds.prefix(400) {
            let random = WideCase(seed: seed)

            let first = world.decide(random.facts, at: random.now)
            let later = world.decide(random.facts, at: random.now.adding(seconds: 86_400 * 21))

            for deadline in first.deadlines where deadline.lastDay != nil {
                guard let same = later.deadline(deadline.right) else { continue }
                #expect(same.lastDay == deadline.lastDay, "seed \(seed): \(deadline.right)")
            }
        }
    }

    @Test(
        "Whoever knows nothing but the merchant and the trouble is sent somewhere",
        arguments: IssueKind.allCases)
    func knowsNothing(kind: IssueKind) {
        let noon = Draft.at("2026-11-25T12:00:00+01:00")
        let night = Draft.at("2026-11-29T03:00:00+01:00")

        for merchant in [Draft.amazon(kind).merchant, Draft.shop(kind).merchant] {
            let facts = ContactCase(merchant: merchant, issue: ContactRouting.Issue(kind: kind))
            for moment in [noon, night] {
                let decision = world.decide(facts, at: moment)

                #expect(decision.best != nil, "\(merchant) at \(moment)")
            }
        }
    }

    @Test("Taking away what is known of the order, the person or the seller still leaves a decision")
    func forgetting() {
        for seed in Self.seeds.prefix(500) {
            let random = WideCase(seed: seed)
            let forget: [(inout ContactCase) -> Void] = [
                { $0.order = Order() }, { $0.consumer = Consumer() }, { $0.seller = Seller() },
                { $0.preferences = Preferences() }, { $0.history = [] },
                { $0 = ContactCase(merchant: $0.merchant, issue: ContactRouting.Issue(kind: $0.issue.kind)) },
            ]

            for change in forget {
                var facts = random.facts
                change(&facts)
                let decision = world.decide(facts, at: random.now)

                #expect(
                    decision.usable.count + decision.refused.count == offered(facts).count, "seed \(seed)")
                if case .contact = decision.outcome { #expect(decision.best != nil, "seed \(seed)") }
            }
        }
    }
}

public import CivilCalendar

/// Finds what would change a decision: moments to come, and facts that are unknown or might be otherwise.
///
/// It decides again for every candidate, so it costs some dozens of decisions and is left out of batches.
public struct FlipSearch: Sendable {
    private let router: ContactRouter
    private let facts: ContactCase
    private let surroundings: @Sendable (Instant) -> Surroundings
    private let now: Instant

    /// Most moments that are tried.
    public static let momentsMax = 12
    /// How far into the future moments are tried.
    public static let days: Int64 = 400

    /// - Parameter surroundings: what holds at any moment; the same moment gives the same value.
    public init(
        _ router: ContactRouter, facts: ContactCase, at now: Instant,
        surroundings: @escaping @Sendable (Instant) -> Surroundings
    ) {
        self.router = router
        self.facts = facts
        self.now = now
        self.surroundings = surroundings
    }

    /// The next moments at which the best channel becomes another one, then the facts with which it would be.
    public func flips(of decision: Decision) -> [Flip] {
        timeFlips(of: decision) + factFlips(of: decision)
    }

    /// The unknown facts that would change the best channel, those that change it most often first.
    public func questions(of decision: Decision) -> [Question] {
        let present = surroundings(now)
        let counted = FactVariation.all.compactMap { variation -> (fact: FactPath, changes: Int)? in
            guard !facts.states(variation.fact) else { return nil }
            let changes = variation.values.count { value in
                answer(value.applied(to: facts), in: present) != Answer(decision)
            }
            return changes > 0 ? (variation.fact, changes) : nil
        }
        return counted.enumerated().sorted {
            ($0.element.changes, $1.offset) > ($1.element.changes, $0.offset)
        }.map { Question(fact: $0.element.fact) }
    }

    private func timeFlips(of decision: Decision) -> [Flip] {
        var flips: [Flip] = []
        var current = Answer(decision)
        for moment in moments(of: decision) {
            let then = answer(facts, in: surroundings(moment))
            guard then != current else { continue }
            flips.append(Flip(change: .at(moment), best: then.best))
            current = then
        }
        return flips
    }

    private func factFlips(of decision: Decision) -> [Flip] {
        let present = surroundings(now)
        return FactVariation.all.flatMap { variation -> [Flip] in
            variation.values.compactMap { value in
                let changed = value.applied(to: facts)
                guard changed != facts else { return nil }
                let then = answer(changed, in: present)
                guard then != Answer(decision) else { return nil }
                return Flip(change: .fact(variation.fact, value.text), best: then.best)
            }
        }
    }

    /// Openings, closings, ends of rights and of waiting: nothing changes between them.
    private func moments(of decision: Decision) -> [Instant] {
        var moments: Set<Instant> = []
        if case .wait(let until, _) = decision.outcome { moments.insert(until) }
        for channel in decision.usable {
            if case .open(let until?) = channel.availability { moments.insert(until) }
        }
        for channel in decision.refused {
            for objection in channel.objections { if let end = objection.usableFrom { moments.insert(end) } }
        }
        for deadline in decision.deadlines {
            if let opens = deadline.opens { moments.insert(opens) }
            if let closes = deadline.closes { moments.insert(closes) }
        }
        let horizon = now.adding(seconds: Self.days * 86_400)
        return Array(moments.filter { $0 > now && $0 <= horizon }.sorted().prefix(Self.momentsMax))
    }

    private func answer(_ facts: ContactCase, in surroundings: Surroundings) -> Answer {
        Answer(router.decide(facts, in: surroundings))
    }

    /// What a person would do: through which channel, or wait, or nothing.
    private struct Answer: Hashable {
        let best: ChannelName?
        let waits: Bool

        init(_ decision: Decision) {
            best = decision.best?.channel
            switch decision.outcome {
            case .wait: waits = true
            case .contact, .none: waits = false
            }
        }
    }
}

/// A fact and the values that it might have.
struct FactVariation: Sendable {
    struct Value: Sendable {
        /// As the case file writes it.
        let text: String
        private let change: @Sendable (inout ContactCase) -> Void

        init(_ text: String, _ change: @escaping @Sendable (inout ContactCase) -> Void) {
            self.text = text
            self.change = change
        }

        func applied(to facts: ContactCase) -> ContactCase {
            var changed = facts
            change(&changed)
            return changed
        }
    }

    let fact: FactPath
    let values: [Value]

    /// The facts that people can answer at once, the most telling first.
    static let all: [FactVariation] = [
        FactVariation(
            fact: .sellerType,
            values: Seller.Kind.allCases.map { kind in Value(kind.rawValue) { $0.seller.kind = kind } }),
        FactVariation(
            fact: .sellerFulfilledBy,
            values: Seller.Fulfiller.allCases.map { one in
                Value(one.rawValue) {
                    $0.seller.fulfilledBy = one
                    // An order that the seller ships without Prime is the seller's alone.
                    if one == .seller { $0.seller.primeEligible = false }
                }
            }),
        FactVariation(fact: .consumerCanLogIn, values: bool { $0.consumer.canLogIn = $1 }),
        FactVariation(fact: .consumerCanCall, values: bool { $0.consumer.canCall = $1 }),
        FactVariation(fact: .consumerProfessional, values: bool { $0.consumer.professional = $1 }),
        FactVariation(
            fact: .payment,
            values: [
                Value("card") { $0.order.payment = .card },
                Value("bank-transfer") {
                    $0.order.payment = .bankTransfer
                },
            ]),
        FactVariation(fact: .deliveredIn, values: [Value("FR") { $0.order.deliveredIn = .france }]),
        FactVariation(
            fact: .issueMedium,
            values: Issue.Medium.allCases.map { medium in Value(medium.rawValue) { $0.issue.medium = medium }
            }),
        FactVariation(
            fact: .issueDataGiven, values: [Value("card-number") { $0.issue.dataGiven = [.cardNumber] }]),
        FactVariation(fact: .itemSealBroken, values: bool { $0.order.item.sealBroken = $1 }),
    ]

    private static func bool(_ set: @escaping @Sendable (inout ContactCase, Bool) -> Void) -> [Value] {
        [true, false].map { flag in Value(flag ? "true" : "false") { set(&$0, flag) } }
    }
}

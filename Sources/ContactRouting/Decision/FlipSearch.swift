public import CivilCalendar

/// Finds what would change a decision: moments to come, and facts that are unknown or might be otherwise.
///
/// It decides again for every candidate, so it costs some dozens of decisions and is left out of batches.
public struct FlipSearch: Sendable {
    private let router: ContactRouter
    private let facts: ContactCase
    private let present: Surroundings
    private let turns: [Instant]
    private let decide: @Sendable (Instant) -> Decision

    private var now: Instant { present.now }

    /// Most moments that are tried.
    public static let momentsMax = 12
    /// How far into the future moments are tried.
    public static let days: Int64 = 400

    /// - Parameters:
    ///   - router: over the directory as it stands at the moment of the decision.
    ///   - present: what holds at that moment.
    ///   - turns: the moments at which the directory offers something else.
    ///   - decide: decides the case at a moment to come, by what the directory says then.
    public init(
        _ router: ContactRouter, facts: ContactCase, in present: Surroundings, turns: [Instant],
        decidingAt decide: @escaping @Sendable (Instant) -> Decision
    ) {
        self.router = router
        self.facts = facts
        self.present = present
        self.turns = turns
        self.decide = decide
    }

    /// The next moments at which the best channel becomes another one, then the facts with which it would be.
    public func flips(of decision: Decision) -> [Flip] {
        timeFlips(of: decision) + factFlips(of: decision)
    }

    /// The unknown facts that would change the best channel, those that change it most often first.
    public func questions(of decision: Decision) -> [Question] {
        let counted = FactVariation.all.compactMap { variation -> (fact: FactPath, changes: Int)? in
            guard !facts.states(variation.fact) else { return nil }
            let changes = variation.values(facts, router.directory, today).count { value in
                answer(value.applied(to: facts), in: present) != Answer(decision)
            }
            return changes > 0 ? (variation.fact, changes) : nil
        }
        return counted.enumerated().sorted {
            ($0.element.changes, $1.offset) > ($1.element.changes, $0.offset)
        }.map { Question(fact: $0.element.fact) }
    }

    private var today: CivilDay { present.today }

    private func timeFlips(of decision: Decision) -> [Flip] {
        var flips: [Flip] = []
        var current = Answer(decision)
        var moments = Self.first(moments(of: decision))
        var next = 0
        while next < moments.count {
            let moment = moments[next]
            next += 1
            let later = decide(moment)
            var more: Set<Instant> = []
            // What the directory offers from now on has hours of its own.
            if turns.contains(moment) { more = self.moments(of: later) }
            let then = Answer(later)
            if then != current {
                flips.append(Flip(change: .at(moment), best: then.best))
                // Whoever hears that the best channel closes wants to know when it opens again.
                if let reopens = later.whenOpens(current.best) { more.insert(reopens) }
                current = then
            }
            more = more.filter { $0 > moment }
            if !more.isSubset(of: moments) { moments = Self.first(more.union(moments)) }
        }
        return flips
    }

    /// The earliest of some moments, in order.
    private static func first(_ moments: Set<Instant>) -> [Instant] {
        Array(moments.sorted().prefix(momentsMax))
    }

    private func factFlips(of decision: Decision) -> [Flip] {
        FactVariation.all.flatMap { variation -> [Flip] in
            // A day has too many values for another one to be a smallest change.
            guard !variation.isDay else { return [] }
            return variation.values(facts, router.directory, today).compactMap { value in
                let changed = value.applied(to: facts)
                guard changed != facts else { return nil }
                let then = answer(changed, in: present)
                guard then != Answer(decision) else { return nil }
                return Flip(change: .fact(variation.fact, value.text), best: then.best)
            }
        }
    }

    /// Openings, closings, ends of rights and of waiting, turns of the directory: nothing changes between them.
    private func moments(of decision: Decision) -> Set<Instant> {
        var moments = Set(turns)
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
        return moments.filter { $0 > now && $0 <= horizon }
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

extension Decision {
    /// When a channel that nothing but its hours keeps closed opens again.
    fileprivate func whenOpens(_ channel: ChannelName?) -> Instant? {
        refused.first { $0.channel == channel }?.whenOpen?.opensAt
    }
}

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
            let changes = variation.values(facts, router.directory, today).count { value in
                answer(value.applied(to: facts), in: present) != Answer(decision)
            }
            return changes > 0 ? (variation.fact, changes) : nil
        }
        return counted.enumerated().sorted {
            ($0.element.changes, $1.offset) > ($1.element.changes, $0.offset)
        }.map { Question(fact: $0.element.fact) }
    }

    private var today: CivilDay { surroundings(now).today }

    private func timeFlips(of decision: Decision) -> [Flip] {
        var flips: [Flip] = []
        var current = Answer(decision)
        var moments = moments(of: decision)
        var next = 0
        while next < moments.count {
            let moment = moments[next]
            next += 1
            let later = router.decide(facts, in: surroundings(moment))
            let then = Answer(later)
            guard then != current else { continue }
            flips.append(Flip(change: .at(moment), best: then.best))
            // Whoever hears that the best channel closes wants to know when it opens again.
            if let reopens = later.whenOpens(current.best), !moments.contains(reopens) {
                moments.append(reopens)
                moments = Array(moments.sorted().prefix(Self.momentsMax))
            }
            current = then
        }
        return flips
    }

    private func factFlips(of decision: Decision) -> [Flip] {
        let present = surroundings(now)
        return FactVariation.all.flatMap { variation -> [Flip] in
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

extension Decision {
    /// When a channel that nothing but its hours keeps closed opens again.
    fileprivate func whenOpens(_ channel: ChannelName?) -> Instant? {
        refused.first { $0.channel == channel }?.whenOpen?.opensAt
    }
}

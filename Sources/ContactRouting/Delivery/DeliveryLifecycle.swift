public import CivilCalendar

/// The life of one delivery, as a value.
///
/// It decides; the worker acts, and the store keeps it. No rule of states stands anywhere else. Every state takes every
/// event or refuses it with a typed error; the table is in `docs/delivery-states.md`.
public struct DeliveryLifecycle: Hashable, Sendable, Codable {
    public internal(set) var state: DeliveryState
    public let stakes: DeliveryStakes
    /// The moment for which it was made: what it says is not true before, so it never goes out earlier.
    public let notBefore: Instant
    /// The moment after which another try would come too late for the right at stake.
    public internal(set) var latest: Instant
    /// Attempts that were claimed, apart from those that were put off or given back.
    public internal(set) var attempts = 0
    /// When the first attempt was claimed; nil before it.
    public internal(set) var firstAttempt: Instant?
    /// Failed attempts in a row, for the back-off.
    public internal(set) var failures = 0
    /// How often in a row it brought down the program or broke the plugin's contract.
    public internal(set) var faults = 0
    /// How often the other side was asked about the unknown outcome at hand.
    public internal(set) var inquiries = 0
    /// True once it was held because its store came from a backup: it may have gone out before, from another store.
    public internal(set) var wasRestored = false

    /// Reads a life that was kept, by a version that knew no planned moment and no backup as well.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        state = try container.decode(DeliveryState.self, forKey: .state)
        stakes = try container.decode(DeliveryStakes.self, forKey: .stakes)
        latest = try container.decode(Instant.self, forKey: .latest)
        attempts = try container.decode(Int.self, forKey: .attempts)
        firstAttempt = try container.decodeIfPresent(Instant.self, forKey: .firstAttempt)
        failures = try container.decode(Int.self, forKey: .failures)
        faults = try container.decode(Int.self, forKey: .faults)
        inquiries = try container.decode(Int.self, forKey: .inquiries)
        // Once it was tried, the moment it was made for had come.
        let known = firstAttempt ?? state.nextAction ?? latest
        notBefore = try container.decodeIfPresent(Instant.self, forKey: .notBefore) ?? known
        wasRestored = try container.decodeIfPresent(Bool.self, forKey: .wasRestored) ?? false
    }

    /// A delivery that goes out from a moment on.
    public init(queuedFrom from: Instant, latest: Instant, stakes: DeliveryStakes) {
        state = .queued(from: from)
        notBefore = from
        self.latest = latest
        self.stakes = stakes
    }

    /// When the program acts by itself; see ``DeliveryState/nextAction``.
    public var nextAction: Instant? { state.nextAction }

    /// True when it was in flight while the program came down: it is run while nothing else is, so that it condemns only
    /// itself.
    public var isSuspect: Bool { faults > 0 }

    /// What the case has to do about the state, beyond keeping it.
    public var consequence: DeliveryConsequence {
        switch state {
        case .queued, .sending, .cancelled: .nothing
        case .waiting(_, .failure), .waiting(_, .deferral): .nothing
        case .waiting(_, .account): .tellOfAccount
        case .needsPerson, .unknown, .quarantined, .held: .askPerson
        case .accepted: .keepEvidence
        case .failed: .decideAgain
        }
    }

    /// When the person is told that it takes long; nil unless it waits after an attempt.
    public func delayWarning(_ policy: RetryPolicy = RetryPolicy()) -> Instant? {
        guard case .waiting = state, let firstAttempt else { return nil }
        return firstAttempt.adding(seconds: policy.delayWarningSeconds)
    }

    /// Takes one event, or refuses it and stays as it is.
    ///
    /// - Parameters:
    ///   - now: the moment of the event.
    ///   - chance: `0..<1`, for waits; 0.5 strays to neither side.
    /// - Throws: `DeliveryLifecycleError`.
    public mutating func apply(
        _ event: DeliveryEvent, at now: Instant, chance: Double = 0.5, policy: RetryPolicy = RetryPolicy()
    ) throws(DeliveryLifecycleError) {
        let step = DeliveryStep(now: now, chance: chance, policy: policy)
        switch event {
        case .claimed(let lease): try claim(lease, step)
        case .begun: try begin()
        case .leaseRanOut(let lease): try takeOver(lease, step)
        case .givenBack(let from): try giveBack(from)
        case .outcome(let outcome): try end(outcome, step)
        case .answered(let outcome): try answer(outcome, step)
        case .personDecided(let decision): try decide(decision, step)
        case .cancelled: try cancel()
        case .held(let reason): try hold(reason)
        case .released(let from): try release(from)
        }
    }

    /// A delivery whose stored life cannot be read: nobody knows what became of it, so a person looks.
    public init(unreadableWithLatest latest: Instant) {
        self.init(queuedFrom: Instant(secondsSinceEpoch: 0), latest: latest, stakes: .costly)
        state = .unknown(UnknownOutcome(.unreadable))
    }

    func refusal(of event: DeliveryEvent.Kind) -> DeliveryLifecycleError {
        .notAllowed(event, in: state.kind)
    }
}

/// What the case has to do about the state of a delivery.
public enum DeliveryConsequence: String, Hashable, Sendable, CaseIterable {
    case nothing
    case keepEvidence = "keep-evidence"
    case askPerson = "ask-person"
    case tellOfAccount = "tell-of-account"
    case decideAgain = "decide-again"
}

/// The circumstances of one event.
struct DeliveryStep {
    let now: Instant
    let chance: Double
    let policy: RetryPolicy
}

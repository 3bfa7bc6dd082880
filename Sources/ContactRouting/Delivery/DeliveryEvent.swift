public import CivilCalendar

/// Something that happens to a delivery.
public enum DeliveryEvent: Hashable, Sendable, Codable {
    /// A worker takes what is due, until the lease runs out.
    ///
    /// What it may do then is in the new state: send, ask what became of it, or nothing.
    case claimed(lease: Instant)
    /// Something of the attempt is about to leave the machine.
    case begun
    /// The lease of a claim ran out, and a worker takes the delivery over for a new one.
    case leaseRanOut(lease: Instant)
    /// The worker gives back a claim of which nothing has left the machine; it is due again from this moment.
    case givenBack(from: Instant)
    /// The attempt ended.
    case outcome(DeliveryOutcome)
    /// The plugin asked what became of an unknown outcome, by the last checkpoint and the other side's answer.
    ///
    /// `failed` claims that nothing went out.
    case answered(DeliveryOutcome)
    /// A person says what happened, or what is to happen.
    case personDecided(PersonDecision)
    case cancelled
    case held(HoldReason)
    /// A person confirms what was held; it is due from this moment, or from the later one that was planned.
    case released(from: Instant)

    /// The event without what it carries.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case claimed, begun
        case leaseRanOut = "lease-ran-out"
        case givenBack = "given-back"
        case outcome, answered
        case personDecided = "person-decided"
        case cancelled, held, released
    }

    public var kind: Kind {
        switch self {
        case .claimed: .claimed
        case .begun: .begun
        case .leaseRanOut: .leaseRanOut
        case .givenBack: .givenBack
        case .outcome: .outcome
        case .answered: .answered
        case .personDecided: .personDecided
        case .cancelled: .cancelled
        case .held: .held
        case .released: .released
        }
    }
}

/// What a person says about a delivery.
public enum PersonDecision: Hashable, Sendable, Codable {
    /// It went out; the receipt says what proves it.
    case wentOut(Receipt)
    /// It did not go out, and is not to be sent this way: the case is decided anew.
    case didNotGoOut
    /// Send it, now or again, but not before the moment that was planned.
    ///
    /// - Parameter latest: a new latest moment; nil keeps the one there is.
    case send(latest: Instant?)
}

/// An event that a delivery cannot take where it stands.
public enum DeliveryLifecycleError: Error, Hashable, Sendable {
    case notAllowed(DeliveryEvent.Kind, in: DeliveryState.Kind)
    /// Claimed before it was due, or while another claim holds.
    case notDue(until: Instant)
}

extension DeliveryLifecycleError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAllowed(let event, let state):
            "A delivery that \(state.clause) cannot be \(event.participle): look at it again, it may have moved on."
        case .notDue(let until):
            "The delivery is not due before \(until.secondsSinceEpoch) seconds after 1970: wait until then."
        }
    }
}

extension DeliveryEvent.Kind {
    /// What is done to the delivery, in English: `called off`.
    fileprivate var participle: String {
        switch self {
        case .claimed: "claimed"
        case .begun: "begun"
        case .leaseRanOut: "taken over"
        case .givenBack: "given back"
        case .outcome: "ended"
        case .answered: "asked about"
        case .personDecided: "decided about this way"
        case .cancelled: "called off"
        case .held: "held"
        case .released: "released"
        }
    }
}

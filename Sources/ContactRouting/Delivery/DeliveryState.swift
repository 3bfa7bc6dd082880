public import CivilCalendar

/// Where one delivery stands.
///
/// A delivery is in exactly one state. A state that is not final has a next moment at which the program acts by itself, or
/// waits for a person; `docs/delivery-states.md` has the table of what leads from one to the other.
public enum DeliveryState: Hashable, Sendable, Codable {
    /// It goes out from this moment on.
    case queued(from: Instant)
    /// A worker has claimed it for one attempt, until the lease runs out.
    ///
    /// `begun` is true once something of the attempt may have left the machine; it is stored before the first byte does.
    case sending(attempt: Int, begun: Bool, lease: Instant)
    /// Nothing went out so far; it is tried again at this moment.
    case waiting(until: Instant, because: DeliveryWait)
    /// The program did its part; a person does the rest.
    case needsPerson(PersonTask)
    /// It may have gone out: a person must look, and no machine sends it again.
    case unknown(UnknownOutcome)
    /// The next hop took responsibility.
    case accepted(Receipt)
    /// It did not go out and is not tried again: the case is decided anew.
    case failed(Failure, because: FailureEnd)
    /// Somebody called it off.
    case cancelled(Cancellation)
    /// It brought the program down or broke the plugin's contract too often; nothing went out, and it stands still.
    case quarantined(Failure)
    /// Nothing goes out until a person confirms.
    case held(HoldReason)

    /// The state without what it carries: what a list shows and a database can search.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case queued, sending, waiting
        case needsPerson = "needs-person"
        case unknown, accepted, failed, cancelled, quarantined, held
    }

    public var kind: Kind {
        switch self {
        case .queued: .queued
        case .sending: .sending
        case .waiting: .waiting
        case .needsPerson: .needsPerson
        case .unknown: .unknown
        case .accepted: .accepted
        case .failed: .failed
        case .cancelled: .cancelled
        case .quarantined: .quarantined
        case .held: .held
        }
    }

    /// When the program acts by itself: sends, asks the provider, or takes over a claim that ran out.
    ///
    /// Whatever is due is what may be claimed. Nil when only a person can go on, or nothing is left to do.
    public var nextAction: Instant? {
        switch self {
        case .queued(let from): from
        case .sending(_, _, let lease): lease
        case .waiting(let until, _): until
        case .unknown(let outcome): outcome.askAt
        case .needsPerson, .accepted, .failed, .cancelled, .quarantined, .held: nil
        }
    }
}

extension DeliveryState.Kind {
    /// True when nothing happens any more unless a person starts it anew.
    public var isFinal: Bool {
        switch self {
        case .accepted, .failed, .cancelled: true
        case .queued, .sending, .waiting, .needsPerson, .unknown, .quarantined, .held: false
        }
    }

    /// Where the delivery stands, in English, as it follows "a delivery that": `was called off`.
    public var clause: String {
        switch self {
        case .queued: "waits to go out"
        case .sending: "is being sent"
        case .waiting: "waits to be tried again"
        case .needsPerson: "is left to you"
        case .unknown: "may have gone out"
        case .accepted: "went out"
        case .failed: "did not go out"
        case .cancelled: "was called off"
        case .quarantined: "was set aside"
        case .held: "is held"
        }
    }

    /// True when a person is asked, whatever the program does meanwhile.
    public var asksPerson: Bool {
        switch self {
        case .needsPerson, .unknown, .quarantined, .held: true
        case .queued, .sending, .waiting, .accepted, .failed, .cancelled: false
        }
    }
}

/// Why a delivery waits.
public enum DeliveryWait: Hashable, Sendable, Codable {
    /// The last attempt failed, and a machine may try again.
    case failure(Failure)
    /// No attempt was counted: closed, past a cut-off, too many requests.
    case deferral(DeferralReason)
    /// The account or its settings were refused: the whole channel pauses, and a person is told once.
    case account(Failure)
}

/// What is known of a delivery that may have gone out.
public struct UnknownOutcome: Hashable, Sendable, Codable {
    /// Why nobody knows: what happened in the attempt, whatever was found out since.
    public let failure: Failure
    /// What came of the last question to the other side, or why it cannot be asked; nil before it was asked.
    public let answer: Failure?
    /// The plugin's question to the person; nil when it has none of its own.
    public let question: PersonTask?
    /// When the plugin asks the other side what became of it; nil when asking is of no use any more.
    public let askAt: Instant?

    public init(
        _ failure: Failure, answer: Failure? = nil, question: PersonTask? = nil, askAt: Instant? = nil
    ) {
        self.failure = failure
        self.answer = answer
        self.question = question
        self.askAt = askAt
    }
}

/// Why a delivery is not tried again.
public enum FailureEnd: String, Hashable, Sendable, Codable, CaseIterable {
    /// The other side, the content or a rule says no.
    case refused
    /// The next try would come after the latest moment.
    case tooLate = "too-late"
    /// It was tried for as long as the policy allows.
    case outOfTime = "out-of-time"
    /// A person found that it did not go out, or could not do it.
    case notDone = "not-done"
}

/// What a cancelled delivery leaves open.
public struct Cancellation: Hashable, Sendable, Codable {
    /// True when it was cancelled while nobody knew whether it had gone out.
    public let mayHaveGoneOut: Bool

    public init(mayHaveGoneOut: Bool) { self.mayHaveGoneOut = mayHaveGoneOut }
}

/// Why nothing goes out until a person confirms.
public enum HoldReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The case file was restored from a backup: it may have gone out since.
    case restored
    /// The machine's clock cannot be trusted.
    case clockDoubt = "clock-doubt"
    /// A person asked for it.
    case person
}

/// What a second copy would do.
public enum DeliveryStakes: String, Hashable, Sendable, Codable, CaseIterable {
    /// A nuisance: what is proved not to have gone out may be sent again by a machine.
    case ordinary
    /// It costs money or binds somebody: once an outcome was unknown, only a person sends it again.
    case costly

    /// The stakes of a delivery, from what its channel says and what the person agreed to.
    public init(effects: ChannelEffects, consent: ConsentNeeded) {
        self = effects.costsMoney || consent.price != nil ? .costly : .ordinary
    }
}

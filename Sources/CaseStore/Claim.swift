public import CivilCalendar
public import ContactRouting

/// Names a worker, so that a person can tell which process holds a delivery: 1 to 32 of `a-z`, `0-9` and `-`.
public typealias WorkerName = StepName

/// What a worker asks for.
public struct ClaimRequest: Hashable, Sendable {
    /// Which channels it has room for.
    public enum Channels: Hashable, Sendable {
        case all
        case only(Set<ChannelName>)
        case except(Set<ChannelName>)

        /// True when a delivery by this channel may be taken.
        public func admits(_ channel: ChannelName) -> Bool {
            switch self {
            case .all: true
            case .only(let channels): channels.contains(channel)
            case .except(let channels): !channels.contains(channel)
            }
        }
    }

    /// Most deliveries that one claim may ask for.
    public static let limitMax = 1000

    public let worker: WorkerName
    public let now: Instant
    /// When the lease ends; after `now`.
    public let leaseUntil: Instant
    /// At most so many deliveries, `1...1000`.
    public let limit: Int
    public let channels: Channels
    /// The one delivery that is asked for; nil asks for any.
    public let only: DeliveryReference?

    public init(
        worker: WorkerName, now: Instant, leaseUntil: Instant, limit: Int, channels: Channels = .all,
        only: DeliveryReference? = nil
    ) {
        self.worker = worker
        self.now = now
        self.leaseUntil = leaseUntil
        self.limit = limit
        self.channels = channels
        self.only = only
    }

    /// True when a delivery may be taken, as far as it is about what it is and not about when.
    public func admits(_ reference: DeliveryReference, by channel: ChannelName) -> Bool {
        channels.admits(channel) && (only ?? reference) == reference
    }
}

/// How a delivery stands during an attempt, and the entry that tells of it.
public struct ClaimStep: Hashable, Sendable {
    /// Its `due` is not used: the lease says when somebody else may take it.
    public let standing: DeliveryStanding
    public let entry: LogDraft?

    public init(_ standing: DeliveryStanding, entry: LogDraft? = nil) {
        self.standing = standing
        self.entry = entry
    }
}

/// A delivery that one worker holds.
public struct Claim: Hashable, Sendable {
    public let ticket: ClaimTicket
    /// The delivery as it stands now, with the claim.
    public let record: DeliveryRecord

    public init(ticket: ClaimTicket, record: DeliveryRecord) {
        self.ticket = ticket
        self.record = record
    }
}

/// What a worker shows when it writes about a delivery that it holds.
public struct ClaimTicket: Hashable, Sendable {
    public let reference: DeliveryReference
    /// One more with each claim of this delivery: only the newest may write (a fencing token).
    public let token: Int

    public init(reference: DeliveryReference, token: Int) {
        self.reference = reference
        self.token = token
    }
}

/// How far a claimed delivery has come; what is nil stays as it is.
public struct ClaimProgress: Hashable, Sendable {
    /// Where a delivery in several calls stands.
    public let checkpoint: Checkpoint?
    /// How it stands: that something may have left the machine.
    ///
    /// Its `due` is not used.
    public let standing: DeliveryStanding?

    public init(checkpoint: Checkpoint? = nil, standing: DeliveryStanding? = nil) {
        self.checkpoint = checkpoint
        self.standing = standing
    }
}

/// Who holds a delivery, and until when.
public struct Lease: Hashable, Sendable {
    public let worker: WorkerName
    public let until: Instant

    public init(worker: WorkerName, until: Instant) {
        self.worker = worker
        self.until = until
    }
}

/// How a claimed delivery stands after the attempt.
public struct Settlement: Hashable, Sendable {
    public let ticket: ClaimTicket
    public let standing: DeliveryStanding
    public let entry: LogDraft?
    /// New facts, which come with an entry.
    public let facts: FactsChange?

    public init(
        _ ticket: ClaimTicket, standing: DeliveryStanding, entry: LogDraft? = nil, facts: FactsChange? = nil
    ) {
        precondition(facts == nil || entry != nil, "facts change with an entry of the log")
        self.ticket = ticket
        self.standing = standing
        self.entry = entry
        self.facts = facts
    }
}

/// What became of a settlement.
public enum SettlementResult: Hashable, Sendable {
    case settled(DeliveryRecord)
    /// Somebody else has a newer claim: nothing was written.
    case superseded
    /// The facts were changed by somebody else: nothing was written, and the claim still stands.
    case factsChanged
}

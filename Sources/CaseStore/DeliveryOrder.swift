public import CivilCalendar
public import ContactRouting

/// One delivery to be stored, with what belongs into the same transaction.
public struct DeliveryOrder: Hashable, Sendable {
    public let caseReference: CaseReference
    /// A second order with this key creates nothing.
    public let key: IdempotencyKey
    public let preparation: StoredPreparation
    /// How it stands at first: queued and due, or held.
    public let standing: DeliveryStanding
    /// The moment after which another attempt would come too late for the right at stake.
    public let latest: Instant
    public let entry: LogDraft
    public let facts: FactsChange?
    /// What must still be so; nil stores it whatever happened meanwhile.
    public let condition: OrderCondition?

    public init(
        caseReference: CaseReference, key: IdempotencyKey, preparation: StoredPreparation,
        standing: DeliveryStanding, latest: Instant, entry: LogDraft, facts: FactsChange? = nil,
        condition: OrderCondition? = nil
    ) {
        self.caseReference = caseReference
        self.key = key
        self.preparation = preparation
        self.standing = standing
        self.latest = latest
        self.entry = entry
        self.facts = facts
        self.condition = condition
    }

    public var reference: DeliveryReference { preparation.reference }
}

/// What must still be so when an order is stored, because it was prepared from it.
///
/// The store looks in the same transaction: of two that order at the same time, one is refused.
public struct OrderCondition: Hashable, Sendable {
    /// The revision of the facts that it was prepared from.
    public let factsRevision: Int
    /// No other delivery of the case through the same channel is in one of these states.
    public let noneIn: Set<StateName>

    public init(factsRevision: Int, noneIn: Set<StateName>) {
        self.factsRevision = factsRevision
        self.noneIn = noneIn
    }
}

/// What became of an order.
public enum Enqueued: Hashable, Sendable {
    case created(DeliveryRecord)
    /// The key is known: nothing was written.
    case alreadyThere(DeliveryRecord)

    public var record: DeliveryRecord {
        switch self {
        case .created(let record), .alreadyThere(let record): record
        }
    }
}

/// Names a state of a delivery, such as `queued` or `accepted`.
public typealias StateName = StepName

/// How a delivery stands: the lifecycle writes it, the store keeps it and understands only `due`, `pausesChannel` and
/// `warnsAt`.
public struct DeliveryStanding: Hashable, Sendable {
    public let state: StateName
    /// The whole state as the lifecycle writes it; erased when the case is forgotten.
    public let detail: Private<[UInt8]>
    /// From when on a machine may take it; nil when no machine may.
    public let due: Instant?
    /// True when its channel pauses until it is due: the account was refused.
    public let pausesChannel: Bool
    /// When the person is to be told that it takes long; nil when it does not wait, or the person was told.
    public let warnsAt: Instant?

    public init(
        _ state: StateName, detail: [UInt8] = [], due: Instant?, pausesChannel: Bool = false,
        warnsAt: Instant? = nil
    ) {
        self.state = state
        self.detail = Private(detail)
        self.due = due
        self.pausesChannel = pausesChannel
        self.warnsAt = warnsAt
    }

    /// The same, taken by no machine: how a claimed delivery stands, whose lease says when it may be taken over.
    public var withoutDue: DeliveryStanding {
        due == nil && warnsAt == nil ? self : DeliveryStanding(state, detail: detail.reveal(), due: nil)
    }

    /// The same, once the person was told that it takes long.
    public var withoutWarning: DeliveryStanding {
        DeliveryStanding(state, detail: detail.reveal(), due: due, pausesChannel: pausesChannel)
    }
}

/// A stored delivery.
public struct DeliveryRecord: Hashable, Sendable {
    public let reference: DeliveryReference
    public let caseReference: CaseReference
    public let key: IdempotencyKey
    public let channel: ChannelName
    public let standing: DeliveryStanding
    public let latest: Instant
    public let createdAt: Instant
    /// How often it was claimed, rescues not counted.
    public let claims: Int
    /// How often a claim of it ran out.
    public let rescues: Int
    public let checkpoint: Checkpoint?
    /// Who is at it; nil when nobody is.
    public let lease: Lease?
    /// One more with each write, for `DeliveryRevision`.
    public let revision: Int
    /// True once its case is forgotten: what is about a person is gone.
    public let forgotten: Bool

    public init(
        reference: DeliveryReference, caseReference: CaseReference, key: IdempotencyKey, channel: ChannelName,
        standing: DeliveryStanding, latest: Instant, createdAt: Instant, claims: Int = 0, rescues: Int = 0,
        checkpoint: Checkpoint? = nil, lease: Lease? = nil, revision: Int = 1, forgotten: Bool = false
    ) {
        self.reference = reference
        self.caseReference = caseReference
        self.key = key
        self.channel = channel
        self.standing = standing
        self.latest = latest
        self.createdAt = createdAt
        self.claims = claims
        self.rescues = rescues
        self.checkpoint = checkpoint
        self.lease = lease
        self.revision = revision
        self.forgotten = forgotten
    }
}

/// A decision about a delivery that nobody has claimed.
public struct DeliveryRevision: Hashable, Sendable {
    public let reference: DeliveryReference
    /// The `revision` of the record the decision was made from.
    public let revision: Int
    public let standing: DeliveryStanding
    /// What the log says of it, and of what belongs to it: all of them are stored with it, or nothing is.
    public let entries: [LogDraft]
    /// New facts, which come with an entry.
    public let facts: FactsChange?

    public init(
        of record: DeliveryRecord, standing: DeliveryStanding, entries: [LogDraft] = [],
        facts: FactsChange? = nil
    ) {
        precondition(facts == nil || !entries.isEmpty, "facts change with an entry of the log")
        reference = record.reference
        revision = record.revision
        self.standing = standing
        self.entries = entries
        self.facts = facts
    }
}

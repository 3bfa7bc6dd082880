public import CaseFormat
public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import Outbox

/// A case of the store as it stood at one moment: what the person said, and what happened since.
///
/// The facts are what the person said, the log is what happened. The history that a decision sees is both: contacts of
/// the facts, of the log, and deliveries that were accepted. What came later than the moment is left out.
public struct StoredCase: Sendable {
    /// The moment for which it was read.
    public let asOf: Instant
    /// The case as the store keeps it, its facts without what happened since.
    public let record: CaseRecord
    /// The case with its whole history: what a decision and a preparation take.
    public let loaded: LoadedCase
    /// The person's zone.
    public let zone: TimeZoneRules
    /// What the history is made of, in the order of time.
    public let contacts: [StoredContact]
    /// The log, oldest first.
    public let entries: [LogEntry]
    /// The deliveries, oldest first, as they stand in the store now.
    public let deliveries: [DeliveryRecord]
    /// The last days that deliveries give the other side.
    let deadlines: [DeliveryReference: CivilDay]
    /// How many deliveries the case has had, those later than ``asOf`` among them.
    let deliveryNumber: Int
    /// What tells the store from the one that it was restored from.
    let mark: StoreMark?

    public var reference: CaseReference { record.summary.reference }

    public var facts: ContactCase { loaded.facts }

    /// A contact by its number in the order of time, counted from 1; nil when there is none.
    public func contact(number: Int) -> StoredContact? {
        contacts.indices.contains(number - 1) ? contacts[number - 1] : nil
    }

    /// The case with its history, as a file.
    public func json(isPretty: Bool = true) -> [UInt8] {
        loaded.json(
            reference: reference, history: contacts.map(\.entry.contact), in: zone, isPretty: isPretty)
    }

    /// Deliveries that wait for the person to say what happened: those by a channel, or all.
    public func deliveriesAwaitingPerson(by channel: ChannelName? = nil) -> [DeliveryRecord] {
        deliveries.filter { delivery in
            guard !delivery.forgotten, channel == nil || delivery.channel == channel else { return false }
            switch delivery.life.state {
            case .needsPerson, .unknown: return true
            case .queued, .sending, .waiting, .accepted, .failed, .cancelled, .quarantined, .held:
                return false
            }
        }
    }

    /// The last day that a delivery named, when it was over as the delivery went out, so that nobody was given time.
    public func lapsedDay(of delivery: DeliveryRecord) -> CivilDay? {
        guard let day = deadlines[delivery.reference],
            let contact = contacts.first(where: { $0.entry.delivery == delivery.reference })?.entry.contact,
            contact.deadline == nil, day.given(at: contact.at, in: zone) == nil
        else { return nil }
        return day
    }

    /// The newest delivery by a channel that is not done: it waits, goes out, may have gone out, or is held.
    ///
    /// While there is one, another through the same channel may be the same thing twice.
    public func openDelivery(by channel: ChannelName) -> DeliveryRecord? {
        deliveries.last { $0.channel == channel && !$0.forgotten && !$0.life.state.kind.isFinal }
    }

    /// Whether a delivery that can still be called off was prepared from facts that the person changed since.
    ///
    /// What it says, and where it goes, is no longer what the case says.
    public func isOutrun(_ delivery: DeliveryRecord) -> Bool {
        switch delivery.life.state {
        case .queued, .waiting, .needsPerson, .held, .quarantined: break
        case .sending, .unknown, .accepted, .failed, .cancelled: return false
        }
        guard !delivery.forgotten, let change = entries.last(where: { $0.kind == .factsChanged }) else {
            return false
        }
        let order = entries.first { DeliveryLogEntry($0)?.delivery == delivery.reference }
        return order.map { $0.sequence < change.sequence } ?? false
    }

    /// The name of the next delivery of the case, which no other one has had: not here, and not in a store that this one
    /// was restored from.
    public func nextDeliveryReference() throws(CaseFlowError) -> DeliveryReference {
        try DeliveryReference(of: reference, number: deliveryNumber + 1, mark: mark)
    }
}

/// A contact of a stored case, and where it is known from.
public struct StoredContact: Hashable, Sendable {
    public enum Origin: Hashable, Sendable {
        /// The person wrote it into the case.
        case facts
        /// It went out through this program, and nothing was said of it since.
        case delivery
        /// An entry of the log, by its sequence.
        case log(Int)
    }

    public let entry: ContactEntry
    public let origin: Origin

    public init(_ entry: ContactEntry, origin: Origin) {
        self.entry = entry
        self.origin = origin
    }
}

extension LogKind {
    /// The case was taken in.
    public static let opened = LogKind("opened")
    /// The person changed the facts.
    public static let factsChanged = LogKind("facts-changed")
    /// What happened between the person and the other side; the payload is a `ContactEntry`.
    public static let contact = LogKind("contact")
    /// A contact of the log was a mistake: `{"entry": SEQUENCE}`.
    public static let contactWithdrawn = LogKind("contact-withdrawn")
    public static let closed = LogKind("closed")
    public static let reopened = LogKind("reopened")
    public static let forgotten = LogKind("forgotten")
    public static let exported = LogKind("exported")
}

public import CaseStore
public import CivilCalendar
public import ContactRouting
internal import Foundation

/// What the log of a case says about a delivery: how it stands from a moment on.
///
/// One entry for each attempt before it begins, and one for each state that follows. Its kind is `delivery-` and the
/// name of the state.
public struct DeliveryLogEntry: Hashable, Sendable, Codable {
    public let delivery: DeliveryReference
    public let channel: ChannelName
    /// The attempt the state belongs to; 0 before the first.
    public let attempt: Int
    public let state: DeliveryState
    /// The last day that it gives the other side; only in the entry of its order.
    public let deadline: CivilDay?
    /// What the person agreed to; only in the entry of its order, when money was to be spent.
    public let agreed: ConsentNeeded?

    public init(
        delivery: DeliveryReference, channel: ChannelName, attempt: Int, state: DeliveryState,
        deadline: CivilDay? = nil, agreed: ConsentNeeded? = nil
    ) {
        self.delivery = delivery
        self.channel = channel
        self.attempt = attempt
        self.state = state
        self.deadline = deadline
        self.agreed = agreed
    }

    /// Reads an entry of a case's log; nil when it is about something else, or its payload was erased.
    public init?(_ entry: LogEntry) {
        guard entry.kind.text.hasPrefix("delivery-"), let payload = entry.payload,
            let read = try? JSONDecoder().decode(Self.self, from: Data(payload.reveal()))
        else { return nil }
        self = read
    }

    /// The entry, ready to be stored.
    ///
    /// - Throws: `CaseStoreError.stateUnreadable` when a value in it has no JSON form.
    public func draft(at now: Instant) throws(CaseStoreError) -> LogDraft {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let payload = try? encoder.encode(self),
            let kind = try? LogKind(parsing: "delivery-\(state.kind.rawValue)")
        else { throw .stateUnreadable }
        return LogDraft(kind, at: now, payload: Array(payload))
    }
}

extension DeliveryLifecycle {
    /// How it stands, and what the log says of it.
    func stored(
        of record: DeliveryRecord, at now: Instant
    ) throws(CaseStoreError) -> (standing: DeliveryStanding, entry: LogDraft) {
        let entry = DeliveryLogEntry(
            delivery: record.reference, channel: record.channel, attempt: attempts, state: state)
        return (try DeliveryStanding(self), try entry.draft(at: now))
    }
}

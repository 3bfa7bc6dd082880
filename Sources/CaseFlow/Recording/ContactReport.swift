public import CaseFormat
public import CivilCalendar
public import ContactRouting

/// What a person tells of a contact.
public struct ContactReport: Hashable, Sendable {
    public var channel: ChannelName
    public var outcome: PastContact.Outcome
    /// When it happened.
    public var at: Instant
    /// The day that the other side promised.
    public var promisedOn: CivilDay?
    /// The last day that the person gave the other side.
    public var deadline: CivilDay?
    public var transcriptKept: Bool?
    public var note: Private<String>?
    /// What the carrier or the other side calls it.
    public var tracking: Private<TextLine>?
    /// What it belongs to; nil lets the case tell.
    public var subject: Subject?

    public enum Subject: Hashable, Sendable {
        /// What went out through this program, or waits for the person to say so.
        case delivery(DeliveryReference)
        /// A contact of the history by its number, counted from 1 in the order of time.
        case contact(Int)
    }

    public init(channel: ChannelName, outcome: PastContact.Outcome, at: Instant) {
        self.channel = channel
        self.outcome = outcome
        self.at = at
    }
}

/// What became of a report.
public struct RecordedContact: Hashable, Sendable {
    /// The contact as it stands from now on.
    public let entry: ContactEntry
    /// The outcome that was known before; nil for a contact that was not known.
    public let before: PastContact.Outcome?
    /// The delivery that the report settled: it had waited for the person.
    public let settled: DeliveryReference?
    /// True when all of it was known before, and nothing was written.
    public let wasKnown: Bool
}

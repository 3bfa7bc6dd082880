public import CivilCalendar

/// An earlier contact, as a letter tells it.
public struct LetterContact: Hashable, Sendable {
    public let day: CivilDay
    public let channel: ChannelName
    public let outcome: PastContact.Outcome
    /// The day they promised.
    public let promisedOn: CivilDay?
    /// The last day that we had given them.
    public let deadline: CivilDay?
}

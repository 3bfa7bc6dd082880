public import CaseStore
public import ContactRouting

/// Where the chore of reminding lays what the person may use: drafts, withdrawals, the calendar.
///
/// Nothing of it goes out. What is written replaces what was there as a whole.
public protocol AgendaFiles: Sendable {
    /// Prepares the best channel of a case at a moment, as a draft, and writes it where the person finds it.
    func draftNextStep(of stored: StoredCase, decision: Decision) async -> DraftResult

    /// Writes the withdrawal of something that a delivery announced.
    ///
    /// - Returns: where it stands; nil when it stood there before.
    /// - Throws: `AgendaFilesFault`.
    func keep(
        _ withdrawal: Artifact, of delivery: DeliveryReference, in reference: CaseReference
    ) async throws(AgendaFilesFault) -> String?

    /// Removes drafts and withdrawals of a case of which nothing may be left.
    ///
    /// - Throws: `AgendaFilesFault`.
    func discard(_ reference: CaseReference) async throws(AgendaFilesFault)

    /// The revision of the agenda that the calendar shows; nil when there is none, or it is not whole.
    ///
    /// - Complexity: O(1), however long the calendar is.
    /// - Throws: `AgendaFilesFault`.
    func calendarRevision() async throws(AgendaFilesFault) -> AgendaRevision?

    /// Begins a calendar that is to take the place of the last one; until it ends nobody else begins one.
    ///
    /// - Throws: `AgendaFilesFault`, also when somebody else has been writing one for too long.
    func beginCalendar() async throws(AgendaFilesFault) -> any CalendarWriting
}

/// A calendar that is being written, piece by piece, beside the last one.
public protocol CalendarWriting: Sendable {
    /// - Throws: `AgendaFilesFault`; the last calendar is still there then.
    func add(_ bytes: [UInt8]) throws(AgendaFilesFault)

    /// Puts it in the place of the last one, when it is on the disk.
    ///
    /// - Throws: `AgendaFilesFault`; the last calendar is still there then.
    func finish() throws(AgendaFilesFault)

    /// Leaves the last one in its place; without effect once it is finished.
    func abandon()
}

/// What became of a draft.
public enum DraftResult: Hashable, Sendable {
    case drafted(ChannelName, path: String)
    /// No channel is best at this moment: waiting is right, or nothing helps.
    case nothingToDo
    /// Facts are missing, or it could not be prepared or written: a sentence without personal data.
    case failed(ChannelName, String)
}

/// A file of the chore cannot be written or read; a sentence that names the place and says what to do.
public struct AgendaFilesFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

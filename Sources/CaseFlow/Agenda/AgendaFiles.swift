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

    /// The calendar as it was written last; nil when there is none.
    ///
    /// - Throws: `AgendaFilesFault`.
    func calendar() async throws(AgendaFilesFault) -> [UInt8]?

    /// Makes a calendar from the last one and puts it in its place; nobody else does so meanwhile.
    ///
    /// - Parameter make: takes the last one, nil when there is none; what it gives is written when it is another.
    /// - Throws: `AgendaFilesFault`; the last one is still there then.
    func updateCalendar(_ make: @Sendable ([UInt8]?) -> [UInt8]) async throws(AgendaFilesFault)
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

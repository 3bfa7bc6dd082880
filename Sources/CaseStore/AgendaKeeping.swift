public import CivilCalendar
public import ContactRouting
public import Digests

/// Keeps what is planned for each case, so that a case that did not change need not be planned anew.
public protocol AgendaKeeping: Sendable {
    /// Keeps sheets, each in the place of the one before, and makes its reminders the reminders of its case.
    ///
    /// Reminders of the case that are not in the list and have not fired are dropped. One that fired stays fired, also
    /// when it is planned again.
    ///
    /// - Returns: for each sheet whether it was kept; false when the log has another length than the one from which the
    ///   sheet was made, or there is no such case.
    /// - Throws: `CaseStoreError.caseClosed`, `.caseForgotten` for reminders of a case that is not open, `.overLimit`.
    func keep(_ sheets: [AgendaSheet]) async throws(CaseStoreError) -> [Bool]

    /// The sheet of a case; nil when none is kept.
    func sheet(of reference: CaseReference) async throws(CaseStoreError) -> AgendaSheet?

    /// A page of the cases that are to be planned, in the order of their references.
    ///
    /// Those without a sheet, those whose log has grown since, those whose sheet changes by itself by `now`, and open ones
    /// that were planned on another basis.
    ///
    /// - Parameter limit: `1...1000`.
    func casesToPlan(
        on basis: SHA256Digest, at now: Instant, after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [CaseReference]

    /// The texts of the sheets that have one, in the order of the references of their cases.
    ///
    /// - Parameter limit: `1...1000`.
    func agendaTexts(
        after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [AgendaText]

    /// Another one with each change of a text, and when a copy of the store is opened for the first time.
    func agendaRevision() async throws(CaseStoreError) -> AgendaRevision
}

/// What is planned for one case.
public struct AgendaSheet: Hashable, Sendable {
    /// Longest text of one case, in bytes.
    public static let textBytesMax = 8 << 20

    public let caseReference: CaseReference
    /// How many entries the log had from which it was made.
    public let entries: Int
    /// What it was made with, beside the case: the directory, the zones, the program.
    public let basis: SHA256Digest
    /// What is to be told; empty for a case that is not open.
    public let reminders: [Reminder]
    /// What a calendar shows of the case; empty when that is nothing.
    public let text: Private<[UInt8]>
    /// When the text changes although the case does not; nil for never.
    public let changesAt: Instant?

    public init(
        caseReference: CaseReference, entries: Int, basis: SHA256Digest, reminders: [Reminder],
        text: [UInt8], changesAt: Instant?
    ) {
        self.caseReference = caseReference
        self.entries = entries
        self.basis = basis
        self.reminders = reminders
        self.text = Private(text)
        self.changesAt = changesAt
    }

    /// - Throws: `CaseStoreError.overLimit`.
    public func checkLimits() throws(CaseStoreError) {
        try check(.agendaBytes, text.reveal().count, max: Self.textBytesMax)
        try check(.reminders, reminders.count, max: Reminder.perCaseMax)
    }
}

/// What a calendar shows of one case.
public struct AgendaText: Hashable, Sendable {
    public let caseReference: CaseReference
    public let bytes: Private<[UInt8]>

    public init(caseReference: CaseReference, bytes: [UInt8]) {
        self.caseReference = caseReference
        self.bytes = Private(bytes)
    }
}

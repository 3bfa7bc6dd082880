public import ContactRouting

/// Keeps cases: their facts, and the log of what happened.
public protocol CaseKeeping: Sendable {
    /// Stores a new case and the first entry of its log.
    ///
    /// - Throws: `CaseStoreError.caseExists`, `.overLimit`.
    func open(_ opening: CaseOpening) async throws(CaseStoreError) -> CaseRecord

    /// Adds entries to a case's log, and changes its facts with them when asked to.
    ///
    /// An entry whose `once` was recorded before is not added a second time; the older entry stands in its place in
    /// the result. When no draft is new, the facts stay as they are.
    ///
    /// - Returns: one entry for each draft, in the order of the drafts.
    /// - Throws: `CaseStoreError.caseUnknown`, `.caseForgotten`, `.caseClosed`, `.factsChanged`, `.overLimit`.
    func append(
        _ drafts: [LogDraft], to reference: CaseReference, changing facts: FactsChange?
    ) async throws(CaseStoreError) -> [LogEntry]

    /// Closes a case: its log and its facts take nothing more until it is opened again.
    ///
    /// Reminders that have not fired are dropped.
    ///
    /// - Throws: `CaseStoreError.caseUnknown`, `.caseForgotten`, `.caseClosed`, `.deliveryUnderway`.
    func close(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError) -> CaseRecord

    /// Opens a closed case again.
    ///
    /// - Throws: `CaseStoreError.caseUnknown`, `.caseForgotten`, `.caseOpen`.
    func reopen(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError) -> CaseRecord

    /// Erases everything of a case that is about a person, and keeps the proof that a log existed.
    ///
    /// Facts, payloads and salts of the log, prepared bytes, recipients, replies, checkpoints, reminders and the sheet of
    /// the agenda are gone when this returns. References, moments, kinds and digests stay, so that the chain still verifies.
    ///
    /// - Parameter entry: the last entry of the log; its payload is erased with the others.
    /// - Throws: `CaseStoreError.caseUnknown`, `.caseForgotten`, `.deliveryUnderway` while a delivery waits or runs.
    func forget(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError)

    /// The case; nil when there is none of this name.
    func caseRecord(_ reference: CaseReference) async throws(CaseStoreError) -> CaseRecord?

    /// A page of cases in the order of their references.
    ///
    /// - Parameter limit: `1...1000`.
    func cases(
        _ selection: CaseSelection, after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [CaseSummary]

    /// A page of a case's log, oldest first.
    ///
    /// - Parameters:
    ///   - sequence: the last entry that was seen; 0 for the start.
    ///   - limit: `1...1000`.
    /// - Throws: `CaseStoreError.caseUnknown`.
    func log(
        of reference: CaseReference, after sequence: Int, limit: Int
    ) async throws(CaseStoreError) -> [LogEntry]
}

/// Which cases a list shows.
public enum CaseSelection: String, Hashable, Sendable, CaseIterable {
    /// Neither closed nor forgotten.
    case open
    case closed
    /// All, the forgotten ones too.
    case all
}

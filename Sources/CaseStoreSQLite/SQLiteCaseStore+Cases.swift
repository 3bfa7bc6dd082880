public import CaseStore
public import CivilCalendar
public import ContactRouting

extension SQLiteCaseStore {
    public func open(_ opening: CaseOpening) async throws(CaseStoreError) -> CaseRecord {
        try opening.entry.checkLimits()
        try StoreLimits.checkFacts(opening.facts.reveal())
        return try await write { try $0.open(opening) }
    }

    public func append(
        _ drafts: [LogDraft], to reference: CaseReference, changing facts: FactsChange?
    ) async throws(CaseStoreError) -> [LogEntry] {
        try StoreLimits.checkRows(.entriesAtOnce, drafts.count)
        return try await write { session in
            try session.append(drafts, to: session.openCase(reference), facts: facts)
        }
    }

    public func close(
        _ reference: CaseReference, with entry: LogDraft
    ) async throws(CaseStoreError) -> CaseRecord {
        try await write { try $0.close(reference, with: entry) }
    }

    public func reopen(
        _ reference: CaseReference, with entry: LogDraft
    ) async throws(CaseStoreError) -> CaseRecord {
        try await write { try $0.reopen(reference, with: entry) }
    }

    public func forget(_ reference: CaseReference, with entry: LogDraft) async throws(CaseStoreError) {
        try await write { try $0.forget(reference, with: entry) }
    }

    public func caseRecord(_ reference: CaseReference) async throws(CaseStoreError) -> CaseRecord? {
        try await read { try $0.caseRecord(reference) }
    }

    public func cases(
        _ selection: CaseSelection, after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [CaseSummary] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { try $0.summaries(selection, after: reference, limit: limit) }
    }

    public func log(
        of reference: CaseReference, after sequence: Int, limit: Int
    ) async throws(CaseStoreError) -> [LogEntry] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { session in
            guard let row = try session.caseRow(reference) else {
                throw CaseStoreError.caseUnknown(reference)
            }
            return try session.entries(of: row, after: max(0, sequence), limit: limit)
        }
    }

    public func dueReminders(at now: Instant, limit: Int) async throws(CaseStoreError) -> [Reminder] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { try $0.dueReminders(at: now, limit: limit) }
    }

    public func reminders(of reference: CaseReference) async throws(CaseStoreError) -> [Reminder] {
        try await read { try $0.reminders(of: reference) }
    }

    public func fire(_ firings: [Firing]) async throws(CaseStoreError) -> [Bool] {
        try StoreLimits.checkRows(.page, firings.count)
        return try await write { session in try firings.map { try session.fire($0) } }
    }
}

public import CaseStore
public import CivilCalendar
public import ContactRouting
public import Digests

extension SQLiteCaseStore {
    public func keep(_ sheets: [AgendaSheet]) async throws(CaseStoreError) -> [Bool] {
        try StoreLimits.checkRows(.page, sheets.count)
        for sheet in sheets { try sheet.checkLimits() }
        return try await write { session in try sheets.map { try session.keep($0) } }
    }

    public func sheet(of reference: CaseReference) async throws(CaseStoreError) -> AgendaSheet? {
        try await read { try $0.sheet(of: reference) }
    }

    public func casesToPlan(
        on basis: SHA256Digest, at now: Instant, after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [CaseReference] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { try $0.casesToPlan(on: basis, at: now, after: reference, limit: limit) }
    }

    public func agendaTexts(
        after reference: CaseReference?, limit: Int
    ) async throws(CaseStoreError) -> [AgendaText] {
        try StoreLimits.checkRows(.page, limit)
        return try await read { try $0.agendaTexts(after: reference, limit: limit) }
    }

    public func agendaRevision() async throws(CaseStoreError) -> AgendaRevision {
        try await read { try $0.agendaRevision() }
    }
}

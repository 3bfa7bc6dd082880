internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests
internal import GRDB

/// A row of `cases`.
struct CaseRow {
    let id: Int64
    let summary: CaseSummary
    let factsRevision: Int
    let head: LogHead
    /// How many deliveries the case has.
    let deliveries: Int

    func record(facts: [UInt8]?) -> CaseRecord {
        CaseRecord(summary: summary, facts: facts, factsRevision: factsRevision)
    }
}

extension StoreSession {
    private static let columns = """
        id, reference, opened_at, changed_at, closed_at, forgotten_at, facts_revision, entries, head, deliveries
        """

    func caseRow(_ reference: CaseReference) throws -> CaseRow? {
        try row("SELECT \(Self.columns) FROM cases WHERE reference = ?", [reference.text.databaseValue])
            .map(caseRow(from:))
    }

    func caseRow(id: Int64) throws -> CaseRow {
        let row = try row("SELECT \(Self.columns) FROM cases WHERE id = ?", [id.databaseValue])
        guard let row else { throw damaged("case of a delivery") }
        return try caseRow(from: row)
    }

    /// A case that takes entries.
    func openCase(_ reference: CaseReference) throws -> CaseRow {
        let row = try keptCase(reference)
        guard row.summary.closedAt == nil else { throw CaseStoreError.caseClosed(reference) }
        return row
    }

    /// A case that is not forgotten.
    func keptCase(_ reference: CaseReference) throws -> CaseRow {
        guard let row = try caseRow(reference) else { throw CaseStoreError.caseUnknown(reference) }
        guard row.summary.forgottenAt == nil else { throw CaseStoreError.caseForgotten(reference) }
        return row
    }

    func caseRecord(_ reference: CaseReference) throws -> CaseRecord? {
        guard let stored = try caseRow(reference) else { return nil }
        return stored.record(facts: try facts(of: stored))
    }

    func facts(of stored: CaseRow) throws -> [UInt8]? {
        try row("SELECT facts FROM facts WHERE case_id = ?", [stored.id.databaseValue])?.bytes(0)
    }

    func summaries(_ selection: CaseSelection, after reference: CaseReference?, limit: Int) throws
        -> [CaseSummary]
    {
        let condition =
            switch selection {
            case .open: "AND closed_at IS NULL AND forgotten_at IS NULL"
            case .closed: "AND closed_at IS NOT NULL AND forgotten_at IS NULL"
            case .all: ""
            }
        return try rows(
            "SELECT \(Self.columns) FROM cases WHERE reference > ? \(condition) ORDER BY reference LIMIT ?",
            [(reference?.text ?? "").databaseValue, limit.databaseValue]
        ).map { try caseRow(from: $0).summary }
    }

    func open(_ opening: CaseOpening) throws -> CaseRecord {
        guard try caseRow(opening.reference) == nil else {
            throw CaseStoreError.caseExists(opening.reference)
        }
        let entry = try LogChain.entry(
            opening.entry, of: opening.reference, after: nil, facts: opening.facts, salt: salt())
        try run(
            """
            INSERT INTO cases (reference, opened_at, changed_at, facts_revision, entries, head)
            VALUES (?, ?, ?, 1, 1, ?)
            """, [opening.reference.text.databaseValue, entry.at.sql, entry.at.sql, entry.hash.sql])
        let id = database.lastInsertedRowID
        try run(
            "INSERT INTO facts (case_id, facts) VALUES (?, ?)",
            [id.databaseValue, opening.facts.reveal().sql])
        try insert(entry, caseID: id, once: onceDigest(opening.entry))
        let summary = CaseSummary(
            reference: opening.reference, openedAt: entry.at, changedAt: entry.at, entries: 1)
        return CaseRecord(summary: summary, facts: opening.facts.reveal(), factsRevision: 1)
    }

    func close(_ reference: CaseReference, with entry: LogDraft) throws -> CaseRecord {
        let stored = try openCase(reference)
        try refuseWhileUnderway(stored)
        _ = try append([entry], to: stored, facts: nil)
        try run("UPDATE cases SET closed_at = ? WHERE id = ?", [entry.at.sql, stored.id.databaseValue])
        try run(
            "DELETE FROM reminders WHERE case_id = ? AND fired_at IS NULL", [stored.id.databaseValue])
        return try changed(stored)
    }

    func reopen(_ reference: CaseReference, with entry: LogDraft) throws -> CaseRecord {
        let stored = try keptCase(reference)
        guard stored.summary.closedAt != nil else { throw CaseStoreError.caseOpen(reference) }
        _ = try append([entry], to: stored, facts: nil)
        try run("UPDATE cases SET closed_at = NULL WHERE id = ?", [stored.id.databaseValue])
        return try changed(stored)
    }

    func forget(_ reference: CaseReference, with entry: LogDraft) throws {
        let stored = try keptCase(reference)
        try refuseWhileUnderway(stored)
        _ = try append([entry], to: stored, facts: nil)
        let id = [stored.id.databaseValue]
        try run("UPDATE cases SET forgotten_at = ? WHERE id = ?", [entry.at.sql, stored.id.databaseValue])
        try run("DELETE FROM facts WHERE case_id = ?", id)
        try run("UPDATE log SET payload = NULL, salt = NULL, once = NULL WHERE case_id = ?", id)
        try run("DELETE FROM reminders WHERE case_id = ?", id)
        try dropSheet(of: stored)
        try forgetDeliveries(of: stored)
    }

    private func changed(_ stored: CaseRow) throws -> CaseRecord {
        let stored = try caseRow(id: stored.id)
        return stored.record(facts: try facts(of: stored))
    }

    private func caseRow(from row: Row) throws -> CaseRow {
        let reference = try named("case reference", row[1], CaseReference.init(parsing:))
        let entries: Int = row[7]
        return CaseRow(
            id: row[0],
            summary: CaseSummary(
                reference: reference, openedAt: row.instant(2), changedAt: row.instant(3),
                closedAt: row.instantOrNil(4), forgottenAt: row.instantOrNil(5), entries: entries),
            factsRevision: row[6], head: LogHead(sequence: entries, hash: try digest(row[8])),
            deliveries: row[9])
    }
}

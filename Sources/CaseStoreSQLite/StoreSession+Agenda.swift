internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests
internal import GRDB

extension StoreSession {
    func keep(_ sheet: AgendaSheet) throws -> Bool {
        guard let stored = try caseRow(sheet.caseReference), stored.summary.entries == sheet.entries else {
            return false
        }
        if !sheet.reminders.isEmpty { _ = try openCase(sheet.caseReference) }
        try plan(sheet.reminders, for: stored)
        let text = sheet.text.reveal().sql
        let id = stored.id.databaseValue
        let isSame = try row("SELECT text = ? FROM agenda WHERE case_id = ?", [text, id])?[0] as Bool?
        if isSame == true {
            try run(
                "UPDATE agenda SET entries = ?, basis = ?, changes_at = ? WHERE case_id = ?",
                [sheet.entries.databaseValue, sheet.basis.sql, sheet.changesAt.sql, id])
            return true
        }
        try run(
            "INSERT OR REPLACE INTO agenda (case_id, entries, basis, changes_at, text) VALUES (?, ?, ?, ?, ?)",
            [id, sheet.entries.databaseValue, sheet.basis.sql, sheet.changesAt.sql, text])
        if isSame != nil || !sheet.text.reveal().isEmpty { try countAgendaChange() }
        return true
    }

    /// Erases the sheet of a case that is forgotten.
    func dropSheet(of stored: CaseRow) throws {
        try run("DELETE FROM agenda WHERE case_id = ?", [stored.id.databaseValue])
        if database.changesCount > 0 { try countAgendaChange() }
    }

    private func countAgendaChange() throws { try setAgendaRevision(agendaRevision().next(salt())) }

    func setAgendaRevision(_ revision: AgendaRevision) throws {
        try run(
            "UPDATE store SET agenda_revision = ?, agenda_chance = ?",
            [revision.number.databaseValue, revision.chance?.text.databaseValue ?? .null])
    }

    func agendaRevision() throws -> AgendaRevision {
        guard let row = try row("SELECT agenda_revision, agenda_chance FROM store", []) else {
            throw damaged("revision of the agenda")
        }
        return AgendaRevision(number: row[0], chance: (row[1] as String?).flatMap { StoreMark($0) })
    }

    func sheet(of reference: CaseReference) throws -> AgendaSheet? {
        try row(
            """
            SELECT a.entries, a.basis, a.changes_at, a.text FROM agenda AS a JOIN cases AS c ON c.id = a.case_id
            WHERE c.reference = ?
            """, [reference.text.databaseValue]
        ).map { row in
            AgendaSheet(
                caseReference: reference, entries: row[0], basis: try digest(row[1]),
                reminders: try reminders(of: reference), text: row.bytes(3), changesAt: row.instantOrNil(2))
        }
    }

    func casesToPlan(
        on basis: SHA256Digest, at now: Instant, after reference: CaseReference?, limit: Int
    ) throws -> [CaseReference] {
        try rows(
            """
            SELECT c.reference FROM cases AS c LEFT JOIN agenda AS a ON a.case_id = c.id
            WHERE c.reference > ? AND (
                a.case_id IS NULL OR a.entries <> c.entries OR a.changes_at <= ?
                OR (a.basis <> ? AND c.closed_at IS NULL AND c.forgotten_at IS NULL)
            ) ORDER BY c.reference LIMIT ?
            """, [(reference?.text ?? "").databaseValue, now.sql, basis.sql, limit.databaseValue]
        ).map { try named("case reference", $0[0], CaseReference.init(parsing:)) }
    }

    func agendaTexts(after reference: CaseReference?, limit: Int) throws -> [AgendaText] {
        try rows(
            """
            SELECT c.reference, a.text FROM cases AS c JOIN agenda AS a ON a.case_id = c.id
            WHERE c.reference > ? AND length(a.text) > 0 ORDER BY c.reference LIMIT ?
            """, [(reference?.text ?? "").databaseValue, limit.databaseValue]
        ).map { row in
            AgendaText(
                caseReference: try named("case reference", row[0], CaseReference.init(parsing:)),
                bytes: row.bytes(1))
        }
    }
}

internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import GRDB

extension StoreSession {
    /// Makes these the reminders of a case.
    func plan(_ reminders: [Reminder], for stored: CaseRow) throws {
        try run(
            "DELETE FROM reminders WHERE case_id = ? AND fired_at IS NULL", [stored.id.databaseValue])
        for reminder in reminders where reminder.caseReference == stored.summary.reference {
            try run(
                "INSERT OR IGNORE INTO reminders (case_id, name, due) VALUES (?, ?, ?)",
                [stored.id.databaseValue, reminder.name.text.databaseValue, reminder.due.sql])
        }
    }

    func dueReminders(at now: Instant, limit: Int) throws -> [Reminder] {
        try reminders(
            "r.due <= ? ORDER BY r.due, c.reference, r.name LIMIT ?", [now.sql, limit.databaseValue])
    }

    func reminders(of reference: CaseReference) throws -> [Reminder] {
        try reminders("c.reference = ? ORDER BY r.due, r.name", [reference.text.databaseValue])
    }

    private func reminders(_ condition: String, _ arguments: [DatabaseValue]) throws -> [Reminder] {
        try rows(
            """
            SELECT c.reference, r.name, r.due FROM reminders AS r JOIN cases AS c ON c.id = r.case_id
            WHERE r.fired_at IS NULL AND \(condition)
            """, arguments
        ).map { row in
            Reminder(
                caseReference: try named("case reference", row[0], CaseReference.init(parsing:)),
                name: try named("reminder", row[1], ReminderName.init(parsing:)), due: row.instant(2))
        }
    }

    func fire(_ firing: Firing) throws -> Bool {
        guard let stored = try caseRow(firing.reminder.caseReference) else { return false }
        try run(
            "UPDATE reminders SET fired_at = ? WHERE case_id = ? AND name = ? AND due = ? AND fired_at IS NULL",
            [
                firing.at.sql, stored.id.databaseValue, firing.reminder.name.text.databaseValue,
                firing.reminder.due.sql,
            ])
        guard database.changesCount == 1 else { return false }
        if let entry = firing.entry { _ = try append([entry], to: stored, facts: nil) }
        return true
    }
}

internal import CaseStore
internal import ContactRouting

extension MemoryContents {
    /// Makes these the reminders of a case.
    mutating func plan(_ reminders: [Reminder], for reference: CaseReference) {
        var planned = cases[reference]?.reminders.filter(\.value) ?? [:]
        for reminder in reminders where reminder.caseReference == reference && planned[reminder] == nil {
            planned[reminder] = false
        }
        cases[reference]?.reminders = planned
    }

    mutating func fire(_ firing: Firing, salt: () -> LogSalt) throws(CaseStoreError) -> Bool {
        let reference = firing.reminder.caseReference
        guard cases[reference]?.reminders[firing.reminder] == false else { return false }
        cases[reference]?.reminders[firing.reminder] = true
        try log(firing.entry, in: reference, facts: nil, salt: salt)
        return true
    }
}

internal import CaseStore
internal import ContactRouting

extension MemoryContents {
    mutating func plan(_ reminders: [Reminder], for reference: CaseReference) throws(CaseStoreError) {
        var stored = try openCase(reference)
        let wanted = reminders.filter { $0.caseReference == reference }
        guard wanted.count <= Reminder.perCaseMax else {
            throw .overLimit(.reminders, actual: wanted.count, max: Reminder.perCaseMax)
        }
        var planned = stored.reminders.filter(\.value)
        for reminder in wanted where planned[reminder] == nil { planned[reminder] = false }
        stored.reminders = planned
        cases[reference] = stored
    }

    mutating func fire(_ firing: Firing, salt: () -> LogSalt) throws(CaseStoreError) -> Bool {
        let reference = firing.reminder.caseReference
        guard cases[reference]?.reminders[firing.reminder] == false else { return false }
        cases[reference]?.reminders[firing.reminder] = true
        try log(firing.entry, in: reference, facts: nil, salt: salt)
        return true
    }
}

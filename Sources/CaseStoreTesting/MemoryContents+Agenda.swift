internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Digests

extension MemoryContents {
    mutating func keep(_ sheet: AgendaSheet, salt: () -> LogSalt) throws(CaseStoreError) -> Bool {
        let reference = sheet.caseReference
        guard cases[reference]?.record.summary.entries == sheet.entries else { return false }
        if !sheet.reminders.isEmpty { _ = try openCase(reference) }
        plan(sheet.reminders, for: reference)
        if (cases[reference]?.sheet?.text.reveal() ?? []) != sheet.text.reveal() {
            agendaRevision = agendaRevision.next(salt())
        }
        cases[reference]?.sheet = sheet
        return true
    }

    /// The sheet of a case, with the reminders that have not fired.
    func sheet(of reference: CaseReference) -> AgendaSheet? {
        cases[reference]?.sheet.map { sheet in
            AgendaSheet(
                caseReference: reference, entries: sheet.entries, basis: sheet.basis,
                reminders: waitingReminders.filter { $0.caseReference == reference },
                text: sheet.text.reveal(), changesAt: sheet.changesAt)
        }
    }

    func casesToPlan(
        on basis: SHA256Digest, at now: Instant, after reference: CaseReference?, limit: Int
    ) -> [CaseReference] {
        let fitting = cases.values.filter { stored in
            let summary = stored.record.summary
            guard reference.map({ summary.reference > $0 }) ?? true else { return false }
            guard let sheet = stored.sheet, sheet.entries == summary.entries else { return true }
            if let change = sheet.changesAt, change <= now { return true }
            return sheet.basis != basis && summary.isOpen
        }
        return Array(fitting.map(\.record.summary.reference).sorted().prefix(limit))
    }

    func agendaTexts(after reference: CaseReference?, limit: Int) -> [AgendaText] {
        let texts = cases.values.compactMap(\.sheet).filter { sheet in
            !sheet.text.reveal().isEmpty && (reference.map { sheet.caseReference > $0 } ?? true)
        }
        return texts.sorted { $0.caseReference < $1.caseReference }.prefix(limit).map { sheet in
            AgendaText(caseReference: sheet.caseReference, bytes: sheet.text.reveal())
        }
    }
}

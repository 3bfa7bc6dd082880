internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Texts

extension Reminding {
    /// Tells once of each delivery that has been tried in vain for longer than it should take.
    ///
    /// The log comes first: after a crash in between it is in the case, though nobody read the line. What could not be
    /// logged is told with the next turn.
    ///
    /// - Complexity: O(those to be told of), however many wait.
    func tellDelays(at now: Instant, _ notices: inout [AgendaNotice]) async throws(CaseStoreError) {
        while true {
            let page = try await store.deliveriesToWarnOf(at: now, limit: Self.pageMax)
            guard !page.isEmpty else { return }
            for record in page {
                guard !Task.isCancelled else { return }
                if let delay = record.delay(at: now) {
                    try await tell(delay, of: record.caseReference, at: now, &notices)
                }
                try await store.noteWarned(of: record.reference, at: now)
            }
        }
    }

    private func tell(
        _ delay: DelayEntry, of reference: CaseReference, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) {
        guard try await append(delay.draft(at: now), to: reference) else { return }
        let stored = await read(reference, asOf: now, &notices)
        let book: Phrasebook? = if let stored { phrasebook(of: stored, at: now, in: language) } else { nil }
        notices.append(
            .delayed(
                AgendaNotice.Delayed(
                    caseReference: reference, delay: delay, zone: book?.zone ?? .utc,
                    language: book?.language ?? language ?? .english)))
        try await plan([reference], at: now, &notices)
    }
}

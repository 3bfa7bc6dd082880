internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Outbox
internal import Texts

extension Reminding {
    /// Tells once of each delivery that has been tried in vain for longer than it should take.
    ///
    /// The log comes first: after a crash in between it is in the case, though nobody read the line.
    func tellDelays(at now: Instant, _ notices: inout [AgendaNotice]) async throws(CaseStoreError) {
        guard let waiting = try? StateName(parsing: DeliveryState.Kind.waiting.rawValue) else { return }
        var last: DeliveryReference?
        repeat {
            let page = try await store.deliveries(in: [waiting], after: last, limit: Self.pageMax)
            for record in page {
                guard !Task.isCancelled else { return }
                guard let delay = record.delay(at: now), toldDelays.insert(delay.once).inserted else {
                    continue
                }
                try await tell(delay, of: record.caseReference, at: now, &notices)
            }
            last = page.count < Self.pageMax ? nil : page.last?.reference
        } while last != nil
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

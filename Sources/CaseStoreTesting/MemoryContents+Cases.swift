internal import CaseStore
internal import CivilCalendar
internal import ContactRouting

extension MemoryContents {
    mutating func open(_ opening: CaseOpening, salt: LogSalt) throws(CaseStoreError) -> CaseRecord {
        try opening.entry.checkLimits()
        try StoreLimits.checkFacts(opening.facts.reveal())
        guard cases[opening.reference] == nil else { throw .caseExists(opening.reference) }
        let entry = try LogChain.entry(
            opening.entry, of: opening.reference, after: nil, facts: opening.facts, salt: salt)
        let summary = CaseSummary(
            reference: opening.reference, openedAt: entry.at, changedAt: entry.at, entries: 1)
        let record = CaseRecord(summary: summary, facts: opening.facts.reveal(), factsRevision: 1)
        var stored = Case(record: record, log: [entry])
        if let once = opening.entry.once { stored.once[once.reveal()] = 1 }
        cases[opening.reference] = stored
        return record
    }

    mutating func append(
        _ drafts: [LogDraft], to reference: CaseReference, facts: FactsChange?, salt: () -> LogSalt
    ) throws(CaseStoreError) -> [LogEntry] {
        try StoreLimits.checkRows(.entriesAtOnce, drafts.count)
        var stored = try openCase(reference)
        let entries = try stored.add(drafts, facts: facts, salt: salt)
        cases[reference] = stored
        return entries
    }

    mutating func close(
        _ reference: CaseReference, with entry: LogDraft, salt: () -> LogSalt
    ) throws(CaseStoreError) -> CaseRecord {
        var stored = try openCase(reference)
        if let busy = underway(in: stored) { throw .deliveryUnderway(busy) }
        _ = try stored.add([entry], facts: nil, salt: salt)
        stored.record = stored.record.with(closedAt: entry.at, forgottenAt: nil)
        stored.reminders = stored.reminders.filter(\.value)
        cases[reference] = stored
        return stored.record
    }

    mutating func reopen(
        _ reference: CaseReference, with entry: LogDraft, salt: () -> LogSalt
    ) throws(CaseStoreError) -> CaseRecord {
        var stored = try keptCase(reference)
        guard stored.record.summary.closedAt != nil else { throw .caseOpen(reference) }
        _ = try stored.add([entry], facts: nil, salt: salt)
        stored.record = stored.record.with(closedAt: nil, forgottenAt: nil)
        cases[reference] = stored
        return stored.record
    }

    mutating func forget(
        _ reference: CaseReference, with entry: LogDraft, salt: LogSalt
    ) throws(CaseStoreError) {
        var stored = try keptCase(reference)
        if let busy = underway(in: stored) { throw .deliveryUnderway(busy) }
        _ = try stored.add([entry], facts: nil, salt: { salt })
        stored.record = stored.record.with(closedAt: stored.record.summary.closedAt, forgottenAt: entry.at)
        stored.log = stored.log.map(\.erased)
        stored.once = [:]
        stored.reminders = [:]
        if stored.sheet != nil { agendaRevision = agendaRevision.next(salt) }
        stored.sheet = nil
        cases[reference] = stored
        for reference in stored.deliveries {
            guard let delivery = deliveries[reference] else { continue }
            deliveries[reference]?.record = delivery.record.erased
            deliveries[reference]?.preparation = nil
        }
    }

    func summaries(
        _ selection: CaseSelection, after reference: CaseReference?, limit: Int
    ) -> [CaseSummary] {
        let fitting = cases.values.map(\.record.summary).filter { summary in
            guard reference.map({ summary.reference > $0 }) ?? true else { return false }
            switch selection {
            case .all: return true
            case .open: return summary.isOpen
            case .closed: return summary.closedAt != nil && summary.forgottenAt == nil
            }
        }
        return Array(fitting.sorted { $0.reference < $1.reference }.prefix(limit))
    }

    /// A case that takes entries.
    func openCase(_ reference: CaseReference) throws(CaseStoreError) -> Case {
        let stored = try keptCase(reference)
        guard stored.record.summary.closedAt == nil else { throw .caseClosed(reference) }
        return stored
    }

    /// A case that is not forgotten.
    private func keptCase(_ reference: CaseReference) throws(CaseStoreError) -> Case {
        guard let stored = cases[reference] else { throw .caseUnknown(reference) }
        guard stored.record.summary.forgottenAt == nil else { throw .caseForgotten(reference) }
        return stored
    }

    /// A delivery of the case that waits for a machine or is claimed.
    private func underway(in stored: Case) -> DeliveryReference? {
        stored.deliveries.first { reference in
            guard let record = deliveries[reference]?.record else { return false }
            return record.standing.due != nil || record.lease != nil
        }
    }
}

extension MemoryContents.Case {
    mutating func add(
        _ drafts: [LogDraft], facts: FactsChange?, salt: () -> LogSalt
    ) throws(CaseStoreError) -> [LogEntry] {
        if let facts {
            try StoreLimits.checkFacts(facts.facts.reveal())
            guard facts.revision == record.factsRevision else {
                throw .factsChanged(record.summary.reference)
            }
        }
        var facts = facts
        var entries: [LogEntry] = []
        for draft in drafts {
            try draft.checkLimits()
            if let once = draft.once?.reveal(), let sequence = self.once[once] {
                entries.append(log[sequence - 1])
                continue
            }
            let head = log.last.map { LogHead(sequence: $0.sequence, hash: $0.hash) }
            let entry = try LogChain.entry(
                draft, of: record.summary.reference, after: head, facts: facts?.facts, salt: salt())
            log.append(entry)
            entries.append(entry)
            if let once = draft.once?.reveal() { self.once[once] = entry.sequence }
            record = record.grown(at: entry.at, facts: facts?.facts)
            facts = nil
        }
        return entries
    }
}

extension CaseRecord {
    /// With one entry more in its log, and other facts when there are.
    fileprivate func grown(at: Instant, facts: Private<[UInt8]>?) -> CaseRecord {
        CaseRecord(
            summary: CaseSummary(
                reference: summary.reference, openedAt: summary.openedAt, changedAt: at,
                closedAt: summary.closedAt, forgottenAt: summary.forgottenAt, entries: summary.entries + 1),
            facts: facts?.reveal() ?? self.facts?.reveal(),
            factsRevision: factsRevision + (facts == nil ? 0 : 1))
    }

    fileprivate func with(closedAt: Instant?, forgottenAt: Instant?) -> CaseRecord {
        CaseRecord(
            summary: CaseSummary(
                reference: summary.reference, openedAt: summary.openedAt, changedAt: summary.changedAt,
                closedAt: closedAt, forgottenAt: forgottenAt, entries: summary.entries),
            facts: forgottenAt == nil ? facts?.reveal() : nil, factsRevision: factsRevision)
    }
}

extension LogEntry {
    fileprivate var erased: LogEntry {
        LogEntry(
            caseReference: caseReference, sequence: sequence, at: at, kind: kind, payload: nil, salt: nil,
            payloadDigest: payloadDigest, factsDigest: factsDigest, previous: previous, hash: hash)
    }
}

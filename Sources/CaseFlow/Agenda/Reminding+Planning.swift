internal import CaseFormat
internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Texts

extension Reminding {
    /// Cases whose plans are stored together.
    private static let batchMax = 50

    /// Plans every case that changed since it was planned, and those whose page of the calendar changes by itself.
    func planChanged(at now: Instant, _ notices: inout [AgendaNotice]) async throws(CaseStoreError) {
        var last: CaseReference?
        repeat {
            let page = try await store.casesToPlan(on: basis, at: now, after: last, limit: Self.pageMax)
            try await plan(page, at: now, &notices)
            last = page.count < Self.pageMax ? nil : page.last
        } while last != nil && !Task.isCancelled
    }

    /// How often a case is planned while its log grows under the plan.
    private static let roundsMax = 3

    /// Plans cases, as they stand, open or not.
    ///
    /// A case whose log grew meanwhile is planned once more: by what planning it recorded itself, or by another process. One
    /// that never rests is left to the next turn.
    func plan(
        _ references: [CaseReference], at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) {
        var left = references
        for _ in 0..<Self.roundsMax where !left.isEmpty && !Task.isCancelled {
            left = try await planOnce(left, at: now, &notices)
        }
    }

    /// - Returns: the cases that changed meanwhile.
    private func planOnce(
        _ references: [CaseReference], at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) -> [CaseReference] {
        var changed: [CaseReference] = []
        var sheets: [AgendaSheet] = []
        for reference in references {
            guard !Task.isCancelled else { break }
            if let sheet = try await sheet(of: reference, at: now, &notices) { sheets.append(sheet) }
            if sheets.count == Self.batchMax {
                changed += try await keep(sheets, &notices)
                sheets = []
            }
        }
        return changed + (try await keep(sheets, &notices))
    }

    /// - Returns: the cases that changed since their sheets were made: what was planned before stays.
    @discardableResult func keep(
        _ sheets: [AgendaSheet], _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) -> [CaseReference] {
        var fitting: [AgendaSheet] = []
        for sheet in sheets {
            do throws(CaseStoreError) {
                try sheet.checkLimits()
                fitting.append(sheet)
            } catch {
                // The others are not to wait for the one that is too large.
                let reference = sheet.caseReference
                if told.insert(reference).inserted {
                    notices.append(.unreadable(reference, "\(reference): \(error.description)"))
                }
            }
        }
        guard !fitting.isEmpty else { return [] }
        let kept = try await store.keep(fitting)
        return zip(fitting, kept).filter { !$0.1 }.map(\.0.caseReference)
    }

    private func sheet(
        of reference: CaseReference, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) -> AgendaSheet? {
        guard let summary = try await store.caseRecord(reference)?.summary else { return nil }
        let earlier = try await store.sheet(of: reference)
        if summary.forgottenAt != nil {
            let isDone = await discard(reference, &notices)
            return struckOut(summary, after: earlier, at: now, isDone: isDone)
        }
        return summary.isOpen
            ? try await openSheet(of: reference, after: earlier, at: now, &notices)
            : try await closedSheet(summary, after: earlier, at: now, &notices)
    }

    // MARK: Open cases

    /// Plans what a case is to be reminded of, from how it stood when it was last touched.
    ///
    /// Not from how it stands now: what fell due since, while nothing ran, would be lost.
    ///
    /// - Returns: nil when the case cannot be read: what was planned before stays.
    private func openSheet(
        of reference: CaseReference, after earlier: AgendaSheet?, at now: Instant,
        _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) -> AgendaSheet? {
        guard let outlook = await outlook(of: reference, at: now, &notices) else { return nil }
        told.remove(reference)
        let stored = outlook.stored
        let isDone = try await withdrawNeedless(of: stored, at: now, &notices)
        guard let entries = entries(outlook, &notices) else { return nil }
        let page = CalendarPage(after: earlier?.text.reveal() ?? [], at: now).showing(entries)
        return AgendaSheet(
            caseReference: reference, entries: stored.record.summary.entries, basis: basis,
            reminders: try await reminders(outlook), text: page.bytes,
            changesAt: isDone ? [page.changesAt, outlook.growsAt].compactMap(\.self).min() : now)
    }

    /// What the calendar shows of a case; nil when it cannot be made, which is told once.
    private func entries(
        _ outlook: AgendaOutlook, _ notices: inout [AgendaNotice]
    ) -> [CalendarEntry]? {
        let stored = outlook.stored
        let phrasebook = phrasebook(of: stored, at: outlook.basis, in: nil)
        do throws(CaseFlowError) {
            return try outlook.agenda.items.map { item throws(CaseFlowError) in
                try CalendarEntry(item, of: stored, decision: outlook.decision, phrasebook: phrasebook)
            }
        } catch {
            let reference = stored.reference
            if told.insert(reference).inserted { notices.append(.unreadable(reference, error.description)) }
            return nil
        }
    }

    /// What is due in a case, seen from when it was last touched; nil when it cannot be read, which is told once.
    func outlook(
        of reference: CaseReference, at now: Instant, _ notices: inout [AgendaNotice]
    ) async -> AgendaOutlook? {
        guard let stored = await read(reference, asOf: now, &notices) else { return nil }
        do throws(CaseFlowError) {
            return try AgendaOutlook(stored, at: now, deciding)
        } catch {
            if told.insert(reference).inserted { notices.append(.unreadable(reference, error.description)) }
            return nil
        }
    }

    func phrasebook(of stored: StoredCase, at now: Instant, in language: Language?) -> Phrasebook {
        Phrasebook(
            for: stored.facts, at: now, in: deciding.directory.directory, zone: stored.zone,
            language: language)
    }

    /// The reminders of the case: those to come, and those of the past that nobody was told of.
    ///
    /// What fell due after the case was touched and before it was decided anew is still to be told, although the new
    /// decision does not speak of it. Where a case had more than a store takes, the later ones are planned when the nearer
    /// ones have passed.
    private func reminders(_ outlook: AgendaOutlook) async throws(CaseStoreError) -> [Reminder] {
        let reference = outlook.stored.reference
        let basis = outlook.basis
        let waiting = try await store.reminders(of: reference)
        let missed = waiting.filter { $0.due > outlook.touched && $0.due <= basis }
        let known = Set(waiting).subtracting(missed)
        let coming = outlook.agenda.reminders(of: reference).filter { $0.due > basis || known.contains($0) }
        return Array((missed + coming).prefix(Reminder.perCaseMax))
    }

    // MARK: Cases that are over

    /// No appointment is announced further ahead than this: 31 days, in seconds.
    private static let lookBackSeconds: Int64 = 31 * 86_400

    /// Nothing is due in a closed case; what was closed while nothing ran may have left an appointment behind.
    private func closedSheet(
        _ summary: CaseSummary, after earlier: AgendaSheet?, at now: Instant,
        _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) -> AgendaSheet? {
        var isDone = true
        if let closed = summary.closedAt, closed.adding(seconds: Self.lookBackSeconds) > now {
            guard let stored = await read(summary.reference, asOf: now, &notices) else { return nil }
            isDone = try await withdrawNeedless(of: stored, at: now, &notices)
        }
        let page = CalendarPage(after: earlier?.text.reveal() ?? [], at: now).showing([])
        return AgendaSheet(
            caseReference: summary.reference, entries: summary.entries, basis: basis, reminders: [],
            text: page.bytes, changesAt: isDone ? page.changesAt : now)
    }

    /// Of a forgotten case the calendar says no word.
    func struckOut(
        _ summary: CaseSummary, after earlier: AgendaSheet?, at now: Instant, isDone: Bool = true
    ) -> AgendaSheet {
        let page = CalendarPage(after: earlier?.text.reveal() ?? [], at: now).struckOut()
        return AgendaSheet(
            caseReference: summary.reference, entries: summary.entries, basis: basis, reminders: [],
            text: page.bytes, changesAt: isDone ? page.changesAt : now)
    }

    /// - Returns: false when the next turn must try again.
    private func discard(_ reference: CaseReference, _ notices: inout [AgendaNotice]) async -> Bool {
        do throws(AgendaFilesFault) {
            try await files.discard(reference)
            return true
        } catch {
            notices.append(.filesFailed(error))
            return false
        }
    }
}

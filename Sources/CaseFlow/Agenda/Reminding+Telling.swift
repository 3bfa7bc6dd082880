internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import Texts

extension Reminding {
    /// Tells everything that is due, a case at a time, the nearest deadline first.
    func tellDue(at now: Instant, _ notices: inout [AgendaNotice]) async throws(CaseStoreError) {
        while true {
            let due = try await store.dueReminders(at: now, limit: Self.pageMax)
            guard !due.isEmpty else { return }
            let groups = Dictionary(grouping: due, by: \.caseReference)
            var tellings: [(CaseReference, Telling)] = []
            for (reference, due) in groups {
                let outlook = await outlook(of: reference, at: now, &notices)
                tellings.append((reference, Telling(due, items: outlook?.agenda.items ?? [], at: now)))
            }
            for (reference, telling) in tellings.sorted(by: { ($0.1.nearest, $0.0) < ($1.1.nearest, $1.0) }) {
                guard !Task.isCancelled else { return }
                try await tell(telling, of: reference, at: now, &notices)
            }
        }
    }

    /// Tells what is due in one case: of each item once, however many reminders of it were missed.
    private func tell(
        _ telling: Telling, of reference: CaseReference, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) {
        let stored = await read(reference, asOf: now, &notices)
        if let stored, telling.callsForNextStep {
            try await draft(because: telling, of: stored, at: now, &notices)
        }
        let fired = try await store.fire(telling.firings)
        let book: Phrasebook? = if let stored { phrasebook(of: stored, at: now, in: language) } else { nil }
        for (isOurs, told) in zip(fired, telling.told) {
            guard isOurs, let told else { continue }
            notices.append(.reminded(told.notice(in: reference, said: book)))
        }
        if fired.contains(true) { try await plan([reference], at: now, &notices) }
    }

    /// Decides anew and lays the next step ready.
    ///
    /// Before the reminder fires: after a crash in between it is done again, and written to the same place.
    private func draft(
        because telling: Telling, of stored: StoredCase, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) {
        let reference = stored.reference
        guard stored.record.summary.isOpen,
            let decision = try? deciding.decide(stored.factsForNextStep, at: now),
            // What is ordered already needs no draft of the same.
            stored.underway(of: decision) == nil
        else { return }
        switch await files.draftNextStep(of: stored, decision: decision) {
        case .nothingToDo: return
        case .failed(let channel, let reason): notices.append(.notDrafted(reference, channel, reason))
        case .drafted(let channel, let path):
            let draft = DraftEntry.step(channel).draft(at: now, once: telling.once)
            guard try await append(draft, to: reference) else { return }
            notices.append(.drafted(reference, channel, path: path))
        }
    }

    /// - Returns: false when it was recorded before, or the case takes nothing more.
    func append(_ draft: LogDraft, to reference: CaseReference) async throws(CaseStoreError) -> Bool {
        do throws(CaseStoreError) {
            let before = try await store.caseRecord(reference)?.summary.entries ?? 0
            let entry = try await store.append([draft], to: reference, changing: nil).first
            return (entry?.sequence ?? 0) > before
        } catch {
            switch error {
            case .caseClosed, .caseForgotten: return false
            default: throw error  // tidy-allow: every other error ends the turn
            }
        }
    }
}

/// Reminders of one case that are due together.
struct Telling {
    struct Told: Hashable {
        let item: AgendaItem?
        let entry: ReminderEntry

        var callsForNextStep: Bool {
            guard entry.isOver, let item else { return entry.isOver }
            switch item.matter {
            case .right(let right): return right.isOwedByTheOtherSide
            case .promise, .notice, .answer, .steps: return true
            // It is ordered, and to be prepared anew by whoever ordered it.
            case .task: return false
            }
        }

        /// - Parameter book: the words of the case; nil when it cannot be read.
        func notice(in reference: CaseReference, said book: Phrasebook?) -> AgendaNotice.Reminded {
            guard let book, let item else {
                return AgendaNotice.Reminded(
                    caseReference: reference, title: entry.item, distance: entry.mark, entry: entry,
                    zone: .utc, language: .english)
            }
            return AgendaNotice.Reminded(
                caseReference: reference, title: book.title(of: item), distance: book.distance(to: item),
                entry: entry, zone: book.zone, language: book.language)
        }
    }

    /// One for each reminder; those that a newer one of the same item covers have no entry.
    let firings: [Firing]
    /// What each firing tells; nil for one that is covered.
    let told: [Told?]
    /// The other side's time has ended, or a step is possible.
    ///
    /// That a right of the person's own has ended is no reason to do anything.
    let callsForNextStep: Bool
    /// When the first of them ends that is not over yet: what can still be lost comes first.
    let nearest: Instant
    /// Tells this occasion from all others of the case.
    let once: String

    init(_ due: [Reminder], items: [AgendaItem], at now: Instant) {
        var newest: [String: Reminder] = [:]
        for reminder in due { newest[reminder.itemName] = reminder }
        var firings: [Firing] = []
        var told: [Told?] = []
        for reminder in due {
            let item = items.first { $0.name == reminder.itemName }
            let isNewest = newest[reminder.itemName] == reminder
            let entry = ReminderEntry(
                item: reminder.itemName, mark: reminder.markText, due: reminder.due, day: item?.day,
                isLate: reminder.due.seconds(until: now) > Reminding.lateSeconds)
            told.append(isNewest ? Told(item: item, entry: entry) : nil)
            firings.append(Firing(reminder, at: now, entry: isNewest ? entry.draft(at: now) : nil))
        }
        callsForNextStep = told.contains { $0?.callsForNextStep ?? false }
        let coming = told.compactMap { $0?.item?.moment }.filter { $0 > now }
        nearest = coming.min() ?? Instant(secondsSinceEpoch: .max)
        self.firings = firings
        self.told = told
        once = due.filter { $0.markText == AgendaReminder.Mark.over.text }
            .map { "\($0.name) \($0.due.secondsSinceEpoch)" }.joined(separator: ", ").prefixBytes(1000)
    }
}

extension Reminder {
    var itemName: String { String(name.text.prefix(upTo: lastSlash)) }
    var markText: String { String(name.text.suffix(from: lastSlash).dropFirst()) }
    private var lastSlash: String.Index { name.text.lastIndex(of: "/") ?? name.text.endIndex }
}

extension String {
    /// The first bytes of a text of plain letters.
    fileprivate func prefixBytes(_ count: Int) -> String {
        String(decoding: utf8.prefix(count), as: UTF8.self)
    }
}

internal import CaseFormat
internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import JSONText
internal import Texts

extension Reminding {
    /// Plans what a case is to be reminded of, from how it stood when it was last touched.
    ///
    /// Not from how it stands now: what fell due since, while nothing ran, would be lost.
    func plan(
        _ reference: CaseReference, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) {
        guard let present = await read(reference, asOf: now, &notices) else { return }
        let touched = min(present.lastChange ?? now, now)
        let basis = max(touched, present.entries.compactMap(\.momentOfTelling).max() ?? touched)
        let decision: Decision
        do throws(CaseFlowError) { decision = try deciding.decide(present.facts, at: basis) } catch {
            if told.insert(reference).inserted { notices.append(.unreadable(reference, error.description)) }
            return
        }
        let agenda = Agenda(present.facts, decision: decision, zone: present.zone)
        try await keep(agenda, of: reference, basis: basis, touched: touched)
        planned[reference] = present.record.summary.entries
        told.remove(reference)
        let phrasebook = phrasebook(of: present, at: basis, in: nil)
        let shown = agenda.items.map {
            CalendarEntry($0, of: present, decision: decision, phrasebook: phrasebook)
        }
        if entries[reference] != shown {
            entries[reference] = shown
            isCalendarOld = true
        }
        try await withdrawNeedless(of: present, at: now, &notices)
    }

    func phrasebook(of stored: StoredCase, at now: Instant, in language: Language?) -> Phrasebook {
        Phrasebook(
            for: stored.facts, at: now, in: deciding.directory.directory, zone: stored.zone,
            language: language)
    }

    /// Makes these the reminders of the case: those to come, and those of the past that nobody was told of.
    ///
    /// What fell due after the case was touched and before it was decided anew is still to be told, although the new
    /// decision does not speak of it. Where a case had more than a store takes, the later ones are planned when the nearer ones have passed.
    private func keep(
        _ agenda: Agenda, of reference: CaseReference, basis: Instant, touched: Instant
    ) async throws(CaseStoreError) {
        let waiting = try await store.reminders(of: reference)
        let missed = waiting.filter { $0.due > touched && $0.due <= basis }
        let known = Set(waiting).subtracting(missed)
        let wanted =
            missed + agenda.reminders(of: reference).filter { $0.due > basis || known.contains($0) }
        do throws(CaseStoreError) {
            try await store.plan(Array(wanted.prefix(Reminder.perCaseMax)), for: reference)
        } catch {
            // Somebody closed it meanwhile: nothing of it is due any more.
            switch error {
            case .caseClosed, .caseForgotten: return
            default: throw error  // tidy-allow: every other error ends the turn
            }
        }
    }
}

extension Agenda {
    /// The reminders as a store keeps them, earliest first.
    func reminders(of reference: CaseReference) -> [Reminder] {
        items.flatMap { item in
            item.reminders.compactMap { reminder in
                guard let name = try? ReminderName(parsing: "\(item.name)/\(reminder.mark.text)") else {
                    return nil
                }
                return Reminder(caseReference: reference, name: name, due: reminder.due)
            }
        }.sorted { ($0.due, $0.name.text) < ($1.due, $1.name.text) }
    }
}

extension StoredCase {
    /// When somebody last told of something, or something went out: the facts of now are those of then.
    var lastChange: Instant? {
        (entries.compactMap(\.momentOfChange) + facts.history.map(\.at)).max()
    }
}

extension LogEntry {
    /// When it was told that something is over, and the case was decided anew; nil for any other entry.
    var momentOfTelling: Instant? { ReminderEntry(self)?.isOver == true ? at : nil }

    /// When this entry changed the facts or the history; nil for one that did not.
    var momentOfChange: Instant? {
        switch kind {
        case .opened, .factsChanged, .contactWithdrawn, .reopened, LogKind("delivery-accepted"): return at
        case .contact:
            // Written down later than it happened: then the person was at it.
            let root = payload.flatMap { try? JSONDocument(parsing: $0.reveal()).root }
            let recorded = root?["recordedAt"]?.string.flatMap { try? Instant(parsing: $0) }
            return max(at, recorded ?? at)
        default: return nil  // tidy-allow: an open set of names
        }
    }
}

internal import CaseFormat
internal import CaseStore
internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// What is due in a case, seen from the moment when it was last touched or told of.
///
/// The same log gives the same outlook, whenever somebody looks.
struct AgendaOutlook {
    let stored: StoredCase
    /// When somebody last told of something, or something went out.
    let touched: Instant
    /// The moment of the decision: ``touched``, or when it was told since that something is over.
    let basis: Instant
    let decision: Decision
    let agenda: Agenda
    /// When entries count that are of a later moment than now; nil when there are none.
    let growsAt: Instant?

    /// - Parameter stored: as of `now`.
    /// - Throws: `CaseFlowError.timeZones`.
    init(_ stored: StoredCase, at now: Instant, _ deciding: Deciding) throws(CaseFlowError) {
        self.stored = stored
        touched = min(stored.lastChange ?? now, now)
        basis = max(touched, stored.entries.compactMap(\.momentOfTelling).max() ?? touched)
        decision = try deciding.decide(stored.factsForNextStep, at: basis)
        agenda = Agenda(stored.facts, decision: decision, zone: stored.zone, tasks: stored.tasks)
        let newest = stored.record.summary.changedAt
        growsAt = newest > now ? newest : nil
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
    fileprivate var lastChange: Instant? {
        (entries.compactMap(\.momentOfChange) + facts.history.map(\.at)).max()
    }
}

extension LogEntry {
    /// When it was told that something is over, and the case was decided anew; nil for any other entry.
    fileprivate var momentOfTelling: Instant? { ReminderEntry(self)?.isOver == true ? at : nil }

    /// When this entry changed the facts or the history; nil for one that did not.
    fileprivate var momentOfChange: Instant? {
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

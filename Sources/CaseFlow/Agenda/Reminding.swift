internal import CaseStore
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
internal import Texts

/// The chore beside the worker: plans reminders after each change of a case, tells what is due once, lays the next step
/// ready as a draft, and keeps the calendar.
///
/// Nothing is sent. What is planned and what was told stand in the store; after a crash at any place the next turn does
/// what is left, and tells nothing twice.
public actor Reminding {
    let store: any CaseStore
    let shelf: CaseShelf
    let deciding: Deciding
    let plugins: ChannelRegistry
    let files: any AgendaFiles
    let language: Language?

    /// How many entries the log of a case had when it was planned.
    var planned: [CaseReference: Int] = [:]
    /// What is due in the open cases, as they were planned.
    var entries: [CaseReference: [CalendarEntry]] = [:]
    /// Cases whose trouble was told.
    var told: Set<CaseReference> = []
    var isCalendarOld = true
    private var hasLookedBack = false

    /// How late a reminder is told before it says so: an hour, in seconds.
    public static let lateSeconds: Int64 = 3600
    /// Most reminders that are read together.
    static let pageMax = 200

    /// - Parameter language: of what is told; nil follows each case, as the calendar and the drafts always do.
    public init(
        _ shelf: CaseShelf, plugins: ChannelRegistry, files: any AgendaFiles, language: Language? = nil
    ) {
        store = shelf.store
        self.shelf = shelf
        deciding = shelf.deciding
        self.plugins = plugins
        self.files = files
        self.language = language
    }

    /// Does what is due at a moment.
    ///
    /// While the clock is in doubt it does nothing: a wrong day would be told as the right one. Once its task is cancelled
    /// it leaves the rest to the next turn.
    ///
    /// - Returns: what happened, in the order in which it did.
    /// - Complexity: O(open cases), and a decision for each case that changed since the last turn.
    public func turn(at now: Instant) async -> [AgendaNotice] {
        var notices: [AgendaNotice] = []
        do throws(CaseStoreError) {
            if try await store.hold()?.reason == .clockDoubt { return [] }
            try await planChanged(at: now, &notices)
            guard !Task.isCancelled else { return notices }
            try await tellDue(at: now, &notices)
        } catch {
            notices.append(.storeFailed(error))
        }
        guard !Task.isCancelled else { return notices }
        await keepCalendar(at: now, &notices)
        return notices
    }

    /// Plans cases anew after a change, and puts them into the calendar; tells nothing that is due.
    ///
    /// For a command that changed cases: the worker need not run for the calendar to be right.
    ///
    /// - Complexity: O(bytes of the calendar), however many cases they are, and a decision for each.
    public func refresh(_ references: [CaseReference], at now: Instant) async -> [AgendaNotice] {
        var notices: [AgendaNotice] = []
        do throws(CaseStoreError) {
            if try await store.hold()?.reason == .clockDoubt { return [] }
            for reference in references {
                if try await store.caseRecord(reference)?.summary.isOpen == true {
                    try await plan(reference, at: now, &notices)
                } else {
                    try await leave(reference, at: now, &notices)
                }
            }
        } catch {
            notices.append(.storeFailed(error))
        }
        isCalendarOld = true
        await keepCalendar(at: now, ofAll: Set(references.map(\.text)), &notices)
        return notices
    }

    // MARK: Cases

    private func planChanged(at now: Instant, _ notices: inout [AgendaNotice]) async throws(CaseStoreError) {
        var open: Set<CaseReference> = []
        try await forEachCase(.open) { (summary) async throws(CaseStoreError) in
            open.insert(summary.reference)
            guard planned[summary.reference] != summary.entries else { return }
            try await plan(summary.reference, at: now, &notices)
        }
        // Those that were not looked at are no cases that have gone.
        guard !Task.isCancelled else { return }
        for reference in planned.keys where !open.contains(reference) {
            try await leave(reference, at: now, &notices)
        }
        guard !hasLookedBack else { return }
        // What was closed while nothing ran may have left an appointment behind.
        try await forEachCase(.closed) { (summary) async throws(CaseStoreError) in
            guard let closed = summary.closedAt, closed.adding(seconds: Self.lookBackSeconds) > now else {
                return
            }
            try await leave(summary.reference, at: now, &notices)
        }
        hasLookedBack = true
    }

    /// No appointment is announced further ahead than this: 31 days, in seconds.
    private static let lookBackSeconds: Int64 = 31 * 86_400

    private func forEachCase(
        _ selection: CaseSelection, _ visit: (CaseSummary) async throws(CaseStoreError) -> Void
    ) async throws(CaseStoreError) {
        var last: CaseReference?
        repeat {
            let page = try await store.cases(selection, after: last, limit: Self.pageMax)
            for summary in page {
                guard !Task.isCancelled else { return }
                try await visit(summary)
            }
            last = page.count < Self.pageMax ? nil : page.last?.reference
        } while last != nil
    }

    /// A case that is no longer open: nothing of it is due.
    private func leave(
        _ reference: CaseReference, at now: Instant, _ notices: inout [AgendaNotice]
    ) async throws(CaseStoreError) {
        planned[reference] = nil
        if entries.removeValue(forKey: reference) != nil { isCalendarOld = true }
        guard let summary = try await store.caseRecord(reference)?.summary, summary.forgottenAt == nil else {
            await discard(reference, &notices)
            return
        }
        guard summary.closedAt != nil,
            let stored = await read(reference, asOf: now, &notices)
        else { return }
        try await withdrawNeedless(of: stored, at: now, &notices)
    }

    private func discard(_ reference: CaseReference, _ notices: inout [AgendaNotice]) async {
        do throws(AgendaFilesFault) { try await files.discard(reference) } catch {
            notices.append(.filesFailed(error))
        }
    }

    /// Reads a case; nil when it cannot be read, which is told once.
    func read(
        _ reference: CaseReference, asOf moment: Instant, _ notices: inout [AgendaNotice]
    ) async -> StoredCase? {
        do throws(CaseFlowError) {
            return try await shelf.stored(reference, asOf: moment)
        } catch {
            if told.insert(reference).inserted { notices.append(.unreadable(reference, error.description)) }
            return nil
        }
    }

    // MARK: The calendar

    private func keepCalendar(
        at now: Instant, ofAll cases: Set<String>? = nil, _ notices: inout [AgendaNotice]
    ) async {
        guard isCalendarOld else { return }
        do throws(AgendaFilesFault) {
            let before = CalendarFeed(after: try await files.calendar(), at: now).caseReferences
            // A case that cannot be read keeps its entries: its deadlines are still there.
            let answered = if let cases { cases } else { await notOpenedSince(before) }
            let cases = answered.subtracting(told.map(\.text))
            let forgotten = await forgotten(among: cases)
            let entries = entries.values.flatMap { $0 }
            try await files.updateCalendar { previous in
                CalendarFeed(after: previous, at: now).bytes(entries, ofAll: cases, forgotten: forgotten)
            }
            isCalendarOld = false
        } catch {
            notices.append(.filesFailed(error))
        }
    }

    /// Those of these cases that this turn has planned, or that are open no longer.
    ///
    /// What another process opened since then, or what cannot be looked up, keeps its entries until the next turn.
    private func notOpenedSince(_ references: Set<String>) async -> Set<String> {
        var answered: Set<String> = []
        for text in references {
            guard let reference = try? CaseReference(parsing: text) else { continue }
            if planned[reference] == nil {
                do {
                    if try await store.caseRecord(reference)?.summary.isOpen == true { continue }
                } catch {
                    continue
                }
            }
            answered.insert(text)
        }
        return answered
    }

    /// Cases of which nothing may be told any more; one that cannot be looked up is left as it is.
    private func forgotten(among references: Set<String>) async -> Set<String> {
        var forgotten: Set<String> = []
        for text in references {
            guard let reference = try? CaseReference(parsing: text), planned[reference] == nil else {
                continue
            }
            guard let summary = try? await store.caseRecord(reference)?.summary else { continue }
            if summary.forgottenAt != nil { forgotten.insert(text) }
        }
        return forgotten
    }
}

public import CaseStore
public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting
public import Digests
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
    let basis: SHA256Digest
    let language: Language?

    /// Cases whose trouble was told.
    var told: Set<CaseReference> = []

    /// How late a reminder is told before it says so: an hour, in seconds.
    public static let lateSeconds: Int64 = 3600
    /// Most reminders, cases or pages of the calendar that are read together.
    static let pageMax = 200

    /// - Parameters:
    ///   - basis: what plans are made with beside the cases; with another one every open case is planned anew.
    ///   - language: of what is told; nil follows each case, as the calendar and the drafts always do.
    public init(
        _ shelf: CaseShelf, plugins: ChannelRegistry, files: any AgendaFiles, basis: SHA256Digest,
        language: Language? = nil
    ) {
        store = shelf.store
        self.shelf = shelf
        deciding = shelf.deciding
        self.plugins = plugins
        self.files = files
        self.basis = basis
        self.language = language
    }

    /// Does what is due at a moment.
    ///
    /// While the clock is in doubt it does nothing: a wrong day would be told as the right one. Once its task is cancelled
    /// it leaves the rest to the next turn.
    ///
    /// - Returns: what happened, in the order in which it did.
    /// - Complexity: a decision for each case that changed or in which something is due. Of all others the store is asked
    ///   once whether there is anything; the calendar is written when it shows something else.
    public func turn(at now: Instant) async -> [AgendaNotice] {
        var notices: [AgendaNotice] = []
        do throws(CaseStoreError) {
            if try await store.hold()?.reason == .clockDoubt { return [] }
            try await planChanged(at: now, &notices)
            guard !Task.isCancelled else { return notices }
            try await tellDue(at: now, &notices)
            try await tellDelays(at: now, &notices)
        } catch {
            notices.append(.storeFailed(error))
        }
        guard !Task.isCancelled else { return notices }
        await keepCalendar(&notices)
        return notices
    }

    /// Plans cases anew after a change, and puts them into the calendar; tells nothing that is due.
    ///
    /// For a command that changed cases: the worker need not run for the calendar to be right.
    ///
    /// - Complexity: a decision for each case, another one where planning records something, and one writing of the calendar.
    public func refresh(_ references: [CaseReference], at now: Instant) async -> [AgendaNotice] {
        var notices: [AgendaNotice] = []
        do throws(CaseStoreError) {
            if try await store.hold()?.reason == .clockDoubt { return [] }
            try await plan(references, at: now, &notices)
        } catch {
            notices.append(.storeFailed(error))
        }
        await keepCalendar(&notices)
        return notices
    }

    /// Takes a case that was forgotten just now out of the calendar, whatever the clock says.
    ///
    /// - Parameter sheet: what was planned for it before, by which its entries are struck out; nil when that is not known
    ///   any more, and then they are gone without a word.
    /// - Returns: empty when nothing of the case is left in the calendar.
    public func forget(
        _ reference: CaseReference, leaving sheet: AgendaSheet?, at now: Instant
    ) async -> [AgendaNotice] {
        var notices: [AgendaNotice] = []
        do throws(CaseStoreError) {
            if let summary = try await store.caseRecord(reference)?.summary, let sheet {
                try await keep([struckOut(summary, after: sheet, at: now)], &notices)
            }
        } catch {
            notices.append(.storeFailed(error))
        }
        await keepCalendar(&notices)
        return notices
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
}

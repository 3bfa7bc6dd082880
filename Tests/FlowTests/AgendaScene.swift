import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CaseStoreTesting
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Outbox
import Synchronization

/// What the chore of reminding lays ready, kept in memory.
final class TestAgendaFiles: AgendaFiles {
    struct Kept {
        var calendar: [UInt8]?
        var calendarsWritten = 0
        var drafts: [String] = []
        var withdrawals: [String: Artifact] = [:]
        var discarded: [CaseReference] = []
        var fault: AgendaFilesFault?
        var obstacle: String?
    }

    private let state = Mutex(Kept())

    var kept: Kept { state.withLock { $0 } }
    var calendar: String { String(decoding: kept.calendar ?? [], as: UTF8.self).replacing("\r\n ", with: "") }

    /// Lets every writing fail; nil mends it.
    func breaks(_ fault: AgendaFilesFault?) { state.withLock { $0.fault = fault } }
    /// Lets every draft fail for this reason; nil mends it.
    func refusesDrafts(_ reason: String?) { state.withLock { $0.obstacle = reason } }

    func draftNextStep(of stored: StoredCase, decision: Decision) async -> DraftResult {
        guard let best = decision.best?.channel else { return .nothingToDo }
        return state.withLock { state in
            if let obstacle = state.obstacle { return .failed(best, obstacle) }
            let path = "drafts/\(stored.reference)/\(best)"
            state.drafts.append(path)
            return .drafted(best, path: path)
        }
    }

    func keep(
        _ withdrawal: Artifact, of delivery: DeliveryReference, in reference: CaseReference
    ) async throws(AgendaFilesFault) -> String? {
        try check()
        let path = "drafts/\(reference)/\(delivery)/\(withdrawal.fileName)"
        return state.withLock { state in
            guard state.withdrawals[path] == nil else { return nil }
            state.withdrawals[path] = withdrawal
            return path
        }
    }

    func discard(_ reference: CaseReference) async throws(AgendaFilesFault) {
        try check()
        state.withLock { $0.discarded.append(reference) }
    }

    func calendarRevision() async throws(AgendaFilesFault) -> AgendaRevision? {
        try check()
        guard let calendar = kept.calendar else { return nil }
        return CalendarFile.revision(
            head: Array(calendar.prefix(CalendarFile.headBytesMax)),
            tail: Array(calendar.suffix(CalendarFile.foot.count)))
    }

    func beginCalendar() async throws(AgendaFilesFault) -> any CalendarWriting {
        try check()
        return TestCalendarWriting { calendar in
            self.state.withLock { state in
                state.calendar = calendar
                state.calendarsWritten += 1
            }
        }
    }

    /// Loses or spoils the calendar.
    func replaceCalendar(_ bytes: [UInt8]?) { state.withLock { $0.calendar = bytes } }

    private func check() throws(AgendaFilesFault) { if let fault = kept.fault { throw fault } }
}

/// A calendar that is kept in memory until it is finished.
final class TestCalendarWriting: CalendarWriting {
    private let written = Mutex<[UInt8]>([])
    private let keep: @Sendable ([UInt8]) -> Void

    init(_ keep: @escaping @Sendable ([UInt8]) -> Void) { self.keep = keep }

    func add(_ bytes: [UInt8]) { written.withLock { $0 += bytes } }
    func finish() { keep(written.withLock { $0 }) }
    func abandon() {}
}

/// Cases in a store, the chore over them, and the folder it writes into.
struct AgendaScene {
    let program: Program
    let store: any CaseStore
    let files = TestAgendaFiles()

    init(_ store: any CaseStore = MemoryCaseStore()) throws {
        program = try Repository.program()
        self.store = store
    }

    var shelf: CaseShelf { CaseShelf(store, reader: program.reader, deciding: program.deciding) }

    /// A process that has just started.
    ///
    /// - Parameter basis: what plans are made with; another number is another directory or program.
    func process(language: Language? = nil, basis: UInt8 = 1) -> Reminding {
        Reminding(
            shelf, plugins: program.registry, files: files, basis: StoreSamples.basis(basis),
            language: language)
    }

    func at(_ text: String) throws -> Instant { try Instant(parsing: text) }

    /// Opens the case of the silent seller: the seller was written to on 24 November at 9:00.
    @discardableResult func open(
        _ name: String = "lamp", example: String = "seller-silent",
        at moment: String = "2026-11-24T10:00:00+01:00"
    ) async throws -> CaseReference {
        let reference = try CaseReference(parsing: name)
        let entry = LogDraft(.opened, at: try at(moment), payload: Array("{}".utf8))
        _ = try await store.open(
            CaseOpening(
                reference: reference, facts: try Repository.bytes("Examples/\(example).json"), entry: entry))
        return reference
    }

    /// The line of the calendar that names an item of a case.
    func uidLine(_ item: String, in name: String = "lamp") throws -> String {
        "UID:\(try CalendarEntry.uid(ofItem: item, in: try CaseReference(parsing: name)))"
    }

    /// Records a contact, as `did` does.
    func did(
        _ reference: CaseReference, _ channel: ChannelName, _ outcome: PastContact.Outcome, at moment: String,
        promised: CivilDay? = nil, recordedAt: String? = nil
    ) async throws {
        var contact = PastContact(channel: channel, at: try at(moment), outcome: outcome)
        contact.promisedOn = promised
        let recorded = try recordedAt.map { try at($0) }
        let zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let payload = ContactEntry(contact, recordedAt: recorded ?? contact.at).json(in: zone)
        _ = try await store.append(
            [LogDraft(.contact, at: contact.at, payload: payload)], to: reference, changing: nil)
    }

    func close(_ reference: CaseReference, at moment: String) async throws {
        _ = try await store.close(
            reference, with: LogDraft(.closed, at: try at(moment), payload: Array("{}".utf8)))
    }

    /// The reminders that are planned, as `item/mark moment`.
    func planned(_ reference: CaseReference) async throws -> [String] {
        let zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        return try await store.reminders(of: reference).map { "\($0.name) \(zone.text($0.due))" }
    }

    /// What the log of a case says was told and drafted.
    func told(_ reference: CaseReference) async throws -> [String] {
        try await store.wholeLog(of: reference).compactMap { entry in
            if let reminder = ReminderEntry(entry) {
                return "\(reminder.item)/\(reminder.mark)\(reminder.isLate ? " late" : "")"
            }
            switch DraftEntry(entry) {
            case .step(let channel): return "draft \(channel)"
            case .withdrawal(let delivery): return "withdrawn \(delivery)"
            case nil: return nil
            }
        }
    }
}

extension [AgendaNotice] {
    /// The reminders among them.
    var told: [AgendaNotice.Reminded] {
        compactMap { notice in
            if case .reminded(let told) = notice { told } else { nil }
        }
    }

    /// The reminders among them: `case item/mark`.
    var reminded: [String] { told.map { "\($0.caseReference) \($0.entry.item)/\($0.entry.mark)" } }
}

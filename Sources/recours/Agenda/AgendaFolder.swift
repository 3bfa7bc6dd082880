import Assembly
import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Glibc

/// Lays drafts, withdrawals and the calendar into the state folder.
struct AgendaFolder: AgendaFiles {
    let desk: Desk
    let folder: StateFolder

    /// Largest calendar that is read again, in bytes.
    private static let calendarBytesMax = 16 << 20

    func draftNextStep(of stored: StoredCase, decision: Decision) async -> DraftResult {
        guard let best = decision.best?.channel else { return .nothingToDo }
        let preparation = CasePreparation(
            desk: desk, channel: best, attachLetter: true, carriesAttachments: false, isDraft: true,
            letterLanguage: nil, language: nil)
        do {
            let ready = try await preparation.prepare(
                stored.loaded, at: decision.decidedAt, attachmentsIn: folder.files(of: stored.reference))
            let path = folder.draft(of: stored.reference, through: best)
            if DraftCheck(path).wasChanged {
                return .failed(best, AgendaWords(stored.facts.consumer.effectiveLanguage).changedDraft(path))
            }
            _ = try PreparedFolder(path).write(ready.files)
            return .drafted(best, path: path)
        } catch let failure as CommandFailure {
            let lines = failure.text.split(whereSeparator: \.isNewline)
            return .failed(best, lines.map { $0.drop { $0 == " " } }.joined(separator: " "))
        } catch {
            return .failed(best, "The draft could not be made: prepare it with `recours prepare`.")
        }
    }

    func keep(
        _ withdrawal: Artifact, of delivery: DeliveryReference, in reference: CaseReference
    ) async throws(AgendaFilesFault) -> String? {
        let place = "\(folder.drafts(of: reference))/\(delivery)"
        let path = "\(place)/\(withdrawal.fileName)"
        guard access(path, F_OK) != 0 else { return nil }
        try replace(withdrawal.fileName.text, in: place, with: withdrawal.bytes.reveal())
        return path
    }

    func discard(_ reference: CaseReference) async throws(AgendaFilesFault) {
        do throws(CommandFailure) { _ = try CaseFiles(folder: folder).remove(reference) } catch {
            throw AgendaFilesFault(error.text)
        }
    }

    func calendar() async throws(AgendaFilesFault) -> [UInt8]? { try readCalendar() }

    private func readCalendar() throws(AgendaFilesFault) -> [UInt8]? {
        do throws(FileFault) {
            return try FileReading.bytes(
                of: folder.calendar, bytesMax: Self.calendarBytesMax, isRegular: true)
        } catch {
            if case .notFound = error { return nil }
            throw AgendaFilesFault("The calendar cannot be read. \(error.description)")
        }
    }

    func updateCalendar(_ make: @Sendable ([UInt8]?) -> [UInt8]) async throws(AgendaFilesFault) {
        let lock = open("\(folder.calendar).lock", O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        // Held for as long as a file is read and written; closing the file lets it go.
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else {
            throw AgendaFilesFault(WriteFault.last.failure(in: folder.path).text)
        }
        defer { close(lock) }
        let previous = try readCalendar()
        let bytes = make(previous)
        guard bytes != previous else { return }
        let name = folder.calendar.split(separator: "/").last.map { String($0) } ?? "calendar.ics"
        try replace(name, in: folder.path, with: bytes)
    }

    /// Writes a file beside its place, and moves it there when it is on the disk.
    private func replace(
        _ name: String, in place: String, with bytes: [UInt8]
    ) throws(AgendaFilesFault) {
        do throws(WriteFault) {
            try FileWriting.makeFolder(place)
            let opened = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard opened >= 0 else { throw WriteFault.last }
            defer { close(opened) }
            let fresh = ".\(name).new"
            // What a run that was cut off has left.
            unlinkat(opened, fresh, 0)
            try FileWriting.write(bytes, to: fresh, in: opened)
            guard renameat(opened, fresh, opened, name) == 0, fsync(opened) == 0 else {
                throw WriteFault.last
            }
        } catch {
            throw AgendaFilesFault(error.failure(in: place).text)
        }
    }
}

extension Desk {
    /// The shelf of the stored cases.
    func shelf(_ store: any CaseStore) -> CaseShelf {
        CaseShelf(store, reader: program.reader, deciding: program.deciding)
    }

    /// The chore of reminding over a store.
    ///
    /// - Parameter language: of what is told; drafts and the calendar speak that of each case.
    /// - Throws: `CommandFailure` with status 78 where there is no state folder.
    func reminding(_ store: any CaseStore, language: Language? = nil) throws -> Reminding {
        let folder: StateFolder
        do throws(ProgramError) { folder = try program.stateFolder() } catch { throw CommandFailure(error) }
        return Reminding(
            shelf(store), plugins: program.registry,
            files: AgendaFolder(desk: self, folder: folder), language: language)
    }
}

extension CaseDesk {
    /// Plans cases anew after they were changed and brings the calendar up to date; what that brings about is said.
    func refreshAgenda(
        _ references: CaseReference..., at now: Instant, language: Language? = nil
    ) async throws {
        try await refreshAgenda(references, at: now, language: language)
    }

    func refreshAgenda(
        _ references: [CaseReference], at now: Instant, language: Language? = nil
    ) async throws {
        // The calendar speaks the language of the case, whatever one command was asked for.
        for notice in await (try desk.reminding(store)).refresh(references, at: now) {
            Output.standardError(AgendaWords(language ?? .french).line(notice) + "\n")
        }
    }
}

import Assembly
import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Digests
import Glibc

/// Lays drafts, withdrawals and the calendar into the state folder.
struct AgendaFolder: AgendaFiles {
    let desk: Desk
    let folder: StateFolder

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

    func calendarRevision() async throws(AgendaFilesFault) -> AgendaRevision? {
        let file = open(folder.calendar, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            // A link, or what else cannot be read, is replaced.
            return nil
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let tail = CalendarFile.foot.count
        return CalendarFile.revision(
            head: Self.bytes(of: file, from: 0, count: CalendarFile.headBytesMax),
            tail: Self.bytes(of: file, from: max(0, Int(status.st_size) - tail), count: tail))
    }

    private static func bytes(of file: Int32, from offset: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(file, buffer.baseAddress, count, offset))
        }
    }

    func beginCalendar() async throws(AgendaFilesFault) -> any CalendarWriting {
        try await CalendarDraft.begin(in: folder)
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
        let basis: SHA256Digest
        do throws(ProgramError) { basis = try program.planBasis(of: programVersion) } catch {
            throw CommandFailure(error)
        }
        return Reminding(
            shelf(store), plugins: program.registry, files: AgendaFolder(desk: self, folder: folder),
            basis: basis, language: language)
    }

    /// Plans cases anew after they were changed and brings the calendar up to date; what that brings about is said.
    func refreshAgenda(
        _ references: [CaseReference], in store: any CaseStore, at now: Instant, language: Language?
    ) async throws {
        let words = AgendaWords(language ?? .french)
        // The calendar speaks the language of the case, whatever one command was asked for.
        for notice in await (try reminding(store)).refresh(references, at: now) {
            Output.standardError((notice.isFault ? "recours: " : "") + words.line(notice) + "\n")
        }
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
        try await desk.refreshAgenda(references, in: store, at: now, language: language)
    }
}

import Assembly
import CaseFlow
import Glibc
import Synchronization

/// The calendar as it is being written, beside the one that people read.
final class CalendarDraft: CalendarWriting {
    private struct Open: ~Copyable {
        let lock: FileLock
        let folder: Int32
        let file: Int32
    }

    private let place: StateFolder
    private let open: Mutex<Open?>

    /// Beside the calendar, so that moving it into its place is one step.
    private static let name = ".calendar.ics.new"
    private static let finalName = "calendar.ics"

    /// Begins a calendar once nobody else writes one.
    ///
    /// - Throws: `AgendaFilesFault`.
    static func begin(in place: StateFolder) async throws(AgendaFilesFault) -> CalendarDraft {
        do throws(WriteFault) { try FileWriting.makeFolder(place.path) } catch {
            throw AgendaFilesFault(error.failure(in: place.path).text)
        }
        do throws(FileLock.Refusal) {
            let lock = try await FileLock("\(place.calendar).lock")
            do throws(WriteFault) { return try CalendarDraft(place, lock: lock) } catch {
                throw FileLock.Refusal.system(number: error.number)
            }
        } catch {
            throw AgendaFilesFault(text(error, place))
        }
    }

    private static func text(_ refusal: FileLock.Refusal, _ place: StateFolder) -> String {
        let later = "the next command or `recours run` brings it up to date."
        switch refusal {
        case .held:
            let seconds = FileLock.waitsMax * FileLock.waitMilliseconds / 1000
            return "Another process has been writing \(place.calendar) for \(seconds) seconds: \(later)"
        case .cancelled:
            return
                "The program was stopped while another process was writing \(place.calendar): \(later)"
        case .system(let number): return WriteFault(number: number).failure(in: place.path).text
        }
    }

    /// - Parameter lock: held until the draft ends.
    /// - Throws: `WriteFault`.
    private init(_ place: StateFolder, lock: consuming FileLock) throws(WriteFault) {
        self.place = place
        let folder = Glibc.open(place.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            throw WriteFault.last
        }
        // What a run that was cut off has left.
        unlinkat(folder, Self.name, 0)
        let file = openat(folder, Self.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let fault = WriteFault.last
            close(folder)
            throw fault
        }
        open = Mutex(Open(lock: lock, folder: folder, file: file))
    }

    deinit { abandon() }

    func add(_ bytes: [UInt8]) throws(AgendaFilesFault) {
        try step { (open) throws(WriteFault) in try FileWriting.append(bytes, to: open.file) }
    }

    func finish() throws(AgendaFilesFault) {
        try step { (open) throws(WriteFault) in
            guard fsync(open.file) == 0,
                renameat(open.folder, Self.name, open.folder, Self.finalName) == 0, fsync(open.folder) == 0
            else { throw WriteFault.last }
        }
        abandon()
    }

    func abandon() {
        open.withLock { open in
            // The lock goes last, when nothing of the draft is left.
            guard let ended = open.take() else { return }
            unlinkat(ended.folder, Self.name, 0)
            close(ended.file)
            close(ended.folder)
        }
    }

    private func step(_ body: (borrowing Open) throws(WriteFault) -> Void) throws(AgendaFilesFault) {
        do throws(WriteFault) {
            try open.withLock { (open) throws(WriteFault) in
                switch open {
                case .some(let draft): try body(draft)
                case .none: throw WriteFault(number: EBADF)
                }
            }
        } catch {
            throw AgendaFilesFault(error.failure(in: place.path).text)
        }
    }
}

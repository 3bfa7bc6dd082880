import Assembly
import CaseFlow
import Glibc
import Synchronization

/// The calendar as it is being written, beside the one that people read.
final class CalendarDraft: CalendarWriting {
    private struct Open {
        var lock: FileLock
        var folder: Int32
        var file: Int32
    }

    private let place: StateFolder
    private let open: Mutex<Open?>

    /// Beside the calendar, so that moving it into its place is one step.
    private static let name = ".calendar.ics.new"
    private static let finalName = "calendar.ics"

    /// Begins a calendar once nobody else writes one.
    ///
    /// - Returns: nil when somebody else has been at it for longer than the lock waits.
    /// - Throws: `WriteFault`.
    static func begin(in place: StateFolder) async throws(WriteFault) -> CalendarDraft? {
        try FileWriting.makeFolder(place.path)
        let lock: FileLock?
        do throws(FileLock.SystemNumber) { lock = try await FileLock.acquire("\(place.calendar).lock") } catch
        {
            throw WriteFault(number: error.number)
        }
        guard let lock else { return nil }
        return try CalendarDraft(place, lock: lock)
    }

    /// - Parameter lock: held until the draft ends.
    /// - Throws: `WriteFault`.
    private init(_ place: StateFolder, lock: FileLock) throws(WriteFault) {
        self.place = place
        let folder = Glibc.open(place.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else {
            let fault = WriteFault.last
            lock.release()
            throw fault
        }
        // What a run that was cut off has left.
        unlinkat(folder, Self.name, 0)
        let file = openat(folder, Self.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            let fault = WriteFault.last
            close(folder)
            lock.release()
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
            guard let ended = open else { return }
            open = nil
            unlinkat(ended.folder, Self.name, 0)
            close(ended.file)
            close(ended.folder)
            ended.lock.release()
        }
    }

    private func step(_ body: (Open) throws(WriteFault) -> Void) throws(AgendaFilesFault) {
        do throws(WriteFault) {
            try open.withLock { (open) throws(WriteFault) in
                guard let open else { throw WriteFault(number: EBADF) }
                try body(open)
            }
        } catch {
            throw AgendaFilesFault(error.failure(in: place.path).text)
        }
    }
}

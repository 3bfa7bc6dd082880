import Glibc

/// Lets one process at a time do something; the system lets go of it when the process ends.
public struct FileLock: Sendable {
    private let file: Int32

    /// How long one try waits for the next, in milliseconds.
    public static let waitMilliseconds = 50
    /// How often it is tried again: ten seconds in all.
    public static let waitsMax = 200

    /// Takes the lock, or waits for it without keeping a thread.
    ///
    /// - Parameters:
    ///   - path: a file that is made where it is missing, and stays.
    ///   - waits: how often it is tried again while somebody else has it.
    /// - Returns: nil when somebody else still has it, or the task was cancelled.
    /// - Throws: the number of the system's error.
    public static func acquire(
        _ path: String, waits: Int = waitsMax
    ) async throws(SystemNumber) -> FileLock? {
        let file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemNumber(errno) }
        for wait in 0...max(0, waits) {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return FileLock(file: file) }
            let number = errno
            guard number == EWOULDBLOCK || number == EINTR else {
                close(file)
                throw SystemNumber(number)
            }
            guard wait < waits, !Task.isCancelled else { break }
            try? await Task.sleep(for: .milliseconds(waitMilliseconds))
        }
        close(file)
        return nil
    }

    /// Lets go of it; to be called once.
    public func release() { close(file) }

    /// What the system refused: its error's number (errno).
    public struct SystemNumber: Error, Hashable, Sendable {
        public let number: Int32
        init(_ number: Int32) { self.number = number }
    }
}

import Glibc

/// Lets one process at a time do something.
///
/// Held as long as the value lives; the system lets go of it also when the process ends.
public struct FileLock: ~Copyable, Sendable {
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
    /// - Throws: why it was not taken.
    public init(_ path: String, waits: Int = waitsMax) async throws(Refusal) {
        let file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .system(number: errno) }
        if let refusal = await Self.refusal(of: file, waits: waits) {
            close(file)
            throw refusal
        }
        self.file = file
    }

    deinit { close(file) }

    private static func refusal(of file: Int32, waits: Int) async -> Refusal? {
        for wait in 0...max(0, waits) {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return nil }
            let number = errno
            guard number == EWOULDBLOCK || number == EINTR else { return .system(number: number) }
            guard !Task.isCancelled else { return .cancelled }
            guard wait < waits else { break }
            try? await Task.sleep(for: .milliseconds(waitMilliseconds))
        }
        return .held
    }

    /// Why a lock was not taken.
    public enum Refusal: Error, Hashable, Sendable {
        /// Somebody else still has it.
        case held
        /// The task was cancelled while it waited.
        case cancelled
        /// The system's error with this number (errno).
        case system(number: Int32)
    }
}

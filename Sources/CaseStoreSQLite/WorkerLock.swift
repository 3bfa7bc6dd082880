internal import CaseStore
internal import Foundation
internal import Glibc

/// Holds the lock file of a store's worker: one process at a time, let go by the system when the process ends.
///
/// Proof: the only variable is touched between lock and unlock.
final class WorkerLock: @unchecked Sendable {
    private let path: String
    private let mutex = NSLock()
    private var file: CInt?

    init(path: String) { self.path = path }

    deinit { if let file { Glibc.close(file) } }

    /// Takes the lock; does nothing when it is held already.
    ///
    /// - Throws: `CaseStoreError.locked` when another process, or another store of this one, holds it.
    func acquire() throws(CaseStoreError) {
        mutex.lock()
        defer { mutex.unlock() }
        guard file == nil else { return }
        let opened = Glibc.open(path, O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_RDWR, mode_t(0o600))
        guard opened >= 0 else { throw .cannotOpen(path: path, code: Int(errno)) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(opened)
            throw .locked(path: path)
        }
        file = opened
    }

    var isHeld: Bool {
        mutex.lock()
        defer { mutex.unlock() }
        return file != nil
    }

    func release() {
        mutex.lock()
        defer { mutex.unlock() }
        if let file { Glibc.close(file) }
        file = nil
    }
}

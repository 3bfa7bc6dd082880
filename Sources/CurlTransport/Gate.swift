internal import Glibc

/// Lets one thread wait until another lets it through.
///
/// A semaphore of the system, because the thread sanitizer understands it, and because it costs less than waking a thread
/// out of `curl_multi_poll`.
///
/// Proof: `sem_wait` and `sem_post` may be called from any thread, and the memory lives as long as this does.
final class Gate: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() {
        semaphore.initialize(to: sem_t())
        let code = sem_init(semaphore, 0, 0)
        precondition(code == 0, "sem_init with a count of 0 does not fail on Linux")
    }

    deinit {
        sem_destroy(semaphore)
        semaphore.deinitialize(count: 1)
        semaphore.deallocate()
    }

    /// Waits until `open` was called once more than this has returned.
    func wait() { while sem_wait(semaphore) != 0 && errno == EINTR {} }

    func open() { sem_post(semaphore) }
}

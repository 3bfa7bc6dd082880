internal import Glibc

/// A value that one thread at a time may read or change.
///
/// Made of `pthread_mutex_t`, which the thread sanitizer understands; a wait inside `Synchronization.Mutex` on Linux it cannot
/// see, and then it reports races that are none.
///
/// Proof: the value is private and touched only between lock and unlock, and it is `Sendable` itself, so
/// that nothing taken out of it is shared by accident.
package final class Locked<Value: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var value: Value

    package init(_ value: Value) {
        self.value = value
        mutex.initialize(to: pthread_mutex_t())
        let code = pthread_mutex_init(mutex, nil)
        precondition(code == 0, "pthread_mutex_init with default attributes does not fail on Linux")
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deinitialize(count: 1)
        mutex.deallocate()
    }

    /// Runs `body` alone.
    ///
    /// It must be short and must not lock again.
    package func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body(&value)
    }
}

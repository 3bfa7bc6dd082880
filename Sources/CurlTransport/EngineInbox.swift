internal import CCurl

/// What callers leave for the engine's thread, and the bell that wakes it.
final class EngineInbox: Sendable {
    private struct State: Sendable {
        var jobs: [EngineJob] = []
        var hasCancellation = false
        var isClosed = false
        /// The multi handle to wake, while the thread has one.
        var bell: EngineBell?
    }

    private let state = Locked(State())
    private let waitingMax: Int

    init(waitingMax: Int) { self.waitingMax = waitingMax }

    /// Leaves a job; gives the reason when it is not taken.
    func submit(_ job: EngineJob) -> TransferStop? {
        state.withLock { state in
            guard !state.isClosed else { return .engineClosed }
            guard state.jobs.count < waitingMax else { return .tooManyWaiting }
            state.jobs.append(job)
            Self.ring(state)
            return nil
        }
    }

    /// Makes the thread look which jobs nobody waits for any more.
    func wakeForCancellation() {
        state.withLock { state in
            state.hasCancellation = true
            Self.ring(state)
        }
    }

    func close() {
        state.withLock { state in
            state.isClosed = true
            Self.ring(state)
        }
    }

    /// Takes up to `count` jobs, oldest first; for the engine's thread.
    func take(_ count: Int) -> (jobs: [EngineJob], hasCancellation: Bool, isClosed: Bool) {
        state.withLock { state in
            // A cancelled job leaves at once, even where no transfer is free to take it.
            let taken: [EngineJob]
            if state.hasCancellation || state.isClosed {
                taken =
                    state.jobs.filter(\.cancelFlag.isSet)
                    + state.jobs.filter { !$0.cancelFlag.isSet }.prefix(count)
                state.jobs = Array(state.jobs.filter { !$0.cancelFlag.isSet }.dropFirst(count))
            } else {
                taken = Array(state.jobs.prefix(count))
                state.jobs.removeFirst(taken.count)
            }
            defer { state.hasCancellation = false }
            return (taken, state.hasCancellation, state.isClosed)
        }
    }

    /// Sets the bell that a new job rings; nil before its multi handle is freed.
    func setBell(_ bell: EngineBell?) { state.withLock { $0.bell = bell } }

    private static func ring(_ state: State) { state.bell?.ring() }
}

/// Wakes the engine's thread out of its sleep.
///
/// Proof: the pointer is only given to `curl_multi_wakeup`, the one function of the multi interface that
/// libcurl allows from any thread; the inbox rings under its lock, and the engine's thread takes the bell out under the same
/// lock before it frees the handle.
struct EngineBell: @unchecked Sendable {
    private let multi: UnsafeMutableRawPointer

    init(_ multi: borrowing MultiHandle) { self.multi = multi.raw }

    fileprivate func ring() { curl_multi_wakeup(multi) }
}

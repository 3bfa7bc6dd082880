import CivilCalendar
import Outbox
import Synchronization

/// Time that passes only when a test says so.
final class TestClock: OutboxClock {
    private struct Sleeper {
        let until: Int64
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var now: Instant
        var uptimeSeconds: Int64 = 1000
        var boot = "boot-1"
        var sleepers: [Int: Sleeper] = [:]
        var nextSleeper = 0
        var passingSecondsMax: Int64 = 0
    }

    private let state: Mutex<State>

    init(_ now: Instant) { state = Mutex(State(now: now)) }

    var now: Instant { state.withLock { $0.now } }
    var uptimeSeconds: Int64 { state.withLock { $0.uptimeSeconds } }

    var boot: String? { state.withLock { $0.boot } }

    /// The machine is off for a while and starts again.
    func restart(afterSeconds seconds: Int64) {
        state.withLock { state in
            state.now = state.now.adding(seconds: seconds)
            state.uptimeSeconds = 10
            state.boot += "+"
        }
    }

    /// Makes short sleeps end at once, the time having passed.
    func letSleepsPass(upTo seconds: Int64) { state.withLock { $0.passingSecondsMax = seconds } }

    /// Both clocks go on.
    func advance(seconds: Int64) {
        let due = state.withLock { state in
            state.now = state.now.adding(seconds: seconds)
            state.uptimeSeconds += seconds
            let due = state.sleepers.filter { $0.value.until <= state.uptimeSeconds }
            for id in due.keys { state.sleepers[id] = nil }
            return due.values.map(\.continuation)
        }
        for continuation in due { continuation.resume() }
    }

    /// Somebody sets the wall clock.
    func set(by seconds: Int64) { state.withLock { $0.now = $0.now.adding(seconds: seconds) } }

    func sleep(seconds: Int64) async {
        let id = state.withLock { state in
            if seconds <= state.passingSecondsMax {
                state.now = state.now.adding(seconds: seconds)
                state.uptimeSeconds += seconds
                return -1
            }
            state.nextSleeper += 1
            return state.nextSleeper
        }
        guard id > 0 else { return }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if Task.isCancelled { return true }
                    state.sleepers[id] = Sleeper(
                        until: state.uptimeSeconds + seconds, continuation: continuation)
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume()
        }
    }
}

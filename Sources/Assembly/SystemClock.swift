public import CivilCalendar
import Glibc
public import Outbox

/// The clocks of the machine, for the worker.
public struct SystemClock: OutboxClock {
    public init() {}

    public var now: Instant { LiveClock().moment }

    /// Seconds since the machine started, the time it was suspended included.
    public var uptimeSeconds: Int64 {
        var time = timespec()
        // CLOCK_BOOTTIME always exists on Linux since 2.6.39; the call can fail only for a bad pointer.
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec)
    }

    public func sleep(seconds: Int64) async {
        // Throws only when the task is cancelled, and then there is nothing to wait for.
        try? await Task.sleep(for: .seconds(max(0, seconds)))
    }
}

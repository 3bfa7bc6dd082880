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

    /// What the kernel calls this start of the machine (random(4)).
    public var boot: String? {
        guard
            let bytes = try? FileReading.bytes(of: "/proc/sys/kernel/random/boot_id", bytesMax: 64),
            let text = String(validating: bytes, as: UTF8.self), text.utf8.count > 30
        else { return nil }
        return String(text.prefix { !$0.isNewline })
    }

    /// The same in nanoseconds, for measuring.
    public var uptimeNanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    public func sleep(seconds: Int64) async {
        // Throws only when the task is cancelled, and then there is nothing to wait for.
        try? await Task.sleep(for: .seconds(max(0, seconds)))
    }
}

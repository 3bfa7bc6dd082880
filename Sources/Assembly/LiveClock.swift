public import CivilCalendar
import Glibc

/// The machine's clock: the only place that reads it.
public struct LiveClock: Sendable {
    public init() {}

    /// The present moment, in whole seconds.
    public var moment: Instant {
        var time = timespec()
        // CLOCK_REALTIME always exists; the call can fail only for a bad pointer.
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(secondsSinceEpoch: Int64(time.tv_sec))
    }
}

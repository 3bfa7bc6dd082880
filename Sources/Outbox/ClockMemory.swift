public import CivilCalendar

/// What the clocks showed at one moment, to be compared after the program was down.
public struct ClockReading: Hashable, Sendable {
    public let wall: Instant
    /// Seconds since the machine started, as ``OutboxClock/uptimeSeconds``.
    public let uptimeSeconds: Int64
    /// Names the start of the machine; nil when it is not known.
    public let boot: String?
    /// False while nobody had confirmed that the wall clock is right.
    public let isTrusted: Bool

    public init(wall: Instant, uptimeSeconds: Int64, boot: String?, isTrusted: Bool) {
        self.wall = wall
        self.uptimeSeconds = uptimeSeconds
        self.boot = boot
        self.isTrusted = isTrusted
    }

    init(_ clock: any OutboxClock, isTrusted: Bool) {
        self.init(
            wall: clock.now, uptimeSeconds: clock.uptimeSeconds, boot: clock.boot, isTrusted: isTrusted)
    }

    /// How long a machine may have been off before its clock is asked about, in seconds: 32 days.
    ///
    /// Nothing on the machine tells how long it was off. What was planned a month ago is looked at before it goes out.
    public static let absenceSecondsMax: Int64 = 32 * 86_400

    /// How far the wall clock has jumped since this reading, in seconds, when that is too far; nil when it may be trusted.
    ///
    /// While the machine ran on, its own clock tells to the second. After a restart only a clock that runs behind, or a very
    /// long absence, can be noticed.
    func jump(to now: ClockReading) -> Int64? {
        let passed = wall.seconds(until: now.wall)
        guard let boot, boot == now.boot, now.uptimeSeconds >= uptimeSeconds else {
            return passed < -ClockWatch.backwardSecondsMax || passed > Self.absenceSecondsMax ? passed : nil
        }
        let (expected, overflow) = now.uptimeSeconds.subtractingReportingOverflow(uptimeSeconds)
        return overflow ? passed : ClockWatch.doubtful(passed.subtractingWithoutOverflow(expected))
    }
}

/// Keeps the last reading of the clocks beside the store, so that a jump while the program was down is noticed.
public protocol ClockMemory: Sendable {
    /// The last reading that was kept; nil when there is none, or none that can be read.
    func lastReading() async -> ClockReading?

    /// Keeps a reading in place of the last one.
    func keep(_ reading: ClockReading) async
}

extension Int64 {
    fileprivate func subtractingWithoutOverflow(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (self < other ? .min : .max) : difference
    }
}

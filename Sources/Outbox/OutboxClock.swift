public import CivilCalendar

/// The time of the worker.
///
/// Two clocks, because a person or a server can set one of them: due moments follow the wall clock, lengths of time the other.
public protocol OutboxClock: Sendable {
    /// The wall clock.
    var now: Instant { get }

    /// Seconds since the machine started, the time it slept included; never set, never back.
    var uptimeSeconds: Int64 { get }

    /// Names the start of the machine: two readings of ``uptimeSeconds`` with the same name can be compared.
    ///
    /// Nil when it is not known.
    var boot: String? { get }

    /// Returns after so many seconds, or at once when the task is cancelled.
    func sleep(seconds: Int64) async
}

extension OutboxClock {
    public var boot: String? { nil }
}

/// Notices when the wall clock jumps.
///
/// Compares it with the clock of the machine since a moment at which both were trusted.
struct ClockWatch: Hashable, Sendable {
    /// How far the wall clock may run back, in seconds.
    static let backwardSecondsMax: Int64 = 5 * 60
    /// How far the wall clock may run ahead, in seconds.
    static let forwardSecondsMax: Int64 = 26 * 3600

    private let wall: Instant
    private let uptimeSeconds: Int64

    /// Trusts both clocks as they are.
    init(_ clock: any OutboxClock) {
        wall = clock.now
        uptimeSeconds = clock.uptimeSeconds
    }

    /// How far the wall clock has jumped, in seconds, when that is too far; nil when it may be trusted.
    func jump(_ clock: any OutboxClock) -> Int64? {
        let (passed, overflow) = clock.uptimeSeconds.subtractingReportingOverflow(uptimeSeconds)
        let expected = wall.adding(seconds: overflow ? 0 : passed)
        return Self.doubtful(expected.seconds(until: clock.now))
    }

    /// The jump when it is too far; nil when the clock may be trusted.
    static func doubtful(_ jump: Int64) -> Int64? {
        jump < -backwardSecondsMax || jump > forwardSecondsMax ? jump : nil
    }
}

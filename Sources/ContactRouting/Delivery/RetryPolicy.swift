public import CivilCalendar

/// When a failed attempt is made again, and when no more.
///
/// The wait doubles from ``firstSeconds`` up to ``ceilingSeconds``, give or take ``jitterPercent``:
///
///     after failure 1: 5 min   2: 10 min   3: 20 min   4: 40 min   from 5: 67 min
///
/// Knows no clock and throws no dice: the moment and the chance are handed in.
///
/// - Source: Postfix, `minimal_backoff_time`, `maximal_backoff_time`, `maximal_queue_lifetime`, `delay_warning_time`.
public struct RetryPolicy: Hashable, Sendable {
    public var firstSeconds: Int64 = 300
    public var ceilingSeconds: Int64 = 4000
    /// How far the wait strays to either side, in percent, so that many deliveries do not come back at once.
    public var jitterPercent = 10
    /// The longest wait that another side may ask for.
    public var retryAfterSecondsMax: Int64 = 86_400
    /// How long one delivery is tried, from its first attempt on.
    public var tryingSecondsMax: Int64 = 5 * 86_400
    /// The shortest wait of a delivery that was put off without an attempt, so that it does not spin.
    public var deferralSecondsMin: Int64 = 60
    /// How long an account rests after it was refused: at most three tries an hour, so that it is not locked out.
    public var accountPauseSeconds: Int64 = 1_230
    /// How often in a row a delivery may bring down the program or break the plugin's contract.
    public var faultsMax = 3
    /// How often the other side is asked what became of a delivery.
    public var inquiriesMax = 6
    /// How long a delivery waits before the person is told of the delay.
    public var delayWarningSeconds: Int64 = 4 * 3600

    public init() {}

    /// What follows a failed attempt.
    public enum NextTry: Hashable, Sendable {
        case at(Instant)
        case never(FailureEnd)
    }

    /// The wait after some failures in a row, in seconds.
    ///
    /// - Parameters:
    ///   - failures: failed attempts in a row, the last one included; 1 or more.
    ///   - chance: `0..<1`, from the caller's generator; 0.5 strays to neither side.
    public func delay(afterFailures failures: Int, chance: Double) -> Int64 {
        let doublings = min(max(failures, 1) - 1, 20)
        let base = min(firstSeconds << Int64(doublings), ceilingSeconds)
        return base + Int64(Double(base) * stray(chance))
    }

    /// When the next attempt is made, if it is.
    ///
    /// - Parameters:
    ///   - failure: the last one; the other side's `Retry-After` counts when it is longer than our own wait.
    ///   - failures: failed attempts in a row, the last one included.
    ///   - firstAttempt: when the first attempt was made.
    ///   - latest: the moment after which another try would come too late for the right at stake.
    public func nextTry(
        after failure: Failure, failures: Int, firstAttempt: Instant, latest: Instant, now: Instant,
        chance: Double
    ) -> NextTry {
        let own = delay(afterFailures: failures, chance: chance)
        let asked = min(max(Int64(failure.retryAfterSeconds ?? 0), 0), retryAfterSecondsMax)
        return allowed(now.adding(seconds: max(own, asked)), firstAttempt: firstAttempt, latest: latest)
    }

    /// Whether a try may still be made at a moment.
    func allowed(_ moment: Instant, firstAttempt: Instant, latest: Instant) -> NextTry {
        guard moment <= latest else { return .never(.tooLate) }
        guard moment <= firstAttempt.adding(seconds: tryingSecondsMax) else { return .never(.outOfTime) }
        return .at(moment)
    }

    /// When an account that was refused is tried again: never earlier than the pause.
    public func accountPauseEnd(now: Instant, chance: Double) -> Instant {
        let later = Double(accountPauseSeconds) * abs(stray(chance))
        return now.adding(seconds: accountPauseSeconds + Int64(later))
    }

    /// - Returns: the share by which a wait strays, `-jitterPercent...jitterPercent` as a fraction.
    private func stray(_ chance: Double) -> Double {
        let bounded = chance.isFinite ? min(max(chance, 0), 1) : 0.5
        return (bounded * 2 - 1) * Double(jitterPercent) / 100
    }
}

import CivilCalendar
import ContactRouting
import Testing

@Suite("RetryPolicy")
struct RetryPolicyTests {
    private let policy = RetryPolicy()
    private let now = DeliveryLives.now
    private let far = DeliveryLives.now.adding(seconds: 30 * 86_400)

    @Test(
        "the wait doubles from 5 minutes up to 67 minutes",
        arguments: [(1, 300), (2, 600), (3, 1200), (4, 2400), (5, 4000), (6, 4000), (1_000_000, 4000)])
    func backOff(failures: Int, seconds: Int64) {
        #expect(policy.delay(afterFailures: failures, chance: 0.5) == seconds)
    }

    @Test("the wait strays by 10 percent at most, whatever the chance", arguments: [1, 3, 5])
    func jitter(failures: Int) {
        let middle = policy.delay(afterFailures: failures, chance: 0.5)
        let waits = [-1, 0, 0.1, 0.7, 0.999_999, 2, .nan, .infinity].map {
            policy.delay(afterFailures: failures, chance: $0)
        }

        #expect(waits.allSatisfy { abs($0 - middle) * 10 <= middle })
        #expect(waits.min() == middle - middle / 10)
        #expect(policy.delay(afterFailures: failures, chance: 0.999_999) > middle)
    }

    @Test(
        "P25: Retry-After counts when it is longer than the own wait, up to a day",
        arguments: [
            (nil, 300), (-5, 300), (60, 300), (3600, 3600), (86_400, 86_400), (315_360_000, 86_400),
            (Int.max, 86_400), (Int.min, 300),
        ] as [(Int?, Int64)])
    func retryAfter(asked: Int?, seconds: Int64) {
        let failure = Failure(.rateLimited, "Too many.", responseCode: 429, retryAfterSeconds: asked)

        let next = policy.nextTry(
            after: failure, failures: 1, firstAttempt: now, latest: far, now: now, chance: 0.5)

        #expect(next == .at(now.adding(seconds: seconds)))
    }

    @Test("a try that would come after the latest moment is not made, to the second")
    func latest() {
        func next(latest: Int64) -> RetryPolicy.NextTry {
            policy.nextTry(
                after: DeliveryLives.busy, failures: 1, firstAttempt: now,
                latest: now.adding(seconds: latest),
                now: now, chance: 0.5)
        }

        #expect(next(latest: 300) == .at(now.adding(seconds: 300)))
        #expect(next(latest: 299) == .never(.tooLate))
    }

    @Test("nothing is tried for longer than five days")
    func fiveDays() {
        func next(afterSeconds elapsed: Int64) -> RetryPolicy.NextTry {
            policy.nextTry(
                after: DeliveryLives.busy, failures: 9, firstAttempt: now.adding(seconds: -elapsed),
                latest: far,
                now: now, chance: 0.5)
        }

        #expect(next(afterSeconds: 432_000 - 4000) == .at(now.adding(seconds: 4000)))
        #expect(next(afterSeconds: 432_000 - 3999) == .never(.outOfTime))
    }

    @Test(
        "P21: an account that was refused is tried at most three times in any hour",
        arguments: [0, 0.5, 0.99])
    func accountPause(chance: Double) {
        var moment = now
        var tries: [Instant] = []
        for _ in 0..<12 {
            tries.append(moment)
            moment = policy.accountPauseEnd(now: moment, chance: chance)
        }

        for start in tries {
            #expect(tries.count { $0 >= start && start.seconds(until: $0) <= 3600 } <= 3)
        }
    }

    @Test("moments at the ends of time do not trap")
    func ends() {
        let end = Instant(secondsSinceEpoch: .max)

        let next = policy.nextTry(
            after: DeliveryLives.busy, failures: 1, firstAttempt: end, latest: end, now: end, chance: 0.5)

        #expect(next == .at(end))
        #expect(policy.accountPauseEnd(now: end, chance: 1) == end)
    }
}

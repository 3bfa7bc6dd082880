internal import CivilCalendar

extension DeliveryLifecycle {
    /// Takes the outcome of the attempt at hand.
    mutating func end(_ outcome: DeliveryOutcome, _ step: DeliveryStep) throws(DeliveryLifecycleError) {
        guard case .sending = state else { throw refusal(of: .outcome) }
        let faultsBefore = faults
        faults = 0
        switch outcome {
        case .accepted(let receipt): state = .accepted(receipt)
        case .needsPerson(let task): state = .needsPerson(task)
        case .deferred(let until, let reason): putOff(until, reason, step)
        case .failed(let failure): fail(failure, faultsBefore: faultsBefore, step)
        case .unknown(let failure):
            inquiries = 0
            state = .unknown(UnknownOutcome(failure, askAt: step.now))
        }
    }

    /// Takes what the plugin found out about an unknown outcome; while it stays unknown, so does its cause.
    mutating func answer(_ outcome: DeliveryOutcome, _ step: DeliveryStep) throws(DeliveryLifecycleError) {
        guard case .unknown(let before) = state else { throw refusal(of: .answered) }
        switch outcome {
        case .accepted(let receipt): state = .accepted(receipt)
        case .needsPerson(let task):
            state = .unknown(UnknownOutcome(before.failure, answer: before.answer, question: task))
        case .deferred(let until, _):
            askAgain(before.answer, before, notBefore: until, step)
        case .failed(let failure):
            switch stakes {
            case .ordinary: fail(failure, faultsBefore: faults, step)
            case .costly:
                state = .unknown(
                    UnknownOutcome(before.failure, answer: failure, question: before.question))
            }
        case .unknown(let failure):
            if failure.kind.maySendAgain {
                askAgain(failure, before, notBefore: step.now, step)
            } else {
                state = .unknown(
                    UnknownOutcome(before.failure, answer: failure, question: before.question))
            }
        }
    }

    private mutating func askAgain(
        _ answer: Failure?, _ before: UnknownOutcome, notBefore: Instant, _ step: DeliveryStep
    ) {
        let wait = step.policy.delay(afterFailures: inquiries, chance: step.chance)
        let mayAsk = inquiries < step.policy.inquiriesMax
        let next = max(step.now.adding(seconds: wait), notBefore)
        state = .unknown(
            UnknownOutcome(
                before.failure, answer: answer, question: before.question, askAt: mayAsk ? next : nil))
    }

    /// No attempt is counted; the wait ends within the time there is, or another channel is chosen.
    ///
    /// Whoever asks for less than our own back-off, time and again, is not asked every minute.
    private mutating func putOff(_ until: Instant, _ reason: DeferralReason, _ step: DeliveryStep) {
        let began = firstAttempt ?? step.now
        attempts -= 1
        let least: Int64
        switch reason {
        case .closed, .cutOff:
            if attempts == 0 { firstAttempt = nil }
            least = step.policy.deferralSecondsMin
        case .rateLimit:
            failures += 1
            least = step.policy.delay(afterFailures: failures, chance: step.chance)
        }
        let next = max(until, step.now.adding(seconds: least))
        let bound =
            reason == .rateLimit ? step.policy.allowed(next, firstAttempt: began, latest: latest) : nil
        switch bound ?? (next <= latest ? .at(next) : .never(.tooLate)) {
        case .at(let moment): state = .waiting(until: moment, because: .deferral(reason))
        case .never(let end): state = .failed(.putOffForTooLong, because: end)
        }
    }

    private mutating func fail(_ failure: Failure, faultsBefore: Int, _ step: DeliveryStep) {
        switch failure.kind {
        case .transient: retry(failure, slowness: 0, step)
        case .rateLimited: retry(failure, slowness: 1, step)
        case .authentication, .configuration: pause(failure, step)
        case .permanentRecipient, .permanentContent, .policy, .unsupported:
            state = .failed(failure, because: .refused)
        case .cancelled: state = .cancelled(Cancellation(mayHaveGoneOut: false))
        case .pluginFault:
            faults = faultsBefore + 1
            if faults >= step.policy.faultsMax {
                state = .quarantined(failure)
            } else {
                retry(failure, slowness: 0, step)
            }
        }
    }

    /// - Parameter slowness: doublings of the wait beyond those of the failures.
    private mutating func retry(_ failure: Failure, slowness: Int, _ step: DeliveryStep) {
        failures += 1
        let next = step.policy.nextTry(
            after: failure, failures: failures + slowness, firstAttempt: firstAttempt ?? step.now,
            latest: latest, now: step.now, chance: step.chance)
        wait(until: next, because: .failure(failure), failure)
    }

    private mutating func pause(_ failure: Failure, _ step: DeliveryStep) {
        let next = step.policy.allowed(
            step.policy.accountPauseEnd(now: step.now, chance: step.chance),
            firstAttempt: firstAttempt ?? step.now, latest: latest)
        wait(until: next, because: .account(failure), failure)
    }

    private mutating func wait(
        until next: RetryPolicy.NextTry, because reason: DeliveryWait, _ failure: Failure
    ) {
        switch next {
        case .at(let moment): state = .waiting(until: moment, because: reason)
        case .never(let end): state = .failed(failure, because: end)
        }
    }
}

extension Failure {
    static let putOffForTooLong = Failure(
        .policy, "The other side takes nothing in the time that is left: choose another channel.")
}

internal import CivilCalendar

extension DeliveryLifecycle {
    mutating func decide(_ decision: PersonDecision, _ step: DeliveryStep) throws(DeliveryLifecycleError) {
        switch decision {
        case .wentOut(let receipt): try confirm(receipt)
        case .didNotGoOut: try giveUp()
        case .send(let latest): try sendAgain(latest, step)
        }
    }

    private mutating func confirm(_ receipt: Receipt) throws(DeliveryLifecycleError) {
        switch state {
        case .needsPerson, .unknown, .held: state = .accepted(receipt)
        case .queued, .sending, .waiting, .accepted, .failed, .cancelled, .quarantined:
            throw refusal(of: .personDecided)
        }
    }

    private mutating func giveUp() throws(DeliveryLifecycleError) {
        switch state {
        case .needsPerson: state = .failed(.notDoneByPerson, because: .notDone)
        case .unknown(let outcome): state = .failed(outcome.failure, because: .notDone)
        case .quarantined(let failure): state = .failed(failure, because: .notDone)
        case .queued, .sending, .waiting, .accepted, .failed, .cancelled, .held:
            throw refusal(of: .personDecided)
        }
    }

    /// A person may send whatever is not in flight and not accepted; the counting starts anew.
    private mutating func sendAgain(_ latest: Instant?, _ step: DeliveryStep) throws(DeliveryLifecycleError) {
        switch state {
        case .queued, .waiting, .unknown, .failed, .quarantined, .held: startAnew(step.now)
        case .sending, .needsPerson, .accepted, .cancelled: throw refusal(of: .personDecided)
        }
        if let latest { self.latest = latest }
    }

    mutating func cancel() throws(DeliveryLifecycleError) {
        switch state {
        case .queued, .waiting, .needsPerson, .quarantined, .held:
            state = .cancelled(Cancellation(mayHaveGoneOut: false))
        case .unknown: state = .cancelled(Cancellation(mayHaveGoneOut: true))
        case .sending, .accepted, .failed, .cancelled: throw refusal(of: .cancelled)
        }
    }

    /// In a restored case file nobody is sending what was in flight when the backup was made.
    mutating func hold(_ reason: HoldReason) throws(DeliveryLifecycleError) {
        switch state {
        case .queued, .waiting: state = .held(reason)
        case .sending where reason == .restored: state = .held(reason)
        case .sending, .needsPerson, .unknown, .accepted, .failed, .cancelled, .quarantined, .held:
            throw refusal(of: .held)
        }
        if reason == .restored { wasRestored = true }
    }

    mutating func release(_ from: Instant) throws(DeliveryLifecycleError) {
        switch state {
        case .held: startAnew(from)
        case .queued, .sending, .waiting, .needsPerson, .unknown, .accepted, .failed, .cancelled,
            .quarantined:
            throw refusal(of: .released)
        }
    }

    /// It goes out from a moment on, and still not before the one that was planned.
    private mutating func startAnew(_ from: Instant) {
        state = .queued(from: max(from, notBefore))
        firstAttempt = nil
        failures = 0
        faults = 0
        inquiries = 0
    }
}

extension Failure {
    static let notDoneByPerson = Failure(
        .unsupported, "The person could not do it this way: choose another channel.")
}

internal import CivilCalendar

extension DeliveryLifecycle {
    /// Takes what is due: to send it, or to ask what became of it.
    mutating func claim(_ lease: Instant, _ step: DeliveryStep) throws(DeliveryLifecycleError) {
        switch state {
        case .queued(let from):
            guard from <= step.now else { throw .notDue(until: from) }
            send(lease, step)
        case .waiting(let until, _):
            guard until <= step.now else { throw .notDue(until: until) }
            send(lease, step)
        case .unknown(let outcome):
            guard let askAt = outcome.askAt else { throw refusal(of: .claimed) }
            guard askAt <= step.now else { throw .notDue(until: askAt) }
            ask(outcome, lease, step)
        case .sending, .needsPerson, .accepted, .failed, .cancelled, .quarantined, .held:
            throw refusal(of: .claimed)
        }
    }

    /// Takes over a claim that ran out.
    ///
    /// What is proved not to have begun goes out in a new attempt; everything else is unknown, and asked about first.
    mutating func takeOver(_ lease: Instant, _ step: DeliveryStep) throws(DeliveryLifecycleError) {
        switch state {
        case .sending(_, let begun, let running):
            guard running <= step.now else { throw .notDue(until: running) }
            if begun { doubt(lease) } else { rescue(lease, step) }
        case .unknown(let outcome):
            guard let askAt = outcome.askAt else { throw refusal(of: .leaseRanOut) }
            guard askAt <= step.now else { throw .notDue(until: askAt) }
            ask(outcome, lease, step)
        case .queued, .waiting, .needsPerson, .accepted, .failed, .cancelled, .quarantined, .held:
            throw refusal(of: .leaseRanOut)
        }
    }

    private mutating func send(_ lease: Instant, _ step: DeliveryStep) {
        guard step.now <= latest else {
            state = .failed(.latestPassed, because: .tooLate)
            return
        }
        attempts += 1
        if firstAttempt == nil { firstAttempt = step.now }
        state = .sending(attempt: attempts, begun: false, lease: lease)
    }

    /// Sends it in a new attempt, unless it brings down the program each time.
    private mutating func rescue(_ lease: Instant, _ step: DeliveryStep) {
        faults += 1
        if faults >= step.policy.faultsMax {
            state = .quarantined(.programCameDown(times: faults))
        } else {
            send(lease, step)
        }
    }

    private mutating func doubt(_ lease: Instant) {
        faults = 0
        inquiries = 1
        state = .unknown(UnknownOutcome(.programStopped, askAt: lease))
    }

    private mutating func ask(_ outcome: UnknownOutcome, _ lease: Instant, _ step: DeliveryStep) {
        let mayAsk = inquiries < step.policy.inquiriesMax
        if mayAsk { inquiries += 1 }
        state = .unknown(
            UnknownOutcome(
                outcome.failure, answer: outcome.answer, question: outcome.question,
                askAt: mayAsk ? lease : nil))
    }

    mutating func begin() throws(DeliveryLifecycleError) {
        switch state {
        case .sending(let attempt, _, let lease):
            state = .sending(attempt: attempt, begun: true, lease: lease)
        case .queued, .waiting, .needsPerson, .unknown, .accepted, .failed, .cancelled, .quarantined, .held:
            throw refusal(of: .begun)
        }
    }

    mutating func giveBack(_ from: Instant) throws(DeliveryLifecycleError) {
        switch state {
        case .sending(_, begun: false, _):
            uncount()
            state = .queued(from: from)
        case .sending, .queued, .waiting, .needsPerson, .unknown, .accepted, .failed, .cancelled,
            .quarantined, .held:
            throw refusal(of: .givenBack)
        }
    }

    /// Takes back the attempt at hand, which was none.
    mutating func uncount() {
        attempts -= 1
        if attempts == 0 { firstAttempt = nil }
    }
}

extension Failure {
    static let latestPassed = Failure(
        .policy, "The latest moment of the delivery passed before it could be sent: choose another channel.")
    static let programStopped = Failure(
        .transient, "The program stopped while the delivery was going out: find out whether it arrived.")

    static let unreadable = Failure(
        .pluginFault, "What was stored of the delivery cannot be read: find out whether it went out.")

    static func programCameDown(times: Int) -> Failure {
        Failure(
            .pluginFault,
            "The program came down \(times) times while it made the delivery ready: read the log, then send it again."
        )
    }
}

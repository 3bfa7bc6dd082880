import CivilCalendar
import ContactRouting

/// Deliveries in every state, each brought there by events, and the moments around them.
enum DeliveryLives {
    /// When every event of the table happens: one hour after the deliveries came to their states.
    static let now = Instant(secondsSinceEpoch: 1_795_000_000)
    static let latest = now.adding(seconds: 10 * 86_400)
    static let lease = now.adding(seconds: 960)
    static let refused = Failure(.permanentRecipient, "No such recipient.", responseCode: 550)
    static let busy = Failure(.transient, "Try later.", responseCode: 451)
    static let receipt = Receipt(evidence: .dated, acceptedAt: now, responseCode: 250)
    static let task = PersonTask(kind: .post, text: "Post the letter.")

    /// A delivery that came into a state an hour ago.
    static func inState(
        _ kind: DeliveryState.Kind, stakes: DeliveryStakes = .ordinary, latest: Instant = latest
    ) throws(DeliveryLifecycleError) -> DeliveryLifecycle {
        let before = now.adding(seconds: -3600)
        let lapsed = before.adding(seconds: 960)
        var life = DeliveryLifecycle(queuedFrom: before, latest: latest, stakes: stakes)
        let path: [DeliveryEvent] =
            switch kind {
            case .queued: []
            case .sending: [.claimed(lease: lapsed)]
            case .waiting: [.claimed(lease: lapsed), .outcome(.failed(busy))]
            case .needsPerson: [.claimed(lease: lapsed), .outcome(.needsPerson(task))]
            case .unknown: [.claimed(lease: lapsed), .outcome(.unknown(busy))]
            case .accepted: [.claimed(lease: lapsed), .outcome(.accepted(receipt))]
            case .failed: [.claimed(lease: lapsed), .outcome(.failed(refused))]
            case .cancelled: [.cancelled]
            case .quarantined: faults(3, from: before)
            case .held: [.held(.person)]
            }
        for event in path { try life.apply(event, at: moment(of: event, from: before)) }
        return life
    }

    /// A delivery in flight that brought down the program so often before.
    static func inFlight(afterFaults count: Int) throws(DeliveryLifecycleError) -> DeliveryLifecycle {
        let before = now.adding(seconds: -3600)
        var life = DeliveryLifecycle(queuedFrom: before, latest: latest, stakes: .ordinary)
        try life.apply(.claimed(lease: before.adding(seconds: 1)), at: before)
        for event in faults(count, from: before).dropFirst() {
            try life.apply(event, at: moment(of: event, from: before))
        }
        return life
    }

    /// A claim, and so many leases of one second that run out.
    private static func faults(_ count: Int, from start: Instant) -> [DeliveryEvent] {
        [.claimed(lease: start.adding(seconds: 1))]
            + (1...max(count, 1)).prefix(count).map {
                .leaseRanOut(lease: start.adding(seconds: Int64($0) + 1))
            }
    }

    /// An event happens at the start, and a lease that ran out is noticed a second before the new one ends.
    private static func moment(of event: DeliveryEvent, from start: Instant) -> Instant {
        if case .leaseRanOut(let lease) = event { lease.adding(seconds: -1) } else { start }
    }
}

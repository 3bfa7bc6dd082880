public import CaseStore
public import CivilCalendar
internal import ContactRouting
internal import Outbox

extension DeliveryRecord {
    /// The moment after which what lies ready for the person must not go out any more.
    ///
    /// Nil for what waits for no person, and for a call, which takes no text with it.
    public var taskLatest: Instant? {
        guard !forgotten else { return nil }
        switch life.state {
        case .needsPerson(let task):
            switch task.kind {
            case .post, .openLink: return latest
            case .call, .verify: return nil
            }
        case .queued, .sending, .waiting, .unknown, .accepted, .failed, .cancelled, .quarantined, .held:
            return nil
        }
    }

    /// Whether what lies ready for the person has lost its value.
    public func isOutdated(at now: Instant) -> Bool { taskLatest.map { $0 < now } ?? false }
}

extension StoredCase {
    /// What lies ready for the person to send, as the agenda takes it.
    var tasks: [AgendaTask] {
        deliveries.compactMap { delivery in
            delivery.taskLatest.map {
                AgendaTask(channel: delivery.channel, orderedAt: delivery.createdAt, latest: $0)
            }
        }
    }
}

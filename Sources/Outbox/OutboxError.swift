public import CaseStore
public import ContactRouting

/// Everything that ends a run of the worker, or refuses what is asked of a delivery.
public enum OutboxError: Error, Hashable, Sendable {
    /// The store cannot go on.
    case store(CaseStoreError)
    /// Deliveries have outcomes that could not be stored; nothing more was sent. The next run reads them from the journal,
    /// or treats them as unknown.
    case outcomesNotStored(count: Int, CaseStoreError)
    /// The delivery cannot take this event where it stands.
    case lifecycle(DeliveryLifecycleError, DeliveryReference)
    /// Only the worker says this of a delivery.
    case notForPeople(DeliveryEvent.Kind)
    case alreadyRunning
}

extension OutboxError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .store(let error): error.description
        case .outcomesNotStored(let count, let error):
            "What became of \(count) deliveries could not be stored, and sending stopped. \(error)"
        case .lifecycle(let error, let reference): "\(reference): \(error)"
        case .notForPeople(let event):
            "Only the worker says that a delivery was \(event.rawValue): decide, cancel, hold or release it."
        case .alreadyRunning: "This worker is running already: stop it first."
        }
    }
}

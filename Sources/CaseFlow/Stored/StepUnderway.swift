public import CaseStore
public import ContactRouting
internal import Outbox

/// A step of a decision that was ordered already and is not done: to propose it once more would lead to a second copy.
public struct StepUnderway: Hashable, Sendable {
    /// The newest delivery of the case through the step's channel that is not done.
    public let delivery: DeliveryRecord

    public var channel: ChannelName { delivery.channel }

    /// Whether it waits for a person; else the program goes on by itself.
    public var asksPerson: Bool { delivery.life.state.kind.asksPerson }
}

extension StoredCase {
    /// The best step of a decision of this case, when a delivery through its channel is under way already.
    ///
    /// - Returns: nil when nothing is best, or the step is still to be taken.
    public func underway(of decision: Decision) -> StepUnderway? {
        guard let best = decision.best?.channel, let open = openDelivery(by: best) else { return nil }
        return StepUnderway(delivery: open)
    }
}

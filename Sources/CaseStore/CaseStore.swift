/// Where cases, their logs and their deliveries are kept.
///
/// A call that writes returns when what it wrote survives a crash and a loss of power, and not before. What one call
/// writes is there as a whole or not at all. A call that was handed over is carried out even when the task that
/// waits for it is cancelled: cancelling never leaves a half-known result.
///
/// The store decides nothing. Moments, states and chance are handed in; what a state means stands in the lifecycle
/// of a delivery.
public protocol CaseStore: CaseKeeping, DeliveryKeeping, ReminderKeeping, AgendaKeeping, WorkerKeeping,
    StoreCare
{}

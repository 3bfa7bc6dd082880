public import CaseStore
public import ContactRouting

/// What the worker tells those who look on: logs, metrics, alerts.
///
/// Nothing about a person stands in it: references, names of channels and states, and explanations that hold no personal data.
public enum OutboxNotice: Hashable, Sendable {
    case claimed(DeliveryReference, ChannelName, attempt: Int)
    /// Another worker had left it behind.
    case rescued(DeliveryReference, ChannelName, DeliveryState.Kind)
    case settled(DeliveryReference, ChannelName, DeliveryState.Kind)
    /// The account or the settings of a channel were refused: it pauses. Told once until the channel delivers again.
    case channelPaused(ChannelName, FailureKind, explanation: String)
    /// The channel delivers again.
    case channelResumed(ChannelName)
    /// Another worker has taken the delivery over: what this one found out is not recorded.
    case superseded(DeliveryReference)
    /// A plugin did not end in time.
    case overdue(DeliveryReference, ChannelName)
    /// What became of deliveries cannot be stored for now: nothing is sent until it is.
    case outcomesWait(count: Int, CaseStoreError)
    /// Outcomes of an earlier run, which its store could not take, are stored now.
    case outcomesFound(count: Int)
    /// Outcomes wait in memory alone: they cannot be written beside the store either, or what is there cannot be read.
    case journalUnusable
    /// Too little room is left where the store is: nothing is begun until there is more. Told once.
    case roomShort(RoomShortage)
    /// There is room again.
    case roomFound
    /// The clock jumped by so many seconds: nothing goes out until a person confirms.
    case clockDoubt(jumpSeconds: Int64)
    case stopping
    case stopped
}

/// A place at which a test may bring the program down.
///
/// Active only when a plan is handed in; see ``OutboxWorld``.
public enum FaultPoint: String, Hashable, Sendable, CaseIterable {
    /// Claims are stored, nothing has been started.
    case claimed
    /// The plugin is about to be called.
    case starting
    /// It is stored that something may leave the machine; nothing has left it.
    case begun
    /// The plugin has returned; its outcome is nowhere but in memory.
    case returned
    /// Outcomes are about to be stored.
    case settling
    /// Outcomes are stored.
    case settled
    /// The plugin is about to be asked what became of a delivery.
    case asking
}

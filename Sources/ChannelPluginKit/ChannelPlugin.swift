public import ContactRouting

/// Knows one medium and nothing else.
///
/// The program owns the clock, the decision, the queue, retries, secrets, the case log and the network. A plugin computes
/// no time, chooses nothing, retries nothing and stores nothing. `ChannelPluginTesting` is this contract as a suite.
public protocol ChannelPlugin: Sendable {
    /// The channels this plugin serves, as data: limits with units, proof grade, privacy class, effects, settings it
    /// needs.
    var channels: [ChannelDescriptor] { get }

    /// Are the settings usable? No side effect, no delivery.
    func check() async -> [Diagnostic]

    /// Builds exactly what will go out.
    ///
    /// Deterministic: the same request gives the same bytes. Sends nothing and reads no clock.
    ///
    /// - Throws: `ChannelError.missing` with every missing field at once, `.overLimit` for what does not fit.
    func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery

    /// Makes one attempt, and never retries by itself.
    ///
    /// - Returns: `.unknown` when it cannot prove that nothing went out.
    func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome

    /// Asks what became of an attempt, by its reference and the last checkpoint.
    ///
    /// Called after an unknown outcome, or to follow a delivery. Never sends.
    ///
    /// - Returns: `.failed` only when it is proved that nothing went out, for then it may be sent again; a question that was
    ///   not answered is `.unknown`, and is asked again when its failure is one that passes.
    func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome

    /// Turns a provider's event, a bounce or a reply into events of the case.
    func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent]
}

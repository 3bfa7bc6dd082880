public import ContactRouting

/// A plugin whose channels only a person can use: it prepares, and hands the rest over as a task.
///
/// Delivering touches no port, and no event ever comes back.
public protocol PersonOperatedPlugin: ChannelPlugin {
    /// What the person is asked when nobody knows whether the delivery went out: one question in French and English.
    var verification: String { get }
}

extension PersonOperatedPlugin {
    public func check() async -> [Diagnostic] {
        channels.map {
            Diagnostic(
                .good, channel: $0.channel,
                text: LocalText(
                    french: "Rien à régler\u{A0}: vous utilisez vous-même ce qui est préparé.",
                    english: "A person uses what is prepared: nothing to configure."))
        }
    }

    public func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        switch prepared.payload {
        case .person(let task): .needsPerson(task)
        case .mail, .http:
            .failed(
                Failure(
                    .pluginFault, "This delivery was not prepared for a person to use: prepare it again."))
        }
    }

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .needsPerson(PersonTask(kind: .verify, text: verification))
    }

    public func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        throw .eventNotUnderstood(event.channel)
    }
}

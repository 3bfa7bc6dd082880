public import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares a call that the person makes: one page to have before their eyes, and the number to dial.
public struct PhonePlugin: ChannelPlugin {
    /// Pages of a brief: one, or it is no use during a call.
    public static let pagesMax = 1

    private let press: LetterPress

    /// - Parameter press: sets the page; share one among plugins.
    public init(press: LetterPress = LetterPress()) { self.press = press }

    public var channels: [ChannelDescriptor] {
        [
            descriptor(of: .phone, effects: ChannelEffects(irreversible: false, costsMoney: true)),
            descriptor(of: .accessiblePhone, effects: ChannelEffects(irreversible: false, costsMoney: false)),
        ]
    }

    private func descriptor(of channel: ChannelName, effects: ChannelEffects) -> ChannelDescriptor {
        ChannelDescriptor(
            channel: channel, limits: ChannelLimits(pagesMax: Self.pagesMax, deliverySecondsMax: 5),
            evidence: .none, privacy: .recipient, effects: effects)
    }

    public func check() async -> [Diagnostic] {
        [ChannelName.phone, .accessiblePhone].map { channel in
            Diagnostic(
                .good, channel: channel, text: "The person makes the call: nothing to configure.")
        }
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .phone || request.channel == .accessiblePhone else {
            throw .notServed(request.channel)
        }
        return try PhonePreparation(request, press: press).prepared()
    }

    public func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        switch prepared.payload {
        case .person(let task): .needsPerson(task)
        case .mail, .http:
            .failed(Failure(.pluginFault, "This delivery was not prepared as a call: prepare it again."))
        }
    }

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .needsPerson(
            PersonTask(
                kind: .verify,
                text:
                    "Avez-vous appelé ? Voyez vos notes et le journal de vos appels. / Did you call? See your notes and your call log."
            ))
    }

    public func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        throw .eventNotUnderstood(event.channel)
    }
}

public import ChannelPluginKit
public import CivilCalendar
public import ContactRouting

/// Asks the merchant to call back: a request, a calendar entry and a brief for the call.
public struct CallbackPlugin: ChannelPlugin {
    /// Longest subject of a request, in characters.
    public static let subjectCharactersMax = 500
    /// Largest request, in bytes.
    public static let requestBytesMax = 16 << 10
    /// Most slots of one request.
    public static let slotsMax = 20

    public init() {}

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .callback,
                limits: ChannelLimits(
                    textCharactersMax: Self.subjectCharactersMax, messageBytesMax: Self.requestBytesMax,
                    deliverySecondsMax: 60),
                evidence: .none, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false),
                settings: [
                    ChannelSetting(
                        name: "RECOURS_CALLBACK_URL", purpose: "Where callback requests are posted.",
                        required: false,
                        secret: false)
                ])
        ]
    }

    public func check() async -> [Diagnostic] {
        [
            Diagnostic(
                .good, channel: .callback, text: "Without RECOURS_CALLBACK_URL the person asks for the call.")
        ]
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .callback else { throw .notServed(request.channel) }
        return try CallbackPreparation(request).prepared(limits: channels[0].limits)
    }

    /// Makes the file that withdraws an entry which an earlier preparation put into the person's calendar.
    ///
    /// For a callback that another step has made needless: the same request gives the same UID, by which the calendar
    /// finds the entry; the sequence number is higher, and the entry is marked as cancelled.
    ///
    /// - Parameters:
    ///   - request: that of the earlier preparation.
    ///   - moment: when the callback was given up.
    /// - Throws: as ``prepare(_:)``.
    public func withdrawal(
        of request: PreparationRequest, at moment: Instant
    ) throws(ChannelError) -> Artifact {
        guard request.channel == .callback else { throw .notServed(request.channel) }
        return try CallbackPreparation(request).withdrawn(at: moment)
    }

    public func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        switch prepared.payload {
        case .person(let task): return .needsPerson(task)
        case .mail: return Self.foreign
        case .http(let head, let role):
            guard let body = role.flatMap(prepared.artifact)?.bytes.reveal() else { return Self.foreign }
            let request = HTTPRequest(head: head, body: body, idempotencyKey: attempt.idempotencyKey)
            let result = await ports.http.send(request, at: attempt.now)
            if let outcome = DeliveryOutcome(unanswered: result, of: attempt) { return outcome }
            guard case .answered(let response) = result else { return Self.foreign }
            return CallbackAnswer(response).outcome(of: attempt)
        }
    }

    private static let foreign = DeliveryOutcome.failed(
        Failure(.pluginFault, "This delivery was not prepared as a callback: prepare it again."))

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .unknown(
            Failure(
                .unsupported,
                "A callback request cannot be asked about: see whether the call comes, else ask again."))
    }

    public func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        throw .eventNotUnderstood(event.channel)
    }
}

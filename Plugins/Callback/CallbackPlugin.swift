public import ChannelPluginKit
public import ContactRouting

/// Asks the merchant to call back: a request, a calendar entry and a brief for the call.
public struct CallbackPlugin: HTTPOperatedPlugin {
    /// Longest subject of a request, in characters.
    public static let subjectCharactersMax = 500
    /// Largest request, in bytes.
    public static let requestBytesMax = 16 << 10
    /// Most slots of one request.
    public static let slotsMax = 20

    private let standings: SettingStandings

    public init(standings: SettingStandings = .none) { self.standings = standings }

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
        guard standings["RECOURS_CALLBACK_URL"] != .absent else {
            return [
                Diagnostic(
                    .good, channel: .callback, setting: "RECOURS_CALLBACK_URL",
                    text: LocalText(
                        french: "Sans RECOURS_CALLBACK_URL, vous demandez le rappel vous-même.",
                        english: "Without RECOURS_CALLBACK_URL the person asks for the call."))
            ]
        }
        return channels.flatMap(standings.findings)
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .callback else { throw .notServed(request.channel) }
        return try CallbackPreparation(request).prepared(limits: channels[0].limits)
    }

    public var deliveryName: String { "callback" }

    /// An empty body is an acceptance; one that cannot be read proves nothing either way.
    public func outcome(of response: HTTPResponse, to attempt: DeliveryAttempt) -> DeliveryOutcome {
        switch HTTPVerdict(of: response) {
        case .accepted(let reference):
            .accepted(
                Receipt(
                    evidence: .none, acceptedAt: attempt.now, responseCode: response.code,
                    providerReference: reference))
        case .refused(let reply):
            .failed(
                Failure(
                    .permanentContent,
                    "The provider refused the callback request in its answer: see its words.",
                    responseCode: response.code, reply: reply))
        case .unreadable:
            .unknown(
                Failure(
                    .unsupported, "The answer to the callback request could not be read: ask the provider.",
                    responseCode: response.code))
        }
    }

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .unknown(
            Failure(
                .unsupported,
                "A callback request cannot be asked about: see whether the call comes, else ask again."))
    }
}

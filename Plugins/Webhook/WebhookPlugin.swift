public import ChannelPluginKit
public import ContactRouting
internal import Texts

/// Hands a case to a system of the person's own, as signed JSON.
public struct WebhookPlugin: HTTPOperatedPlugin {
    /// Largest request, in bytes: a whole case file, and what is said about it.
    public static let requestBytesMax = 9 << 20

    private let standings: SettingStandings

    public init(standings: SettingStandings = .none) { self.standings = standings }

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .webhook,
                limits: ChannelLimits(messageBytesMax: Self.requestBytesMax, deliverySecondsMax: 60),
                evidence: .trace, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false),
                settings: [
                    ChannelSetting(
                        name: "RECOURS_WEBHOOK_URL", purpose: "The system that takes the case.",
                        required: false, secret: false),
                    ChannelSetting(
                        name: "RECOURS_WEBHOOK_SECRET_FILE",
                        purpose: "A file with the secret that signs each request.", required: false,
                        secret: true),
                ])
        ]
    }

    public func check() async -> [Diagnostic] {
        guard standings["RECOURS_WEBHOOK_URL"] != .absent else {
            return [
                Diagnostic(
                    .good, channel: .webhook, setting: "RECOURS_WEBHOOK_URL",
                    text: LocalText(
                        french: "Sans RECOURS_WEBHOOK_URL, vous remettez webhook.json vous-même.",
                        english: "Without RECOURS_WEBHOOK_URL the person hands webhook.json over."))
            ]
        }
        return channels.flatMap(standings.findings)
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .webhook else { throw .notServed(request.channel) }
        let body = WebhookFile(request: request).bytes()
        let bytesMax = min(Self.requestBytesMax, request.limits.messageBytesMax ?? .max)
        guard body.count <= bytesMax else {
            throw .overLimit(field: "webhook.json", actual: body.count, max: bytesMax, unit: .bytes)
        }
        let advice = WebhookAdvice(request: request)
        return PreparedDelivery(
            channel: .webhook, reference: request.deliveryReference, recipient: advice.recipient,
            artifacts: [
                Artifact(
                    role: .request, fileName: ArtifactFileName("webhook.json"), mediaType: .json, bytes: body)
            ],
            consent: ConsentNeeded(irreversible: true), afterwards: advice.afterwards,
            payload: Self.payload(to: request.httpTarget, advice))
    }

    private static func payload(to target: HTTPTarget?, _ advice: WebhookAdvice) -> DeliveryPayload {
        guard let target else {
            return .person(PersonTask(kind: .openLink, text: advice.afterwards))
        }
        return .http(head: .postingJSON(to: target, expected: [200, 201, 202, 204]), body: .request)
    }

    public var deliveryName: String { "webhook" }

    public func headers(
        for body: [UInt8], of attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async throws(ChannelError) -> [HTTPHeader] {
        try await WebhookSignature(reference: attempt.reference, at: attempt.now, body: body).headers(
            by: ports)
    }

    /// A body that says nothing of a failure is the system's own business: a page of HTML is an acceptance, too.
    public func outcome(of response: HTTPResponse, to attempt: DeliveryAttempt) -> DeliveryOutcome {
        let reference: String?
        switch HTTPVerdict(of: response) {
        case .accepted(let given): reference = given
        case .unreadable: reference = nil
        case .refused(let reply):
            return .failed(
                Failure(
                    .permanentContent, "The webhook refused the case in its answer: see its words.",
                    responseCode: response.code, reply: reply))
        }
        return .accepted(
            Receipt(
                evidence: .trace, acceptedAt: attempt.now, responseCode: response.code,
                providerReference: reference))
    }

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        .unknown(
            Failure(
                .unsupported,
                "A webhook cannot be asked about: look in your system for the Webhook-Id, else send it again."
            ))
    }
}

/// What the person does with the file.
private struct WebhookAdvice {
    let request: PreparationRequest

    private var isFrench: Bool { request.language == .french }

    var recipient: String {
        request.httpTarget?.description ?? Vocabulary(request.language).name(of: .webhook)
    }

    var afterwards: String {
        if request.httpTarget == nil {
            return isFrench
                ? "Aucune adresse n’est configurée (RECOURS_WEBHOOK_URL) : remettez webhook.json à votre système."
                : "No address is configured (RECOURS_WEBHOOK_URL): hand webhook.json to your system."
        }
        return isFrench
            ? "Rien n’est encore envoyé : webhook.json est ce que votre système recevra."
            : "Nothing has been sent yet: webhook.json is what your system will receive."
    }
}

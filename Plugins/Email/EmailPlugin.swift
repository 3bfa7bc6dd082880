public import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares a complete mail, and hands it to the relay once.
public struct EmailPlugin: ChannelPlugin {
    /// Largest mail, in bytes as it goes out: what most mail servers take.
    public static let messageBytesMax = 20 << 20
    public static let attachmentsMax = 20
    /// Largest attachment, in bytes before encoding.
    public static let attachmentBytesMax = 14 << 20

    private let press: LetterPress
    private let standings: SettingStandings

    /// - Parameter press: sets the pages; share one among plugins.
    public init(press: LetterPress = LetterPress(), standings: SettingStandings = .none) {
        self.press = press
        self.standings = standings
    }

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .email,
                limits: ChannelLimits(
                    messageBytesMax: Self.messageBytesMax, attachmentsMax: Self.attachmentsMax,
                    attachmentBytesMax: Self.attachmentBytesMax, deliverySecondsMax: 900),
                evidence: .dated, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false),
                settings: [
                    ChannelSetting(
                        name: "RECOURS_SMTP_URL", purpose: "The relay that takes mails.", required: true,
                        secret: false),
                    ChannelSetting(
                        name: "RECOURS_SMTP_TLS", purpose: "How the way to the relay is protected.",
                        required: false, secret: false),
                    ChannelSetting(
                        name: "RECOURS_SMTP_USERNAME", purpose: "The account at the relay.", required: false,
                        secret: false),
                    ChannelSetting(
                        name: "RECOURS_SMTP_PASSWORD_FILE",
                        purpose: "A file with the password of the account.",
                        required: false, secret: true),
                    ChannelSetting(
                        name: "RECOURS_MAIL_FROM", purpose: "The address that mails are sent from.",
                        required: false,
                        secret: false),
                ])
        ]
    }

    public func check() async -> [Diagnostic] { channels.flatMap(standings.findings) }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .email else { throw .notServed(request.channel) }
        return try MailPreparation(request: request, press: press).prepared(limits: channels[0].limits)
    }

    public func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        switch prepared.payload {
        case .person(let task): return .needsPerson(task)
        case .http: return Self.foreign
        case .mail(let envelope, let role):
            guard let bytes = prepared.artifact(role)?.bytes.reveal() else { return Self.foreign }
            do throws(ChannelError) {
                let mail = OutgoingMail(envelope: envelope, message: try MailMessage(checking: bytes))
                return DeliveryOutcome(await ports.mail.send(mail), of: attempt)
            } catch {
                return .failed(Failure(.permanentContent, error.description, field: "message"))
            }
        }
    }

    private static let foreign = DeliveryOutcome.failed(
        Failure(.pluginFault, "This delivery was not prepared as a mail: prepare it again."))

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        // A relay cannot be asked what became of a mail; a person looks into the mailbox.
        .unknown(
            Failure(
                .unsupported,
                "A mail relay cannot be asked: look for the mail in the sent folder and for an answer."))
    }

    public func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        guard event.channel == .email else { throw .eventNotUnderstood(event.channel) }
        switch event.kind {
        case .bounce: return [CaseEvent(kind: .bounced, at: event.receivedAt, reference: event.reference)]
        case .reply: return [CaseEvent(kind: .needsReading, at: event.receivedAt, reference: event.reference)]
        case .providerEvent: throw .eventNotUnderstood(event.channel)
        }
    }
}

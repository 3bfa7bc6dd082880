public import ChannelPluginKit
internal import CivilCalendar
public import ContactRouting
public import LetterWriting
internal import Typesetting

/// Prepares a registered letter, which a provider prints and posts where one is configured, and else the person.
public struct RegisteredMailPlugin: ChannelPlugin {
    /// Longest letter, in pages.
    public static let pagesMax = 20

    private let press: LetterPress
    private let provider: RegisteredMailProvider?
    private let standings: SettingStandings

    /// - Parameters:
    ///   - press: sets the pages; share one among plugins.
    ///   - provider: prints and posts the letters; nil leaves that to the person.
    public init(
        press: LetterPress = LetterPress(), provider: RegisteredMailProvider? = nil,
        standings: SettingStandings = .none
    ) {
        self.press = press
        self.provider = provider
        self.standings = standings
    }

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .registeredMail,
                limits: ChannelLimits(
                    messageBytesMax: provider == nil ? nil : RegisteredMailProvider.documentBytesMax,
                    pagesMax: Self.pagesMax,
                    deliverySecondsMax: provider == nil ? 5 : RegisteredMailProvider.deliverySecondsMax),
                evidence: .opposable, privacy: provider == nil ? .recipient : .provider,
                effects: ChannelEffects(irreversible: true, costsMoney: true),
                settings: ProviderSettings.all(isRequired: provider != nil),
                pointOfNoReturn: RegisteredMailProvider.pointOfNoReturn)
        ]
    }

    public func check() async -> [Diagnostic] {
        guard provider != nil else {
            return [
                Diagnostic(
                    .good, channel: .registeredMail,
                    text: LocalText(
                        french:
                            "Sans RECOURS_REGISTERED_MAIL_URL, vous imprimez et postez la lettre vous-même.",
                        english: "Without RECOURS_REGISTERED_MAIL_URL the person prints and posts the letter."
                    ))
            ]
        }
        return channels.flatMap(standings.findings)
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .registeredMail else { throw .notServed(request.channel) }
        guard let plan = request.letter else {
            throw .preparationFailed(
                channel: request.channel, reason: "the request carries no plan of a letter")
        }
        let letter = try LetterWriter().write(for: request)
        let printed = try print(letter.document, in: request)
        let pagesMax = min(Self.pagesMax, request.limits.pagesMax ?? .max)
        guard printed.pageCount <= pagesMax else {
            throw .overLimit(field: "letter", actual: printed.pageCount, max: pagesMax, unit: .pages)
        }
        let files = [
            Artifact(
                role: .letter, fileName: ArtifactFileName("letter.pdf"), mediaType: .pdf, bytes: printed.pdf,
                pages: printed.pageCount),
            Artifact(
                role: .letterText, fileName: ArtifactFileName("letter.txt"), mediaType: .plainText,
                bytes: Array(letter.text.utf8)),
        ]
        if let provider {
            let letter = ProviderLetter(provider: provider, request: request)
            return try letter.prepared(letter: files, doubts: request.doubts(of: .letter))
        }
        let recipient = try recipientLines(in: request)
        let kit = PostingKit(
            for: request, plan: plan, letterPages: printed.pageCount, recipient: recipient)
        let posting = try print(kit.document(), in: request)
        let advice = PostingAdvice(
            language: request.language, isSigned: request.wishes.signature != nil)
        return PreparedDelivery(
            channel: .registeredMail, reference: request.deliveryReference,
            recipient: recipient.joined(separator: ", "),
            link: request.link,
            artifacts: files + [
                Artifact(
                    role: .posting, fileName: ArtifactFileName("posting.pdf"), mediaType: .pdf,
                    bytes: posting.pdf,
                    pages: posting.pageCount)
            ],
            // R1 alone is not the total: the price of the acknowledgement is not known.
            consent: ConsentNeeded(irreversible: true),
            doubts: request.doubts(of: .letter)
                + Self.postageDoubts(on: plan.writtenOn, isInFrance: kit.isInFrance),
            afterwards: advice.afterwards, payload: .person(advice.task(link: request.link)))
    }

    private static func postageDoubts(on day: CivilDay, isInFrance: Bool) -> [Doubt] {
        guard isInFrance else { return [.postageAbroadUnknown] }
        return [.postageIncomplete] + (day > PostalTariff.knownThrough ? [.postageOutdated] : [])
    }

    private func print(
        _ document: Document, in request: PreparationRequest
    ) throws(ChannelError) -> RenderedDocument {
        do { return try press.print(document) } catch { throw ChannelError(error, in: request) }
    }

    private func recipientLines(in request: PreparationRequest) throws(ChannelError) -> [String] {
        guard let address = request.recipient.address else { return [] }
        do {
            return try AddressBlock.lines(of: address, name: request.recipient.name)
        } catch {
            throw ChannelError(error, in: request)
        }
    }

    public func deliver(
        _ prepared: PreparedDelivery, attempt: DeliveryAttempt, with ports: ChannelPorts
    ) async -> DeliveryOutcome {
        switch prepared.payload {
        case .person(let task): return .needsPerson(task)
        case .mail:
            return .failed(
                Failure(.pluginFault, "This delivery was not prepared as a letter: prepare it again."))
        case .http:
            guard let provider else { return .failed(Self.noProvider) }
            let conversation = ProviderConversation(provider: provider, attempt: attempt, ports: ports)
            return await ProviderDelivery(conversation, prepared).outcome()
        }
    }

    public func reconcile(_ attempt: DeliveryAttempt, with ports: ChannelPorts) async -> DeliveryOutcome {
        guard let provider, provider.base != nil else {
            return .needsPerson(PersonTask(kind: .verify, text: Self.verification))
        }
        return await ProviderConversation(provider: provider, attempt: attempt, ports: ports).inquiry()
    }

    public func interpret(_ event: InboundEvent) async throws(ChannelError) -> [CaseEvent] {
        guard event.channel == .registeredMail else { throw .eventNotUnderstood(event.channel) }
        return try ProviderEvents(event: event).events()
    }

    private static let verification =
        "Avez-vous posté la lettre ? Voyez la preuve de dépôt. / Did you post the letter? See the proof of deposit."

    private static let noProvider = Failure(
        .configuration,
        "The letter was prepared for a provider, and none is configured: set RECOURS_REGISTERED_MAIL_URL.")
}

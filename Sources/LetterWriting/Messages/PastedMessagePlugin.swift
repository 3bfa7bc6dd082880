public import ChannelPluginKit
public import ContactRouting

/// A plugin of one channel, into which the person pastes a message: it writes and divides it, and says how it is sent.
public protocol PastedMessagePlugin: PersonOperatedPlugin {
    static var channel: ChannelName { get }
    /// Longest text of one part, in characters.
    static var textCharactersMax: Int { get }
    static var textPartsMax: Int { get }
    static var guide: MessageGuide { get }
}

extension PastedMessagePlugin {
    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: Self.channel,
                limits: ChannelLimits(
                    textCharactersMax: Self.textCharactersMax, textPartsMax: Self.textPartsMax,
                    deliverySecondsMax: 5),
                evidence: .trace, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false))
        ]
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == Self.channel else { throw .notServed(request.channel) }
        let limits = channels[0].limits.narrowed(by: request.limits)
        let message = ShortMessage(request)
        let parts = try MessageDivision(
            charactersMax: limits.textCharactersMax ?? .max, partsMax: limits.textPartsMax ?? 1
        ).parts(of: try message.text())
        let (guide, language) = (Self.guide, request.language)
        let afterwards = guide.afterwards(request, parts: parts.count)
        return PreparedDelivery(
            channel: request.channel, reference: request.deliveryReference,
            recipient: request.recipient.name?.text ?? guide.recipient[language], link: request.link,
            artifacts: MessageFiles.artifacts(parts), consent: ConsentNeeded(irreversible: true),
            doubts: request.doubts(of: .message, declaring: message.declared), afterwards: afterwards,
            payload: .person(
                PersonTask(
                    kind: .openLink, text: afterwards, link: request.link, proof: guide.proof[language])))
    }
}

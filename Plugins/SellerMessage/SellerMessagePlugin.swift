public import ChannelPluginKit
public import ContactRouting
internal import LetterWriting

/// Prepares a message to a seller through the marketplace's own message service.
public struct SellerMessagePlugin: PersonOperatedPlugin {
    /// Longest text of one part, in characters: ours, the services' own limits are not published.
    public static let textCharactersMax = 2_000
    public static let textPartsMax = 5

    public init() {}

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .sellerMessaging,
                limits: ChannelLimits(
                    textCharactersMax: Self.textCharactersMax, textPartsMax: Self.textPartsMax,
                    deliverySecondsMax: 5),
                evidence: .trace, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false))
        ]
    }

    public var verification: String {
        "Avez-vous écrit au vendeur ? Voyez la messagerie du site. / Did you write to the seller? See the site’s message service."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .sellerMessaging else { throw .notServed(request.channel) }
        let limits = channels[0].limits.narrowed(by: request.limits)
        let parts = try MessageDivision(
            charactersMax: limits.textCharactersMax ?? Self.textCharactersMax,
            partsMax: limits.textPartsMax ?? Self.textPartsMax
        ).parts(of: try ShortMessage(request).text())
        let advice = SellerMessageAdvice(request: request, parts: parts.count)
        return PreparedDelivery(
            channel: .sellerMessaging, reference: request.deliveryReference,
            recipient: request.recipient.name?.text ?? advice.seller, link: request.link,
            artifacts: MessageFiles.artifacts(parts), consent: ConsentNeeded(irreversible: true),
            doubts: MessageDoubts.texts(for: request), afterwards: advice.afterwards,
            payload: .person(advice.task))
    }
}

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
        let message = try MessagePreparation(request, within: channels[0].limits)
        let advice = SellerMessageAdvice(request: request, parts: message.partCount)
        return message.prepared(
            with: MessagePreparation.Advice(
                recipient: advice.seller, afterwards: advice.afterwards, task: advice.task))
    }
}

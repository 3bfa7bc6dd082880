public import ChannelPluginKit
public import ContactRouting
internal import LetterWriting

/// Prepares what the person pastes into a merchant's chat.
public struct ChatPlugin: PersonOperatedPlugin {
    /// Longest text of one part, in characters: ours, so that an adviser reads it at once.
    public static let textCharactersMax = 1_000
    public static let textPartsMax = 10

    public init() {}

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .chat,
                limits: ChannelLimits(
                    textCharactersMax: Self.textCharactersMax, textPartsMax: Self.textPartsMax,
                    deliverySecondsMax: 5),
                evidence: .trace, privacy: .recipient,
                effects: ChannelEffects(irreversible: true, costsMoney: false))
        ]
    }

    public var verification: String {
        "Avez-vous écrit dans le chat ? Voyez la copie de la conversation. / Did you write in the chat? See the copy of the conversation."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .chat else { throw .notServed(request.channel) }
        let message = try MessagePreparation(request, within: channels[0].limits)
        let advice = ChatAdvice(request: request, parts: message.partCount)
        return message.prepared(
            with: MessagePreparation.Advice(
                recipient: advice.service, afterwards: advice.afterwards, task: advice.task))
    }
}

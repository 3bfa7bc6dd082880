internal import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares what the person pastes into a merchant's chat.
public struct ChatPlugin: PastedMessagePlugin {
    public static let channel = ChannelName.chat
    /// Longest text of one part, in characters: ours, so that an adviser reads it at once.
    public static let textCharactersMax = 1_000
    public static let textPartsMax = 10

    public init() {}

    public var verification: String {
        "Avez-vous écrit dans le chat ? Voyez la copie de la conversation. / Did you write in the chat? See the copy of the conversation."
    }
}

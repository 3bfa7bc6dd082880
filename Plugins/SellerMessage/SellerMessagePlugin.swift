internal import ChannelPluginKit
public import ContactRouting
public import LetterWriting

/// Prepares a message to a seller through the marketplace's own message service.
public struct SellerMessagePlugin: PastedMessagePlugin {
    public static let channel = ChannelName.sellerMessaging
    /// Longest text of one part, in characters: ours, the services' own limits are not published.
    public static let textCharactersMax = 2_000
    public static let textPartsMax = 5

    public init() {}

    public var verification: String {
        "Avez-vous écrit au vendeur ? Voyez la messagerie du site. / Did you write to the seller? See the site’s message service."
    }
}

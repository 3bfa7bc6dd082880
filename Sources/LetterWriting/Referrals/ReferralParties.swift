public import ChannelPluginKit
internal import ContactRouting

/// Who is meant by a referral: the person who writes, the reader, and the other side.
public struct ReferralParties: Hashable, Sendable {
    /// Sender and recipient.
    public var correspondents: LetterParties
    public var trader: TraderDetails

    public init(correspondents: LetterParties, trader: TraderDetails = TraderDetails()) {
        self.correspondents = correspondents
        self.trader = trader
    }
}

extension TraderDetails {
    /// The other side inside a sentence, after "with", "à", "chez".
    func phrase(in language: Language, isPrivate: Bool) -> String {
        if let name { return name.text }
        let seller =
            switch language {
            case .french: isPrivate ? "un particulier" : "un vendeur"
            case .english: isPrivate ? "a private person" : "a seller"
            }
        switch (language, marketplace) {
        case (.french, nil): return "\(seller) dont j’ignore le nom"
        case (.english, nil): return "\(seller) whose name I do not know"
        case (.french, let marketplace?): return "\(seller) sur \(marketplace.text)"
        case (.english, let marketplace?): return "\(seller) on \(marketplace.text)"
        }
    }
}

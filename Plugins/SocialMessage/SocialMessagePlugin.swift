public import ChannelPluginKit
public import ContactRouting
internal import LetterWriting

/// Prepares a private message to a merchant's page on a social network, and a public one that only asks for privacy.
///
/// Who reads such a page is not known for sure, so neither text tells whose order it is. A description that does is
/// refused, with the kind of fact to take out.
public struct SocialMessagePlugin: PersonOperatedPlugin {
    /// Longest text of one part, in characters: ours, below what the networks take.
    public static let textCharactersMax = 1_000
    public static let textPartsMax = 10
    /// The role of the public message.
    public static let publicMessage = ArtifactRole("public-message")

    public init() {}

    public var channels: [ChannelDescriptor] {
        [
            ChannelDescriptor(
                channel: .socialDM,
                limits: ChannelLimits(
                    textCharactersMax: Self.textCharactersMax, textPartsMax: Self.textPartsMax,
                    deliverySecondsMax: 5),
                evidence: .trace, privacy: .socialNetwork,
                effects: ChannelEffects(irreversible: true, costsMoney: false))
        ]
    }

    public var verification: String {
        "Avez-vous écrit à la page ? Voyez vos messages privés. / Did you write to the page? See your private messages."
    }

    public func prepare(_ request: PreparationRequest) async throws(ChannelError) -> PreparedDelivery {
        guard request.channel == .socialDM else { throw .notServed(request.channel) }
        let limits = channels[0].limits.narrowed(by: request.limits)
        let charactersMax = limits.textCharactersMax ?? Self.textCharactersMax
        let message = try ShortMessage(request, readers: .strangers).text()
        let post = try FirstContact(request).text.whole(charactersMax: charactersMax)
        // Before the search for private facts, which takes long in a text of any length.
        let parts = try MessageDivision(
            charactersMax: charactersMax, partsMax: limits.textPartsMax ?? Self.textPartsMax
        ).parts(of: message)
        let check = PublicTextCheck(request.contactCase)
        if let description = request.contactCase.issue.description?.reveal() {
            try check.check(description, field: "issue.description")
        }
        for text in [message.text, post] { try check.check(text, field: "message") }
        let advice = SocialMessageAdvice(request: request, parts: parts.count)
        return PreparedDelivery(
            channel: .socialDM, reference: request.deliveryReference,
            recipient: request.recipient.name?.text ?? advice.page, link: request.link,
            artifacts: MessageFiles.artifacts(parts) + [
                Artifact(
                    role: Self.publicMessage, fileName: ArtifactFileName("public.txt"), mediaType: .plainText,
                    bytes: Array((post + "\n").utf8))
            ], consent: ConsentNeeded(irreversible: true),
            // The number is left out on purpose here.
            doubts: request.doubts(of: .message).filter { $0 != .orderNumberUnknown },
            afterwards: advice.afterwards, payload: .person(advice.task))
    }
}

/// `public.txt`: asks for a private message and says nothing else, for a page that takes none from strangers.
private struct FirstContact {
    let text: MessageText

    init(_ request: PreparationRequest) {
        let isAboutOrder = IssueSet.aboutAnOrder.contains(request.contactCase.issue.kind)
        var text = MessageText()
        switch (request.recipientLanguage, isAboutOrder) {
        case (.french, true):
            text.add(paragraph: ["Bonjour, j’ai un problème avec une commande."])
        case (.french, false):
            text.add(paragraph: ["Bonjour, j’ai besoin de l’aide de votre service client."])
        case (.english, true):
            text.add(paragraph: ["Hello, I have a problem with an order."])
        case (.english, false):
            text.add(paragraph: ["Hello, I need help from your customer service."])
        }
        switch request.recipientLanguage {
        case .french:
            text.add(line: ["Pouvez-vous m’écrire en message privé\u{A0}?", "Je ne donne aucun détail ici."])
        case .english:
            text.add(line: ["Could you write to me in a private message?", "I give no details here."])
        }
        self.text = text
    }
}

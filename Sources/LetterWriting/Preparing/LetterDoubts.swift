public import ChannelPluginKit
internal import ContactRouting

/// What the person should look at before a letter goes out.
public enum LetterDoubts {
    /// The doubts of the plan, and those of the letter's language, as sentences in the person's language.
    public static func texts(for request: PreparationRequest) -> [String] {
        var texts = (request.letter?.doubts ?? []).map { $0.text(in: request.language) }
        if request.hasUntranslatedWords { texts.append(translation[request.language]) }
        return texts
    }

    private static let translation = LocalText(
        french:
            "La lettre est dans la langue du destinataire, votre description reste dans la vôtre : traduisez-la.",
        english: "The letter is in the recipient’s language, your description stays in yours: translate it.")
}

extension PreparationRequest {
    /// The person's own words are in the person's language, and nobody translates them.
    var hasUntranslatedWords: Bool {
        contactCase.issue.description != nil && contactCase.consumer.effectiveLanguage != recipientLanguage
    }
}

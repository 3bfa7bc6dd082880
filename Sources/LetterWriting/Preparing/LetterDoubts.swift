public import ChannelPluginKit
internal import ContactRouting

/// What the person should look at before a letter goes out.
public enum LetterDoubts {
    /// The doubts of the plan, and those of the letter's language, as sentences in the person's language.
    public static func texts(for request: PreparationRequest) -> [String] {
        var texts = (request.letter?.doubts ?? []).map { $0.text(in: request.language) }
        if request.hasUntranslatedWords {
            texts.append(translation(of: request.recipientLanguage)[request.language])
        }
        return texts
    }

    private static func translation(of written: Language) -> LocalText {
        switch written {
        case .french:
            LocalText(
                french:
                    "La lettre est en français, votre description reste dans votre langue : traduisez-la.",
                english: "The letter is in French, your description stays in your language: translate it.")
        case .english:
            LocalText(
                french: "La lettre est en anglais, votre description reste dans votre langue : traduisez-la.",
                english: "The letter is in English, your description stays in your language: translate it.")
        }
    }
}

extension PreparationRequest {
    /// The person's own words are in the person's language, and nobody translates them.
    var hasUntranslatedWords: Bool {
        contactCase.issue.description != nil && contactCase.consumer.effectiveLanguage != recipientLanguage
    }
}

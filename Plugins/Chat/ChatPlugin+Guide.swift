internal import ContactRouting
public import LetterWriting

extension ChatPlugin {
    /// What the person is told about a chat.
    public static let guide = MessageGuide(
        recipient: LocalText(french: "service client", english: "customer service"),
        place: LocalText(
            french: "Ouvrez le chat sur le site du marchand", english: "Open the chat on the merchant’s site"),
        sending: LocalText(french: "puis collez", english: "then paste"),
        caution: LocalText(
            french: "Ne donnez ni mot de passe, ni code reçu par SMS, ni numéro de carte.",
            english: "Give no password, no code received by SMS and no card number."),
        keeping: LocalText(
            french:
                "Avant de fermer, gardez la conversation : la copie par e-mail si le chat la propose, sinon des captures d’écran du début à la fin, où se lisent la date, l’heure et le nom du conseiller.",
            english:
                "Before you close it, keep the conversation: the copy by e-mail if the chat offers one, else screenshots from beginning to end that show the date, the time and the adviser’s name."
        ),
        reporting: LocalText(
            french:
                "Puis ajoutez le contact à l’historique du dossier : jour et heure, réponse, jour promis, et si la conversation est gardée (transcriptKept).",
            english:
                "Then add the contact to the history of the case: day and time, answer, day promised, and whether the conversation is kept (transcriptKept)."
        ),
        proof: LocalText(
            french:
                "La copie de la conversation, ou des captures d’écran avec la date, l’heure et le nom du conseiller.",
            english:
                "The copy of the conversation, or screenshots with the date, the time and the adviser’s name."
        ))
}

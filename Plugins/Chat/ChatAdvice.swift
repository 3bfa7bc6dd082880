internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting

/// What the person is told about a chat, in the person's language.
struct ChatAdvice {
    let request: PreparationRequest
    let parts: Int

    private var isFrench: Bool { request.language == .french }
    private var way: MessageWay { MessageWay(request) }

    var service: String { isFrench ? "service client" : "customer service" }

    var afterwards: String { way.paragraph([opening, caution, keeping, reporting]) }

    var task: PersonTask {
        PersonTask(kind: .openLink, text: afterwards, link: request.link, proof: proof)
    }

    private var opening: String {
        let files = way.files(parts)
        let place =
            way.way
            ?? (isFrench ? "Ouvrez le chat sur le site du marchand" : "Open the chat on the merchant’s site")
        return isFrench ? "\(place), puis collez \(files)." : "\(place), then paste \(files)."
    }

    private var caution: String {
        isFrench
            ? "Ne donnez ni mot de passe, ni code reçu par SMS, ni numéro de carte."
            : "Give no password, no code received by SMS and no card number."
    }

    private var keeping: String {
        isFrench
            ? "Avant de fermer, gardez la conversation : la copie par e-mail si le chat la propose, sinon des captures d’écran du début à la fin, où se lisent la date, l’heure et le nom du conseiller."
            : "Before you close it, keep the conversation: the copy by e-mail if the chat offers one, else screenshots from beginning to end that show the date, the time and the adviser’s name."
    }

    private var reporting: String {
        isFrench
            ? "Puis ajoutez le contact à l’historique du dossier : jour et heure, réponse, jour promis, et si la conversation est gardée (transcriptKept)."
            : "Then add the contact to the history of the case: day and time, answer, day promised, and whether the conversation is kept (transcriptKept)."
    }

    private var proof: String {
        isFrench
            ? "La copie de la conversation, ou des captures d’écran avec la date, l’heure et le nom du conseiller."
            : "The copy of the conversation, or screenshots with the date, the time and the adviser’s name."
    }
}

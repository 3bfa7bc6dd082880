internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// What the person is told about a message on a social network, in the person's language.
struct SocialMessageAdvice {
    let request: PreparationRequest
    let parts: Int

    private var isFrench: Bool { request.language == .french }
    private var way: MessageWay { MessageWay(request) }

    var page: String { isFrench ? "page du marchand" : "the merchant’s page" }

    var afterwards: String { way.paragraph([opening, fallback, identity, caution, keeping, reporting]) }

    var task: PersonTask {
        PersonTask(kind: .openLink, text: afterwards, link: request.link, proof: proof)
    }

    private var networks: String {
        let names = request.networks.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let list = Formats(request.language).choice(names)
        guard !list.isEmpty else { return "" }
        return isFrench ? " sur \(list)" : " on \(list)"
    }

    private var opening: String {
        let files = way.files(parts)
        let place =
            way.way
            ?? (isFrench
                ? "Cherchez la page officielle du marchand\(networks), de préférence par un lien de son propre site"
                : "Find the merchant’s official page\(networks), best by a link on its own site")
        return isFrench
            ? "\(place), et envoyez \(files) en message privé."
            : "\(place), and send \(files) as a private message."
    }

    private var fallback: String {
        isFrench
            ? "Si la page n’en reçoit pas, publiez public.txt, et rien d’autre : tout le monde le lit."
            : "If the page takes none, publish public.txt, and nothing else: everybody reads it."
    }

    private var identity: String {
        isFrench
            ? "Ne donnez le numéro de commande et votre nom qu’en message privé, quand la page officielle vous les demande."
            : "Give the order number and your name in private only, when the official page asks for them."
    }

    private var caution: String {
        isFrench
            ? "Un autre compte qui vous écrit le premier n’est pas le marchand. Ne donnez ni adresse, ni numéro de carte, ni IBAN, ni mot de passe, ni code."
            : "Another account that writes to you first is not the merchant. Give no address, card number, IBAN, password or code."
    }

    private var keeping: String {
        isFrench
            ? "Gardez des captures d’écran de la conversation, avec le nom de la page, la date et l’heure."
            : "Keep screenshots of the conversation, with the name of the page, the date and the time."
    }

    private var reporting: String {
        isFrench
            ? "Puis ajoutez le contact à l’historique du dossier : jour et heure, réponse, jour promis."
            : "Then add the contact to the history of the case: day and time, answer, day promised."
    }

    private var proof: String {
        isFrench
            ? "Des captures d’écran de la conversation, avec le nom de la page, la date et l’heure."
            : "Screenshots of the conversation, with the name of the page, the date and the time."
    }
}

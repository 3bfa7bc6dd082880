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

    var afterwards: String {
        way.paragraph([opening, fallback, declaring, identity, caution, keeping, reporting])
    }

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

    /// A declaration that strangers may read cannot name its order, so it goes another way.
    private var declaring: String? {
        guard let plan = request.letter, let kind = plan.declares(in: request.contactCase) else { return nil }
        switch kind {
        case .withdrawal:
            return isFrench
                ? "Ce message ne vous rétracte pas : faites-le par la fonction de rétractation du site, par e-mail ou par lettre recommandée, avant la fin du délai."
                : "This message is no withdrawal: withdraw by the site’s own function, by e-mail or by registered letter, before the time is over."
        case .endOfContract:
            return isFrench
                ? "Ce message ne met pas fin au contrat : déclarez-le par lettre recommandée ou par e-mail."
                : "This message does not end the contract: declare that by registered letter or by e-mail."
        case .endOfSubscription:
            return isFrench
                ? "Ce message ne résilie pas l’abonnement : faites-le par la fonction de résiliation du site, par lettre recommandée ou par e-mail."
                : "This message does not end the subscription: end it by the site’s own function, by registered letter or by e-mail."
        case .dataRequest:
            return isFrench
                ? "Ce message ne vaut pas demande au titre du RGPD : adressez-la par e-mail ou par lettre recommandée."
                : "This message is no request under the GDPR: send that by e-mail or by registered letter."
        }
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

internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting

/// What the person is told about a message to a seller, in the person's language.
struct SellerMessageAdvice {
    let request: PreparationRequest
    let parts: Int

    private var isFrench: Bool { request.language == .french }
    private var way: MessageWay { MessageWay(request) }

    var seller: String { isFrench ? "vendeur" : "seller" }

    var afterwards: String { way.paragraph([opening, caution, keeping, reporting]) }

    var task: PersonTask {
        PersonTask(kind: .openLink, text: afterwards, link: request.link, proof: proof)
    }

    private var opening: String {
        let files = way.files(parts)
        let place =
            way.way
            ?? (isFrench
                ? "Ouvrez la commande dans votre compte, puis la messagerie du vendeur"
                : "Open the order in your account, then the seller’s message service")
        return isFrench ? "\(place), et envoyez \(files)." : "\(place), and send \(files)."
    }

    private var caution: String {
        isFrench
            ? "Restez dans cette messagerie, même si le vendeur propose d’écrire ailleurs : le site n’y voit que ce qui s’y trouve."
            : "Stay in this message service, even if the seller offers to write elsewhere: the site sees only what is there."
    }

    private var keeping: String {
        isFrench
            ? "Gardez une capture d’écran du message envoyé, avec sa date et son heure : le délai de réponse du vendeur se compte de là."
            : "Keep a screenshot of the message sent, with its date and time: the seller’s time to answer is counted from it."
    }

    private var reporting: String {
        isFrench
            ? "Puis ajoutez l’envoi à l’historique du dossier (jour et heure) et, plus tard, la réponse ou son absence."
            : "Then add the message to the history of the case (day and time) and, later, the answer or that there was none."
    }

    private var proof: String {
        isFrench
            ? "Une capture d’écran du message envoyé, avec le vendeur, la commande, la date et l’heure."
            : "A screenshot of the message sent, with the seller, the order, the date and the time."
    }
}

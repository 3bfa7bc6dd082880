internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// What the person does with the bank, in a few sentences.
struct BankAdvice: Typographic {
    let request: PreparationRequest

    var language: Language { request.language }

    var recipient: String {
        request.recipient.line(named: say("votre banque", "your bank"))
    }

    var afterwards: String {
        guard request.channel != .bankCardBlock, let carried else { return sending }
        return "\(sending) \(carried)"
    }

    private var carried: String? {
        CarriedFilesAdvice(request).sentences(about: ArtifactFileName("letter.pdf"), mayBePosted: true)
    }

    private var sending: String {
        switch request.channel {
        case .bankCardBlock:
            say(
                "Appelez maintenant, demandez le blocage de la carte et notez l’heure et la référence. Puis ajoutez l’appel à l’historique du dossier, et écrivez à la banque (bank-claim) si une opération n’est pas de vous.",
                "Call now, ask for the card to be blocked, and note the time and the reference. Then add the call to the history of the case, and write to the bank (bank-claim) if an operation is not yours."
            )
        case .bankClaim:
            say(
                "Signez letter.pdf et envoyez-la sans tarder, en recommandé avec avis de réception ou par la messagerie de votre espace bancaire : gardez la preuve et le jour de l’envoi. Puis ajoutez l’envoi à l’historique du dossier.",
                "Sign letter.pdf and send it without delay, as registered mail with acknowledgement of receipt or by the message service of your bank account: keep the proof and the day of sending. Then add it to the history of the case."
            )
        default:  // tidy-allow: the plugin serves these three channels
            say(
                "Signez letter.pdf et envoyez-la\(carried == nil ? " avec les copies de vos preuves" : ""), par courrier ou par la messagerie de votre espace bancaire : gardez la preuve de l’envoi. Puis ajoutez l’envoi à l’historique du dossier.",
                "Sign letter.pdf and send it\(carried == nil ? " with copies of your proof" : ""), by post or by the message service of your bank account: keep the proof of sending. Then add it to the history of the case."
            )
        }
    }

    var task: PersonTask {
        let isCall = request.channel == .bankCardBlock
        let proof =
            isCall
            ? say(
                "L’heure de l’appel et la référence du blocage.",
                "The time of the call and the reference of the block.")
            : say("La preuve de l’envoi, avec son jour.", "The proof of sending, with its day.")
        return PersonTask(kind: isCall ? .call : .post, text: afterwards, link: request.link, proof: proof)
    }
}

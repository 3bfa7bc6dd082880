internal import ContactRouting

/// What the person is told about a mail.
struct MailAdvice {
    let language: Language
    let hasAddress: Bool

    var afterwards: String {
        switch (language, hasAddress) {
        case (.french, true):
            "Relisez le message. Après l’envoi, gardez-en une copie et ajoutez l’envoi et la réponse à l’historique du dossier."
        case (.english, true):
            "Read the mail once more. After sending, keep a copy, and add the mail and the answer to the history of the case."
        case (.french, false):
            "Aucune adresse e-mail n’est connue : copiez message.txt dans le formulaire du marchand, gardez l’accusé de "
                + "réception ou une capture datée, puis ajoutez l’envoi à l’historique du dossier."
        case (.english, false):
            "No e-mail address is known: copy message.txt into the merchant’s form, keep the acknowledgement or a dated "
                + "screenshot, then add the sending to the history of the case."
        }
    }

    var form: String {
        switch language {
        case .french: "formulaire de contact en ligne"
        case .english: "online contact form"
        }
    }

    func task(link: ContactLink?) -> PersonTask {
        let proof =
            switch language {
            case .french: "L’accusé de réception, ou une capture d’écran datée."
            case .english: "The acknowledgement, or a dated screenshot."
            }
        return PersonTask(kind: .openLink, text: afterwards, link: link, proof: proof)
    }
}

internal import ChannelPluginKit
internal import ContactRouting
internal import LetterWriting
internal import Texts

/// What the person does with a referral, in a few sentences.
struct ReferralAdvice: Typographic {
    let request: PreparationRequest

    var language: Language { request.language }

    var recipient: String {
        request.recipient.line(named: Vocabulary(language).name(of: request.channel))
    }

    var afterwards: String {
        switch request.channel {
        case .mediator: mediator
        case .eccNet: centre
        case .conciliator: conciliator
        default: court  // tidy-allow: the plugin serves these four channels
        }
    }

    private var howToSend: String {
        let hasAddress = request.recipient.address != nil
        return switch (request.link != nil, hasAddress) {
        case (true, true):
            say(
                "Remplissez le formulaire en ligne avec les valeurs de form.json, ou envoyez referral.pdf signé par courrier.",
                "Fill in the online form from form.json, or post referral.pdf, signed.")
        case (true, false):
            say(
                "Remplissez le formulaire en ligne avec les valeurs de form.json, et joignez-y referral.pdf.",
                "Fill in the online form from form.json, and attach referral.pdf.")
        case (false, true):
            say("Envoyez referral.pdf signé par courrier.", "Post referral.pdf, signed.")
        case (false, false):
            say("Remettez ou envoyez referral.pdf, signé.", "Hand in or send referral.pdf, signed.")
        }
    }

    private var enclose: String {
        let keep = say(
            "Gardez l’accusé de réception. Puis ajoutez la saisine à l’historique du dossier.",
            "Keep the acknowledgement. Then add the referral to the history of the case.")
        if let carried { return "\(carried) \(keep)" }
        return say(
            "Joignez une copie de chaque pièce, dont votre réclamation écrite, et gardez l’accusé de réception. Puis ajoutez la saisine à l’historique du dossier.",
            "Enclose a copy of each document, your written complaint among them, and keep the acknowledgement. Then add the referral to the history of the case."
        )
    }

    private var carried: String? {
        CarriedFilesAdvice(request).sentences(
            about: ArtifactFileName("referral.pdf"),
            mayBePosted: request.link == nil || request.recipient.address != nil)
    }

    private var mediator: String {
        say(
            "La médiation est gratuite. \(howToSend) Le médiateur refuse un litige déjà soumis à un autre médiateur ou à un tribunal. \(enclose)",
            "Mediation is free. \(howToSend) The mediator refuses a dispute that another mediator or a court already has. \(enclose)"
        )
    }

    private var centre: String {
        say(
            "L’aide du Centre est gratuite. Le document est en anglais. \(howToSend) \(enclose)",
            "The Centre’s help is free. \(howToSend) \(enclose)")
    }

    private var conciliator: String {
        say(
            "La conciliation est gratuite et sans formalité. \(howToSend) \(enclose)",
            "Conciliation is free and without formality. \(howToSend) \(enclose)")
    }

    private var court: String {
        switch request.referral?.courtAccess {
        case .request, nil: registry
        case .summons:
            summons(
                say(
                    "Remettez referral.pdf au commissaire de justice qui la délivre, ou à un avocat.",
                    "Give referral.pdf to the commissaire de justice who serves it, or to a lawyer."))
        case .summonsWithLawyer:
            summons(
                say(
                    "Au-delà de 10 000 €, un avocat est obligatoire : remettez-lui referral.pdf.",
                    "Above 10,000 euros a lawyer is compulsory: give them referral.pdf."))
        }
    }

    /// - Source: CPC 750, 818, and 760, 761 for the lawyer.
    private func summons(_ whom: String) -> String {
        say(
            "Au-delà de 5 000 €, le tribunal se saisit par une assignation, et non par une requête. \(whom) Une contribution de 50 € est due depuis 2026, sauf aide juridictionnelle. Joignez une copie de chaque pièce. Puis ajoutez l’assignation à l’historique du dossier.",
            "Above 5,000 euros the court is seised by a summons, and not by a request. \(whom) A contribution of 50 euros has been due since 2026, unless you have legal aid. Enclose a copy of each document. Then add the summons to the history of the case."
        )
    }

    private var registry: String {
        say(
            "Ce texte n’est pas un formulaire officiel : demandez au greffe du tribunal celui qu’il attend, et reportez-y le texte ou joignez-le. Une contribution de 50 € est due depuis 2026, sauf aide juridictionnelle. \(courtProof) Puis ajoutez la requête à l’historique du dossier.",
            "This text is no official form: ask the court’s registry for the one it expects, and copy the text into it or attach it. A contribution of 50 euros has been due since 2026, unless you have legal aid. \(courtProof) Then add the request to the history of the case."
        )
    }

    private var courtProof: String {
        carried
            ?? say(
                "Joignez une copie de chaque pièce, dont la preuve de la tentative amiable.",
                "Enclose a copy of each document, the proof of the amicable attempt among them.")
    }

    var task: PersonTask {
        let proof = say(
            "L’accusé de réception, avec son numéro et son jour.",
            "The acknowledgement, with its number and day.")
        return PersonTask(
            kind: request.link == nil ? .post : .openLink, text: afterwards, link: request.link, proof: proof)
    }
}

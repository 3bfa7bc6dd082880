internal import ContactRouting

/// What to do in each form, and what proves it.
enum FormWords {
    static func steps(of kind: FormKind) -> LocalText {
        switch kind {
        case .selfService:
            say(
                "Connectez-vous et cherchez la page prévue pour cela sur la commande ou dans le compte ; form.json donne ce qu’elle demande. message.txt ne sert que si la page offre un champ libre.",
                "Sign in and find the page for this on the order or in the account; form.json gives what it asks. message.txt is needed only if the page has a free field."
            )
        case .onlineReturn:
            say(
                "Connectez-vous, choisissez l’article et le retour, puis le motif le plus proche de celui de form.json ; collez message.txt dans le champ de commentaire s’il y en a un.",
                "Sign in, choose the item and the return, then the reason closest to the one in form.json; paste message.txt into the comment field if there is one."
            )
        case .withdrawal:
            say(
                "Ouvrez « renoncer au contrat ici » sur le site, remplissez avec form.json, collez message.txt si un champ libre le permet, puis cliquez sur « confirmer la rétractation ». Sans cette fonction, envoyez message.txt par e-mail ou par courrier avant la fin du délai.",
                "Open “renoncer au contrat ici” (withdraw from the contract here) on the site, fill it in from form.json, paste message.txt if there is a free field, then click “confirmer la rétractation” (confirm the withdrawal). Without that function, send message.txt by e-mail or by post before the time is over."
            )
        case .guarantee:
            say(
                "Connectez-vous, ouvrez la demande de garantie de la commande, choisissez le motif le plus proche de celui de form.json et collez message.txt. Joignez la capture du message au vendeur et vos photos.",
                "Sign in, open the guarantee claim of the order, pick the reason closest to the one in form.json and paste message.txt. Add the screenshot of the message to the seller and your photos."
            )
        case .association:
            say(
                "Choisissez une association près de chez vous, demandez le prix de l’adhésion, puis donnez message.txt et la copie des pièces.",
                "Choose an association near you, ask what membership costs, then give them message.txt and copies of the documents."
            )
        case .signalConso:
            say(
                "Choisissez la catégorie la plus proche et collez message.txt dans la description. Vos nom et e-mail sont à remplir par vous ; l’entreprise ne les reçoit que si vous l’acceptez. Un signalement ne règle pas le litige et ne remplace pas une mise en demeure.",
                "Pick the closest category and paste message.txt into the description. Your name and e-mail are for you to fill in; the company gets them only if you agree. A report does not settle the dispute and does not replace a formal notice."
            )
        case .productSafety:
            say(
                "N’utilisez plus le produit. Cherchez d’abord s’il est déjà rappelé, puis signalez-le avec message.txt et des photos du produit, de l’étiquette et de l’emballage.",
                "Stop using the product. See first whether it has been recalled, then report it with message.txt and photos of the product, the label and the packaging."
            )
        case .report33700: steps(reporting: nil, callerIsKnown: false)
        case .signalSpam:
            say(
                "N’ouvrez ni lien ni pièce jointe. Signalez l’e-mail d’origine ; message.txt le décrit.",
                "Open no link and no attachment. Report the original e-mail; message.txt describes it."
            )
        case .phishingReport:
            say(
                "N’utilisez ni lien ni numéro du message suspect : allez sur le site par vous-même, voyez si le message y figure, puis signalez-le avec message.txt et le message d’origine.",
                "Use no link and no number from the suspicious message: go to the site yourself, see whether the message is there, then report it with message.txt and the original message."
            )
        case .cyber17:
            say(
                "Répondez aux questions avec form.json et message.txt : on vous dira quoi faire et qui peut aider.",
                "Answer the questions from form.json and message.txt: you are told what to do and who can help."
            )
        case .pharos:
            say(
                "Copiez l’adresse de la page sans l’ouvrir de nouveau, puis collez message.txt. PHAROS reçoit les signalements de sites et de contenus illégaux ; pour de l’argent perdu, portez plainte.",
                "Copy the address of the page without opening it again, then paste message.txt. PHAROS takes reports of illegal sites and content; for lost money, file a complaint."
            )
        case .thesee:
            say(
                "Portez plainte en ligne pour escroquerie : remplissez avec form.json et collez message.txt dans le récit des faits. Vérifiez chaque mot : une plainte engage son auteur.",
                "File the complaint for fraud online: fill it in from form.json and paste message.txt into the account of the facts. Check every word: you answer for a complaint."
            )
        }
    }

    /// What to do with a text message, or with a call.
    ///
    /// - Source: 33700: forward the message, or send "spamvocal", a space, and the caller's number.
    static func steps(reporting medium: Issue.Medium?, callerIsKnown: Bool) -> LocalText {
        switch medium {
        case .call where callerIsKnown:
            say(
                "Ne rappelez pas. Envoyez au 33700 le SMS qui est dans message.txt, après avoir vérifié le numéro.",
                "Do not call back. Check the number, then send the text in message.txt to 33700.")
        case .call:
            say(
                "Ne rappelez pas. Envoyez au 33700 le SMS « spamvocal », une espace, puis le numéro de l’appelant. Le formulaire en ligne prend message.txt.",
                "Do not call back. Send 33700 the text “spamvocal”, a space, then the caller’s number. The online form takes message.txt."
            )
        case .sms, .email, .letter, nil:
            say(
                "N’ouvrez aucun lien et ne répondez pas. Transférez le SMS tel quel au 33700. Le formulaire en ligne prend message.txt et une capture d’écran.",
                "Open no link and do not answer. Forward the text message unchanged to 33700. The online form takes message.txt and a screenshot."
            )
        }
    }

    static func proof(of kind: FormKind) -> LocalText {
        switch kind {
        case .selfService:
            say(
                "Une capture d’écran de la confirmation, avec la date, et l’e-mail reçu.",
                "A screenshot of the confirmation with its date, and the e-mail you get.")
        case .onlineReturn:
            say(
                "L’e-mail de confirmation du retour, l’étiquette, puis la preuve de dépôt du colis.",
                "The e-mail that confirms the return, the label, then the proof that the parcel was handed in."
            )
        case .withdrawal:
            say(
                "L’accusé de réception, qui doit dire le contenu, la date et l’heure (D. 221-5), et une capture de la confirmation.",
                "The acknowledgement, which must state content, date and time (D. 221-5), and a screenshot of the confirmation."
            )
        case .guarantee:
            say(
                "Une capture d’écran de la demande envoyée avec sa date, et l’e-mail de confirmation.",
                "A screenshot of the claim as sent, with its date, and the e-mail that confirms it.")
        case .association:
            say(
                "Le nom de l’association, le jour et la réponse.",
                "The association’s name, the day and the answer.")
        case .signalConso:
            say(
                "L’e-mail de confirmation du signalement, puis la réponse de l’entreprise.",
                "The e-mail that confirms the report, then the company’s answer.")
        case .productSafety:
            say(
                "Le produit, son emballage, les photos et la confirmation du signalement.",
                "The product, its packaging, the photos and the confirmation of the report.")
        case .report33700:
            say(
                "Une capture d’écran du SMS ou de l’appel avec la date, l’heure et le numéro, et la réponse du 33700.",
                "A screenshot of the text message or the call with date, time and number, and the answer of 33700."
            )
        case .signalSpam:
            say(
                "L’e-mail d’origine, sans le supprimer, et la confirmation du signalement.",
                "The original e-mail, not deleted, and the confirmation of the report.")
        case .phishingReport:
            say(
                "Une capture d’écran du message suspect avec la date, l’heure et l’expéditeur.",
                "A screenshot of the suspicious message with date, time and sender.")
        case .cyber17:
            say(
                "Une copie de l’échange ou du diagnostic, avec sa date.",
                "A copy of the conversation or of the result, with its date.")
        case .pharos:
            say(
                "Le numéro du signalement, et une capture de la page si vous l’avez encore ouverte.",
                "The number of the report, and a screenshot of the page if you still have it open.")
        case .thesee:
            say(
                "Le récépissé de la plainte ; gardez aussi les messages, les relevés et les captures d’origine.",
                "The receipt of the complaint; keep the original messages, statements and screenshots, too.")
        }
    }

    private static func say(_ french: String, _ english: String) -> LocalText {
        LocalText(french: french, english: english)
    }
}

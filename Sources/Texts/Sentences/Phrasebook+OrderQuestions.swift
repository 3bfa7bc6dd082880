import ContactRouting

extension Phrasebook {
    func orderQuestion(_ fact: FactPath) -> String {
        switch fact {
        case .orderNumber: say("Quel est le numéro de la commande ?", "What is the order number?")
        case .orderedOn: say("Quel jour avez-vous commandé ?", "On which day did you order?")
        case .promisedOn:
            say(
                "Quelle date de livraison le vendeur a-t-il annoncée ?",
                "Which delivery day did the seller promise?")
        case .latestEstimatedDelivery:
            say(
                "Quelle est la dernière date de livraison estimée ? Regardez le détail de la commande.",
                "What is the latest estimated delivery day? Look at the details of the order.")
        case .deliveredOn: say("Quel jour l’article est-il arrivé ?", "On which day did the item arrive?")
        case .withdrawalNotifiedOn:
            say(
                "Quel jour avez-vous annoncé votre rétractation au vendeur ?",
                "On which day did you tell the seller that you withdraw?")
        case .withdrawalInformed:
            say(
                "Le vendeur vous a-t-il informé de votre droit de rétractation ? Regardez les conditions de vente et la confirmation de commande.",
                "Did the seller tell you of your right to withdraw? Look at the terms of sale and the confirmation of the order."
            )
        case .returnShippedOn:
            say("Quel jour avez-vous renvoyé l’article ?", "On which day did you send the item back?")
        case .debitedOn: say("Quel jour la somme a-t-elle été débitée ?", "On which day was the sum debited?")
        case .deliveredIn:
            say(
                "Dans quel pays la commande a-t-elle été livrée ?",
                "In which country was the order delivered?")
        case .orderAmount: say("Quel est le montant de la commande ?", "What is the amount of the order?")
        default:  // tidy-allow: called for twelve facts
            say(
                "Comment avez-vous payé : carte, virement, prélèvement, PayPal ou autrement ?",
                "How did you pay: card, bank transfer, direct debit, PayPal or otherwise?")
        }
    }

    func itemQuestion(_ fact: FactPath) -> String {
        switch fact {
        case .itemName: say("Quel est l’article ?", "What is the item?")
        case .itemCategory: say("De quel type d’article s’agit-il ?", "What kind of item is it?")
        case .itemCondition:
            say(
                "L’article a-t-il été vendu neuf, d’occasion ou reconditionné ?",
                "Was the item sold new, second-hand or refurbished?")
        case .itemOpened: say("Avez-vous ouvert l’emballage ?", "Did you open the package?")
        default:  // tidy-allow: called for five facts
            say(
                "L’article était-il scellé, et l’avez-vous descellé ?",
                "Was the item sealed, and did you break the seal?")
        }
    }

    func personQuestion(_ fact: FactPath) -> String {
        switch fact {
        case .consumerName: say("Quel est votre nom ?", "What is your name?")
        case .consumerAddress: say("Quelle est votre adresse postale ?", "What is your postal address?")
        case .consumerEmail: say("Quelle est votre adresse e-mail ?", "What is your e-mail address?")
        case .consumerPhone: say("Quel est votre numéro de téléphone ?", "What is your phone number?")
        case .consumerCountry: say("Dans quel pays vivez-vous ?", "In which country do you live?")
        case .consumerLanguage:
            say("Préférez-vous le français ou l’anglais ?", "Do you prefer French or English?")
        case .consumerReachable:
            say(
                "Quels jours et à quelles heures peut-on vous appeler ?",
                "On which days and at what times can you take a call?")
        case .consumerHasAccount:
            say("Avez-vous un compte chez \(merchant) ?", "Do you have an account with \(merchant)?")
        case .consumerCanLogIn:
            say("Pouvez-vous vous connecter à votre compte ?", "Can you sign in to your account?")
        case .consumerCanCall: say("Pouvez-vous téléphoner ?", "Can you make a phone call?")
        case .consumerDeaf:
            say(
                "Avez-vous besoin d’une transcription ou de la langue des signes pour téléphoner ?",
                "Do you need live captions or sign language for a phone call?")
        case .consumerProfessional:
            say(
                "L’achat a-t-il été fait pour votre activité professionnelle ?",
                "Did you buy the item for your business?")
        case .bankName: say("Quelle est votre banque ?", "Which is your bank?")
        case .bankAddress:
            say(
                "À quelle adresse votre banque reçoit-elle le courrier ?",
                "Which is your bank’s postal address?")
        case .courtName: say("À quel tribunal adressez-vous la demande ?", "Which court is the request for?")
        case .courtAddress: say("Quelle est l’adresse de ce tribunal ?", "Which is the court’s address?")
        default:  // tidy-allow: called for fourteen facts
            say(
                "Quel numéro votre banque donne-t-elle pour les urgences ? Il figure souvent au dos de la carte.",
                "Which number does your bank give for emergencies? It is often on the back of the card.")
        }
    }
}

public import ContactRouting

extension Phrasebook {
    /// The question to ask the person for a fact that is not known.
    public func question(for fact: FactPath) -> String {
        switch fact {
        case .merchantMediator, .merchantAddress, .merchantEmail, .merchantPhone, .merchantLinks:
            merchantQuestion(fact)
        case .sellerType, .sellerName, .sellerCountry, .sellerFulfilledBy, .sellerPrimeEligible,
            .sellerSiteReachable, .sellerAddress, .sellerEmail:
            sellerQuestion(fact)
        case .issueMedium, .issueDemand, .issueDescription, .issueDataGiven, .issueClicked:
            issueQuestion(fact)
        case .orderNumber, .orderedOn, .promisedOn, .latestEstimatedDelivery, .deliveredOn,
            .withdrawalNotifiedOn, .withdrawalInformed, .returnShippedOn, .debitedOn, .deliveredIn,
            .orderAmount, .payment:
            orderQuestion(fact)
        case .itemName, .itemCategory, .itemCondition, .itemOpened, .itemSealBroken: itemQuestion(fact)
        case .consumerName, .consumerAddress, .consumerEmail, .consumerPhone, .consumerCountry,
            .consumerLanguage, .consumerReachable, .consumerHasAccount, .consumerCanLogIn, .consumerCanCall,
            .consumerDeaf, .consumerProfessional, .bankName, .bankAddress, .bankPhone, .courtName,
            .courtAddress:
            personQuestion(fact)
        }
    }

    /// The question for the sum that is asked for, where nothing else says how much.
    ///
    /// - Parameter path: the field that it is written in.
    public func questionForSum(in path: String) -> String {
        say(
            "Quelle somme demandez-vous ? Écrivez-la dans \(path), avec sa monnaie (par exemple 25 €) ou en pour cent du prix.",
            "Which sum do you ask for? Write it in \(path), with its currency (such as 25 €) or in percent of the price."
        )
    }

    private func merchantQuestion(_ fact: FactPath) -> String {
        switch fact {
        case .merchantMediator:
            say(
                "Quel médiateur de la consommation les conditions générales \(ofMerchant) nomment-elles ?",
                "Which consumer mediator do the terms of \(merchant) name?")
        case .merchantAddress:
            say(
                "Quelle est l’adresse postale \(ofMerchant) ? Regardez les mentions légales du site.",
                "What is the postal address of \(merchant)? Look at the site’s legal notice.")
        case .merchantEmail:
            say(
                "Quelle est l’adresse e-mail \(isSoldByAnother ? "du vendeur" : ofMerchant) ? Regardez les mentions légales.",
                "What is the e-mail address of \(counterpart)? Look at the legal notice.")
        case .merchantPhone:
            say(
                "Quel est le numéro de téléphone \(ofMerchant) ? Regardez son site officiel.",
                "What is the phone number of \(merchant)? Look at its official site.")
        default:  // tidy-allow: called for five facts
            say(
                "Où se trouve cette page sur le site \(ofMerchant) ? Copiez son adresse.",
                "Where is this page on the site of \(merchant)? Copy its address.")
        }
    }

    private func sellerQuestion(_ fact: FactPath) -> String {
        switch fact {
        case .sellerType:
            say(
                "Qui vend l’article : \(merchant), un vendeur tiers ou un particulier ? Regardez la ligne « Vendu par » de la commande.",
                "Who sells the item: \(merchant), a third-party seller or a private person? Look for “Sold by” in the order."
            )
        case .sellerName: say("Comment s’appelle le vendeur ?", "What is the seller called?")
        case .sellerCountry:
            say("Dans quel pays le vendeur est-il établi ?", "In which country is the seller established?")
        case .sellerFulfilledBy:
            say(
                "Qui a expédié l’article : \(merchant) ou le vendeur ? Regardez la ligne « Expédié par » de la commande.",
                "Who shipped the item: \(merchant) or the seller? Look for “Dispatched by” in the order.")
        case .sellerPrimeEligible:
            say("La commande était-elle éligible à Prime ?", "Was the order eligible for Prime?")
        case .sellerSiteReachable:
            say("Le site du vendeur répond-il encore ?", "Does the seller’s site still answer?")
        case .sellerAddress:
            say(
                "Quelle est l’adresse postale du vendeur ? Regardez sa fiche sur le site.",
                "What is the seller’s postal address? Look at the seller’s page on the site.")
        default:  // tidy-allow: called for eight facts
            say("Quelle est l’adresse e-mail du vendeur ?", "What is the seller’s e-mail address?")
        }
    }

    private func issueQuestion(_ fact: FactPath) -> String {
        switch fact {
        case .issueMedium:
            say(
                "Comment le message est-il arrivé : SMS, e-mail, appel ou courrier ?",
                "How did the message come: text message, e-mail, call or letter?")
        case .issueDemand:
            say(
                "Que voulez-vous obtenir : remboursement, remplacement, réparation ou autre chose ?",
                "What do you want: a refund, a replacement, a repair or something else?")
        case .issueDescription:
            say("Que s’est-il passé, en quelques phrases ?", "What happened, in a few sentences?")
        case .issueDataGiven:
            say(
                "Qu’avez-vous transmis : numéro de carte, mot de passe, coordonnées bancaires, pièce d’identité, ou rien ?",
                "What did you give away: a card number, a password, bank details, an identity document, or nothing?"
            )
        default:  // tidy-allow: called for five facts
            say("Avez-vous cliqué sur un lien du message ?", "Did you click a link in the message?")
        }
    }
}

public import ContactRouting

extension Phrasebook {
    /// A fact as a short label: `le numéro de la commande`.
    public func label(of fact: FactPath) -> String { vocabulary.label(of: fact) }
}

extension Vocabulary {
    /// A fact as a short label, as in a list of what is missing: `le numéro de la commande`.
    public func label(of fact: FactPath) -> String {
        switch fact {
        case .merchantMediator: say("le médiateur de l’entreprise", "the company’s mediator")
        case .merchantAddress: say("l’adresse de l’entreprise", "the company’s address")
        case .merchantEmail: say("l’adresse e-mail du destinataire", "the recipient’s e-mail address")
        case .merchantPhone: say("le téléphone de l’entreprise", "the company’s phone number")
        case .merchantLinks: say("l’adresse de la page sur le site", "the address of the page on the site")
        case .sellerType: say("qui vend", "who sells")
        case .sellerName: say("le nom du vendeur", "the seller’s name")
        case .sellerCountry: say("le pays du vendeur", "the seller’s country")
        case .sellerFulfilledBy: say("qui expédie", "who ships")
        case .sellerPrimeEligible: say("l’éligibilité à Prime", "whether Prime applies")
        case .sellerSiteReachable: say("si le site répond encore", "whether the site still answers")
        case .sellerAddress: say("l’adresse du vendeur", "the seller’s address")
        case .sellerEmail: say("l’adresse e-mail du vendeur", "the seller’s e-mail address")
        case .issueMedium: say("comment le message est arrivé", "how the message came")
        case .issueDemand: say("ce que vous demandez", "what you ask for")
        case .issueDescription: say("ce qui s’est passé", "what happened")
        case .issueDataGiven: say("ce que vous avez transmis", "what you gave away")
        case .issueClicked: say("si un lien a été ouvert", "whether a link was opened")
        case .orderNumber: say("le numéro de la commande", "the order number")
        case .orderedOn: say("la date de la commande", "the day of the order")
        case .promisedOn: say("la date de livraison annoncée", "the promised delivery day")
        case .latestEstimatedDelivery:
            say("la dernière date de livraison estimée", "the latest estimated delivery day")
        case .deliveredOn: say("la date de livraison", "the day of delivery")
        case .withdrawalNotifiedOn: say("la date de la rétractation", "the day of the withdrawal")
        case .withdrawalInformed:
            say(
                "si le vendeur vous a informé du droit de rétractation",
                "whether the seller told you of the right to withdraw")
        case .returnShippedOn: say("la date du renvoi", "the day it was sent back")
        case .debitedOn: say("la date du débit", "the day of the debit")
        case .deliveredIn: say("le pays de livraison", "the country of delivery")
        case .orderAmount: say("le montant de la commande", "the amount of the order")
        case .payment: say("le moyen de paiement", "the means of payment")
        case .itemName: say("le nom de l’article", "the name of the item")
        case .itemCategory: say("le type d’article", "the kind of item")
        case .itemCondition: say("l’état de l’article", "the condition of the item")
        case .itemOpened: say("si l’emballage est ouvert", "whether the package is open")
        case .itemSealBroken: say("si l’article est descellé", "whether the seal is broken")
        case .consumerName: say("votre nom", "your name")
        case .consumerAddress: say("votre adresse", "your address")
        case .consumerEmail: say("votre adresse e-mail", "your e-mail address")
        case .consumerPhone: say("votre numéro de téléphone", "your phone number")
        case .consumerCountry: say("votre pays", "your country")
        case .consumerLanguage: say("votre langue", "your language")
        case .consumerReachable: say("quand on peut vous appeler", "when you can take a call")
        case .consumerHasAccount: say("si vous avez un compte", "whether you have an account")
        case .consumerCanLogIn: say("si vous pouvez vous connecter", "whether you can sign in")
        case .consumerCanCall: say("si vous pouvez téléphoner", "whether you can make a call")
        case .consumerDeaf: say("si vous avez besoin d’une transcription", "whether you need captions")
        case .consumerProfessional:
            say("si l’achat est professionnel", "whether the purchase is for a business")
        case .bankName: say("le nom de votre banque", "the name of your bank")
        case .courtName: say("le nom du tribunal", "the court’s name")
        case .courtAddress: say("l’adresse du tribunal", "the court’s address")
        case .bankAddress: say("l’adresse de votre banque", "your bank’s address")
        case .bankPhone: say("le numéro d’urgence de votre banque", "your bank’s emergency number")
        }
    }
}

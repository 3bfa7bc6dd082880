internal import ContactRouting

/// What each kind of trouble is called in a message: a sentence without its full stop.
enum TroubleWords {
    /// Nil where facts or the person's own words say it better.
    static func words(_ kind: IssueKind) -> LocalText? {
        switch kind {
        case .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .other: nil
        case .missingItem:
            say(
                "Il manque une partie de la commande dans le colis",
                "Part of the order is missing from the parcel")
        case .wrongItem:
            say(
                "L’article reçu n’est pas celui que j’ai commandé",
                "The item I received is not the one I ordered")
        case .unorderedItem:
            say(
                "Un article que je n’ai pas commandé m’a été livré",
                "An item that I did not order was delivered to me")
        case .itemDamaged: say("L’article est arrivé abîmé", "The item arrived damaged")
        case .itemDefective: say("L’article est défectueux", "The item is faulty")
        case .itemNotAsDescribed:
            say("L’article ne correspond pas à l’annonce", "The item is not as described")
        case .counterfeit: say("L’article paraît être une contrefaçon", "The item seems to be a counterfeit")
        case .dangerousProduct: say("L’article présente un danger", "The item is dangerous")
        case .warrantyRefused:
            say("La garantie de l’article m’a été refusée", "I was refused the warranty of the item")
        case .orderTracking:
            say("Je souhaite savoir où en est ma commande", "I would like to know where my order is")
        case .orderChange: say("Je souhaite modifier ma commande", "I would like to change my order")
        case .orderCancellation:
            say("Je souhaite annuler ma commande", "I would like to cancel my order")
        case .preorderQuestion:
            say("J’ai une question sur ma précommande", "I have a question about my pre-order")
        case .changeOfMind: say("Je souhaite rendre l’article reçu", "I would like to give the item back")
        case .returnProblem:
            say(
                "Le retour de l’article pose un problème", "There is a problem with the return of the item"
            )
        case .refundNotReceived:
            say("Le remboursement ne m’est pas parvenu à ce jour", "I have not received the refund so far")
        case .refundRefused: say("Le remboursement m’a été refusé", "I was refused the refund")
        case .chargedTwice: say("Le paiement a été débité deux fois", "The payment was taken twice")
        case .unauthorisedCharge:
            say("Un débit que je n’ai pas autorisé a eu lieu", "A payment that I did not authorise was taken")
        case .paymentProblem: say("Un paiement pose un problème", "There is a problem with a payment")
        case .invoiceMissing: say("La facture ne m’est pas parvenue", "I have not received the invoice")
        case .giftCardProblem: say("Une carte cadeau pose un problème", "There is a problem with a gift card")
        case .priceDispute:
            say("Je conteste le prix qui m’a été facturé", "I dispute the price that I was charged")
        case .suspiciousMessage: say("J’ai reçu un message suspect", "I received a suspicious message")
        case .accountCompromised:
            say("Mon compte client a été piraté", "My account was taken over by somebody else")
        case .accountProblem: say("Mon compte client pose un problème", "There is a problem with my account")
        case .accountAccess:
            say("Je n’arrive plus à accéder à mon compte client", "I can no longer get into my account")
        case .personalDataRequest:
            say("Ma demande porte sur mes données personnelles", "My request is about my personal data")
        case .promotionQuestion: say("J’ai une question sur une offre", "I have a question about an offer")
        case .unsolicitedSalesCall:
            say(
                "J’ai reçu un appel de démarchage que je n’ai pas demandé",
                "I received a sales call that I had not asked for")
        case .subscriptionCancellation:
            say("Je souhaite résilier mon abonnement", "I would like to cancel my subscription")
        case .deviceOrServiceProblem:
            say(
                "Un appareil ou un service ne fonctionne pas comme prévu",
                "A device or a service does not work as it should")
        case .contactInEnglish:
            say("Je souhaite un échange en anglais", "I would like to be answered in English")
        }
    }

    private static func say(_ french: String, _ english: String) -> LocalText {
        LocalText(french: french, english: english)
    }
}

public import ContactRouting

extension Vocabulary {
    /// What the trouble is, as a whole phrase without an end: for papers, and for whoever reads one aloud.
    ///
    /// A label such as `remboursement pas reçu` is for a list; after `Objet du litige : ` it would read like a telegram.
    public func subject(of kind: IssueKind) -> String {
        switch kind {
        case .lateDelivery: say("le retard de la livraison", "late delivery")
        case .notDelivered: say("l’absence de livraison", "non-delivery")
        case .markedDeliveredNotReceived:
            say(
                "un colis annoncé comme livré, que je n’ai pas reçu",
                "a parcel marked as delivered, which I did not receive")
        case .missingItem:
            say("un article qui manquait dans le colis", "an item that was missing from the parcel")
        case .wrongItem:
            say(
                "la livraison d’un autre article que celui que j’ai commandé",
                "the delivery of another item than the one I ordered")
        case .unorderedItem:
            say(
                "la livraison d’un article que je n’ai pas commandé",
                "the delivery of an item that I did not order")
        case .itemDamaged:
            say("la livraison d’un article abîmé", "the delivery of a damaged item")
        case .itemDefective: say("le défaut de l’article livré", "the defect of the item delivered")
        case .itemNotAsDescribed:
            say(
                "la livraison d’un article différent de l’annonce",
                "the delivery of an item that is not as described")
        case .counterfeit:
            say(
                "la livraison d’un article qui paraît contrefait",
                "the delivery of an item that seems to be a counterfeit")
        case .dangerousProduct:
            say("la livraison d’un article dangereux", "the delivery of a dangerous item")
        case .warrantyRefused: say("le refus de la garantie", "the refusal of the warranty")
        case .orderTracking: say("le suivi de ma commande", "the tracking of my order")
        case .orderChange: say("la modification de ma commande", "a change of my order")
        case .orderCancellation: say("l’annulation de ma commande", "the cancellation of my order")
        case .preorderQuestion: say("une question sur ma précommande", "a question about my pre-order")
        case .changeOfMind:
            say("le renvoi d’un article que je ne garde pas", "the return of an item that I do not keep")
        case .returnProblem: say("le retour de l’article", "the return of the item")
        case .refundNotReceived:
            say("un remboursement que je n’ai pas reçu", "a refund that I have not received")
        case .refundRefused: say("le refus d’un remboursement", "the refusal of a refund")
        case .chargedTwice: say("un paiement débité deux fois", "a payment that was taken twice")
        case .unauthorisedCharge:
            say("un débit que je n’ai pas autorisé", "a payment that I did not authorise")
        case .paymentProblem: say("le paiement de ma commande", "the payment of my order")
        case .invoiceMissing:
            say("une facture que je n’ai pas reçue", "an invoice that I have not received")
        case .giftCardProblem: say("l’usage d’une carte cadeau", "the use of a gift card")
        case .priceDispute: say("le prix qui m’a été facturé", "the price that I was charged")
        case .suspiciousMessage:
            say("un message suspect que j’ai reçu", "a suspicious message that I received")
        case .accountCompromised: say("le piratage de mon compte", "the takeover of my account")
        case .accountProblem: say("un problème avec mon compte", "a problem with my account")
        case .accountAccess:
            say("l’accès à mon compte, qui m’est impossible", "my account, which I cannot get into")
        case .personalDataRequest: say("mes données personnelles", "my personal data")
        case .promotionQuestion: say("une question sur une offre", "a question about an offer")
        case .unsolicitedSalesCall:
            say(
                "un appel de démarchage que je n’ai pas demandé",
                "a sales call that I had not asked for")
        case .subscriptionCancellation:
            say("la résiliation de mon abonnement", "the end of my subscription")
        case .deviceOrServiceProblem:
            say(
                "un appareil ou un service qui ne fonctionne pas",
                "a device or a service that does not work")
        case .contactInEnglish: say("un échange en anglais", "a conversation in English")
        case .other: say("une demande que j’explique ci-après", "a request that I explain below")
        }
    }
}

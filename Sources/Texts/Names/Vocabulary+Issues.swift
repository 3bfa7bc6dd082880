public import ContactRouting

extension Vocabulary {
    /// What the trouble is, as a short label.
    public func name(of kind: IssueKind) -> String {
        switch kind {
        case .lateDelivery: say("livraison en retard", "late delivery")
        case .notDelivered: say("colis jamais arrivé", "parcel never arrived")
        case .markedDeliveredNotReceived:
            say("colis annoncé livré mais pas reçu", "parcel marked delivered but not received")
        case .missingItem: say("article manquant", "missing item")
        case .wrongItem: say("mauvais article reçu", "wrong item received")
        case .unorderedItem: say("article reçu sans commande", "item received without an order")
        case .itemDamaged: say("article abîmé à l’arrivée", "item damaged on arrival")
        case .itemDefective: say("article en panne ou défectueux", "broken or faulty item")
        case .itemNotAsDescribed: say("article différent de l’annonce", "item not as described")
        case .counterfeit: say("contrefaçon", "counterfeit")
        case .dangerousProduct: say("produit dangereux", "dangerous product")
        case .orderTracking: say("suivi d’une commande", "tracking an order")
        case .orderChange: say("modification d’une commande", "changing an order")
        case .orderCancellation: say("annulation d’une commande", "cancelling an order")
        case .preorderQuestion: say("question sur une précommande", "question about a pre-order")
        case .changeOfMind: say("changement d’avis", "change of mind")
        case .returnProblem: say("problème de retour", "problem with a return")
        case .refundNotReceived: say("remboursement pas reçu", "refund not received")
        case .refundRefused: say("remboursement refusé", "refund refused")
        case .warrantyRefused: say("garantie refusée", "warranty refused")
        case .chargedTwice: say("double débit", "charged twice")
        case .unauthorisedCharge: say("débit non autorisé", "unauthorised charge")
        case .paymentProblem: say("problème de paiement", "payment problem")
        case .invoiceMissing: say("facture manquante", "missing invoice")
        case .giftCardProblem: say("problème de carte cadeau", "gift card problem")
        case .priceDispute: say("désaccord sur le prix", "price dispute")
        case .suspiciousMessage: say("message suspect", "suspicious message")
        case .accountCompromised: say("compte piraté", "hacked account")
        case .accountProblem: say("problème de compte", "account problem")
        case .accountAccess: say("accès au compte impossible", "no access to the account")
        case .personalDataRequest: say("demande sur mes données personnelles", "personal data request")
        case .promotionQuestion: say("question sur une promotion", "question about an offer")
        case .unsolicitedSalesCall: say("démarchage téléphonique", "unwanted sales call")
        case .subscriptionCancellation: say("résiliation d’un abonnement", "cancelling a subscription")
        case .deviceOrServiceProblem:
            say("problème d’appareil ou de service", "problem with a device or a service")
        case .contactInEnglish: say("contact en anglais", "contact in English")
        case .other: say("autre problème", "other problem")
        }
    }

    /// What the person wants.
    public func name(of demand: Issue.Demand) -> String {
        switch demand {
        case .refund: say("remboursement", "refund")
        case .replacement: say("remplacement", "replacement")
        case .repair: say("réparation", "repair")
        case .delivery: say("livraison", "delivery")
        case .cancellation: say("annulation", "cancellation")
        case .priceReduction: say("baisse du prix", "price reduction")
        case .information: say("information", "information")
        case .other: say("autre demande", "something else")
        }
    }

    /// How much the matter presses.
    public func name(of urgency: Issue.Urgency) -> String {
        switch urgency {
        case .low: say("peu urgent", "not urgent")
        case .normal: say("normal", "normal")
        case .high: say("urgent", "urgent")
        }
    }

    /// How a suspicious message came.
    public func name(of medium: Issue.Medium) -> String {
        switch medium {
        case .sms: say("SMS", "text message")
        case .email: say("e-mail", "e-mail")
        case .call: say("appel", "call")
        case .letter: say("courrier", "letter")
        }
    }

    /// What was given away to a suspicious message.
    public func name(of data: Issue.GivenData) -> String {
        switch data {
        case .cardNumber: say("numéro de carte bancaire", "card number")
        case .password: say("mot de passe", "password")
        case .bankDetails: say("coordonnées bancaires", "bank details")
        case .identityDocument: say("pièce d’identité", "identity document")
        }
    }
}

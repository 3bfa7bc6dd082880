import ContactRouting

/// What letters call channels, outcomes, troubles and acts.
enum FrenchPhrases {
    /// How a contact took place; nil for a channel that letters do not tell of.
    static func means(of channel: ChannelName) -> String? {
        switch channel {
        case .selfService: "depuis mon compte client"
        case .onlineReturn: "par le formulaire de retour en ligne"
        case .withdrawalButton: "par la fonction de rétractation en ligne"
        case .chat: "par messagerie instantanée (chat)"
        case .callback: "lors d’un rappel téléphonique du service client"
        case .phone, .accessiblePhone: "par téléphone"
        case .email: "par courrier électronique"
        case .socialDM: "par message privé sur un réseau social"
        case .sellerMessaging: "par la messagerie de la place de marché"
        case .marketplaceGuarantee: "par une demande au titre de la garantie de la place de marché"
        case .registeredMail: "par lettre recommandée"
        default: nil  // tidy-allow: an open set of names
        }
    }

    /// What came of a contact; nil where only the sending is known.
    static func outcome(of contact: LetterContact) -> String? {
        let deadline = contact.deadline.map { "délai fixé au \(FrenchForms.date($0))" }
        let parts = [deadline, answer(to: contact)].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func answer(to contact: LetterContact) -> String? {
        switch contact.outcome {
        case .sent: nil
        case .noReply: "sans réponse"
        case .answered: "réponse reçue, sans solution à ce jour"
        case .promised: "engagement pris" + until(contact)
        case .promiseNotKept: "engagement pris" + until(contact) + ", non tenu"
        case .refused: "refus"
        case .partlyAccepted: "demande acceptée en partie seulement"
        case .accepted: "demande acceptée" + until(contact)
        case .bounced: "message non distribué"
        case .notReached: "sans parvenir à joindre le service"
        case .delivered: "distribution confirmée"
        case .unclaimed: "pli non réclamé"
        }
    }

    private static func until(_ contact: LetterContact) -> String {
        contact.promisedOn.map { " pour le \(FrenchForms.date($0))" } ?? ""
    }

    /// The trouble with the goods, in one sentence.
    static func problem(_ kind: IssueKind) -> String {
        switch kind {
        case .itemDamaged: "L’article est arrivé endommagé."
        case .itemDefective: "L’article est défectueux."
        case .itemNotAsDescribed: "L’article ne correspond pas à sa description."
        case .counterfeit: "L’article paraît être une contrefaçon."
        case .dangerousProduct: "L’article présente un danger."
        case .lateDelivery, .notDelivered, .markedDeliveredNotReceived, .missingItem, .wrongItem,
            .unorderedItem,
            .orderTracking, .orderChange, .orderCancellation, .preorderQuestion, .changeOfMind,
            .returnProblem,
            .refundNotReceived, .refundRefused, .warrantyRefused, .chargedTwice, .unauthorisedCharge,
            .paymentProblem, .invoiceMissing, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .unsolicitedSalesCall, .subscriptionCancellation, .deviceOrServiceProblem, .contactInEnglish,
            .other:
            "L’article présente un défaut de conformité."
        }
    }

    /// What is asked for under the guarantee, after "de".
    static func remedy(_ demand: LetterDemand) -> String {
        switch demand {
        case .repair: "réparer le bien"
        case .replacement: "remplacer le bien"
        case .repairOrReplacement, .deliver, .proveHandover, .deliverMissingPart, .exchangeWrongItem, .refund,
            .priceReduction,
            .perform:
            "mettre le bien en conformité, par sa réparation ou son remplacement"
        }
    }

    static func sum(_ amount: Money?) -> String {
        amount.map { "la somme de \(FrenchForms.sum($0))" }
            ?? "la totalité des sommes versées, frais de livraison standard compris"
    }
}

/// The act that a general notice demands.
struct DemandedAct {
    /// After "Je vous demande": "de …", "d’…".
    let text: String
    /// What the words rest on: facts that the case must then give.
    let needs: Needs

    /// The facts without which an act would be empty words.
    enum Needs: Hashable, Sendable {
        case nothing
        /// Only the description says what is meant.
        case description
        /// Nothing says what is wanted.
        case demand
    }

    init(_ demand: LetterDemand, issue: IssueKind) {
        switch demand {
        case .refund(let amount): self.init("de me rembourser \(FrenchPhrases.sum(amount))")
        case .deliver: self.init("de livrer cette commande")
        case .proveHandover:
            self.init(
                "de m’adresser la preuve de la remise du bien au transporteur ou, si cette remise n’a pas eu lieu, "
                    + "de livrer cette commande")
        case .deliverMissingPart: self.init("de livrer ce qui manque")
        case .exchangeWrongItem: self.init("de livrer l’article commandé")
        case .repair: self.init("de réparer l’article")
        case .replacement, .repairOrReplacement: self.init("de remplacer l’article")
        case .priceReduction: self.init("de réduire le prix")
        case .perform(let named): self.init(named, issue: issue)
        }
    }

    private init(_ named: Issue.Demand?, issue: IssueKind) {
        switch named {
        case .refund: self.init("de me rembourser la somme exposée ci-dessus", needs: .description)
        case .cancellation where issue == .subscriptionCancellation:
            self.init("de résilier mon abonnement et de me le confirmer par écrit")
        case .cancellation: self.init("d’annuler cette commande et de me le confirmer par écrit")
        case .delivery: self.init("de livrer cette commande")
        case .replacement: self.init("de remplacer l’article")
        case .repair: self.init("de réparer l’article")
        case .priceReduction: self.init("de réduire le prix comme exposé ci-dessus", needs: .description)
        case .information, .other, nil:
            if issue == .invoiceMissing {
                self.init("de m’adresser la facture")
            } else {
                self.init(
                    "de donner suite à la demande exposée ci-dessus",
                    needs: named == nil ? .demand : .description)
            }
        }
    }

    private init(_ text: String, needs: Needs = .nothing) {
        self.text = text
        self.needs = needs
    }
}

import ContactRouting
internal import Texts

/// What French letters call channels, outcomes and troubles.
enum FrenchPhrases {
    private static let formats = Formats(.french)

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
        let deadline = contact.deadline.map { "délai fixé au \(formats.date($0))" }
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
        contact.promisedOn.map { " pour le \(formats.date($0))" } ?? ""
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

    /// What happened, in one sentence, for letters that no law describes; nil where only the person's words can.
    static func trouble(_ kind: IssueKind, hasArrivedLate: Bool, isPartial: Bool) -> String? {
        switch kind {
        case .itemDamaged, .itemDefective, .itemNotAsDescribed, .counterfeit, .dangerousProduct: problem(kind)
        case .warrantyRefused: "L’article présente un défaut, et la garantie m’a été refusée."
        case .lateDelivery, .notDelivered:
            if hasArrivedLate {
                nil
            } else {
                isPartial
                    ? "À ce jour, je n’ai reçu qu’une partie de la commande."
                    : "À ce jour, je n’ai pas reçu la commande."
            }
        case .markedDeliveredNotReceived:
            "Le suivi indique que le colis a été livré, mais je ne l’ai pas reçu."
        case .missingItem: "La livraison était incomplète."
        case .wrongItem: "L’article livré n’est pas celui que j’ai commandé."
        case .unorderedItem: "Je n’ai pas commandé l’article reçu."
        case .refundNotReceived: "Le remboursement ne m’est pas parvenu."
        case .refundRefused: "Le remboursement m’a été refusé."
        case .unauthorisedCharge: "Une somme a été débitée sans mon autorisation."
        case .unsolicitedSalesCall: "J’ai reçu un appel de démarchage que je n’avais pas demandé."
        case .chargedTwice: "La même somme a été débitée deux fois."
        case .invoiceMissing: "La facture ne m’est pas parvenue."
        case .orderTracking, .orderChange, .orderCancellation, .preorderQuestion, .changeOfMind,
            .returnProblem,
            .paymentProblem, .giftCardProblem, .priceDispute, .suspiciousMessage,
            .accountCompromised, .accountProblem, .accountAccess, .personalDataRequest, .promotionQuestion,
            .subscriptionCancellation, .deviceOrServiceProblem, .contactInEnglish,
            .other:
            nil
        }
    }

    static func sum(_ amount: Money?) -> String {
        amount.map { "la somme de \(formats.money($0))" }
            ?? "la totalité des sommes versées, frais de livraison standard compris"
    }
}

public import ContactRouting

extension Phrasebook {
    /// Why a channel is good, as a clause without a full stop: `vous en gardez une trace datée`.
    public func text(of reason: ReasonCode, on offer: ChannelOffer) -> String {
        switch reason {
        case .safetyFirst: safetyFirst(offer.channel)
        case .solvesAlone:
            say(
                "cela peut suffire sans attendre de réponse",
                "it may be enough without waiting for an answer")
        case .openNow: say("c’est ouvert en ce moment", "it is open right now")
        case .nextStep:
            say("les démarches précédentes n’ont rien donné", "the earlier steps have led nowhere")
        case .sellerFirst:
            say(
                "le vendeur est le premier à devoir répondre de la vente",
                "the seller is the first who must answer for the sale")
        case .sellerSilent: say("le vendeur n’a pas répondu à temps", "the seller has not answered in time")
        case .sellerRefused: say("le vendeur a refusé votre demande", "the seller has refused your demand")
        case .informalContactFailed:
            say("un premier contact n’a pas suffi", "a first contact was not enough")
        case .writtenComplaintFailed:
            say(
                "votre réclamation écrite a été refusée ou est restée sans réponse",
                "your written complaint was refused or left without an answer")
        case .amicableAttemptFirst:
            say(
                "il faut en général chercher un accord avant d’aller au tribunal",
                "as a rule you must seek an agreement before going to court")
        case .declarationDue: declarationDue
        case .rightEndsSoon:
            say("un délai se termine bientôt", "a time limit ends soon")
        case .refundOverdue:
            say("le remboursement aurait déjà dû arriver", "the refund should already have arrived")
        case .opposableProof: opposableProof(offer.channel)
        case .datedProof: say("il en reste une trace datée", "a dated record of it remains")
        case .obligedByLaw: obligedByLaw(offer.channel)
        case .speaksYourLanguage: say("on y répond aussi en anglais", "help is given in English too")
        case .preferred: say("vous préférez ce canal", "you prefer this channel")
        case .freeOfCharge: say("c’est gratuit", "it is free of charge")
        case .goodwill:
            say(
                "l’entreprise peut faire un geste, sans y être obligée",
                "the company may make a gesture, without having to")
        case .besideTheLadder:
            say(
                "cela accompagne les autres démarches sans les remplacer",
                "it goes along with the other steps without replacing them")
        }
    }

    /// A refusal ends the time at once; else it is over.
    private var declarationDue: String {
        let isRefused = facts.history.contains { $0.deadline != nil && $0.outcome == .refused }
        return isRefused
            ? say(
                "après leur refus, une nouvelle lettre peut ouvrir vos droits suivants",
                "after their refusal a new letter can open your next rights")
            : say(
                "maintenant que le délai laissé est passé, une nouvelle lettre peut ouvrir vos droits suivants",
                "now that the time given is over, a new letter can open your next rights")
    }

    private func safetyFirst(_ channel: ChannelName) -> String {
        switch facts.issue.kind {
        case .accountCompromised:
            say(
                "il faut d’abord mettre votre compte et votre argent à l’abri",
                "your account and your money must be made safe first")
        case .unauthorisedCharge:
            say("il faut d’abord arrêter les débits", "the debits must be stopped first")
        case .dangerousProduct:
            say("la sécurité passe d’abord", "safety comes first")
        case .suspiciousMessage where channel == .bankCardBlock:
            say(
                "des données bancaires ont été transmises, et il faut d’abord protéger le compte",
                "bank details were given away, and the account must be protected first")
        case .suspiciousMessage, .unsolicitedSalesCall:
            say("c’est le service prévu pour ce signalement", "this is the service for such reports")
        default:  // tidy-allow: every other issue has a wall only when the shop is gone
            say("le vendeur semble avoir disparu", "the seller seems to be gone")
        }
    }

    private func opposableProof(_ channel: ChannelName) -> String {
        guard channel == .registeredMail else {
            return say("il en reste une preuve solide", "solid proof of it remains")
        }
        return say(
            "l’avis de réception laisse une preuve solide", "the acknowledgement of receipt is solid proof")
    }

    private func obligedByLaw(_ channel: ChannelName) -> String {
        switch channel {
        case .withdrawalButton:
            say(
                "la loi oblige les sites à proposer cette fonction",
                "the law obliges sites to offer this function")
        case .mediator:
            say(
                "la loi oblige l’entreprise à vous donner accès à un médiateur",
                "the law obliges the company to give you access to a mediator")
        default:  // tidy-allow: an open set of names
            say(
                "la loi oblige l’entreprise à donner ce moyen de la joindre",
                "the law obliges the company to give this way of reaching it")
        }
    }
}

import CivilCalendar
public import ContactRouting

extension Phrasebook {
    /// When and why a later step comes, in one sentence; the channel's name stands beside it.
    public func because(of step: NextStep) -> String {
        guard let moment = step.notBefore else { return condition(of: step) }
        let from = formats.from(moment, in: zone)
        let opening = formats.opening(moment, in: zone)
        switch step.because {
        case .closed: return say("Ouvre le \(opening).", "Opens on \(opening).")
        case .wrongSeller, .blockedBy, .disproportionate:
            return say(
                "Possible \(from), si rien n’est réglé d’ici là.",
                "Possible \(from), if nothing is settled by then.")
        case .tooEarly, .hoursUnknown, .tooLate, .alreadyTried, .needsLogin, .voiceImpossible, .notOffered,
            .serviceClosed, .writtenComplaintMissing, .outOfScope, .avoided, .evidenceTooWeak, .professional,
            .unsafe, .factUnknown:
            return say("Possible \(from).", "Possible \(from).")
        }
    }

    private func condition(of step: NextStep) -> String {
        switch step.because {
        case .writtenComplaintMissing:
            say(
                "Possible après une réclamation écrite, refusée ou restée sans réponse.",
                "Possible after a written complaint that was refused or not answered.")
        case .disproportionate, .blockedBy, .closed, .hoursUnknown, .tooEarly, .tooLate, .alreadyTried,
            .needsLogin, .voiceImpossible, .wrongSeller, .notOffered, .serviceClosed, .outOfScope, .avoided,
            .evidenceTooWeak, .professional, .unsafe, .factUnknown:
            say(
                "Possible si les démarches plus simples n’ont rien donné.",
                "Possible if the simpler steps have led nowhere.")
        }
    }

    /// The answer about the channel that the person named, with its reason.
    ///
    /// - Parameter decision: where the refused channel stands, with the successor of a closed service.
    public func text(of asked: AskedAnswer, in decision: Decision) -> String {
        let name = the(asked.channel)
        if asked.answer == .yes {
            return say(
                "Oui, c’est possible dès maintenant : \(name).", "Yes, this is possible right now: \(name).")
        }
        let offer = decision.refused.first { $0.channel == asked.channel }?.offer
        let objection = asked.objection ?? Objection(.notOffered)
        let reason = text(of: objection, on: offer)
        switch asked.answer {
        case .yes, .never: return say("Non. \(reason)", "No. \(reason)")
        case .noLonger:
            let head = say("Plus maintenant", "No longer")
            guard objection.code != .tooLate else { return tooLate(objection, offer?.channel, head: head) }
            return "\(head). \(reason)"
        case .notYet:
            let head = say("Pas encore", "Not yet")
            let answer =
                objection.code == .tooEarly
                ? tooEarly(objection, offer?.channel, head: head) : "\(head). \(reason)"
            guard let from = asked.usableFrom, from != objection.usableFrom else { return answer }
            let when = formats.from(from, in: zone)
            return answer + say(" Possible \(when).", " Possible \(when).")
        }
    }

    /// Why waiting is right, as a sentence.
    public func text(of reason: WaitReason) -> String {
        switch reason {
        case .answerPending(.sellerMessaging):
            say(
                "Le vendeur a encore le temps de répondre à votre message.",
                "The seller still has time to answer your message.")
        case .answerPending(let channel):
            say(
                "Une réponse peut encore arriver à votre dernière démarche : \(the(channel)).",
                "Your latest step may still be answered: \(the(channel)).")
        case .performanceDue(.delivery):
            say("Le délai de livraison court encore.", "The time to deliver is still running.")
        case .performanceDue(.repair):
            say(
                "La loi laisse encore du temps au vendeur pour réparer ou remplacer.",
                "The law still gives the seller time to repair or replace.")
        case .performanceDue:
            say(
                "La loi laisse encore du temps au vendeur pour rembourser.",
                "The law still gives the seller time to refund.")
        case .nextStepOpens(let channel):
            say(
                "L’étape suivante n’est possible qu’à ce moment : \(the(channel)).",
                "The next step is possible only then: \(the(channel)).")
        }
    }

    /// Why nothing helps, honestly, as one or two sentences.
    public func text(of reason: NothingReason) -> String {
        switch reason {
        case .noRightLeft:
            say(
                "Les délais pour rendre cet article sont passés : aucun droit ne permet plus de l’imposer.",
                "The times for giving this item back are over: no right enforces it any more.")
        case .goodsExcluded:
            say(
                "La loi exclut ce type d’article du droit de rétractation : un changement d’avis ne suffit pas pour le rendre.",
                "The law excludes this kind of item from the right of withdrawal: a change of mind is not enough to give it back."
            )
        case .guaranteesOver:
            say(
                "La garantie légale était finie quand le défaut est apparu, et le délai de deux ans pour un vice caché est passé.",
                "The legal guarantee was over when the defect appeared, and the two years for a hidden defect have passed."
            )
        case .privateSeller:
            say(
                "L’article vient d’un particulier : la loi ne l’oblige pas à le reprendre après un changement d’avis.",
                "A private person sold the item: the law does not oblige a private seller to take it back after a change of mind."
            )
        case .professional:
            say(
                "Le droit de rétractation protège les consommateurs : il ne couvre en général pas un achat fait pour une activité professionnelle.",
                "The right of withdrawal protects consumers: as a rule it does not cover a purchase for a business."
            )
        case .nothingUsable:
            say(
                "Avec ce qui est connu du dossier, aucun canal n’est possible pour l’instant.",
                "With what is known of the case, no channel is possible at the moment.")
        }
    }
}

import ContactRouting

/// What must come first, and what leads nowhere.
extension Phrasebook {
    func writtenComplaintMissing(_ objection: Objection, _ channel: ChannelName?) -> String {
        switch channel {
        case .mediator:
            withLaw(
                say(
                    "Le médiateur n’examine un litige qu’après une réclamation écrite \(toCounterpart).",
                    "The mediator looks at a dispute only after a written complaint \(toCounterpart)."),
                objection.grounds)
        case .eccNet:
            say(
                "Le centre intervient après une réclamation écrite \(toCounterpart), refusée ou restée sans réponse.",
                "The centre steps in after a written complaint \(toCounterpart) that was refused or not answered."
            )
        default:  // tidy-allow: an open set of names
            say(
                "Il faut d’abord une réclamation écrite \(toCounterpart), refusée ou restée sans réponse.",
                "A written complaint \(toCounterpart) comes first, refused or left without an answer.")
        }
    }

    func blockedBy(_ objection: Objection, _ channel: ChannelName?) -> String {
        guard case .channel(let other) = objection.detail else {
            return say("Une autre étape vient d’abord.", "Another step comes first.")
        }
        switch (channel, other) {
        case (.bankChargeback, .marketplaceGuarantee):
            return say(
                "Une contestation auprès de la banque ferait perdre la garantie du site : attendez son issue.",
                "Disputing the payment with your bank would forfeit the site’s guarantee: wait for its outcome."
            )
        case (.marketplaceGuarantee, .bankChargeback):
            return say(
                "Le paiement a déjà été contesté auprès de la banque, ce qui exclut la garantie du site.",
                "The payment has already been disputed with the bank, which rules out the site’s guarantee.")
        case (.marketplaceGuarantee, .sellerMessaging):
            return say(
                "Écrivez d’abord au vendeur : la garantie s’ouvre s’il refuse ou ne répond pas à temps.",
                "Write to the seller first: the guarantee opens when the seller refuses or does not answer in time."
            )
        case (.mediator, .courtRequest):
            return withLaw(
                say(
                    "Un tribunal est déjà saisi : le médiateur ne peut plus l’être.",
                    "A court already has the case: the mediator can no longer take it."), objection.grounds)
        case (.courtRequest, _): return beforeCourt(objection, other)
        default:  // tidy-allow: pairs of open sets
            return say(
                "Une étape plus simple vient d’abord : \(the(other)).",
                "A simpler step comes first: \(the(other)).")
        }
    }

    private func beforeCourt(_ objection: Objection, _ other: ChannelName) -> String {
        guard case .law = objection.grounds else {
            return say(
                "D’autres étapes viennent avant le tribunal. D’abord : \(the(other)).",
                "Other steps come before the court. First: \(the(other)).")
        }
        return withLaw(
            say(
                "Jusqu’à 5 000 €, il faut en général chercher un accord avant d’aller au tribunal, par exemple avec un conciliateur de justice.",
                "Up to €5,000, you must as a rule seek an agreement before going to court, for example with a conciliateur de justice."
            ), objection.grounds)
    }

    func disproportionate(_ objection: Objection) -> String {
        if case .channel(let solution) = objection.detail {
            return say(
                "Une lettre recommandée serait prématurée. Plus simple, et encore possible : \(the(solution)).",
                "A registered letter would be premature. Simpler, and still possible: \(the(solution)).")
        }
        guard let end = objection.usableFrom else {
            return say(
                "Une lettre recommandée serait prématurée : essayez d’abord un contact plus simple.",
                "A registered letter would be premature: try a simpler contact first.")
        }
        return say(
            "Une lettre recommandée serait prématurée : une réponse peut encore arriver \(formats.until(end, in: zone)).",
            "A registered letter would be premature: an answer may still come \(formats.until(end, in: zone))."
        )
    }
}

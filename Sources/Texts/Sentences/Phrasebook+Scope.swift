import ContactRouting

/// Cases that a channel does not take.
extension Phrasebook {
    func outOfScope(_ objection: Objection, _ channel: ChannelName?) -> String {
        switch objection.detail {
        case .fact(let fact): outOfScope(fact, objection.grounds, channel)
        case .none, .channel, .since: leadsNowhere
        }
    }

    /// Behind a wall: fraud, an unwanted sales call, or a shop that is gone.
    private var leadsNowhere: String {
        let kind = facts.issue.kind
        if kind == .unsolicitedSalesCall {
            return say(
                "Ce canal règle les litiges sur un achat, pas le démarchage.",
                "This channel settles disputes about a purchase, not unwanted sales calls.")
        }
        if IssueSet.fraud.contains(kind) {
            return say(
                "Ce canal règle les litiges sur un achat : il ne protège pas d’une fraude.",
                "This channel settles disputes about a purchase: it does not protect you from fraud.")
        }
        return say(
            "Le vendeur semble avoir disparu : ce canal ne mènerait à rien.",
            "The seller seems to be gone: this channel would lead nowhere.")
    }

    private func outOfScope(_ fact: FactPath, _ grounds: Grounds, _ channel: ChannelName?) -> String {
        switch (fact, channel) {
        case (.sellerType, _):
            say(
                "Ce recours ne vise que les professionnels, et l’article vient d’un particulier.",
                "This is for disputes with businesses only, and a private person sold the item.")
        case (.sellerCountry, .conciliator):
            say(
                "Le conciliateur de justice intervient quand l’entreprise relève de la France, ce qui n’est pas le cas ici.",
                "The conciliateur de justice can act when the company falls under France, which is not so here."
            )
        case (.sellerCountry, _):
            say(
                "Ce centre intervient quand l’entreprise relève d’un autre pays de l’Union européenne, de l’Islande ou de la Norvège, ce qui n’est pas le cas ici.",
                "This centre can act when the company falls under another country of the European Union, Iceland or Norway, which is not so here."
            )
        case (.consumerCountry, _):
            say(
                "Ce service s’adresse aux personnes qui vivent en France : chaque pays a le sien.",
                "This service is for people who live in France: each country has its own.")
        case (.deliveredIn, _):
            say(
                "Ce médiateur ne prend que les commandes livrées en France.",
                "This mediator takes only orders delivered in France.")
        case (.payment, .bankCardBlock):
            say(
                "Le paiement n’a pas été fait par carte : il n’y a pas de carte à bloquer.",
                "The payment was not made by card: there is no card to block.")
        case (.payment, _):
            say(
                "Cette contestation n’existe que pour un paiement par carte, et le vôtre a été fait autrement.",
                "This dispute exists only for card payments, and yours was made in another way.")
        case (.itemCategory, .marketplaceGuarantee):
            say(
                "La garantie du site ne couvre pas ce type d’article.",
                "The site’s guarantee does not cover this kind of item.")
        case (.itemCategory, _):
            withLaw(
                say(
                    "La loi exclut ce type d’article du droit de rétractation.",
                    "The law excludes this kind of item from the right of withdrawal."), grounds)
        default:  // tidy-allow: any fact that a directory may compare
            say(
                "Ce canal ne prend pas ce dossier, à cause d’un point : \(label(of: fact)).",
                "This channel does not take this case, because of one point: \(label(of: fact)).")
        }
    }
}

import ContactRouting

/// The wrong side, or a channel that is not there.
extension Phrasebook {
    func wrongSeller(_ objection: Objection, _ channel: ChannelName?) -> String {
        switch channel {
        case .marketplaceGuarantee:
            return say(
                "La garantie du site couvre les articles vendus et expédiés par un vendeur tiers. Ici, \(merchant) répond de la commande.",
                "The site’s guarantee covers items that a third-party seller sold and shipped. Here \(merchant) answers for the order."
            )
        case .sellerMessaging:
            return say(
                "Il n’y a pas de vendeur tiers à contacter : \(merchant) répond de la commande.",
                "There is no third-party seller to write to: \(merchant) answers for the order.")
        default:  // tidy-allow: an open set of names
            return sellerFirst(objection)
        }
    }

    private func sellerFirst(_ objection: Objection) -> String {
        let first =
            facts.seller.kind == .privatePerson
            ? say(
                "L’article vient d’un particulier : écrivez-lui d’abord.",
                "A private person sold the item: write to the seller first.")
            : say(
                "L’article a été vendu et expédié par un vendeur tiers : écrivez d’abord à ce vendeur.",
                "A third-party seller sold and shipped the item: write to this seller first.")
        guard let opens = objection.usableFrom else { return first }
        let from = formats.from(opens, in: zone)
        return first
            + say(
                " Sans réponse de sa part, ce canal sera possible \(from).",
                " Without an answer, this channel becomes possible \(from).")
    }

    func notOffered(_ offer: ChannelOffer?) -> String {
        guard let offer else {
            return say("Personne ne propose ce canal ici.", "Nobody offers this channel here.")
        }
        switch offer.channel {
        case .accessiblePhone:
            return say(
                "Ce service s’adresse aux personnes sourdes, malentendantes, sourdaveugles ou aphasiques.",
                "This service is for people who are deaf, hard of hearing, deafblind or aphasic.")
        case .withdrawalButton: return noWithdrawal
        default: break  // tidy-allow: an open set of names
        }
        switch offer.owner {
        case .merchant, .law:
            return say(
                "\(merchant) ne traite pas ce type de problème par ce canal.".capitalisedFirst,
                "\(merchant) does not handle this kind of problem through this channel.".capitalisedFirst)
        case .institution, .closed, .person:
            return say(
                "Ce service ne traite pas ce type de problème.",
                "This service does not handle this kind of problem.")
        }
    }

    private var noWithdrawal: String {
        if let ordered = facts.order.orderedOn, ordered < RightRule.withdrawalFunctionFrom {
            let day = formats.date(RightRule.withdrawalFunctionFrom)
            return say(
                "Les sites doivent proposer cette fonction pour les contrats conclus depuis le \(day), et la commande est plus ancienne.",
                "Sites must offer this function for contracts concluded since \(day), and this order is older."
            )
        }
        guard IssueSet.aboutAnItem.contains(facts.issue.kind) else {
            return say(
                "Le droit de rétractation ne répond pas à ce problème.",
                "The right of withdrawal does not answer this problem.")
        }
        guard facts.order.lastDeliveredOn != nil else {
            return say(
                "Sans date de livraison, rien ne dit que le délai de rétractation court encore.",
                "Without a delivery date, nothing shows that the time to withdraw is still running.")
        }
        return say(
            "Il n’y a pas, ou plus, de droit de rétractation pour cet article.",
            "There is no right of withdrawal for this item, or none any more.")
    }
}

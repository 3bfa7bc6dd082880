import ContactRouting

/// What the plan of a letter doubts about a delivery, its notices and the law that governs it, in words.
extension DoubtWords {
    /// - Source: C. civ. 1226.
    static let civilNoticeFirst = LocalText(
        french:
            "Avant de mettre fin au contrat, il faut une mise en demeure de livrer qui l’annonce (article 1226 du code civil) : la livraison est donc demandée d’abord.",
        english:
            "Before the contract is ended, a notice to deliver must announce it (article 1226 of the civil code): so delivery is asked for first."
    )
    /// - Source: C. conso. L216-6.
    static let noticeTooEarly = LocalText(
        french:
            "Votre mise en demeure fixait un jour antérieur à la date de livraison prévue : elle ne permet pas encore de résoudre le contrat (article L. 216-6).",
        english:
            "The day of your notice lay before the delivery was due: it does not let you end the contract yet (article L. 216-6)."
    )
    static let deliveryDayUnknown = LocalText(
        french:
            "Ni le jour promis ni celui de la commande ne sont connus : indiquez-les (order.promisedOn, order.orderedOn), car ils disent depuis quand la livraison est due.",
        english:
            "Neither the promised day nor that of the order is known: give them (order.promisedOn, order.orderedOn), for they say since when delivery is due."
    )
    static let contactBeforeOrder = LocalText(
        french:
            "Un contact de l’historique est antérieur à la commande : vérifiez les deux dates (history, order.orderedOn).",
        english:
            "A contact of the history is older than the order: check both days (history, order.orderedOn).")
    static let otherLawPossible = LocalText(
        french:
            "Vous vivez hors de France, ou le vendeur est établi hors de l’Union européenne : la loi d’un autre pays peut s’appliquer. Vérifiez les conditions de vente.",
        english:
            "You live outside France, or the seller is established outside the European Union: the law of another country may apply. Check the terms of sale."
    )
}

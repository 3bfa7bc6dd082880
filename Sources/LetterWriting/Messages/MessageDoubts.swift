public import ChannelPluginKit
public import ContactRouting

/// What the person should look at before a message or a form goes out.
public enum MessageDoubts {
    /// The doubts of the plan, and those of a message of its own, as sentences in the person's language.
    ///
    /// - Parameter counts: which doubts of the plan concern this message.
    public static func texts(
        for request: PreparationRequest, where counts: (LetterDoubt) -> Bool = { _ in true }
    ) -> [String] {
        let language = request.language
        var texts = (request.letter?.doubts ?? []).filter(counts).map {
            words[$0]?[language] ?? $0.text(in: language)
        }
        if request.letter?.kind == .deliveryTermination { texts.append(durable[language]) }
        if request.hasUntranslatedWords { texts.append(translation[language]) }
        return texts
    }

    /// - Source: C. conso. L216-6.
    private static let durable = LocalText(
        french:
            "Ce message met fin au contrat, et la loi demande pour cela une lettre recommandée ou un écrit sur un support durable (article L. 216-6) : gardez-en une copie, ou envoyez la lettre.",
        english:
            "This message ends the contract, for which the law wants a registered letter or a writing on a durable medium (article L. 216-6): keep a copy of it, or send the letter."
    )

    private static let translation = LocalText(
        french:
            "Le message est dans la langue du destinataire, votre description reste dans la vôtre : traduisez-la.",
        english: "The message is in the recipient’s language, your description stays in yours: translate it.")

    /// Where a doubt speaks of a letter, what it says of a message.
    private static let words: [LetterDoubt: LocalText] = [
        .deliveryNotDueYet: LocalText(
            french: "Le délai de livraison n’est pas encore écoulé : ce message vient peut-être trop tôt.",
            english: "The time for delivery is not over yet: this message may be too early."),
        .refundNotDueYet: LocalText(
            french:
                "Le délai de remboursement n’est pas encore écoulé : ce message vient peut-être trop tôt.",
            english: "The time for the refund is not over yet: this message may be too early."),
        .withdrawalPeriodOver: LocalText(
            french:
                "Le délai de rétractation est écoulé : c’est un geste que vous demandez, et non un droit.",
            english: "The time for withdrawal is over: what you ask for is goodwill, not a right."),
        .withdrawalExcluded: LocalText(
            french:
                "Ce genre d’article est exclu de la rétractation : c’est un geste que vous demandez, et non un droit.",
            english:
                "Goods of this kind are excluded from withdrawal: what you ask for is goodwill, not a right."),
        .withdrawalNotGiven: LocalText(
            french:
                "Seul un consommateur peut se rétracter, et face à un professionnel : c’est un geste que vous demandez.",
            english:
                "Only a consumer can withdraw, and only from a contract with a trader: what you ask for is goodwill."
        ),
        .carrierChosen: LocalText(
            french:
                "Vous avez choisi le transporteur : dès que le bien lui est remis, le risque est pour vous (article L. 216-3). Le message demande donc la preuve de cette remise.",
            english:
                "You chose the carrier: once it has the goods, the risk is yours (article L. 216-3). So the message asks for proof that it was given them."
        ),
        .guaranteeOver: LocalText(
            french: "Les deux ans de la garantie légale paraissent écoulés : le message ne l’invoque pas.",
            english: "The two years of the legal guarantee seem to be over: the message does not rely on it."),
        .deliveryComesFirst: LocalText(
            french:
                "La loi demande d’abord une mise en demeure de livrer (article L. 216-6) : le message demande donc la livraison.",
            english:
                "The law asks for a notice to deliver first (article L. 216-6): so the message asks for delivery."
        ),
        .deliveryMayBeRefused: LocalText(
            french:
                "Le vendeur a refusé une demande. S’il a refusé de livrer, la loi permet de résoudre le contrat sans attendre (article L. 216-6) : faites-vous conseiller avant d’envoyer ce message.",
            english:
                "The seller has refused something. If it refused to deliver, the law lets you end the contract at once (article L. 216-6): take advice before you send this message."
        ),
        .refundInstead: LocalText(
            french:
                "Le message demande un remboursement, et non ce que vous avez choisi (issue.demand) : vérifiez que cela vous convient.",
            english:
                "The message asks for a refund, and not for what you chose (issue.demand): make sure that this is what you want."
        ),
        .remedyComesFirst: LocalText(
            french:
                "La garantie donne d’abord droit à la réparation ou au remplacement : le message le demande à défaut de ce que vous préférez.",
            english:
                "The guarantee gives repair or replacement first: the message asks for it, failing what you prefer."
        ),
        .choiceOpen: LocalText(
            french:
                "La loi permet maintenant de mettre fin au contrat ou de baisser le prix : choisissez (issue.demand).",
            english: "The law now lets you end the contract or lower the price: choose (issue.demand)."),
        .amountUnknown: LocalText(
            french:
                "Le montant manque : le message demande la totalité des sommes versées sans les chiffrer.",
            english: "The amount is missing: the message asks for everything paid without a figure."),
    ]
}

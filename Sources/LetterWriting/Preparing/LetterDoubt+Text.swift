public import ContactRouting

extension LetterDoubt {
    /// The doubt in one sentence, for the person.
    public func text(in language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }

    private var french: String {
        switch self {
        case .deliveryNotDueYet:
            "Le délai de livraison n’est pas encore écoulé : cette lettre vient peut-être trop tôt."
        case .refundNotDueYet:
            "Le délai de remboursement n’est pas encore écoulé : cette lettre vient peut-être trop tôt."
        case .returnUnknown:
            "Le vendeur peut attendre le bien ou la preuve de son renvoi : indiquez le jour du renvoi (order.returnShippedOn)."
        case .withdrawalPeriodOver:
            "Le délai de rétractation est écoulé : la lettre demande un geste, elle n’invoque aucun droit."
        case .withdrawalExcluded:
            "Ce genre d’article est exclu de la rétractation : la lettre demande un geste, elle n’invoque aucun droit."
        case .withdrawalNotGiven:
            "Seul un consommateur peut se rétracter, et face à un professionnel : la lettre demande un geste, elle n’invoque aucun droit."
        case .carrierChosen:
            "Vous avez choisi le transporteur : dès que le bien lui est remis, le risque est pour vous (article L. 216-3). La lettre demande donc la preuve de cette remise."
        case .withdrawalPeriodUnknown:
            "Le délai de rétractation n’a pas pu être vérifié : indiquez le jour de la livraison (order.deliveredOn)."
        case .withdrawalMayBeExcluded:
            "Ce genre d’article peut être exclu de la rétractation : indiquez si le scellé est intact (order.item.sealBroken)."
        case .guaranteeOver:
            "Les deux ans de la garantie légale paraissent écoulés : la lettre ne l’invoque pas."
        case .remedyComesFirst:
            "La garantie donne d’abord droit à la réparation ou au remplacement : la lettre demande cela, et annonce le reste."
        case .choiceOpen:
            "La loi permet maintenant de mettre fin au contrat ou de baisser le prix : choisissez (issue.demand) pour que la lettre le déclare."
        case .orderNumberUnknown:
            "Le numéro de commande manque : le destinataire aura du mal à retrouver le dossier."
        case .amountUnknown:
            "Le montant manque : la lettre demande la totalité des sommes versées sans les chiffrer."
        }
    }

    private var english: String {
        switch self {
        case .deliveryNotDueYet: "The time for delivery is not over yet: this letter may be too early."
        case .refundNotDueYet: "The time for the refund is not over yet: this letter may be too early."
        case .returnUnknown:
            "The seller may wait for the goods or the proof of their return: give the day you sent them (order.returnShippedOn)."
        case .withdrawalPeriodOver:
            "The time for withdrawal is over: the letter asks for goodwill and claims no right."
        case .withdrawalExcluded:
            "Goods of this kind are excluded from withdrawal: the letter asks for goodwill and claims no right."
        case .withdrawalNotGiven:
            "Only a consumer can withdraw, and only from a contract with a trader: the letter asks for goodwill and claims no right."
        case .carrierChosen:
            "You chose the carrier: once it has the goods, the risk is yours (article L. 216-3). So the letter asks for proof that it was given them."
        case .withdrawalPeriodUnknown:
            "The time for withdrawal could not be checked: give the day of delivery (order.deliveredOn)."
        case .withdrawalMayBeExcluded:
            "Goods of this kind may be excluded from withdrawal: say whether the seal is intact (order.item.sealBroken)."
        case .guaranteeOver:
            "The two years of the legal guarantee seem to be over: the letter does not rely on it."
        case .remedyComesFirst:
            "The guarantee gives repair or replacement first: the letter asks for that, and announces the rest."
        case .choiceOpen:
            "The law now lets you end the contract or lower the price: choose (issue.demand), so that the letter declares it."
        case .orderNumberUnknown:
            "The order number is missing: the recipient will find it hard to find the case."
        case .amountUnknown: "The amount is missing: the letter asks for everything paid without a figure."
        }
    }
}

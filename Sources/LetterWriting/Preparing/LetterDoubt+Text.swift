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
        case .hiddenDefectsOver:
            "Les deux ans pour invoquer un vice caché paraissent écoulés : la lettre demande un geste, elle n’invoque aucun droit."
        case .proofOnBuyer:
            "Un vice caché se prouve : joignez ce qui montre que le défaut est grave et plus ancien que la vente (constat, devis, avis d’un réparateur)."
        case .defectDayUnknown:
            "Le jour de la découverte du défaut manque, et le délai de deux ans n’a pas pu être vérifié : indiquez-le (order.defectFoundOn)."
        case .damagedOnTheWay:
            "Vous avez choisi le transporteur : un dommage survenu pendant le transport reste à votre charge (article L. 216-3)."
        case .olderLaw:
            "Le contrat est antérieur au 1er janvier 2022 : la loi d’alors n’est pas celle que le programme connaît, et la lettre ne cite donc pas ses articles."
        case .deliveryComesFirst:
            "La loi demande d’abord une mise en demeure de livrer (article L. 216-6) : la lettre demande donc la livraison, et annonce la suite."
        case .deliveryMayBeRefused:
            "Le vendeur a refusé une demande. S’il a refusé de livrer, la loi permet de résoudre le contrat sans attendre (article L. 216-6) : faites-vous conseiller avant d’envoyer cette lettre."
        case .refundInstead:
            "La lettre demande un remboursement, et non ce que vous avez choisi (issue.demand) : vérifiez que cela vous convient."
        case .presumptionOver:
            "Le défaut n’est plus présumé ancien (douze mois après la livraison pour un article d’occasion, vingt-quatre pour un article neuf) : joignez ce qui montre qu’il existait à la livraison, et précisez l’état de l’article (order.item.condition)."
        case .defectNotDescribed:
            "Le défaut n’est pas décrit : dites en une phrase ce qui ne va pas (issue.description)."
        case .withdrawalUnproven:
            "C’est à vous de prouver la rétractation (article L. 221-22), et cette voie n’en laisse pas de trace : confirmez-la par écrit avant la fin du délai."
        case .remedyComesFirst:
            "La garantie donne d’abord droit à la réparation ou au remplacement : la lettre demande cela, et annonce le reste."
        case .choiceOpen:
            "La loi permet maintenant de mettre fin au contrat ou de baisser le prix : choisissez (issue.demand) pour que la lettre le déclare."
        case .orderNumberUnknown:
            "Le numéro de commande manque : le destinataire aura du mal à retrouver le dossier."
        case .amountUnknown:
            "Le montant manque : la lettre demande le remboursement sans le chiffrer."
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
        case .hiddenDefectsOver:
            "The two years to claim a hidden defect seem to be over: the letter asks for goodwill and claims no right."
        case .proofOnBuyer:
            "A hidden defect must be proved: enclose what shows that it is grave and older than the sale (a report, an estimate, a repairer’s opinion)."
        case .defectDayUnknown:
            "The day on which the defect was found is missing, so the two years could not be checked: give it (order.defectFoundOn)."
        case .damagedOnTheWay:
            "You chose the carrier: damage on the way is at your own risk (article L. 216-3)."
        case .olderLaw:
            "The contract is older than 1 January 2022: its law is not the one that the program knows, so the letter does not cite its articles."
        case .deliveryComesFirst:
            "The law asks for a notice to deliver first (article L. 216-6): so the letter demands delivery, and announces what follows."
        case .deliveryMayBeRefused:
            "The seller has refused something. If it refused to deliver, the law lets you end the contract at once (article L. 216-6): take advice before you send this letter."
        case .refundInstead:
            "The letter asks for a refund, and not for what you chose (issue.demand): make sure that this is what you want."
        case .presumptionOver:
            "The defect is no longer presumed to be old (twelve months after delivery for a used item, twenty-four for a new one): enclose what shows that it was there at delivery, and give the state of the item (order.item.condition)."
        case .defectNotDescribed:
            "The defect is not described: say in one sentence what is wrong (issue.description)."
        case .withdrawalUnproven:
            "You must prove the withdrawal (article L. 221-22), and this way leaves no trace: confirm it in writing before the time is over."
        case .remedyComesFirst:
            "The guarantee gives repair or replacement first: the letter asks for that, and announces the rest."
        case .choiceOpen:
            "The law now lets you end the contract or lower the price: choose (issue.demand), so that the letter declares it."
        case .orderNumberUnknown:
            "The order number is missing: the recipient will find it hard to find the case."
        case .amountUnknown: "The amount is missing: the letter asks for the refund without a figure."
        }
    }
}

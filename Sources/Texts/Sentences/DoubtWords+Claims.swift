import ContactRouting

/// What a letter's plan doubts, in words; where a letter, a message and a paper for others say it differently, all three.
extension DoubtWords {
    static let deliveryNotDueYet = OfWriting(
        letter: LocalText(
            french: "Le délai de livraison n’est pas encore écoulé : cette lettre vient peut-être trop tôt.",
            english: "The time for delivery is not over yet: this letter may be too early."),
        message: LocalText(
            french: "Le délai de livraison n’est pas encore écoulé : ce message vient peut-être trop tôt.",
            english: "The time for delivery is not over yet: this message may be too early."),
        referral: LocalText(
            french:
                "Le délai de livraison n’est pas encore écoulé : cette démarche vient peut-être trop tôt.",
            english:
                "The time for delivery is not over yet: this step may be too early."))
    static let refundNotDueYet = OfWriting(
        letter: LocalText(
            french:
                "Le délai de remboursement n’est pas encore écoulé : cette lettre vient peut-être trop tôt.",
            english: "The time for the refund is not over yet: this letter may be too early."),
        message: LocalText(
            french:
                "Le délai de remboursement n’est pas encore écoulé : ce message vient peut-être trop tôt.",
            english: "The time for the refund is not over yet: this message may be too early."),
        referral: LocalText(
            french:
                "Le délai de remboursement n’est pas encore écoulé : cette démarche vient peut-être trop tôt.",
            english:
                "The time for the refund is not over yet: this step may be too early."))
    static let returnUnknown = LocalText(
        french:
            "Le vendeur peut attendre le bien ou la preuve de son renvoi : indiquez le jour du renvoi (order.returnShippedOn).",
        english:
            "The seller may wait for the goods or the proof of their return: give the day you sent them (order.returnShippedOn)."
    )
    static let withdrawalPeriodOver = OfWriting(
        letter: LocalText(
            french:
                "Le délai de rétractation est écoulé : la lettre demande un geste, elle n’invoque aucun droit.",
            english: "The time for withdrawal is over: the letter asks for goodwill and claims no right."),
        message: LocalText(
            french:
                "Le délai de rétractation est écoulé : c’est un geste que vous demandez, et non un droit.",
            english: "The time for withdrawal is over: what you ask for is goodwill, not a right."),
        referral: LocalText(
            french:
                "Le délai de rétractation est écoulé : votre demande au vendeur n’invoque aucun droit, et elle peut être rejetée.",
            english:
                "The time for withdrawal is over: what you ask of the seller rests on no right, and may be turned down."
        ))
    static let withdrawalExcluded = OfWriting(
        letter: LocalText(
            french:
                "Ce genre d’article est exclu de la rétractation : la lettre demande un geste, elle n’invoque aucun droit.",
            english:
                "Goods of this kind are excluded from withdrawal: the letter asks for goodwill and claims no right."
        ),
        message: LocalText(
            french:
                "Ce genre d’article est exclu de la rétractation : c’est un geste que vous demandez, et non un droit.",
            english:
                "Goods of this kind are excluded from withdrawal: what you ask for is goodwill, not a right."),
        referral: LocalText(
            french:
                "Ce genre d’article est exclu de la rétractation : votre demande au vendeur n’invoque aucun droit, et elle peut être rejetée.",
            english:
                "Goods of this kind are excluded from withdrawal: what you ask of the seller rests on no right, and may be turned down."
        ))
    static let withdrawalNotGiven = OfWriting(
        letter: LocalText(
            french:
                "Seul un consommateur peut se rétracter, et face à un professionnel : la lettre demande un geste, elle n’invoque aucun droit.",
            english:
                "Only a consumer can withdraw, and only from a contract with a trader: the letter asks for goodwill and claims no right."
        ),
        message: LocalText(
            french:
                "Seul un consommateur peut se rétracter, et face à un professionnel : c’est un geste que vous demandez.",
            english:
                "Only a consumer can withdraw, and only from a contract with a trader: what you ask for is goodwill."
        ),
        referral: LocalText(
            french:
                "Seul un consommateur peut se rétracter, et face à un professionnel : votre demande au vendeur n’invoque aucun droit, et elle peut être rejetée.",
            english:
                "Only a consumer can withdraw, and only from a contract with a trader: what you ask of the seller rests on no right, and may be turned down."
        ))
    static let carrierChosen = OfWriting(
        letter: LocalText(
            french:
                "Vous avez choisi le transporteur : dès que le bien lui est remis, le risque est pour vous (article L. 216-3). La lettre demande donc la preuve de cette remise.",
            english:
                "You chose the carrier: once it has the goods, the risk is yours (article L. 216-3). So the letter asks for proof that it was given them."
        ),
        message: LocalText(
            french:
                "Vous avez choisi le transporteur : dès que le bien lui est remis, le risque est pour vous (article L. 216-3). Le message demande donc la preuve de cette remise.",
            english:
                "You chose the carrier: once it has the goods, the risk is yours (article L. 216-3). So the message asks for proof that it was given them."
        ),
        referral: LocalText(
            french:
                "Vous avez choisi le transporteur : dès que le bien lui est remis, le risque est pour vous (article L. 216-3). Le document demande donc la preuve de cette remise.",
            english:
                "You chose the carrier: once it has the goods, the risk is yours (article L. 216-3). So the paper asks for proof that it was given them."
        ))
    static let withdrawalPeriodUnknown = LocalText(
        french:
            "Le délai de rétractation n’a pas pu être vérifié : indiquez le jour de la livraison (order.deliveredOn).",
        english: "The time for withdrawal could not be checked: give the day of delivery (order.deliveredOn)."
    )
    static let withdrawalMayBeExcluded = LocalText(
        french:
            "Ce genre d’article peut être exclu de la rétractation : indiquez si le scellé est intact (order.item.sealBroken).",
        english:
            "Goods of this kind may be excluded from withdrawal: say whether the seal is intact (order.item.sealBroken)."
    )
    /// - Source: C. conso. L221-20.
    static let withdrawalInformationUnknown = LocalText(
        french:
            "Si le vendeur ne vous a pas informé du droit de rétractation, vous avez douze mois de plus (article L. 221-20) : vérifiez, et dites-le (order.withdrawalInformed).",
        english:
            "If the seller did not tell you of the right to withdraw, you have twelve months more (article L. 221-20): check it, and say so (order.withdrawalInformed)."
    )
    static let guaranteeOver = OfWriting(
        letter: LocalText(
            french: "Les deux ans de la garantie légale paraissent écoulés : la lettre ne l’invoque pas.",
            english: "The two years of the legal guarantee seem to be over: the letter does not rely on it."),
        message: LocalText(
            french: "Les deux ans de la garantie légale paraissent écoulés : le message ne l’invoque pas.",
            english: "The two years of the legal guarantee seem to be over: the message does not rely on it."),
        referral: LocalText(
            french:
                "Les deux ans de la garantie légale paraissent écoulés : le document ne l’invoque pas.",
            english:
                "The two years of the legal guarantee seem to be over: the paper does not rely on it."))
    static let hiddenDefectsOver = OfWriting(
        letter: LocalText(
            french:
                "Les deux ans pour invoquer un vice caché paraissent écoulés : la lettre demande un geste, elle n’invoque aucun droit.",
            english:
                "The two years to claim a hidden defect seem to be over: the letter asks for goodwill and claims no right."
        ),
        message: LocalText(
            french:
                "Les deux ans pour invoquer un vice caché paraissent écoulés : c’est un geste que vous demandez, et non un droit.",
            english:
                "The two years to claim a hidden defect seem to be over: what you ask for is goodwill, not a right."
        ),
        referral: LocalText(
            french:
                "Les deux ans pour invoquer un vice caché paraissent écoulés : votre demande au vendeur n’invoque aucun droit, et elle peut être rejetée.",
            english:
                "The two years to claim a hidden defect seem to be over: what you ask of the seller rests on no right, and may be turned down."
        ))
    static let proofOnBuyer = LocalText(
        french:
            "Un vice caché se prouve : joignez ce qui montre que le défaut est grave et plus ancien que la vente (constat, devis, avis d’un réparateur).",
        english:
            "A hidden defect must be proved: enclose what shows that it is grave and older than the sale (a report, an estimate, a repairer’s opinion)."
    )
    static let defectDayUnknown = LocalText(
        french:
            "Le jour de la découverte du défaut manque, et le délai de deux ans n’a pas pu être vérifié : indiquez-le (order.defectFoundOn).",
        english:
            "The day on which the defect was found is missing, so the two years could not be checked: give it (order.defectFoundOn)."
    )
    static let damagedOnTheWay = LocalText(
        french:
            "Vous avez choisi le transporteur : un dommage survenu pendant le transport reste à votre charge (article L. 216-3).",
        english: "You chose the carrier: damage on the way is at your own risk (article L. 216-3).")
    static let olderLaw = OfWriting(
        letter: LocalText(
            french:
                "Le contrat est antérieur au 1er janvier 2022 : la loi d’alors n’est pas celle que le programme connaît, et la lettre ne cite donc pas ses articles.",
            english:
                "The contract is older than 1 January 2022: its law is not the one that the program knows, so the letter does not cite its articles."
        ),
        message: LocalText(
            french:
                "Le contrat est antérieur au 1er janvier 2022 : la loi d’alors n’est pas celle que le programme connaît, et le message ne cite donc pas ses articles.",
            english:
                "The contract is older than 1 January 2022: its law is not the one that the program knows, so the message does not cite its articles."
        ),
        referral: LocalText(
            french:
                "Le contrat est antérieur au 1er janvier 2022 : la loi d’alors n’est pas celle que le programme connaît, et le document ne cite donc pas ses articles.",
            english:
                "The contract is older than 1 January 2022: its law is not the one that the program knows, so the paper does not cite its articles."
        ))
    static let deliveryComesFirst = OfWriting(
        letter: LocalText(
            french:
                "La loi demande d’abord une mise en demeure de livrer (article L. 216-6) : la lettre demande donc la livraison, et annonce la suite.",
            english:
                "The law asks for a notice to deliver first (article L. 216-6): so the letter demands delivery, and announces what follows."
        ),
        message: LocalText(
            french:
                "La loi demande d’abord une mise en demeure de livrer (article L. 216-6) : le message demande donc la livraison.",
            english:
                "The law asks for a notice to deliver first (article L. 216-6): so the message asks for delivery."
        ),
        referral: LocalText(
            french:
                "La loi demande d’abord une mise en demeure de livrer (article L. 216-6) : le document demande donc la livraison.",
            english:
                "The law asks for a notice to deliver first (article L. 216-6): so the paper asks for delivery."
        ),
        call: LocalText(
            french:
                "La loi demande d’abord une mise en demeure de livrer (article L. 216-6) : pendant l’appel, demandez donc la livraison.",
            english:
                "The law asks for a notice to deliver first (article L. 216-6): so ask for delivery in the call."
        ))
    static let deliveryMayBeRefused = OfWriting(
        letter: LocalText(
            french:
                "Le vendeur a refusé une demande. S’il a refusé de livrer, la loi permet de résoudre le contrat sans attendre (article L. 216-6) : faites-vous conseiller avant d’envoyer cette lettre.",
            english:
                "The seller has refused something. If it refused to deliver, the law lets you end the contract at once (article L. 216-6): take advice before you send this letter."
        ),
        message: LocalText(
            french:
                "Le vendeur a refusé une demande. S’il a refusé de livrer, la loi permet de résoudre le contrat sans attendre (article L. 216-6) : faites-vous conseiller avant d’envoyer ce message.",
            english:
                "The seller has refused something. If it refused to deliver, the law lets you end the contract at once (article L. 216-6): take advice before you send this message."
        ),
        referral: LocalText(
            french:
                "Le vendeur a refusé une demande. S’il a refusé de livrer, la loi permet de résoudre le contrat sans attendre (article L. 216-6) : faites-vous conseiller avant cette démarche.",
            english:
                "The seller has refused something. If it refused to deliver, the law lets you end the contract at once (article L. 216-6): take advice before this step."
        ),
        call: LocalText(
            french:
                "Le vendeur a refusé une demande. S’il a refusé de livrer, la loi permet de résoudre le contrat sans attendre, par écrit (article L. 216-6) : faites-vous conseiller.",
            english:
                "The seller has refused something. If it refused to deliver, the law lets you end the contract at once, in writing (article L. 216-6): take advice."
        ))
    static let refundInstead = OfWriting(
        letter: LocalText(
            french:
                "La lettre demande un remboursement, et non ce que vous avez choisi (issue.demand) : vérifiez que cela vous convient.",
            english:
                "The letter asks for a refund, and not for what you chose (issue.demand): make sure that this is what you want."
        ),
        message: LocalText(
            french:
                "Le message demande un remboursement, et non ce que vous avez choisi (issue.demand) : vérifiez que cela vous convient.",
            english:
                "The message asks for a refund, and not for what you chose (issue.demand): make sure that this is what you want."
        ),
        referral: LocalText(
            french:
                "Le document demande un remboursement, et non ce que vous avez choisi (issue.demand) : vérifiez que cela vous convient.",
            english:
                "The paper asks for a refund, and not for what you chose (issue.demand): make sure that this is what you want."
        ),
        call: LocalText(
            french:
                "L’appel demande un remboursement, et non ce que vous avez choisi (issue.demand) : vérifiez que cela vous convient.",
            english:
                "The call asks for a refund, and not for what you chose (issue.demand): make sure that this is what you want."
        ))
    static func presumptionOver(conditionKnown: Bool) -> LocalText {
        let french =
            "Le défaut n’est plus présumé ancien (douze mois après la livraison pour un article d’occasion, vingt-quatre pour un article neuf) : joignez ce qui montre qu’il existait à la livraison"
        let english =
            "The defect is no longer presumed to be old (twelve months after delivery for a used item, twenty-four for a new one): enclose what shows that it was there at delivery"
        return conditionKnown
            ? LocalText(french: french + ".", english: english + ".")
            : LocalText(
                french: french + ", et précisez l’état de l’article (order.item.condition).",
                english: english + ", and give the state of the item (order.item.condition).")
    }
    static let defectNotDescribed = LocalText(
        french: "Le défaut n’est pas décrit : dites en une phrase ce qui ne va pas (issue.description).",
        english: "The defect is not described: say in one sentence what is wrong (issue.description).")
    static let withdrawalUnproven = LocalText(
        french:
            "C’est à vous de prouver la rétractation (article L. 221-22), et cette voie n’en laisse pas de trace : confirmez-la par écrit avant la fin du délai.",
        english:
            "You must prove the withdrawal (article L. 221-22), and this way leaves no trace: confirm it in writing before the time is over."
    )
    static let remedyComesFirst = OfWriting(
        letter: LocalText(
            french:
                "La garantie donne d’abord droit à la réparation ou au remplacement : la lettre demande cela, et annonce le reste.",
            english:
                "The guarantee gives repair or replacement first: the letter asks for that, and announces the rest."
        ),
        message: LocalText(
            french:
                "La garantie donne d’abord droit à la réparation ou au remplacement : le message le demande à défaut de ce que vous préférez.",
            english:
                "The guarantee gives repair or replacement first: the message asks for it, failing what you prefer."
        ),
        referral: LocalText(
            french:
                "La garantie donne d’abord droit à la réparation ou au remplacement : le document demande cela.",
            english:
                "The guarantee gives repair or replacement first: the paper asks for that."),
        call: LocalText(
            french:
                "La garantie donne d’abord droit à la réparation ou au remplacement : l’appel le demande, avant ce que vous préférez.",
            english:
                "The guarantee gives repair or replacement first: the call asks for that, before what you prefer."
        ))
    static let choiceOpen = OfWriting(
        letter: LocalText(
            french:
                "La loi permet maintenant de mettre fin au contrat ou de baisser le prix : choisissez (issue.demand) pour que la lettre le déclare.",
            english:
                "The law now lets you end the contract or lower the price: choose (issue.demand), so that the letter declares it."
        ),
        message: LocalText(
            french:
                "La loi permet maintenant de mettre fin au contrat ou de baisser le prix : choisissez (issue.demand).",
            english: "The law now lets you end the contract or lower the price: choose (issue.demand)."),
        referral: LocalText(
            french:
                "La loi permet maintenant de mettre fin au contrat ou de baisser le prix : choisissez (issue.demand) pour que le document le demande.",
            english:
                "The law now lets you end the contract or lower the price: choose (issue.demand), so that the paper asks for it."
        ))
    /// - Source: C. conso. L216-6.
    static let durableMediumNeeded = LocalText(
        french:
            "Ce message met fin au contrat, et la loi demande pour cela une lettre recommandée ou un écrit sur un support durable (article L. 216-6) : gardez-en une copie, ou envoyez la lettre.",
        english:
            "This message ends the contract, for which the law wants a registered letter or a writing on a durable medium (article L. 216-6): keep a copy of it, or send the letter."
    )
}

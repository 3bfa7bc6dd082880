import ContactRouting

/// What the plan of a paper for somebody else doubts, in words.
extension DoubtWords {
    static let complaintMissing = LocalText(
        french:
            "Aucune réclamation écrite n’est connue : elle est demandée avant toute saisine. Écrivez d’abord au vendeur.",
        english:
            "No complaint in writing is known, and one is asked for first: write to the seller before this.")
    static let complaintPending = LocalText(
        french:
            "Le vendeur peut encore répondre à votre réclamation : cette saisine vient peut-être trop tôt.",
        english: "The seller may still answer your complaint: this may be too early.")
    static let complaintTooOld = LocalText(
        french:
            "Plus d’un an s’est écoulé depuis votre réclamation écrite : le médiateur peut refuser la saisine (article L. 612-2).",
        english:
            "More than a year has passed since your written complaint: the mediator may refuse (article L. 612-2)."
    )
    static let firstComplaintTooOld = LocalText(
        french:
            "Plus d’un an s’est écoulé depuis votre première réclamation écrite : le médiateur peut s’en tenir à elle (article L. 612-2).",
        english:
            "More than a year has passed since your first written complaint: the mediator may count from that one (article L. 612-2)."
    )
    static let claimPeriodOver = LocalText(
        french:
            "Plus de treize mois se sont écoulés depuis le débit : la banque peut refuser (article L. 133-24).",
        english:
            "More than thirteen months have passed since the debit: the bank may refuse (article L. 133-24).")
    static let payeeMayBeAbroad = LocalText(
        french:
            "Plus de 70 jours se sont écoulés : si la banque du bénéficiaire est hors de l’Espace économique européen, il est peut-être trop tard (article L. 133-24).",
        english:
            "More than 70 days have passed: if the payee’s bank is outside the European Economic Area, it may be too late (article L. 133-24)."
    )
    static let schemeLimitsUnknown = LocalText(
        french:
            "Cette contestation suit les règles du réseau de la carte, dont les délais ne sont pas connus du programme : demandez-les à la banque.",
        english:
            "This dispute follows the rules of the card scheme, whose time limits are not known to the program: ask the bank."
    )
    /// - Source: CPC 750, 818; 760, 761 for the lawyer.
    static func summonsNeeded(withLawyer: Bool) -> LocalText {
        withLawyer
            ? LocalText(
                french:
                    "Plus de 10 000 € : le tribunal se saisit par une assignation, et un avocat est obligatoire (articles 750, 760 et 818 du code de procédure civile). Ce texte n’est pas une requête : remettez-le à votre avocat.",
                english:
                    "More than 10,000 euros: the court is seised by a summons, and a lawyer is compulsory (articles 750, 760 and 818 of the code of civil procedure). This text is no request: give it to your lawyer."
            )
            : LocalText(
                french:
                    "Plus de 5 000 € : le tribunal se saisit par une assignation, que délivre un commissaire de justice, et non par une requête (articles 750 et 818 du code de procédure civile). Ce texte l’aide à la rédiger.",
                english:
                    "More than 5,000 euros: the court is seised by a summons, served by a commissaire de justice, and not by a request (articles 750 and 818 of the code of civil procedure). This text helps to draw it up."
            )
    }
    static let amicableOutcomeUnknown = LocalText(
        french:
            "La suite de la médiation ou de la conciliation n’est pas connue : complétez l’historique, et joignez ce qui montre qu’elle n’a pas abouti (article 750-1).",
        english:
            "What came of the mediation or conciliation is not known: complete the history, and enclose what shows that it led to nothing (article 750-1)."
    )
    static let amicableProofNeeded = LocalText(
        french:
            "La médiation ou la conciliation a été refusée : joignez l’écrit du médiateur ou du conciliateur, et demandez au greffe s’il suffit (article 750-1).",
        english:
            "The mediation or conciliation was refused: enclose what the mediator or conciliator wrote, and ask the registry whether it is enough (article 750-1)."
    )
    static let terminationUnknown = LocalText(
        french:
            "Aucune résolution du contrat n’est connue, et le remboursement la suppose (articles L. 216-6 et L. 216-7) : envoyez d’abord la lettre de résolution, ou indiquez son jour (order.terminatedOn).",
        english:
            "No termination of the contract is known, and the refund follows one (articles L. 216-6 and L. 216-7): send the letter of termination first, or give its day (order.terminatedOn)."
    )
    static let amicableAttemptMissing = LocalText(
        french:
            "Aucune conciliation ni médiation terminée n’est connue : jusqu’à 5 000 €, la demande est irrecevable sans elle, sauf exception (article 750-1).",
        english:
            "No conciliation or mediation that has ended is known: up to 5,000 euros the request is inadmissible without one, with exceptions (article 750-1)."
    )
    static let thresholdMayHaveChanged = LocalText(
        french:
            "Un projet de décret étendrait la tentative amiable obligatoire à ce montant : vérifiez auprès du greffe.",
        english:
            "A draft decree would make an amicable attempt compulsory for this amount, too: ask the court’s registry."
    )
    static let traderUnknown = LocalText(
        french: "Le nom du vendeur manque : le destinataire ne saura pas qui est en cause.",
        english: "The seller’s name is missing: the reader will not know whom it is about.")
    static let traderAddressUnknown = LocalText(
        french: "L’adresse du vendeur manque : le destinataire la demandera.",
        english: "The seller’s address is missing: the reader will ask for it.")
    static let mediatorUnknown = LocalText(
        french:
            "Le médiateur dont relève le vendeur n’est pas connu : ses conditions de vente doivent le nommer (article L. 616-1).",
        english: "The seller’s mediator is not known: its terms of sale must name one (article L. 616-1).")

    static func nothingEnclosed(_ proof: Doubt.Proof) -> LocalText {
        switch proof {
        case .complaint:
            LocalText(
                french:
                    "Aucune pièce n’est jointe : ajoutez vos preuves (attachments), dont la copie de votre réclamation.",
                english: "Nothing is enclosed: add your proof (attachments), with the copy of your complaint."
            )
        case .statement:
            LocalText(
                french:
                    "Aucune pièce n’est jointe : ajoutez vos preuves (attachments), dont le relevé de compte et, si vous avez fait opposition, son récépissé.",
                english:
                    "Nothing is enclosed: add your proof (attachments), with the bank statement and, if you had the card blocked, the receipt for that."
            )
        }
    }
}

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

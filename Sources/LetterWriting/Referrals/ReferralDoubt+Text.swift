public import ContactRouting

extension ReferralDoubt {
    /// The doubt in one sentence, for the person.
    ///
    /// - Parameter isForBank: whether the paper goes to a bank, which asks for other proof than a complaint.
    public func text(in language: Language, isForBank: Bool = false) -> String {
        if isForBank, self == .nothingEnclosed { return Self.bankEnclosures[language] }
        return switch language {
        case .french: french
        case .english: english
        }
    }

    private static let bankEnclosures = LocalText(
        french:
            "Aucune pièce n’est jointe : ajoutez vos preuves (attachments), dont le relevé de compte et, si vous avez fait opposition, son récépissé.",
        english:
            "Nothing is enclosed: add your proof (attachments), with the bank statement and, if you had the card blocked, the receipt for that."
    )

    private var french: String {
        switch self {
        case .complaintMissing:
            "Aucune réclamation écrite n’est connue : elle est demandée avant toute saisine. Écrivez d’abord au vendeur."
        case .complaintPending:
            "Le vendeur peut encore répondre à votre réclamation : cette saisine vient peut-être trop tôt."
        case .complaintTooOld:
            "Plus d’un an s’est écoulé depuis votre réclamation écrite : le médiateur peut refuser la saisine (article L. 612-2)."
        case .firstComplaintTooOld:
            "Plus d’un an s’est écoulé depuis votre première réclamation écrite : le médiateur peut s’en tenir à elle (article L. 612-2)."
        case .claimPeriodOver:
            "Plus de treize mois se sont écoulés depuis le débit : la banque peut refuser (article L. 133-24)."
        case .payeeMayBeAbroad:
            "Plus de 70 jours se sont écoulés : si la banque du bénéficiaire est hors de l’Espace économique européen, il est peut-être trop tard (article L. 133-24)."
        case .schemeLimitsUnknown:
            "Cette contestation suit les règles du réseau de la carte, dont les délais ne sont pas connus du programme : demandez-les à la banque."
        case .amicableAttemptMissing:
            "Aucune conciliation ni médiation terminée n’est connue : jusqu’à 5 000 €, la demande est irrecevable sans elle, sauf exception (article 750-1)."
        case .thresholdMayHaveChanged:
            "Un projet de décret étendrait la tentative amiable obligatoire à ce montant : vérifiez auprès du greffe."
        case .traderUnknown: "Le nom du vendeur manque : le destinataire ne saura pas qui est en cause."
        case .traderAddressUnknown: "L’adresse du vendeur manque : le destinataire la demandera."
        case .orderNumberUnknown:
            "Le numéro de commande manque : le destinataire aura du mal à retrouver le dossier."
        case .amountUnknown: "Le montant manque : la demande n’est pas chiffrée."
        case .mediatorUnknown:
            "Le médiateur dont relève le vendeur n’est pas connu : ses conditions de vente doivent le nommer (article L. 616-1)."
        case .nothingEnclosed:
            "Aucune pièce n’est jointe : ajoutez vos preuves (attachments), dont la copie de votre réclamation."
        case .ownWordsUntranslated:
            "Votre récit reste dans votre langue : le document est écrit dans celle du destinataire."
        }
    }

    private var english: String {
        switch self {
        case .complaintMissing:
            "No complaint in writing is known, and one is asked for first: write to the seller before this."
        case .complaintPending: "The seller may still answer your complaint: this may be too early."
        case .complaintTooOld:
            "More than a year has passed since your written complaint: the mediator may refuse (article L. 612-2)."
        case .firstComplaintTooOld:
            "More than a year has passed since your first written complaint: the mediator may count from that one (article L. 612-2)."
        case .claimPeriodOver:
            "More than thirteen months have passed since the debit: the bank may refuse (article L. 133-24)."
        case .payeeMayBeAbroad:
            "More than 70 days have passed: if the payee’s bank is outside the European Economic Area, it may be too late (article L. 133-24)."
        case .schemeLimitsUnknown:
            "This dispute follows the rules of the card scheme, whose time limits are not known to the program: ask the bank."
        case .amicableAttemptMissing:
            "No conciliation or mediation that has ended is known: up to 5,000 euros the request is inadmissible without one, with exceptions (article 750-1)."
        case .thresholdMayHaveChanged:
            "A draft decree would make an amicable attempt compulsory for this amount, too: ask the court’s registry."
        case .traderUnknown: "The seller’s name is missing: the reader will not know whom it is about."
        case .traderAddressUnknown: "The seller’s address is missing: the reader will ask for it."
        case .orderNumberUnknown:
            "The order number is missing: the recipient will find it hard to find the case."
        case .amountUnknown: "The amount is missing: the demand has no figure."
        case .mediatorUnknown:
            "The seller’s mediator is not known: its terms of sale must name one (article L. 616-1)."
        case .nothingEnclosed:
            "Nothing is enclosed: add your proof (attachments), with the copy of your complaint."
        case .ownWordsUntranslated:
            "Your own words stay in your language: the paper is written in the recipient’s."
        }
    }
}

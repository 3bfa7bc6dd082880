import CivilCalendar
public import ContactRouting

/// What to look at before something goes out.
///
/// The words before the colon name the thing; two sentences that begin with the same name are one doubt.
extension Phrasebook {
    /// A doubt in one sentence, with what to do about it.
    public func text(of doubt: PreparationDoubt) -> String {
        switch doubt {
        case .demandUnknown:
            say(
                "La demande n’est pas précisée : vérifiez que ce qui est demandé est bien ce que vous voulez (issue.demand).",
                "The demand is not stated: check that what is asked for is what you want (issue.demand).")
        case .orderNumberUnknown:
            say(
                "Le numéro de commande manque : le destinataire aura du mal à retrouver le dossier.",
                "The order number is missing: the recipient will find it hard to find the case.")
        case .amountUnknown:
            say(
                "Le montant manque : indiquez-le pour que la demande soit chiffrée (order.amount).",
                "The amount is missing: give it, so that the demand has a figure (order.amount).")
        case .rightOver(let deadline): "\(over(deadline.right)) : \(continued(deadline))".typed(in: language)
        case .rightEndsSoon(let deadline, let days):
            "\(daysLeft(days)) : \(continued(deadline))".typed(in: language)
        case .answerPending(let channel, let until):
            say(
                "Une démarche est encore en cours (\(vocabulary.name(of: channel))) : une réponse peut arriver \(formats.until(until, in: zone)).",
                "An earlier step is still running (\(vocabulary.name(of: channel))): an answer may come \(formats.until(until, in: zone))."
            )
        case .destinationStale(let destination, let day):
            say(
                "\(name(of: destination)) n’a pas été \(checked(destination)) depuis le \(formats.date(day)) : \(advice(destination)).",
                "\(name(of: destination)) has not been checked since \(formats.date(day)): \(advice(destination))."
            )
        case .destinationUncertain(let destination, let day):
            say(
                "\(name(of: destination)) vient d’une source peu sûre, lue le \(formats.date(day)) : \(advice(destination)).",
                "\(name(of: destination)) comes from a source that is not sure, read on \(formats.date(day)): \(advice(destination))."
            )
        case .destinationUnchecked(let destination):
            say(
                "\(name(of: destination)) vient de votre dossier : \(advice(destination)), ce programme ne l’a pas \(checked(destination)).",
                "\(name(of: destination)) comes from your case: \(advice(destination)), this program has not checked it."
            )
        case .languageUncertain(let written): language(written)
        case .phoneRangeUnknown:
            say(
                "Le plan de numérotation ne connaît pas ce numéro : vérifiez-le (consumer.phone).",
                "The numbering plan does not know this number: check it (consumer.phone).")
        }
    }

    private func language(_ written: Language) -> String {
        switch written {
        case .french:
            say(
                "Le texte est en français : rien n’indique que le destinataire lit cette langue.",
                "The text is in French: nothing says that the recipient reads it.")
        case .english:
            say(
                "Le texte est en anglais : rien n’indique que le destinataire lit cette langue.",
                "The text is in English: nothing says that the recipient reads it.")
        }
    }

    private func name(of destination: PreparationDoubt.Destination) -> String {
        switch destination {
        case .postalAddress: say("L’adresse postale du destinataire", "The recipient’s postal address")
        case .mailAddress: say("L’adresse e-mail du destinataire", "The recipient’s e-mail address")
        case .phoneNumber: say("Le numéro de téléphone du destinataire", "The recipient’s phone number")
        case .page: say("La page à ouvrir", "The page to open")
        }
    }

    /// How to make sure of it oneself.
    private func advice(_ destination: PreparationDoubt.Destination) -> String {
        switch destination {
        case .postalAddress, .mailAddress:
            say(
                "regardez les mentions légales avant d’envoyer",
                "look at the legal notice before you send")
        case .phoneNumber:
            say(
                "comparez-le à celui du site officiel avant d’appeler",
                "compare it with the official site before you call")
        case .page:
            say(
                "assurez-vous qu’elle est bien du site officiel",
                "make sure that it is one of the official site")
        }
    }

    /// The participle agrees with the thing.
    private func checked(_ destination: PreparationDoubt.Destination) -> String {
        switch destination {
        case .postalAddress, .mailAddress, .page: "vérifiée"
        case .phoneNumber: "vérifié"
        }
    }

    private func over(_ right: RightName) -> String {
        switch right {
        case .withdrawal: say("Le délai de rétractation est écoulé", "The time for withdrawal is over")
        case .conformityGuarantee:
            say(
                "Les deux ans de la garantie légale paraissent écoulés",
                "The two years of the legal guarantee seem to be over")
        case .goodsReturn, .merchantReturn, .delivery, .refundAfterWithdrawal, .refundAfterTermination,
            .refundAfterReturn, .repair, .defectPresumption, .hiddenDefects, .marketplaceGuarantee,
            .mediation, .mediationOutcome, .eccNet, .unauthorisedPayment, .smallClaims, .limitation:
            say("Un délai est passé", "A time limit is over")
        }
    }

    private func daysLeft(_ days: Int) -> String {
        switch days {
        case ..<1: say("C’est le dernier jour", "This is the last day")
        case 1: say("Il reste un jour", "One day is left")
        default: say("Il reste \(days) jours", "\(days) days are left")  // tidy-allow: a number
        }
    }

    /// The sentence of a deadline, as it goes on behind a colon.
    private func continued(_ deadline: Deadline) -> String {
        let sentence = text(of: deadline)
        return isNameFirst(deadline) ? sentence : sentence.prefix(1).lowercased() + sentence.dropFirst()
    }

    /// The merchant's own time begins with its name, which keeps its capital.
    private func isNameFirst(_ deadline: Deadline) -> Bool { deadline.right == .merchantReturn }
}

extension String {
    /// A colon has a no-break space before it in French, and none in English.
    fileprivate func typed(in language: Language) -> String {
        switch language {
        case .french: Typography.french(self)
        case .english: replacing(" : ", with: ": ", maxReplacements: 1)
        }
    }
}

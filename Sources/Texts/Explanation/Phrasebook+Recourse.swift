import ContactRouting

/// Letters, mediators, courts; protection and reports.
extension Phrasebook {
    func recourseInstruction(_ channel: UsableChannel) -> String {
        switch channel.channel {
        case .registeredMail: return letter(channel)
        case .mediator: return askMediator(channel.offer)
        case .eccNet:
            return say(
                "Adressez-vous au Centre européen des consommateurs, avec une copie de votre réclamation écrite.",
                "Turn to the European Consumer Centre, with a copy of your written complaint.")
        case .conciliator:
            return say(
                "Demandez un rendez-vous à un conciliateur de justice : c’est gratuit.",
                "Ask for an appointment with a conciliateur de justice, a free conciliator.")
        case .courtRequest:
            return say(
                "Adressez une demande au tribunal : celui de votre domicile est possible.",
                "Send a request to the court: the one where you live is possible.")
        case .consumerAssociation:
            return say(
                "Demandez conseil à une association de consommateurs.",
                "Ask a consumer association for advice.")
        default:  // tidy-allow: called for seven channels
            return say("Signalez les faits sur SignalConso.", "Report the facts on SignalConso.")
        }
    }

    private func letter(_ channel: UsableChannel) -> String {
        let letter = say(
            "Envoyez \(toCounterpart) une lettre recommandée avec avis de réception",
            "Send \(counterpart) a registered letter with acknowledgement of receipt")
        let content: String
        if channel.reasons.contains(.declarationDue) {
            content =
                IssueSet.notArrived.contains(facts.issue.kind)
                ? say(
                    "qui met fin au contrat et demande le remboursement",
                    "that ends the contract and asks for the refund")
                : say(
                    "qui demande une baisse du prix ou met fin au contrat",
                    "that asks for a lower price or ends the contract")
        } else if facts.issue.kind == .changeOfMind, facts.order.withdrawalNotifiedOn == nil {
            content = say("qui annonce votre rétractation", "that says that you withdraw")
        } else {
            content = say(
                "qui expose votre demande et fixe un dernier délai",
                "that states your demand and sets a last time limit")
        }
        return "\(letter) \(content)."
    }

    private func askMediator(_ offer: ChannelOffer) -> String {
        guard case .institution(_, let name) = offer.owner else {
            return say(
                "Saisissez le médiateur de la consommation que nomment les conditions générales de l’entreprise, avec une copie de votre réclamation écrite.",
                "Ask the consumer mediator that the company’s terms name, with a copy of your written complaint."
            )
        }
        return say(
            "Saisissez gratuitement le médiateur (\(name)), avec une copie de votre réclamation écrite.",
            "Ask the mediator (\(name)), free of charge, with a copy of your written complaint.")
    }

    func protectionInstruction(_ offer: ChannelOffer) -> String {
        switch offer.channel {
        case .bankCardBlock: return blockCard
        case .bankChargeback:
            return say(
                "Demandez à votre banque de contester le paiement par carte.",
                "Ask your bank to dispute the card payment.")
        case .bankClaim:
            return say(
                "Contestez le débit auprès de votre banque et demandez-lui le remboursement.",
                "Dispute the debit with your bank and ask for the refund.")
        case .report33700: return report33700
        case .signalSpam:
            return say("Signalez l’e-mail sur Signal Spam.", "Report the e-mail on Signal Spam.")
        case .merchantPhishingReport:
            return say(
                "Signalez le message à \(merchant), depuis son site officiel.",
                "Report the message to \(merchant), from its official site.")
        case .cyber17: return say("Demandez de l’aide sur 17Cyber.", "Ask for help on 17Cyber.")
        case .pharos: return say("Signalez le site sur PHAROS.", "Report the site on PHAROS.")
        case .policeThesee:
            return say("Déposez plainte en ligne sur THESEE.", "File a police complaint online on THESEE.")
        case .productSafety:
            return say(
                "N’utilisez plus le produit et signalez-le sur le service officiel prévu pour cela.",
                "Stop using the product and report it to the official service.")
        default:  // tidy-allow: an open set of names
            let name = vocabulary.name(of: offer.channel)
            return say("Passez par ce canal : \(name).", "Use this channel: \(name).")
        }
    }

    private var blockCard: String {
        guard let phone = facts.bank?.phone else {
            return say(
                "Faites bloquer votre carte par votre banque, au numéro qu’elle vous a donné.",
                "Have your bank block your card, on the number that it gave you.")
        }
        let number = formats.phone(phone, from: facts.consumer.country ?? .france)
        return say(
            "Faites bloquer votre carte par votre banque, au \(number).",
            "Have your bank block your card, on \(number).")
    }

    private var report33700: String {
        let isCall = facts.issue.kind == .unsolicitedSalesCall || facts.issue.medium == .call
        if isCall {
            return say(
                "Envoyez au 33700 un SMS avec le mot « spamvocal », une espace, puis le numéro qui vous a appelé.",
                "Send 33700 a text message: the word “spamvocal”, a space, then the number that called you.")
        }
        return say("Transférez le SMS au 33700.", "Forward the text message to 33700.")
    }
}

public import ContactRouting

extension Phrasebook {
    /// Why a channel is refused, in one or two plain sentences.
    ///
    /// - Parameter offer: the channel; nil when nobody offers it, as for a channel that was only asked for.
    public func text(of objection: Objection, on offer: ChannelOffer?) -> String {
        let channel = offer?.channel
        return switch objection.code {
        case .closed: closed(objection)
        case .hoursUnknown:
            say(
                "Les horaires ne sont pas connus à cette date : rien ne dit que quelqu’un répondrait.",
                "The opening hours on this date are not known: there may be nobody to answer.")
        case .tooEarly: tooEarly(objection, channel)
        case .tooLate: tooLate(objection, channel)
        case .alreadyTried: alreadyTried(channel)
        case .needsLogin: needsLogin
        case .voiceImpossible:
            say(
                "Il faut parler au téléphone, et vous avez indiqué que ce n’est pas possible.",
                "You would have to speak on the phone, and you said that you cannot.")
        case .wrongSeller: wrongSeller(objection, channel)
        case .notOffered: notOffered(offer)
        case .serviceClosed: serviceClosed(objection, offer)
        case .writtenComplaintMissing: writtenComplaintMissing(objection, channel)
        case .blockedBy: blockedBy(objection, channel)
        case .outOfScope: outOfScope(objection, channel)
        case .disproportionate: disproportionate(objection)
        case .avoided: say("Vous avez demandé d’éviter ce canal.", "You asked to avoid this channel.")
        case .evidenceTooWeak:
            say(
                "Vous voulez une preuve écrite, et ce canal n’en laisse pas de datée.",
                "You want written proof, and this channel leaves none with a date.")
        case .professional: professional(objection, channel)
        case .unsafe:
            say(
                "N’utilisez aucun numéro, aucun lien et aucune adresse du message : ils peuvent mener aux fraudeurs.",
                "Use no number, link or address from the message: they may lead to the fraudsters.")
        case .factUnknown: factUnknown(objection)
        }
    }

    private func closed(_ objection: Objection) -> String {
        guard let opens = objection.usableFrom else {
            return say(
                "Personne ne répond à cette heure-ci, et la prochaine ouverture n’est pas connue.",
                "Nobody answers at this hour, and the next opening is not known.")
        }
        let moment = formats.opening(opens, in: zone)
        return say(
            "Personne ne répond à cette heure-ci. Prochaine ouverture : \(moment).",
            "Nobody answers at this hour. Next opening: \(moment).")
    }

    private func alreadyTried(_ channel: ChannelName?) -> String {
        switch channel {
        case .registeredMail:
            say(
                "Une lettre recommandée est déjà partie : la même une seconde fois n’apporterait rien.",
                "A registered letter has already gone out: the same one again would add nothing.")
        case .marketplaceGuarantee:
            say(
                "La garantie du site a déjà été demandée pour cette commande.",
                "The site’s guarantee has already been claimed for this order.")
        case .mediator:
            say(
                "Le médiateur a déjà été saisi : il ne l’est qu’une fois pour le même litige.",
                "The mediator has already been asked: this is done only once for the same dispute.")
        default:  // tidy-allow: an open set of names
            say(
                "Cette démarche a déjà été faite : la répéter n’apporterait rien.",
                "This step has already been taken: repeating it would add nothing.")
        }
    }

    private var needsLogin: String {
        if facts.consumer.hasAccount == false {
            return say(
                "Il faut un compte chez \(merchant), et vous n’en avez pas.",
                "You would need an account with \(merchant), and you have none.")
        }
        return say(
            "Il faut se connecter à votre compte, et vous n’y avez pas accès pour l’instant.",
            "You would have to sign in to your account, and you cannot at the moment.")
    }

    private func professional(_ objection: Objection, _ channel: ChannelName?) -> String {
        let sentence = say(
            "Ce recours est réservé aux consommateurs, et vous agissez ici pour votre activité professionnelle.",
            "This is for consumers only, and here you act for your business.")
        // The article speaks of mediation; other channels are closed to businesses on other grounds.
        return channel == .mediator ? withLaw(sentence, objection.grounds) : sentence
    }

    private func factUnknown(_ objection: Objection) -> String {
        guard case .fact(let fact) = objection.detail else {
            return say(
                "Il manque une information pour savoir si ce canal convient.",
                "Something that decides whether this channel fits is not known.")
        }
        return say(
            "Il manque une information pour savoir si ce canal convient. \(question(for: fact))",
            "Something that decides whether this channel fits is not known. \(question(for: fact))")
    }

    private func serviceClosed(_ objection: Objection, _ offer: ChannelOffer?) -> String {
        let name = offer.map { the($0.channel) } ?? say("ce service", "this service")
        let subject = name.capitalisedFirst
        let end: String
        if case .since(let day) = objection.detail {
            end = say(
                "\(subject) n’existe plus depuis le \(formats.date(day)).",
                "\(subject) has not existed since \(formats.date(day)).")
        } else {
            end = say("\(subject) n’existe plus.", "\(subject) no longer exists.")
        }
        guard case .closed(let service)? = offer?.owner, !service.successor.isEmpty else { return end }
        let instead = formats.choice(service.successor.map(the))
        return end + say(" À la place : \(instead).", " Instead: \(instead).")
    }
}

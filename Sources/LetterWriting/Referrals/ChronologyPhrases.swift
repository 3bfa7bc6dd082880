import ContactRouting
internal import Texts

/// What a referral calls the things that happened.
struct ChronologyPhrases: Bilingual {
    let kind: ReferralKind
    let language: Language

    private var formats: Formats { Formats(language) }

    func name(of fact: ReferralEvent.Fact) -> String {
        switch fact {
        case .ordered: say("commande passée", "order placed")
        case .debited:
            kind == .unauthorisedOperation
                ? say("débit contesté", "disputed debit") : say("débit du paiement", "payment debited")
        case .delivered: say("livraison", "delivery")
        case .parcelDelivered: say("livraison d’un colis", "delivery of a parcel")
        case .markedDelivered:
            say(
                "livraison annoncée par le suivi ; rien reçu",
                "delivery shown by the tracking page; nothing received")
        case .defectFound: say("constat du défaut", "defect found")
        case .repairRequested:
            say("réparation ou remplacement demandé", "repair or replacement requested")
        case .repaired: say("réparation ou remplacement effectué", "repair or replacement done")
        case .withdrawalNotified: say("rétractation notifiée", "withdrawal notified")
        case .returnShipped: say("renvoi du bien", "goods sent back")
        case .returnReceived: say("retour arrivé à destination", "returned goods arrived")
        case .terminated: say("fin du contrat déclarée", "contract terminated")
        case .contact(let contact): name(of: contact.channel)
        }
    }

    /// What came of it; nil where nothing more is known.
    func outcome(of fact: ReferralEvent.Fact) -> String? {
        guard case .contact(let contact) = fact else { return nil }
        return outcome(of: contact)
    }

    func outcome(of contact: LetterContact) -> String? { LetterWording(language).outcome(of: contact) }

    /// A contact as a thing: `lettre recommandée`, `registered letter`.
    func name(of channel: ChannelName) -> String {
        switch channel {
        case .selfService: say("demande depuis mon compte client", "request in my customer account")
        case .onlineReturn: say("demande par le formulaire de retour en ligne", "online return form")
        case .withdrawalButton: say("fonction de rétractation en ligne", "online withdrawal function")
        case .chat: say("échange par messagerie instantanée (chat)", "chat")
        case .callback: say("rappel téléphonique du service client", "call-back by customer service")
        case .phone, .accessiblePhone: say("appel téléphonique", "phone call")
        case .email: say("courrier électronique", "e-mail")
        case .socialDM: say("message privé sur un réseau social", "private message on a social network")
        case .sellerMessaging:
            say("message par la messagerie de la place de marché", "message on the marketplace")
        case .marketplaceGuarantee:
            say(
                "demande au titre de la garantie de la place de marché",
                "claim under the marketplace’s guarantee")
        case .registeredMail: say("lettre recommandée", "registered letter")
        default: institution(channel)  // tidy-allow: an open set of names
        }
    }

    private func institution(_ channel: ChannelName) -> String {
        switch channel {
        case .mediator: say("saisine du médiateur de la consommation", "referral to the consumer mediator")
        case .eccNet:
            say("saisine du Centre européen des consommateurs", "request to the European Consumer Centre")
        case .conciliator: say("saisine du conciliateur de justice", "request to the conciliator")
        case .courtRequest: say("requête au tribunal", "request to the court")
        case .consumerAssociation:
            say("contact avec une association de consommateurs", "contact with a consumer association")
        case .signalConso: say("signalement sur SignalConso", "report on SignalConso")
        case .bankCardBlock:
            say("blocage de la carte demandé à la banque", "card block requested from the bank")
        case .bankChargeback:
            say("contestation du paiement auprès de la banque", "payment dispute with the bank")
        case .bankClaim: say("signalement de l’opération à la banque", "operation reported to the bank")
        case .policeThesee: say("plainte en ligne (THESEE)", "online complaint to the police (THESEE)")
        default: Vocabulary(language).name(of: channel)  // tidy-allow: an open set of names
        }
    }

    /// How a written complaint went out, after its day.
    func means(of channel: ChannelName) -> String {
        switch language {
        case .french: FrenchPhrases.means(of: channel) ?? "par écrit"
        case .english: "(\(name(of: channel)))"
        }
    }
}

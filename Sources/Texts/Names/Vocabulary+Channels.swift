public import ContactRouting

extension Vocabulary {
    /// The name of a channel; one that only a directory or a plugin knows is shown by its own name in quotes.
    public func name(of channel: ChannelName, _ form: Form = .bare) -> String {
        guard let noun = ChannelNouns.table[channel] else {
            return say("« \(channel.text) »", "“\(channel.text)”")
        }
        return switch form {
        case .bare: say(noun.french, noun.english)
        case .definite: say(noun.frenchDefinite, noun.englishDefinite)
        case .title: say(noun.french.capitalisedFirst, noun.english.capitalisedFirst)
        case .of: say(noun.frenchOf, noun.englishDefinite)
        }
    }

    /// Whether the channel has a name of ours.
    public func knows(_ channel: ChannelName) -> Bool { ChannelNouns.table[channel] != nil }
}

/// What the channels are called.
enum ChannelNouns {
    static let table: [ChannelName: Noun] = merchant.merging(recourse) { first, _ in first }
        .merging(protection) { first, _ in first }

    private static let merchant: [ChannelName: Noun] = [
        .selfService: Noun(.la, "page prévue dans votre compte", "page for this in your account"),
        .onlineReturn: Noun(.le, "formulaire de retour en ligne", "online return form"),
        .withdrawalButton: Noun(.la, "fonction de rétractation en ligne", "online withdrawal function"),
        .chat: Noun(.le, "chat", "chat"),
        .callback: Noun(.le, "rappel par le service client", "call-back by customer service"),
        .phone: Noun(.le, "téléphone", "phone"),
        .accessiblePhone: Noun(.le, "service téléphonique accessible", "accessible phone service"),
        .email: Noun(.elided, "e-mail", "e-mail", the: ""),
        .socialDM: Noun(
            .le, "message privé sur les réseaux sociaux", "private message on social media", the: "a "),
        .sellerMessaging: Noun(.la, "messagerie du vendeur", "seller’s message service"),
        .marketplaceGuarantee: Noun(.la, "garantie du site", "site’s guarantee"),
        .webhook: Noun(.none, "votre propre système", "your own system", the: ""),
    ]

    private static let recourse: [ChannelName: Noun] = [
        .registeredMail: Noun(
            .la, "lettre recommandée avec avis de réception",
            "registered letter with acknowledgement of receipt"),
        .mediator: Noun(.le, "médiateur de la consommation", "consumer mediator"),
        .eccNet: Noun(.le, "Centre européen des consommateurs", "European Consumer Centre"),
        .conciliator: Noun(.le, "conciliateur de justice", "conciliateur de justice (free conciliator)"),
        .courtRequest: Noun(.la, "demande au tribunal", "request to the court"),
        .consumerAssociation: Noun(
            .une, "association de consommateurs", "consumer association", the: "a "),
        .bankChargeback: Noun(
            .la, "contestation du paiement auprès de la banque", "payment dispute with your bank"),
        .signalConso: Noun(.none, "SignalConso", "SignalConso", the: ""),
        .odr: Noun(
            .la, "plateforme européenne de règlement en ligne des litiges",
            "European online dispute resolution platform"),
    ]

    private static let protection: [ChannelName: Noun] = [
        .productSafety: Noun(.le, "signalement d’un produit dangereux", "report of a dangerous product"),
        .bankCardBlock: Noun(.le, "blocage de la carte par la banque", "card block by your bank"),
        .bankClaim: Noun(
            .la, "contestation du débit auprès de la banque", "claim to your bank for the unauthorised debit"),
        .report33700: Noun(.le, "33700", "33700", the: ""),
        .signalSpam: Noun(.none, "Signal Spam", "Signal Spam", the: ""),
        .merchantPhishingReport: Noun(.le, "signalement à l’entreprise", "report to the company"),
        .cyber17: Noun(.none, "17Cyber", "17Cyber", the: ""),
        .pharos: Noun(.none, "PHAROS", "PHAROS", the: ""),
        .policeThesee: Noun(.la, "plainte en ligne THESEE", "online police complaint THESEE"),
        .bloctel: Noun(.none, "Bloctel", "Bloctel", the: ""),
    ]
}

import ContactRouting

/// What is doubted of a medium: a mail, a posted letter, a call.
extension DoubtWords {
    static let mailAddressUnknown = LocalText(
        french:
            "L’adresse e-mail du destinataire n’est pas connue ; message.eml n’a donc pas de destinataire.",
        english: "The recipient’s e-mail address is not known, so message.eml has no recipient.")
    static let letterNotAttached = LocalText(
        french:
            "La lettre n’est pas jointe en PDF : un de ses signes ne peut pas être imprimé. Le texte du message la contient en entier.",
        english:
            "The letter is not attached as PDF: one of its characters cannot be printed. The text of the mail holds all of it."
    )
    static let postageIncomplete = LocalText(
        french:
            "Le prix est celui du R1 jusqu’à 20 g au tarif de 2026 ; celui de l’avis de réception n’est pas connu.",
        english:
            "The price is that of R1 up to 20 g in the tariff of 2026; that of the acknowledgement of receipt is not known."
    )
    static let postageOutdated = LocalText(
        french: "Le prix du R1 est celui de 2026 : il a peut-être changé depuis, demandez-le au guichet.",
        english: "The price of R1 is that of 2026: it may have changed since, ask at the counter.")
    static let postageAbroadUnknown = LocalText(
        french: "Le prix d’une lettre recommandée internationale n’est pas connu : demandez-le au guichet.",
        english: "The price of a registered letter abroad is not known: ask at the counter.")
    static let bankNumberUnknown = LocalText(
        french:
            "Numéro de la banque inconnu : prenez celui qui est au dos de la carte, sur un relevé ou dans l’application de la banque, jamais celui d’un message reçu.",
        english:
            "Number of the bank not known: take the one on the back of the card, on a statement or in the bank’s app, never one from a message you received."
    )
    static let usualHoursAssumed = LocalText(
        french:
            "Vous n’avez pas dit quand on peut vous joindre (consumer.reachable) : les créneaux sont entre 8 h et 20 h, à votre heure.",
        english:
            "You have not said when you can be reached (consumer.reachable): the slots are between 8:00 and 20:00, your time."
    )
    static func pageShortened(_ shortened: [Doubt.LongFact], leftOut: [Doubt.LongFact]) -> LocalText {
        let (french, english) = (names(.french), names(.english))
        switch (shortened.isEmpty, leftOut.isEmpty) {
        case (_, true):
            return LocalText(
                french:
                    "Trop long pour une page : \(french(shortened)). brief.pdf n’en a que le début, brief.txt a tout.",
                english:
                    "Too long for a page: \(english(shortened)). brief.pdf has only the beginning, brief.txt has all of it."
            )
        case (true, false):
            return LocalText(
                french:
                    "Trop long pour une page : \(french(leftOut)). brief.pdf renvoie pour cela à brief.txt, qui a tout.",
                english:
                    "Too long for a page: \(english(leftOut)). For this, brief.pdf refers to brief.txt, which has all of it."
            )
        case (false, false):
            return LocalText(
                french:
                    "Trop long pour une page : \(french(shortened)), dont brief.pdf n’a que le début ; \(french(leftOut)), pour quoi il renvoie à brief.txt, qui a tout.",
                english:
                    "Too long for a page: \(english(shortened)), of which brief.pdf has only the beginning; \(english(leftOut)), for which it refers to brief.txt, which has all of it."
            )
        }
    }

    private static func names(_ language: Language) -> ([Doubt.LongFact]) -> String {
        { facts in Formats(language).list(facts.map { name(of: $0)[language] }) }
    }

    private static func name(of fact: Doubt.LongFact) -> LocalText {
        switch fact {
        case .description: LocalText(french: "la description", english: "the description")
        case .itemName: LocalText(french: "le nom de l’article", english: "the name of the item")
        case .sellerName: LocalText(french: "le nom du vendeur", english: "the seller’s name")
        case .merchantName: LocalText(french: "le nom du marchand", english: "the merchant’s name")
        case .orderNumber: LocalText(french: "le numéro de commande", english: "the order number")
        case .consumerName: LocalText(french: "votre nom", english: "your name")
        }
    }

    static let lineHoursUnknown = LocalText(
        french: "Les horaires de ce service ne sont pas connus pour ce moment.",
        english: "The hours of this service are not known for this moment.")
    static let lineClosed = LocalText(
        french: "Ce service est fermé en ce moment : l’aide-mémoire dit quand il ouvre.",
        english: "This service is closed now: the brief says when it opens.")
    static let callCostUnknown = LocalText(
        french: "Le coût de l’appel n’est pas connu.", english: "What the call costs is not known.")
    static let freeNumberAbroad = LocalText(
        french: "Un numéro gratuit ne fonctionne pas toujours depuis un autre pays.",
        english: "A free number does not always work from another country.")
    static let accessibleServiceUnknown = LocalText(
        french: "L’adresse du service accessible n’est pas connue.",
        english: "The address of the accessible service is not known.")
    static let signalConsoRefersOn = LocalText(
        french: "SignalConso renvoie vers la police et la banque quand le site a disparu sans livrer.",
        english:
            "SignalConso sends people on to the police and the bank when a site is gone without delivering."
    )
}

internal import ChannelPluginKit
internal import ContactRouting
internal import Texts

/// What the person should know about a letter that a provider prints and posts.
struct ProviderAdvice {
    let request: PreparationRequest
    let host: String
    let priceMax: Money?

    var afterwards: String {
        let formats = Formats(request.language)
        switch request.language {
        case .french:
            let price =
                priceMax.map {
                    "Elle ne sera pas commandée si l’affranchissement dépasse \(formats.money($0)) ou reste inconnu."
                }
                ?? "Son prix n’est pas connu d’avance : voyez votre contrat."
            return
                "Rien n’est encore envoyé : \(host) imprimera letter.pdf et la postera en recommandé avec avis de réception. "
                + "\(price) Une fois commandée, elle ne peut plus être annulée."
        case .english:
            let price =
                priceMax.map {
                    "It is not ordered when the postage is above \(formats.money($0)), or not told."
                }
                ?? "Its price is not known beforehand: see your contract."
            return
                "Nothing has been sent yet: \(host) will print letter.pdf and post it as registered mail with "
                + "acknowledgement of receipt. \(price) Once it is ordered, nothing calls it back."
        }
    }

    /// Nobody signs by hand what a machine prints.
    var doubts: [Doubt] {
        guard request.wishes.signature == nil else { return [] }
        return [
            .other(
                DoubtCode("letter-unsigned"),
                LocalText(
                    french:
                        "La lettre partira sans signature manuscrite : ajoutez l’image de votre signature (consumer.signature).",
                    english:
                        "The letter will go out without a signature: add a picture of yours (consumer.signature)."
                ))
        ]
    }
}

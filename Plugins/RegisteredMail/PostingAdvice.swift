internal import CivilCalendar
internal import ContactRouting

/// What the person does with a registered letter, in a sentence each.
struct PostingAdvice {
    let language: Language
    /// Whether a picture stands for the signature already.
    var isSigned = false

    var afterwards: String {
        switch language {
        case .french:
            "Imprimez \(isSigned ? "" : "et signez ")letter.pdf, postez-la en recommandé avec avis de réception (posting.pdf dit comment), puis "
                + "ajoutez le jour du dépôt et le numéro de suivi à l’historique du dossier."
        case .english:
            "Print \(isSigned ? "" : "and sign ")letter.pdf, post it as registered mail with acknowledgement of receipt (posting.pdf says how), "
                + "then add the day of posting and the tracking number to the history of the case."
        }
    }

    var priceDoubt: String {
        switch language {
        case .french:
            "Le prix est celui du R1 jusqu’à 20 g au tarif de 2026 ; celui de l’avis de réception n’est pas connu."
        case .english:
            "The price is that of R1 up to 20 g in the tariff of 2026; that of the acknowledgement of receipt is not known."
        }
    }

    /// Said once the year of the tariff is over.
    var outdatedPriceDoubt: String {
        switch language {
        case .french:
            "Le prix du R1 est celui de 2026 : il a peut-être changé depuis, demandez-le au guichet."
        case .english: "The price of R1 is that of 2026: it may have changed since, ask at the counter."
        }
    }

    /// Said of a letter that leaves France.
    private var abroadPriceDoubt: String {
        switch language {
        case .french:
            "Le prix d’une lettre recommandée internationale n’est pas connu : demandez-le au guichet."
        case .english: "The price of a registered letter abroad is not known: ask at the counter."
        }
    }

    func doubts(on day: CivilDay, isInFrance: Bool) -> [String] {
        guard isInFrance else { return [abroadPriceDoubt] }
        return [priceDoubt] + (day > PostalTariff.knownThrough ? [outdatedPriceDoubt] : [])
    }

    func task(link: ContactLink?) -> PersonTask {
        let proof =
            switch language {
            case .french: "La preuve de dépôt tamponnée et le numéro de suivi."
            case .english: "The stamped proof of deposit and the tracking number."
            }
        return PersonTask(kind: .post, text: afterwards, link: link, proof: proof)
    }
}

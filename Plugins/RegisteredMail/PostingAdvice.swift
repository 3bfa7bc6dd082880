internal import ContactRouting

/// What the person does with a registered letter, in a sentence each.
struct PostingAdvice {
    let language: Language

    var afterwards: String {
        switch language {
        case .french:
            "Imprimez et signez letter.pdf, postez-la en recommandé avec avis de réception (posting.pdf dit comment), puis "
                + "enregistrez le jour du dépôt et le numéro de suivi."
        case .english:
            "Print and sign letter.pdf, post it as registered mail with acknowledgement of receipt (posting.pdf says how), "
                + "then record the day of posting and the tracking number."
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

    func task(link: ContactLink?) -> PersonTask {
        let proof =
            switch language {
            case .french: "La preuve de dépôt tamponnée et le numéro de suivi."
            case .english: "The stamped proof of deposit and the tracking number."
            }
        return PersonTask(kind: .post, text: afterwards, link: link, proof: proof)
    }
}

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
                + "notez dans le dossier le jour du dépôt et le numéro de suivi."
        case .english:
            "Print \(isSigned ? "" : "and sign ")letter.pdf, post it as registered mail with acknowledgement of receipt (posting.pdf says how), "
                + "then record the day of posting and the tracking number in the case."
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

import ContactRouting

/// The sentences of the doubts that need nothing but themselves; written with ordinary spaces.
enum DoubtWords {
    /// One doubt, as it is told of each writing; of a call as of a message where it has no words of its own.
    struct OfWriting {
        let letter: LocalText
        let message: LocalText
        let referral: LocalText
        var call: LocalText?

        subscript(writing: Doubt.Writing) -> LocalText {
            switch writing {
            case .letter: letter
            case .message: message
            case .referral: referral
            case .call: call ?? message
            }
        }
    }
}

/// What nobody has said.
extension DoubtWords {
    static let demandUnknown = LocalText(
        french:
            "La demande n’est pas précisée : vérifiez que ce qui est demandé est bien ce que vous voulez (issue.demand).",
        english: "The demand is not stated: check that what is asked for is what you want (issue.demand).")
    static let orderNumberUnknown = LocalText(
        french: "Le numéro de commande manque : le destinataire aura du mal à retrouver le dossier.",
        english: "The order number is missing: the recipient will find it hard to find the case.")
    static let phoneRangeUnknown = LocalText(
        french: "Le plan de numérotation ne connaît pas ce numéro : vérifiez-le (consumer.phone).",
        english: "The numbering plan does not know this number: check it (consumer.phone).")

    static func amountUnknown(_ writing: Doubt.Writing?) -> LocalText {
        switch writing {
        case .letter:
            LocalText(
                french: "Le montant manque : la lettre demande le remboursement sans le chiffrer.",
                english: "The amount is missing: the letter asks for the refund without a figure.")
        case .message, .call:
            LocalText(
                french:
                    "Le montant manque : le message demande la totalité des sommes versées sans les chiffrer.",
                english: "The amount is missing: the message asks for everything paid without a figure.")
        case .referral:
            LocalText(
                french: "Le montant manque : la demande n’est pas chiffrée.",
                english: "The amount is missing: the demand has no figure.")
        case nil:
            LocalText(
                french: "Le montant manque : indiquez-le pour que la demande soit chiffrée (order.amount).",
                english: "The amount is missing: give it, so that the demand has a figure (order.amount).")
        }
    }

    static func ownWordsUntranslated(_ writing: Doubt.Writing, writtenIn language: Language) -> LocalText {
        switch (writing, language) {
        case (.letter, .french):
            LocalText(
                french:
                    "La lettre est en français, votre description reste dans votre langue : traduisez-la.",
                english: "The letter is in French, your description stays in your language: translate it.")
        case (.letter, .english):
            LocalText(
                french: "La lettre est en anglais, votre description reste dans votre langue : traduisez-la.",
                english: "The letter is in English, your description stays in your language: translate it.")
        case (.message, _), (.call, _):
            LocalText(
                french:
                    "Le message est dans la langue du destinataire, votre description reste dans la vôtre : traduisez-la.",
                english:
                    "The message is in the recipient’s language, your description stays in yours: translate it."
            )
        case (.referral, _):
            LocalText(
                french:
                    "Votre récit reste dans votre langue : le document est écrit dans celle du destinataire.",
                english: "Your own words stay in your language: the paper is written in the recipient’s.")
        }
    }

    static func languageUncertain(_ written: Language) -> LocalText {
        switch written {
        case .french:
            LocalText(
                french: "Le texte est en français : rien n’indique que le destinataire lit cette langue.",
                english: "The text is in French: nothing says that the recipient reads it.")
        case .english:
            LocalText(
                french: "Le texte est en anglais : rien n’indique que le destinataire lit cette langue.",
                english: "The text is in English: nothing says that the recipient reads it.")
        }
    }
}

internal import CivilCalendar
internal import ContactRouting
internal import Texts
internal import Typesetting

/// One page for the person who posts the letter: print, sign, bring, keep.
struct PostingKit {
    let plan: LetterPlan
    let letterPages: Int
    let enclosures: Int
    let recipient: [String]
    let language: Language

    private var formats: Formats { Formats(language) }
    private var isFrench: Bool { language == .french }

    func document() -> Document {
        var document = Document(
            language: language.rawValue,
            title: isFrench ? "Envoyer la lettre recommandée" : "Posting the registered letter",
            curlsApostrophes: true)
        document.append(.subject(document.title))
        document.append(
            .paragraph([.bold(isFrench ? "Destinataire" : "Recipient"), .lineBreak] + recipientLines),
            label: "recipient address")
        add(
            isFrench ? "1. Imprimer et signer" : "1. Print and sign",
            isFrench ? printingFrench : printingEnglish, to: &document)
        add(
            isFrench ? "2. Au guichet" : "2. At the counter", isFrench ? counterFrench : counterEnglish,
            to: &document)
        add(isFrench ? "3. À garder" : "3. Keep", isFrench ? keepingFrench : keepingEnglish, to: &document)
        add(isFrench ? "4. Ensuite" : "4. Then", isFrench ? afterFrench : afterEnglish, to: &document)
        return document
    }

    private var recipientLines: [Inline] {
        recipient.enumerated().flatMap { index, line in
            index == 0 ? [Inline.regular(line)] : [.lineBreak, .regular(line)]
        }
    }

    private func add(_ title: String, _ items: [String], to document: inout Document) {
        document.append(.paragraph([.bold(title)]))
        document.append(.list(.dashed, items.map { [.regular($0)] }))
    }

    private var price: String { formats.money(PostalTariff.registeredR1) }
    private var isOutdated: Bool { plan.writtenOn > PostalTariff.knownThrough }
    private var isGoodwill: Bool { plan.force == .goodwill }
    private var tariffDay: String { formats.date(PostalTariff.since) }

    private var printingFrench: [String] {
        [
            "letter.pdf : \(letterPages) \(letterPages == 1 ? "page" : "pages"), en deux exemplaires : un à envoyer, un à garder.",
            "Signez à la main, au-dessus de votre nom.",
            enclosures == 0
                ? "Aucune pièce n’est jointe."
                : "Joignez une copie de chaque pièce de la liste (\(enclosures)). Gardez les originaux.",
            "Pliez en trois : l’adresse se lit dans la fenêtre de l’enveloppe.",
        ]
    }

    private var printingEnglish: [String] {
        [
            "letter.pdf: \(letterPages) \(letterPages == 1 ? "page" : "pages"), two copies: one to send, one to keep.",
            "Sign by hand, above your name.",
            enclosures == 0
                ? "Nothing is enclosed."
                : "Enclose a copy of every document in the list (\(enclosures)). Keep the originals.",
            "Fold in three: the address shows in the window of the envelope.",
        ]
    }

    private var counterFrench: [String] {
        [
            "Demandez une lettre recommandée R1 avec avis de réception, et remplissez le bordereau.",
            "Prix du R1 jusqu’à 20 g : \(price), tarif du \(tariffDay)\(isOutdated ? ", qui a peut-être changé depuis" : ""). Le supplément pour l’avis de réception n’est pas connu du programme : demandez-le au guichet.",
            "Faites peser le pli : avec plusieurs feuilles, il peut dépasser 20 g et coûter plus cher.",
        ]
    }

    private var counterEnglish: [String] {
        [
            "Ask for a “lettre recommandée R1 avec avis de réception”, and fill in the form.",
            "Price of R1 up to 20 g: \(price), tariff of \(tariffDay)\(isOutdated ? ", which may have changed since" : ""). The extra price of the acknowledgement of receipt is not known to the program: ask at the counter.",
            "Have it weighed: with several sheets it may exceed 20 g and cost more.",
        ]
    }

    private var keepingFrench: [String] {
        [
            "La preuve de dépôt, que le guichet tamponne : elle établit le jour de l’envoi.",
            "Le numéro de suivi : __________________________  Jour du dépôt : ______________",
            "L’avis de réception, quand il revient signé.",
        ]
    }

    private var keepingEnglish: [String] {
        [
            "The proof of deposit, stamped at the counter: it shows the day of posting.",
            "The tracking number: __________________________  Day of posting: ______________",
            "The acknowledgement of receipt, when it comes back signed.",
        ]
    }

    private var afterFrench: [String] {
        [
            "La lettre \(isGoodwill ? "demande une réponse pour le" : "fixe un délai au") \(formats.longDate(plan.dueBy)). Ajoutez l’envoi à l’historique du dossier : canal, jour et heure du dépôt, délai fixé.",
            "Un pli qui n’a pas pu être remis attend \(PostalTariff.daysKept) jours au bureau de poste, puis revient. S’il revient, refusé ou non réclamé, nous vous conseillons de garder l’enveloppe fermée, avec ses mentions.",
            "Cette lettre imprimée n’est pas une lettre recommandée électronique : elle doit être postée.",
        ]
    }

    private var afterEnglish: [String] {
        [
            "The letter \(isGoodwill ? "asks for an answer by" : "sets as the last day") \(formats.longDate(plan.dueBy)). Add the posting to the history of the case: channel, day and hour of posting, last day set.",
            "A letter that could not be handed over waits \(PostalTariff.daysKept) days at the post office, then comes back. If it comes back, refused or unclaimed, we advise you to keep the envelope closed, with the marks on it.",
            "This printed letter is not an electronic registered letter: it must be posted.",
        ]
    }
}

internal import ContactRouting
internal import Texts

extension PostingKit {
    var frenchParts: [Part] {
        [
            Part(title: isSigned ? "Imprimer, plier" : "Imprimer, signer, plier", steps: printing),
            Part(title: "Choisir", steps: choosing),
            Part(title: "Poster", steps: posting),
            Part(title: "Garder ensemble", steps: keeping),
            Part(title: "Ensuite", steps: waiting),
        ]
    }

    private var printing: [String] {
        [
            "Imprimez letter.pdf (\(letterPages) \(letterPages == 1 ? "page" : "pages")) en deux exemplaires : un à envoyer, un à garder.\(isSigned ? "" : " Signez à la main, au-dessus de votre nom.")",
            enclosures == 0
                ? "Aucune pièce n’est à joindre."
                : "Joignez une copie de chaque pièce de la liste (\(enclosures)). Gardez les originaux.",
            "Pliez en trois aux traits de la marge, l’adresse vers l’extérieur. Dans une enveloppe longue à fenêtre (DL, fenêtre à droite), toute l’adresse doit se lire ; sinon, recopiez-la sur l’enveloppe.",
        ]
    }

    private var choosing: [String] {
        guard isInFrance else {
            return [
                "L’adresse est à l’étranger : demandez une lettre recommandée internationale avec avis de réception. Son prix n’est pas connu de ce programme.",
                weight,
            ]
        }
        return [
            "Demandez une lettre recommandée R1 avec avis de réception. R1 suffit : seules des copies voyagent, et le niveau ne change que l’indemnité si La Poste perd le pli (R1 : \(indemnity(.r1)) ; R2 : \(indemnity(.r2)) et R3 : \(indemnity(.r3)), chiffres de \(PostalTariff.higherIndemnitiesOf)).\(original)",
            "Prix du R1 jusqu’à \(PostalTariff.gramsMax) g : \(price), tarif du \(tariffDay)\(isOutdated ? ", qui a peut-être changé depuis" : ""). Le supplément pour l’avis de réception et les prix des R2 et R3 ne sont pas connus de ce programme : demandez-les au guichet.",
            weight,
        ]
    }

    /// What the sum of the case means for the level.
    private var original: String {
        guard let amount, let level = levelForOriginal else { return "" }
        return
            " Le montant en jeu (\(formats.money(amount))) n’est pas assuré ; un original de cette valeur demanderait un \(level.rawValue)."
    }

    private var weight: String {
        "Poids : une feuille A4 de 80 g/m² pèse \(Self.sheetGrams) g, la lettre seule \(letterGrams) g, sans les copies ni l’enveloppe. Faites peser le pli : au-delà de \(PostalTariff.gramsMax) g il coûte plus cher."
    }

    private var posting: [String] {
        [
            lastDay, counter,
            "Remplissez le bordereau avec les deux adresses, et faites tamponner la preuve de dépôt : elle établit le jour de l’envoi.",
            "Numéro de suivi : ______________________________   Déposé le : __________________",
        ].compactMap { $0 }
    }

    private var lastDay: String? {
        goodUntil.map {
            "Cette lettre vaut \(formats.until($0, in: zone)). Ensuite, ne la postez plus : préparez-la à nouveau."
        }
    }

    private var counter: String? {
        guard let counterOpen else { return nil }
        let hours =
            isCounterOpen
            ? "ouvert jusqu’à \(time(counterOpen.upperBound)) aujourd’hui"
            : "ouvert \(formats.opening(counterOpen.lowerBound, seenFrom: now, in: zone)), jusqu’à \(time(counterOpen.upperBound))"
        return "Guichet : \(hours), selon notre estimation. Chaque bureau a ses horaires : vérifiez-les."
    }

    private var keeping: [String] {
        [
            "La preuve de dépôt, le second exemplaire signé et les originaux des pièces.",
            "L’avis de réception, quand il revient. Reçu le : __________________",
        ]
    }

    private var waiting: [String] {
        [
            "La lettre \(isGoodwill ? "demande une réponse pour le" : "fixe un délai au") \(dueBy). Notez l’envoi dans le dossier : canal, jour et heure du dépôt, délai fixé.",
            "Lettre refusée ou non réclamée : elle attend \(PostalTariff.daysKept) jours au bureau de poste, puis revient. Nous vous conseillons de garder l’enveloppe fermée, avec ses mentions, et de l’ajouter au dossier.",
            "Cette lettre imprimée n’est pas une lettre recommandée électronique : elle ne vaut que postée.",
        ]
    }
}

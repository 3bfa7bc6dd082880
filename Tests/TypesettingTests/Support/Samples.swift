import PDFWriting
import Typesetting

/// Letters that several tests set.
enum Samples {
    static let recipient = [
        "AMAZON EU SARL", "SUCCURSALE FRANCAISE - SERVICE CLIENT", "67 BOULEVARD DU GENERAL LECLERC",
        "92110 CLICHY",
    ]

    /// A formal notice of one page with every kind of block.
    static func letter(order: String = "404-1234567") -> Document {
        Document(
            title: "Mise en demeure", author: "Camille Exemple", curlsApostrophes: true,
            blocks: [
                .sender(["Camille Exemple", "12 rue des Essais", "75011 PARIS", "camille@example.org"]),
                .recipientWindow(recipient),
                .placeAndDate("Paris, le 22 novembre 2026"),
                .mention("Lettre recommandée avec avis de réception"),
                .subject("Objet : mise en demeure de livrer la commande n° \(order)"),
                .references([
                    Reference(label: "Commande :", value: order),
                    Reference(label: "Livraison prévue :", value: "3 novembre 2026"),
                ]),
                .paragraph(["Madame, Monsieur,"]),
                .paragraph([
                    "Le 20 octobre 2026, j'ai commandé sur votre site un casque audio sans fil au prix de ",
                    .bold("129,00 €"),
                    """
                    , payé le jour même. La livraison était annoncée pour le 3 novembre 2026 au plus tard. À ce jour, \
                    je n'ai rien reçu, malgré mes deux messages : le premier du 5 novembre, le second du 10 novembre.
                    """,
                ]),
                .paragraph([
                    .bold("Je vous mets donc en demeure"),
                    """
                     de livrer ma commande avant le 7 décembre 2026. À défaut, le contrat sera résolu et vous devrez me \
                    rembourser cette somme, majorée selon l'article L241-4 du code de la consommation :
                    """,
                ]),
                .list(
                    .dashed,
                    [
                        [
                            "de 10 % si le remboursement intervient au plus tard quatorze jours après le terme ;"
                        ],
                        ["de 20 % s'il intervient au plus tard trente jours après ce terme ;"],
                        ["de 50 % au-delà."],
                    ]),
                .paragraph([
                    "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées."
                ]),
                .signature(name: "Camille Exemple", spaceHeight: .millimetres(15)),
                .enclosures(
                    title: "Pièces jointes (copies) :",
                    items: ["confirmation de commande", "messages des 5 et 10 novembre 2026"]),
            ])
    }

    static func paragraph(_ text: String) -> Document {
        Document(title: "t", blocks: [.paragraph([.regular(text)])])
    }

    /// A sentence that fills lines.
    static let sentence =
        "Le vendeur livre le bien ou fournit le service à la date ou dans le délai indiqué. "
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

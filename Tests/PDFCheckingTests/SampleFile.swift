import PDFChecking
import PDFWriting
import Typesetting

/// A document of two pages with everything that our writer can make.
enum SampleFile {
    static func document() throws -> Document {
        let text = "Le vendeur livre le bien à la date ou dans le délai indiqué au consommateur. "
        let picture = Picture(
            image: try RasterImage(SamplePictures.png()), alternative: "Signature de Camille Exemple")
        var document = Document(
            title: "Mise en demeure <n° 1> & suites", author: "Camille Exemple",
            blocks: [
                .sender(["Camille Exemple", "12 rue des Essais", "75011 PARIS"]),
                .recipientWindow(["BOUTIQUE EXEMPLE", "1 RUE DE L'EXEMPLE", "59000 LILLE"]),
                .placeAndDate("Paris, le 22 novembre 2026"),
                .subject("Objet : mise en demeure"),
                .references([
                    Reference(label: "Commande :", value: "404-1234567"),
                    Reference(
                        label: "Une désignation qui est trop longue pour tenir sur une seule ligne :",
                        value: String(repeating: "valeur sur plusieurs lignes ", count: 6)),
                ]),
                .heading("1. Les faits"),
                .paragraph([.regular(String(repeating: text, count: 30))]),
                .heading("2. La demande"),
                .paragraph([.regular(String(repeating: text, count: 20)), .bold("129,00 €")]),
                .list(.numbered, [["la livraison ;"], ["le remboursement."]]),
                .list(.dashed, [["sans frais ;"], [.regular(text)]]),
                .signature(name: "Camille Exemple", spaceHeight: .millimetres(20), picture: picture),
                .enclosures(title: "Pièces jointes :", items: ["facture"]),
            ])
        document.attachments = [
            try EmbeddedFile(
                name: "facture.txt", mediaType: "text/plain", description: "Facture",
                modifiedOn: EmbeddedFile.Day(year: 2026, month: 11, day: 20),
                bytes: Array("Lampe : 59,90 euros".utf8)),
            try EmbeddedFile(
                name: "Échange.pdf", mediaType: "application/pdf", description: "Échange de messages",
                bytes: Array("%PDF-1.7".utf8)),
        ]
        return document
    }

    /// Set once: many tests break it.
    static let bytes = Result {
        var typesetter = try Typesetter()
        return try typesetter.render(document()).pdf
    }

    private static let read = Result { try PDFFile(bytes.get()) }

    static func file() throws -> PDFFile { try read.get() }
}

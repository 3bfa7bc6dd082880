import PDFWriting
import Testing
import Typesetting

/// What other programs make of the files.
@Suite("PDF readers")
struct ReaderTests {
    @Test("qpdf finds no fault")
    func check() throws {
        let result = try Tool.run("qpdf", package: "qpdf", on: Self.letter(), arguments: ["--check", "FILE"])

        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("No syntax or stream encoding errors"))
    }

    @Test("all fonts are embedded subsets with text")
    func fonts() throws {
        let result = try Tool.run(
            "pdffonts", package: "poppler-utils", on: Self.letter(), arguments: ["FILE"])

        let fonts = result.output.split(separator: "\n").dropFirst(2)
        #expect(fonts.count == 2)
        for font in fonts {
            #expect(font.contains("LiberationSans"))
            #expect(font.contains("yes yes yes"))
        }
    }

    @Test("the document is tagged and has its title and language")
    func tagged() throws {
        let pdf = try Self.letter()

        let facts = try Tool.run("pdfinfo", package: "poppler-utils", on: pdf, arguments: ["FILE"])
        let structure = try Tool.run(
            "pdfinfo", package: "poppler-utils", on: pdf, arguments: ["-struct-text", "FILE"])

        #expect(facts.output.contains("Tagged:          yes"))
        #expect(facts.output.contains("Title:           Mise en demeure"))
        #expect(structure.output.contains("H1 (block)\n    \"Objet"))
        #expect(structure.output.contains("LBody (block)\n"))
    }

    @Test("text is read in order, and words of two lines do not run together")
    func text() throws {
        let text = try Tool.text(of: Self.letter()).replacing("\u{A0}", with: " ")

        let expected = [
            "Camille Exemple", "75011 PARIS", "AMAZON EU SARL", "92110 CLICHY", "Paris, le 22",
            "Lettre recommandée",
            "Objet", "Madame, Monsieur,", "Le 20 octobre", "129,00 €", "mets donc en demeure",
            "– de 10 %",
            "salutations", "Pièces jointes",
        ]
        var rest = text[...]
        for words in expected {
            let found = try #require(rest.firstRange(of: words), "\(words) is missing or out of order")
            rest = rest[found.upperBound...]
        }
    }

    @Test("every broken line ends with a space in the text that readers see")
    func spacesAtLineEnds() throws {
        let text = try Tool.run(
            "pdftotext", package: "poppler-utils", on: Self.letter(),
            arguments: ["-raw", "-enc", "UTF-8", "FILE", "-"])
        let structure = try Tool.run(
            "pdfinfo", package: "poppler-utils", on: Self.letter(), arguments: ["-struct-text", "FILE"])

        #expect(text.output.contains("12 rue des Essais"))
        #expect(structure.output.contains("Camille Exemple 12 rue des Essais 75011 PARIS "))
    }

    @Test("every character comes back, those too that a literal string escapes")
    func roundTrip() throws {
        var typesetter = try Typesetter()
        let latin =
            (0x21...0x7E).map(Self.character) + (0xA1...0xAC).map(Self.character)
            + (0xAE...0xFF).map(Self.character)
        // Lines of single characters look like one spaced-out word to pdftotext.
        let words =
            latin.map { "ab\($0)cd" } + ["Œuvre", "œŸ", "łőș", "ΩЖ", "€€", "–’…"]
        let document = Document(
            language: "en", title: "t", blocks: [.paragraph([.regular(words.joined(separator: " "))])])

        let text = try Tool.text(of: try typesetter.render(document).pdf)

        #expect(text.split(whereSeparator: \.isWhitespace).map(String.init) == words)
    }

    @Test("lines stand where the layout record says")
    func positions() throws {
        var typesetter = try Typesetter()
        let rendered = try typesetter.render(Samples.letter())

        let result = try Tool.run(
            "pdftotext", package: "poppler-utils", on: rendered.pdf, arguments: ["-bbox", "FILE", "-"])

        let clichy = try #require(result.output.split(separator: "\n").first { $0.contains(">92110<") })
        let layout = try typesetter.layout(of: Samples.letter())
        let line = try #require(layout.pages[0].lines.first { $0.text == "92110 CLICHY" })
        let left = try #require(Self.attribute("xMin", of: clichy))
        #expect(abs(left * 254 / 72 - Double(line.x)) < 2)
        let bottom = try #require(Self.attribute("yMax", of: clichy))
        #expect((Double(line.y)...Double(line.y + 10)).contains(bottom * 254 / 72))
    }

    private static func letter() throws -> [UInt8] {
        var typesetter = try Typesetter()
        return try typesetter.render(Samples.letter()).pdf
    }

    private static func character(_ value: Int) -> Character {
        Character(Unicode.Scalar(UInt8(value)))
    }

    private static func attribute(_ name: String, of line: Substring) -> Double? {
        guard let start = line.firstRange(of: name + "=\"")?.upperBound else { return nil }
        return Double(line[start...].prefix { $0 != "\"" })
    }
}

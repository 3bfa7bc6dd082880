import PDFWriting
import Testing
import Typesetting

/// The goldens were made with fonts-liberation2 2.1.5 and HarfBuzz 6.0.0.
@Suite("Goldens")
struct GoldenTests {
    @Test("every line of a letter stands where it stood")
    func layout() throws {
        let typesetter = try Typesetter()

        let record = try typesetter.layout(of: Samples.letter()).description

        try expectGolden(record, named: "letter.layout.txt")
    }

    @Test("the letter as plain text reads as it did")
    func plainText() throws {
        let text = Typesetter.plainText(Samples.letter())

        try expectGolden(text, named: "letter.txt")
    }

    @Test("plain text keeps to 78 columns")
    func columns() {
        let text = Typesetter.plainText(Samples.letter())

        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 78 })
    }

    @Test("plain text shows what it must not pass on as U+FFFD")
    func plainTextHostile() {
        let text = Typesetter.plainText(Samples.paragraph("a\u{1B}[2Jb\u{202E}c"))

        #expect(text == "a\u{FFFD}[2Jb\u{FFFD}c\n")
    }
}

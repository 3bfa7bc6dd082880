import Testing

@testable import PDFWriting
@testable import Typesetting

@Suite("Text from right to left")
struct BidirectionTests {
    private static let sentence = "Le colis pour יעל כהן (דירה 12) n’est pas arrivé."

    @Test(
        "parts of a line are shown in the order that their levels ask for",
        arguments: [
            ([], []), ([0, 0, 0], [0, 1, 2]), ([0, 1, 1, 1, 0], [0, 3, 2, 1, 4]),
            ([0, 1, 1, 2, 1, 0], [0, 4, 3, 2, 1, 5]), ([1, 1, 2, 2, 1], [4, 2, 3, 1, 0]),
            ([1, 0, 1], [0, 1, 2]), ([2, 2], [0, 1]), ([3, 2, 1], [2, 0, 1]),
        ] as [([UInt8], [Int])])
    func order(levels: [UInt8], expected: [Int]) {
        #expect(Bidirection.visualOrder(of: levels) == expected)
    }

    @Test("property: no part of a line is lost or shown twice", arguments: 0..<200 as Range<UInt64>)
    func permutation(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let levels = (0..<Int.random(in: 0...40, using: &random)).map { _ in
            UInt8.random(in: 0...5, using: &random)
        }

        let order = Bidirection.visualOrder(of: levels)

        #expect(order.sorted() == Array(levels.indices))
    }

    @Test("a name runs from right to left inside a French sentence")
    func name() throws {
        var typesetter = try Typesetter()

        let pdf = try typesetter.render(Samples.paragraph("Le colis pour יעל כהן n’est pas là.")).pdf

        let places = try Tool.run(
            "pdftotext", package: "poppler-utils", on: pdf,
            arguments: ["-bbox", "-enc", "UTF-8", "FILE", "-"])
        let words = ["pour", "ן", "ה", "כ", "ל", "ע", "י", "n’est"]
        let lefts = try words.map { word in
            let line = try #require(
                places.output.split(separator: "\n").first { $0.contains(">\(word)<") }, "\(word)")
            let start = try #require(line.firstRange(of: "xMin=\"")?.upperBound)
            return try #require(Double(line[start...].prefix { $0 != "\"" }))
        }
        #expect(lefts == lefts.sorted())
    }

    @Test("who copies the text or has it read aloud gets it as it was typed")
    func reading() throws {
        var typesetter = try Typesetter()

        let rendered = try typesetter.render(Samples.paragraph(Self.sentence))

        let structure = try Tool.run(
            "pdfinfo", package: "poppler-utils", on: rendered.pdf, arguments: ["-struct-text", "FILE"])
        let copied = try Tool.text(of: rendered.pdf).unicodeScalars.filter {
            !(0x202A...0x202E).contains($0.value)
        }
        let layout = try typesetter.layout(of: Samples.paragraph(Self.sentence))
        #expect(layout.pages[0].lines.map(\.text) == [Self.sentence])
        // pdfinfo puts pieces into quotes and shows a bracket by its glyph.
        let read = structure.output.split(separator: "\n").dropFirst(2)
            .map { $0.drop { $0 == " " }.dropFirst().dropLast() }.joined()
        let turned = Self.sentence.map { $0 == "(" ? ")" : $0 == ")" ? "(" : $0 }
        #expect(read == String(turned) + " ")
        #expect(String(String.UnicodeScalarView(copied)).contains("יעל כהן"))
        #expect(
            try Tool.run("qpdf", package: "qpdf", on: rendered.pdf, arguments: ["--check", "FILE"]).status
                == 0)
    }

    @Test("an address and a signature may be in Hebrew, and stay left of the window's edge")
    func address() throws {
        let typesetter = try Typesetter()
        let document = Document(
            title: "t",
            blocks: [
                .sender(["יעל כהן", "12 rue des Lilas"]), .recipientWindow(["חברה בע״מ", "59000 LILLE"]),
                .signature(name: "יעל כהן", spaceHeight: .zero),
            ])

        let layout = try typesetter.layout(of: document)

        let lines = layout.pages[0].lines
        let window = try #require(layout.window)
        #expect(lines.map(\.text).contains("חברה בע״מ"))
        #expect(lines.filter { $0.text.hasPrefix("ח") }.allSatisfy { $0.x == window.left })
    }

    @Test("a paragraph in Hebrew is broken in the order of reading, inside the margins")
    func paragraph() throws {
        let typesetter = try Typesetter()
        let words = (1...60).map { "מילה\($0)" }
        let text = words.joined(separator: " ")

        let lines = try typesetter.layout(of: Samples.paragraph(text)).pages[0].lines

        #expect(lines.count > 2)
        #expect(lines.map(\.text).joined(separator: " ") == text)
        #expect(lines.allSatisfy { $0.x + $0.width <= 1851 })
    }

    @Test("a bracket that turns round is another word than one that does not")
    func brackets() throws {
        var typesetter = try Typesetter()

        let mixed = try typesetter.render(Samples.paragraph("( א( א( ("))

        var other = try Typesetter()
        _ = try other.render(Samples.paragraph("א ( ב"))
        #expect(try other.render(Samples.paragraph("( א( א( (")).pdf == mixed.pdf)
    }

    @Test("a glyph that looks like another character says which one it is")
    func replacement() {
        var page = PageContent(width: .zero, height: .zero, fonts: [])
        var structure = StructureTree()

        page.begin(.element(structure.add(.paragraph), .paragraph), readAs: "(")

        #expect(String(decoding: page.stream.bytes, as: UTF8.self) == "/P<</MCID 0/ActualText(\\()>>BDC\n")
    }

    @Test("the plain text holds what was typed")
    func plainText() {
        #expect(Typesetter.plainText(Samples.paragraph(Self.sentence)) == Self.sentence + "\n")
    }

    @Test(
        "property: any mix of directions is set inside the margins, or refused",
        arguments: 0..<200 as Range<UInt64>)
    func mixes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let typesetter = try Typesetter()
        let parts = Array("אבגדהוabc12 ,.()[]«»-%€ \u{A0}:;!?״׳".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...400, using: &random) {
            text.append(parts[Int.random(in: 0..<parts.count, using: &random)])
        }

        let layout = try typesetter.layout(of: Samples.paragraph(String(text)))

        #expect(layout.pages[0].lines.allSatisfy { $0.x >= 200 && $0.x + $0.width <= 1852 })
        let kept = layout.pages[0].lines.flatMap(\.text.unicodeScalars).filter {
            !StyledScalar.isSpace($0.value)
        }
        #expect(kept == text.filter { !StyledScalar.isSpace($0.value) })
    }
}

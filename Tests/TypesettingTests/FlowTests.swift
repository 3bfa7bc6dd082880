import PDFWriting
import Testing
import Typesetting

@Suite("The flow of blocks")
struct FlowTests {
    @Test("a soft hyphen shows only where the line ends")
    func softHyphen() throws {
        let text = String(repeating: "anti\u{AD}constitution\u{AD}nelle\u{AD}ment ", count: 12)

        let lines = try Self.lines([.paragraph([.regular(text)])])

        #expect(lines.contains { $0.text.hasSuffix("-") })
        let whole = lines.map { $0.text.hasSuffix("-") ? String($0.text.dropLast()) : $0.text + " " }.joined()
        #expect(whole.split(separator: " ").allSatisfy { $0 == "anticonstitutionnellement" })
        #expect(lines.allSatisfy { $0.x + $0.width <= 1851 })
    }

    @Test("a change of style inside a word adds no space and allows no break")
    func styleInsideWord() throws {
        let text = Inline.regular(String(repeating: Samples.sentence, count: 2))

        let lines = try Self.lines([.paragraph([text, "L", .bold("216"), "-1, ", text])])

        #expect(lines.contains { $0.text.contains("L216-1,") })
    }

    @Test("a line break inside a paragraph is kept, and the line before it is not stretched")
    func lineBreak() throws {
        let lines = try Self.lines([.paragraph(["un deux", .lineBreak, "trois"])])

        #expect(lines.map(\.text) == ["un deux", "trois"])
        #expect((lines.first?.width ?? 0) < 400)
    }

    @Test("the values of references stand in one column, right of the longest name")
    func references() throws {
        let lines = try Self.lines([
            .references([
                Reference(label: "N°", value: "1"), Reference(label: "Un nom plus long", value: "2"),
                Reference(label: String(repeating: "Un nom très long ", count: 6), value: "3"),
            ])
        ])

        let columns = Set(lines.filter { ["1", "2", "3"].contains($0.text) }.map(\.x))
        #expect(columns.count == 1)
        #expect((columns.first ?? 0) > 700)
    }

    @Test("the items of a numbered list are numbered, and all begin at one place")
    func numbered() throws {
        let items = (1...120).map { [Inline.regular("article \($0)")] }

        let layout = try Self.layout([.paragraph(["Voici :"]), .list(.numbered, items)])

        let lines = layout.pages.flatMap(\.lines)
        #expect((1...120).allSatisfy { number in lines.contains { $0.text == "\(number)." } })
        #expect(Set(lines.filter { $0.text.hasPrefix("article") }.map(\.x)).count == 1)
    }

    @Test("place and date stand under the window, in line with it")
    func placeAndDate() throws {
        let layout = try Self.layout([
            .recipientWindow(Samples.recipient), .placeAndDate("Lyon, le 1er mai 2026"),
        ])

        let date = try #require(layout.pages[0].lines.last)
        let window = try #require(layout.window)
        #expect(date.x == window.left)
        #expect(date.y > window.bottom + 50)
        #expect(layout.foldMarks == [990, 1980])
    }

    @Test("many lines of sender push the text down, never into it", arguments: 1...9)
    func sender(count: Int) throws {
        let address = (1...count).map { "ligne \($0)" }

        let lines = try Self.lines([.sender(address), .recipientWindow(["A"]), .paragraph(["Bonjour"])])

        let text = try #require(lines.last)
        #expect(lines.dropLast().allSatisfy { $0.y + 40 < text.y })
    }

    @Test("a line of the sender is not broken while it fits in smaller type, and all lines have one size")
    func wideSender() throws {
        let wide = "67 boulevard du Maréchal de Lattre de Tassigny, bât. C"
        let wider = String(repeating: wide + " ", count: 3)

        let lines = try Self.lines([.sender(["Camille Exemple", wide]), .recipientWindow(["A"])])
        let broken = try Self.lines([.sender(["Camille Exemple", wider]), .recipientWindow(["A"])])

        #expect(lines.map(\.text) == ["Camille Exemple", wide, "A"])
        #expect(lines[0].width < broken[0].width && lines[1].width <= 850)
        #expect(broken.count > 4)
    }

    @Test("page numbers are seen but not read aloud")
    func artifacts() throws {
        var typesetter = try Typesetter()
        let long = Array(
            repeating: Block.paragraph([.regular(String(repeating: Samples.sentence, count: 10))]), count: 12)

        let pdf = try typesetter.render(Document(title: "t", blocks: long)).pdf

        let structure = try Tool.run(
            "pdfinfo", package: "poppler-utils", on: pdf, arguments: ["-struct-text", "FILE"])
        #expect(try Tool.text(of: pdf).contains("page 1/2"))
        #expect(!structure.output.contains("page 1/2"))
        #expect(structure.output.contains("Le vendeur livre"))
    }

    @Test("a sender that would fill the page is refused")
    func longSender() {
        let long = String(repeating: Samples.sentence, count: 20)

        #expect(throws: TypesettingError.self) {
            try Self.layout([.sender([long]), .recipientWindow(["A"])])
        }
    }

    @Test("a signature that does not fit under the address goes to the next page")
    func highSignature() throws {
        let layout = try Self.layout([
            .recipientWindow(["A"]), .signature(name: "Camille Exemple", spaceHeight: .millimetres(200)),
        ])

        #expect(layout.pages.count == 2)
        #expect(layout.pages.flatMap(\.lines).allSatisfy { $0.y <= 2850 })
    }

    @Test("soft hyphens that follow no letter vanish, thirty thousand of them too")
    func looseSoftHyphens() throws {
        let text = "a" + String(repeating: "\u{AD}", count: 29_000) + "b"

        let lines = try Self.lines([.paragraph([.regular(text)])])

        #expect(lines.map(\.text) == ["ab"])
    }

    private static func layout(_ blocks: [Block]) throws -> LayoutRecord {
        let typesetter = try Typesetter()
        return try typesetter.layout(of: Document(title: "t", blocks: blocks))
    }

    private static func lines(_ blocks: [Block]) throws -> [LayoutRecord.Line] {
        try layout(blocks).pages.flatMap(\.lines)
    }
}

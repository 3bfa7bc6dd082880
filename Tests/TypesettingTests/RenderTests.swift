import PDFWriting
import Synchronization
import Testing
import Typesetting

@Suite("Typesetter")
struct RenderTests {
    @Test("the same letter gives the same bytes, whatever was rendered in between")
    func sameBytes() throws {
        var typesetter = try Typesetter()
        let first = try typesetter.render(Samples.letter())
        for order in 0..<20 { _ = try typesetter.render(Samples.letter(order: "A-\(order)-łǅß")) }
        _ = try? typesetter.render(Samples.paragraph("😀"))

        let again = try typesetter.render(Samples.letter())

        var other = try Typesetter()
        #expect(again == first)
        #expect(try other.render(Samples.letter()) == first)
    }

    @Test("one page stays under 22 kB")
    func size() throws {
        var typesetter = try Typesetter()

        let rendered = try typesetter.render(Samples.letter())

        #expect(rendered.pageCount == 1)
        #expect(rendered.pdf.count <= 22_000)
    }

    @Test("an engine can be shared behind a lock")
    func shared() throws {
        let engine = Mutex(try Typesetter())

        let rendered = try engine.withLock { typesetter throws(TypesettingError) in
            try typesetter.render(Samples.letter())
        }

        #expect(rendered.pageCount == 1)
    }

    @Test("a missing font names the package to install")
    func missingFonts() {
        let folder = FontFolder(path: "/nowhere", package: "fonts-liberation2")

        let error = #expect(throws: TypesettingError.self) {
            let typesetter = try Typesetter(fonts: folder)
            _ = consume typesetter
        }

        #expect(error?.description.contains("fonts-liberation2") == true)
    }

    @Test("an empty document is one empty page that readers accept")
    func empty() throws {
        var typesetter = try Typesetter()

        let rendered = try typesetter.render(Document(title: "Vide"))

        #expect(rendered.pageCount == 1)
        #expect(try typesetter.layout(of: Document(title: "Vide")).pages[0].lines.isEmpty)
        #expect(
            try Tool.run("qpdf", package: "qpdf", on: rendered.pdf, arguments: ["--check", "FILE"]).status
                == 0)
    }

    @Test("sixty pages are numbered, and neither first nor last line of a paragraph stands alone")
    func sixtyPages() throws {
        var typesetter = try Typesetter()
        var document = Document(title: "Dossier")
        for index in 0..<640 {
            document.append(
                .paragraph([
                    .regular("§ \(index) " + String(repeating: Samples.sentence, count: 4 + index % 5))
                ]))
        }

        let rendered = try typesetter.render(document)

        #expect(rendered.pageCount >= 60)
        #expect(
            try Tool.run("qpdf", package: "qpdf", on: rendered.pdf, arguments: ["--check", "FILE"]).status
                == 0)
        for (index, page) in try typesetter.layout(of: document).pages.enumerated() {
            let (text, footer) = (page.lines.dropLast(), page.lines[page.lines.count - 1])
            #expect(footer.text == "page \(index + 1)/\(rendered.pageCount)")
            #expect(text.allSatisfy { $0.y <= 2720 })
            let starts = text.indices.filter { text[$0].text.hasPrefix("§") }
            #expect(starts.first != 1, "page \(index + 1) begins with a last line")
            #expect(starts.last != text.count - 1, "page \(index + 1) ends with a first line")
        }
    }

    @Test("the signature stays with two lines of text, wherever the page ends", arguments: 30..<60)
    func signatureStays(lines: Int) throws {
        let typesetter = try Typesetter()
        var document = Document(title: "t", footer: .none)
        for index in 0..<lines { document.append(.paragraph([.regular("ligne \(index)")])) }
        document.append(.paragraph([.regular(String(repeating: Samples.sentence, count: 3))]))
        document.append(.signature(name: "Camille Exemple", spaceHeight: .millimetres(20)))

        let pages = try typesetter.layout(of: document).pages

        let last = pages[pages.count - 1].lines
        #expect(last.last?.text == "Camille Exemple")
        #expect(last.count >= 3)
    }

    @Test("justified lines end at the margin, last lines do not")
    func justified() throws {
        let typesetter = try Typesetter()

        let layout = try typesetter.layout(
            of: Samples.paragraph(String(repeating: Samples.sentence, count: 6)))

        let lines = layout.pages[0].lines
        #expect(lines.count > 3)
        #expect(lines.dropLast().allSatisfy { $0.width == 1650 })
        #expect((lines.last?.width ?? 0) < 1650)
    }
}

import PDFChecking
import PDFWriting
import Testing
import Typesetting

/// What is given up, and in which order, before a letter takes one more page.
@Suite("Saving a page")
struct PageSavingTests {
    @Test("the signature gives first, then the space, then the type, and a second page is set as usual")
    func order() throws {
        let letters = (1...30).flatMap { count in (1...3).map { Self.letter(count, last: $0) } }

        let seen = try letters.map { try Setting($0) }.reduce(into: [Setting]()) { list, next in
            if list.last != next { list.append(next) }
        }

        let steps = [
            (20, false, false), (15, false, false), (15, true, false), (15, false, true), (15, true, true),
        ]
        let saved = [1, 2].flatMap { pages in
            steps.map { Setting(pages: pages, room: $0, isClose: $1, isSmall: $2) }
        }
        #expect(seen == saved + [Setting(pages: 3, room: 20, isClose: false, isSmall: false)])
    }

    @Test("what is set after a letter in smaller type has its usual bytes")
    func independent() throws {
        let plain = Self.letter(3, last: 1)
        var typesetter = try Typesetter()
        let before = try typesetter.render(plain).pdf

        for paragraphs in 1...25 { _ = try typesetter.render(Self.letter(paragraphs, last: 2)) }

        #expect(try typesetter.render(plain).pdf == before)
    }

    @Test("a picture of a signature keeps its size", arguments: 10...20)
    func picture(paragraphs: Int) throws {
        let file = SamplePictures.png {
            $0.width = 600
            $0.height = 200
        }
        let picture = Picture(image: try RasterImage(file), alternative: "Signature")
        var letter = Self.letter(paragraphs, last: 2)
        letter.entries[letter.entries.count - 1].block =
            .signature(name: Self.name, spaceHeight: .millimetres(20), picture: picture)

        let pages = try Self.layout(letter).pages

        let frame = try #require(pages.flatMap(\.pictures).first)
        #expect(abs(frame.bottom - frame.top - 200) <= 1)
    }

    @Test("the page of the closing formula has two lines of text above it", arguments: 8...45, [1, 2])
    func closing(paragraphs: Int, lines: Int) throws {
        var document = Document(title: "t", footer: .none, blocks: [.recipientWindow(Samples.recipient)])
        for _ in 0..<paragraphs { document.append(Self.paragraph("texte", lines: 1)) }
        document.append(Self.paragraph("formule", lines: lines))
        document.append(.signature(name: Self.name, spaceHeight: .millimetres(20)))

        let pages = try Self.layout(document).pages

        let page = try #require(pages.first { $0.lines.contains { $0.text == Self.name } })
        #expect(page.lines.filter { $0.text.hasPrefix("texte") }.count >= 2)
        #expect(page.lines.filter { $0.text.hasPrefix("formule") }.count == lines)
    }

    @Test("no enclosure stands alone on a page", arguments: 8...40, [2, 3, 4, 9])
    func enclosures(paragraphs: Int, items: Int) throws {
        var document = Self.letter(paragraphs, last: 1)
        document.append(.enclosures(title: "Pièces :", items: (1...items).map { "pièce \($0)" }))

        let pages = try Self.layout(document).pages

        for page in pages {
            #expect(page.lines.filter { $0.text.hasPrefix("pièce") }.count != 1)
        }
    }

    // MARK: Letters and their measures

    private static let name = "Camille Exemple"

    /// What a reader could measure.
    struct Setting: Equatable {
        var pages: Int
        /// - Unit: millimetres.
        var room: Int
        var isClose: Bool
        var isSmall: Bool
    }

    private static func letter(_ paragraphs: Int, last: Int) -> Document {
        var document = Document(title: "t", footer: .none, blocks: [.recipientWindow(Samples.recipient)])
        for _ in 0..<paragraphs { document.append(paragraph("texte", lines: 3)) }
        document.append(paragraph("texte", lines: last))
        document.append(paragraph("formule", lines: 1))
        document.append(.signature(name: name, spaceHeight: .millimetres(20)))
        return document
    }

    private static func paragraph(_ word: String, lines: Int) -> Block {
        .paragraph(Array((0..<lines).map { [.regular("\(word) \($0)")] }.joined(separator: [.lineBreak])))
    }

    private static func layout(_ document: Document) throws -> LayoutRecord {
        try Typesetter().layout(of: document)
    }
}

extension PageSavingTests.Setting {
    init(_ document: Document) throws {
        let layout = try Typesetter().layout(of: document)
        let lines = layout.pages[0].lines.filter { $0.text.hasPrefix("texte") }
        let end = try #require(layout.pages.last?.lines.suffix(2).map(\.y))
        let leading = lines[1].y - lines[0].y
        let space = lines[3].y - lines[2].y - leading
        pages = layout.pages.count
        room = (end[1] - end[0] - leading - space + 5) / 10
        isClose = space * 100 < leading * 43
        isSmall = leading < 48
    }
}

import PDFChecking
import Testing

@testable import PDFWriting

@Suite("PDFWriter")
struct PDFWriterTests {
    static let path = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"

    @Test("the cross-reference table names the byte where each object begins")
    func places() throws {
        var file = FileBuilder()
        let numbers = (0..<5).map { _ in file.allocate() }
        for number in numbers.reversed() { file.write(number, entries: [], plain: Array("x".utf8)) }

        for number in numbers {
            guard case .offset(let offset) = file.places[number.value] else {
                Issue.record("object \(number.value) has no place")
                continue
            }
            #expect(file.bytes.bytes[offset...].starts(with: "\(number.value) 0 obj\n".utf8))
        }
    }

    @Test("too many pages are refused with both numbers")
    func tooManyPages() throws {
        let font = try FontFile(path: Self.path)
        var writer = try PDFWriter(fonts: [font])
        var draft = PDFDraft(title: "t", author: "", language: "fr")
        let page = PageContent(width: .points(10), height: .points(10), fonts: [font])
        draft.pages = Array(repeating: page, count: PDFWriter.pagesMax + 1)

        #expect(throws: PDFError.tooManyPages(pages: 501, pagesMax: 500)) { try Self.write(draft, &writer) }
    }

    @Test("an element keeps its content in order over two pages")
    func contentOverPages() throws {
        let font = try FontFile(path: Self.path)
        var writer = try PDFWriter(fonts: [font])
        let draft = try Self.draft()
        let element = try #require(draft.pages.first?.marks.first)

        let first = try Self.write(draft, &writer)
        let second = try Self.write(draft, &writer)

        #expect(first == second)
        #expect(first.starts(with: "%PDF-1.7\n".utf8))
        #expect(draft.pages.map(\.marks) == [[element], [element]])
        #expect(pdfFaults(of: first) == [])
    }

    @Test(
        "what a file says about itself must be there and readable",
        arguments: [
            ("", "", "fr", PDFError.titleMissing),
            ("a\u{0}b", "", "fr", .textFieldRefused(.title)),
            ("a\nb", "", "fr", .textFieldRefused(.title)),
            ("t", "a\u{FFFF}", "fr", .textFieldRefused(.author)),
            ("t", "", "", .languageMalformed),
            ("t", "", "fr_FR", .languageMalformed),
            ("t", "", "français", .languageMalformed),
        ])
    func textFields(title: String, author: String, language: String, expected: PDFError) throws {
        var writer = try PDFWriter(fonts: [FontFile(path: Self.path)])
        let draft = PDFDraft(title: title, author: author, language: language)

        #expect(throws: expected) { try Self.write(draft, &writer) }
    }

    @Test("markup in the title stays text in the metadata")
    func markup() throws {
        var writer = try PDFWriter(fonts: [FontFile(path: Self.path)])
        var draft = try Self.draft()
        draft.title = "</rdf:li> & <b>"
        draft.author = "É. Exemple"

        #expect(pdfFaults(of: try Self.write(draft, &writer)) == [])
    }

    @Test("the colour profile says its own length, and is small")
    func profile() {
        let bytes = ColorProfile.bytes

        #expect(bytes.count < 600)
        #expect(bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } == bytes.count)
    }

    /// Two pages with one letter each, of one paragraph.
    static func draft() throws -> PDFDraft {
        let font = try FontFile(path: path)
        var draft = PDFDraft(title: "t", author: "", language: "fr")
        let element = draft.structure.add(.paragraph)
        for _ in 0..<2 {
            var page = PageContent(width: .points(100), height: .points(100), fonts: [font])
            page.begin(.element(element, .paragraph))
            page.startLine(x: .points(10), y: .points(20))
            page.setType(face: 0, size: .points(10))
            page.startRun()
            page.show(try #require(font.glyph(for: "a")))
            page.endRun()
            page.end()
            draft.pages.append(page)
        }
        return draft
    }

    /// Keeps the writer out of the closures of `#expect`, which cannot capture what cannot be copied.
    private static func write(_ draft: PDFDraft, _ writer: inout PDFWriter) throws -> [UInt8] {
        try writer.write(draft)
    }
}

import Testing
import Typesetting

@Suite("Sizes of type")
struct TypeSizeTests {
    private func layout(_ size: Document.TypeSize, _ blocks: [Block]) throws -> LayoutRecord {
        var document = Document(title: "Test", blocks: blocks)
        document.typeSize = size
        return try Typesetter().layout(of: document)
    }

    @Test("smaller type takes fewer pages")
    func pages() throws {
        let text = String(repeating: "Le colis n’est pas arrivé et personne ne répond. ", count: 40)
        let blocks = [Block](repeating: .paragraph([.regular(text)]), count: 6)

        let pages = try Document.TypeSize.allCases.map { try layout($0, blocks).pages.count }

        #expect(pages == pages.sorted(by: >))
        #expect(pages[0] > pages[2])
    }

    @Test(
        "the lines of a paragraph stand as far apart as the size says",
        arguments: [(Document.TypeSize.letter, 49), (.small, 42), (.smallest, 37)])
    func leading(size: Document.TypeSize, tenths: Int) throws {
        let layout = try layout(size, [.paragraph(["un", .lineBreak, "deux", .lineBreak, "trois"])])

        let lines = layout.pages[0].lines
        #expect(lines.count == 3)
        // A tenth of a millimetre is lost in rounding.
        #expect(zip(lines, lines.dropFirst()).allSatisfy { abs($1.y - $0.y - tenths) <= 1 })
    }
}

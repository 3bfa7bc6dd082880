import PDFChecking
import Testing
import Typesetting

@Suite("Tables")
struct TableTests {
    @Test("every cell has its role, and headings name their columns")
    func structure() throws {
        let pdf = try Self.render(Self.document(rows: 2)).pdf

        let roles = try PDFFile(pdf).roles
        #expect(roles.count { $0 == "TR" } == 3)
        #expect(roles.count { $0 == "TH" } == 3)
        #expect(roles.count { $0 == "TD" } == 6)
        #expect(pdfFaults(of: pdf) == [])
    }

    @Test(
        "a page that goes on with a table shows the headings again, and no row stands alone",
        arguments: 30...70)
    func goesOn(rows: Int) throws {
        let document = Self.document(rows: rows)

        let pages = try Typesetter().layout(of: document).pages

        for page in pages {
            let count = page.lines.count { $0.text.hasPrefix("le ") }
            #expect(count != 1)
            #expect(page.lines.count { $0.text == "Date" } == (count > 0 ? 1 : 0))
        }
        #expect(pages.flatMap(\.lines).count { $0.text.hasPrefix("le ") } == rows)
        #expect(pdfFaults(of: try Self.render(document).pdf) == [])
    }

    @Test("a cell is broken inside its column, and the next row begins below it")
    func broken() throws {
        let long = String(repeating: "une démarche de plus, ", count: 20)
        let table = Table(headings: ["Date", "Fait"], rows: [["le 1er", long], ["le 2", "fin"]])

        let lines = try Typesetter().layout(of: Document(title: "t", blocks: [.table(table)])).pages[0].lines

        let days = lines.filter { $0.text.hasPrefix("le ") }
        let texts = lines.filter { $0.text.contains("démarche") }
        #expect(texts.count > 2)
        #expect(Set(texts.map(\.x)).count == 1)
        #expect(texts.allSatisfy { $0.x > 200 && $0.x + $0.width <= 1851 })
        #expect(days[0].y == texts[0].y)
        #expect(days[1].y > texts[texts.count - 1].y)
    }

    @Test("plain text has the same cells in columns of at most 78 characters")
    func plainText() {
        let long = String(repeating: "démarche ", count: 12)
        let table = Table(headings: ["Date", "Fait", "Suite"], rows: [["le 1er", "appel", long]])

        let text = Typesetter.plainText(Document(title: "t", blocks: [.table(table)]))

        let lines = text.split(separator: "\n")
        #expect(lines[0] == "Date    Fait   Suite")
        #expect(
            lines[1].hasPrefix("le\u{A0}1er  appel  démarche")
                || lines[1].hasPrefix("le 1er  appel  démarche"))
        #expect(lines[2].hasPrefix("               démarche"))
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= 78 })
    }

    @Test("a row with a cell too few is refused by its number")
    func irregular() throws {
        var typesetter = try Typesetter()
        let table = Table(headings: ["Date", "Fait"], rows: [["le 1er", "appel"], ["le 2"]])

        #expect(throws: TypesettingError.irregularTable(label: "table", row: 2)) {
            try typesetter.render(Document(title: "t", blocks: [.table(table)]))
        }
    }

    @Test("a word wider than its column does not touch the next cell of plain text")
    func wideWord() {
        let table = Table(
            headings: ["Date", "Fait", "Suite"],
            rows: [[String(repeating: "x", count: 60), String(repeating: "y", count: 60), "fin"]])

        let text = Typesetter.plainText(Document(title: "t", blocks: [.table(table)]))

        #expect(text.contains("x  y"))
        #expect(text.contains("y  fin"))
    }

    @Test("a page that goes on with a table has its rows as far apart as the page before")
    func sameSpace() throws {
        let pages = try Typesetter().layout(of: Self.document(rows: 60)).pages

        let distances = pages.map { page in
            let headingY = page.lines.first { $0.text == "Date" }?.y ?? 0
            let rowY = page.lines.first { $0.text.hasPrefix("le ") }?.y ?? 0
            return rowY - headingY
        }
        #expect(distances.count == 2)
        #expect(Set(distances).count == 1)
    }

    @Test("measuring cells does not count as text")
    func measured() throws {
        let cell = String(repeating: "mot ", count: 2_000)
        let table = Table(headings: ["Fait"], rows: Array(repeating: [cell], count: 70))

        let pages = try Typesetter().layout(of: Document(title: "t", blocks: [.table(table)])).pages

        #expect(pages.count > 100)
    }

    @Test("a table of too many columns is refused with both numbers")
    func columns() throws {
        let texts = Array(repeating: "a", count: Limits.columnsMax + 1)
        let document = Document(
            title: "t", blocks: [.table(Table(headings: texts, rows: [texts]))])

        #expect(
            throws: TypesettingError.tooManyColumns(
                label: "table", columns: Limits.columnsMax + 1, columnsMax: Limits.columnsMax)
        ) { try Typesetter().layout(of: document) }
    }

    @Test("a table without rows shows nothing")
    func empty() throws {
        let document = Document(
            title: "t", blocks: [.table(Table(headings: ["Date"], rows: [])), .paragraph(["fin"])])

        let layout = try Typesetter().layout(of: document)

        #expect(layout.pages[0].lines.map(\.text) == ["fin"])
        #expect(pdfFaults(of: try Self.render(document).pdf) == [])
    }

    private static func document(rows: Int) -> Document {
        let table = Table(
            headings: ["Date", "Fait ou démarche", "Suite"],
            rows: (1...rows).map { ["le \($0)", "appel", "–"] })
        return Document(
            title: "t", blocks: [.paragraph(["Chronologie :"]), .table(table), .paragraph(["fin"])])
    }

    private static func render(_ document: Document) throws -> RenderedDocument {
        var typesetter = try Typesetter()
        return try typesetter.render(document)
    }
}

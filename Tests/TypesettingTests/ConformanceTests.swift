import PDFChecking
import PDFWriting
import Testing
import Typesetting

/// Every document must keep the rules of PDF/A and PDF/UA, whatever is in it.
@Suite("PDF/A and PDF/UA")
struct ConformanceTests {
    @Test("a letter with every kind of block keeps every rule")
    func letter() throws {
        #expect(try Self.faults(of: Samples.letter()) == [])
    }

    @Test("a long letter keeps every rule on each of its pages")
    func longLetter() throws {
        var document = Samples.letter()
        for _ in 0..<60 { document.append(.paragraph([.regular(Samples.sentence + Samples.sentence)])) }
        document.append(.list(.numbered, (0..<120).map { [.regular("point \($0)")] }))

        #expect(try Self.faults(of: document) == [])
    }

    @Test("a document of one line, or of none, keeps every rule", arguments: [[], [Block.paragraph(["a"])]])
    func small(blocks: [Block]) throws {
        let faults = try Self.faults(of: Document(language: "en-GB", title: "t", blocks: blocks))

        #expect(faults.allSatisfy { blocks.isEmpty && $0.hasPrefix("element-not-empty") })
    }

    @Test("empty lists and tables leave nothing behind")
    func emptyBlocks() throws {
        let document = Document(
            title: "t", blocks: [.paragraph(["a"]), .list(.dashed, []), .references([]), .paragraph(["b"])])

        #expect(try Self.faults(of: document) == [])
    }

    @Test("headings follow the subject; without one the first heading is the highest")
    func headings() throws {
        let withSubject = Document(
            title: "t",
            blocks: [.subject("S"), .heading("A"), .paragraph(["a"]), .heading("B"), .paragraph(["b"])])
        let without = Document(
            title: "t", blocks: [.heading("A"), .paragraph(["a"]), .heading("B"), .paragraph(["b"])])

        #expect(try Self.roles(of: withSubject) == ["H1", "H2", "P", "H2", "P"])
        #expect(try Self.roles(of: without) == ["H1", "P", "H2", "P"])
        #expect(try Self.faults(of: withSubject) == [])
        #expect(try Self.faults(of: without) == [])
    }

    @Test("the reference table is a table for who hears it")
    func table() throws {
        let roles = try Self.roles(of: Samples.letter())

        let start = try #require(roles.firstIndex(of: "Table"))
        #expect(roles[start..<(start + 7)] == ["Table", "TR", "TH", "TD", "TR", "TH", "TD"])
    }

    @Test("a ligature from the data can be read aloud: no code point of private use stands for it")
    func ligature() throws {
        #expect(try Self.faults(of: Samples.paragraph("o\u{FB01}ciel et con\u{FB02}it")) == [])
    }

    @Test("with a file attached the document says part 3, and carries it")
    func attachment() throws {
        var document = Samples.letter()
        document.attachments = [
            try EmbeddedFile(
                name: "facture.txt", mediaType: "text/plain", description: "Facture",
                bytes: Array("59,90 euros".utf8))
        ]

        let pdf = try Self.render(document)

        #expect(pdfFaults(of: pdf) == [])
        let list = try Tool.run("pdfdetach", package: "poppler-utils", on: pdf, arguments: ["-list", "FILE"])
        #expect(list.output.contains("facture.txt"))
        let check = try Tool.run("qpdf", package: "qpdf", on: pdf, arguments: ["--check", "FILE"])
        #expect(check.status == 0, "\(check.output)")
    }

    @Test("one page takes at most 22 kB")
    func size() throws {
        #expect(try Self.render(Samples.letter()).count <= 22_000)
    }

    private static func render(_ document: Document) throws -> [UInt8] {
        var typesetter = try Typesetter()
        return try typesetter.render(document).pdf
    }

    private static func faults(of document: Document) throws -> [String] {
        pdfFaults(of: try render(document))
    }

    private static func roles(of document: Document) throws -> [String] {
        try PDFFile(render(document)).roles
    }
}

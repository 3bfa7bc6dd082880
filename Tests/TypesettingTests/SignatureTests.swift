import PDFChecking
import PDFWriting
import Testing
import Typesetting

@Suite("Signature")
struct SignatureTests {
    @Test("a picture stands above the name and keeps its proportions", arguments: sizes)
    func box(columns: Int, rows: Int, width: Int, height: Int) throws {
        let record = try Self.layout(of: Self.letter(columns: columns, rows: rows))

        let frame = try #require(record.pages[0].pictures.first)
        let name = try #require(record.pages[0].lines.last)
        #expect(frame.left == 1100)
        #expect(abs(frame.right - frame.left - width) <= 1)
        #expect(abs(frame.bottom - frame.top - height) <= 1)
        #expect((1...60).contains(name.y - frame.bottom))
    }

    /// Pixels, then tenths of a millimetre: at most 60 x 20 mm, and no pixel larger than a point.
    static let sizes = [
        (600, 200, 600, 200), (1200, 100, 600, 50), (300, 900, 67, 200), (4000, 1, 600, 0), (17, 17, 60, 60),
    ]

    @Test("the picture never covers the text above it")
    func room() throws {
        let record = try Self.layout(of: Self.letter(columns: 600, rows: 200))

        let frame = try #require(record.pages[0].pictures.first)
        let above = record.pages[0].lines.dropLast().map(\.y).max() ?? 0
        #expect(above + 10 <= frame.top)
    }

    @Test("wherever the page ends, the picture stays with its name and two lines of text", arguments: 38..<56)
    func staysTogether(lines: Int) throws {
        let letter = Self.letter(columns: 600, rows: 200)
        var document = Document(title: "t", blocks: (0..<lines).map { _ in .paragraph(["x"]) })
        document.append(.paragraph(["une ligne de texte"]))
        document.entries += letter.entries

        let record = try Self.layout(of: document)

        let page = try #require(record.pages.last)
        #expect(record.pages.filter { !$0.pictures.isEmpty }.count == 1)
        #expect(page.pictures.count == 1)
        #expect(page.lines.count >= 3)
        #expect(try #require(page.pictures.first).top >= 200)
    }

    @Test(
        "it is a figure with words, and every rule is kept",
        arguments: [SamplePictures.png(), SamplePictures.jpeg])
    func figure(file: [UInt8]) throws {
        var document = Samples.letter()
        document.append(
            .signature(
                name: "Camille Exemple", spaceHeight: .zero,
                picture: Picture(image: try RasterImage(file), alternative: "Signature de Camille Exemple")))
        var typesetter = try Typesetter()

        let pdf = try typesetter.render(document).pdf

        #expect(pdfFaults(of: pdf) == [])
        #expect(try PDFFile(pdf).roles.contains("Figure"))
        let check = try Tool.run("qpdf", package: "qpdf", on: pdf, arguments: ["--check", "FILE"])
        #expect(check.status == 0, "\(check.output)")
        let list = try Tool.run("pdfimages", package: "poppler-utils", on: pdf, arguments: ["-list", "FILE"])
        #expect(list.output.split(separator: "\n").count == 3)
    }

    @Test("the same picture twice is in the file once")
    func once() throws {
        let letter = Self.letter(columns: 40, rows: 20)
        var twice = letter
        twice.entries += letter.entries
        var typesetter = try Typesetter()

        let pdf = try typesetter.render(twice).pdf

        #expect(try PDFFile(pdf).objects.values.filter { $0["Subtype"] == .name("Image") }.count == 1)
        #expect(pdfFaults(of: pdf) == [])
    }

    @Test("a picture without words is refused", arguments: ["", " "])
    func withoutWords(words: String) throws {
        let picture = Picture(image: try RasterImage(SamplePictures.png()), alternative: words)
        let document = Document(
            title: "t", blocks: [.signature(name: "A", spaceHeight: .zero, picture: picture)])
        var typesetter = try Typesetter()

        let error = Self.error(document, &typesetter)

        #expect(error == .pictureWithoutWords(label: "signature"))
    }

    private static func error(_ document: Document, _ typesetter: inout Typesetter) -> TypesettingError? {
        do throws(TypesettingError) {
            _ = try typesetter.render(document)
            return nil
        } catch { return error }
    }

    private static func letter(columns: Int, rows: Int) -> Document {
        let file = SamplePictures.png {
            $0.width = columns
            $0.height = rows
        }
        guard let image = try? RasterImage(file) else { preconditionFailure("the sample is no picture") }
        let picture = Picture(image: image, alternative: "Signature de Camille Exemple")
        return Document(
            title: "t",
            blocks: [
                .paragraph(["Je vous prie d'agréer mes salutations distinguées."]),
                .signature(name: "Camille Exemple", spaceHeight: .millimetres(20), picture: picture),
            ])
    }

    private static func layout(of document: Document) throws -> LayoutRecord {
        let typesetter = try Typesetter()
        return try typesetter.layout(of: document)
    }
}

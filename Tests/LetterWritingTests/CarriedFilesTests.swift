import ChannelPluginKit
import ContactRouting
import LetterTestSupport
import LetterWriting
import PDFChecking
import PDFWriting
import Testing
import Typesetting

@Suite("Enclosures inside a PDF")
struct CarriedFilesTests {
    @Test("files are numbered like the list of enclosures, two of one name too")
    func names() throws {
        var document = Document(title: "t", blocks: [.paragraph(["a"])])

        try document.carry([Self.file("facture.pdf"), Self.file("facture.pdf"), Self.file("photo.jpg")])

        #expect(document.attachments.map(\.name) == ["01-facture.pdf", "02-facture.pdf", "03-photo.jpg"])
        let printed = try LetterPress().print(document)
        #expect(pdfFaults(of: printed.pdf) == [])
    }

    @Test("every media type that a file may have can be carried", arguments: MediaType.allCases)
    func types(type: MediaType) throws {
        var document = Document(title: "t", blocks: [.paragraph(["a"])])
        let file = RequestAttachment(
            title: Sample.line("Pièce"), fileName: ArtifactFileName("a.bin"), mediaType: type,
            bytes: [1, 2, 3])

        try document.carry([file])

        #expect(pdfFaults(of: try LetterPress().print(document).pdf) == [])
    }

    @Test("a paper for a third party has the files inside when the person asks for it, and only then")
    func referral() throws {
        var request = Sample.referralRequest(.mediator, Sample.lostParcel)
        request.wishes.attachments = [Self.file("facture.pdf"), Self.file("photo.jpg")]

        let plain = try Self.paper(request)
        request.wishes.carriesAttachments = true
        let full = try Self.paper(request)

        #expect(!Self.holds(plain, "01-facture.pdf"))
        #expect(Self.holds(full, "01-facture.pdf") && Self.holds(full, "02-photo.jpg"))
        #expect(Self.holds(plain, "<pdfaid:part>2<") && Self.holds(full, "<pdfaid:part>3<"))
        #expect(pdfFaults(of: full) == [])
    }

    private static func paper(_ request: PreparationRequest) throws -> [UInt8] {
        let files = try ReferralFiles(for: request, named: .referral, pagesMax: 20, by: LetterPress())
        return try #require(files.artifacts.first).bytes.reveal()
    }

    /// Whether the file says it, in its metadata or as the name of an attached file.
    private static func holds(_ pdf: [UInt8], _ text: String) -> Bool {
        String(decoding: pdf, as: UTF8.self).contains(text)
            || ((try? PDFFile(pdf))?.objects.values.contains { $0["UF"] == .string(Array(text.utf8)) }
                ?? false)
    }

    @Test("more files than a PDF carries are refused with both numbers")
    func tooMany() {
        var document = Document(title: "t")
        let files = (0...50).map { Self.file("\($0).pdf") }

        let error = #expect(throws: ChannelError.self) { try document.carry(files) }

        #expect(error == .overLimit(field: "attachments", actual: 51, max: 50, unit: .files))
    }

    private static func file(_ name: String) -> RequestAttachment {
        guard let fileName = ArtifactFileName(parsing: name) else {
            preconditionFailure("\(name) is no name")
        }
        return RequestAttachment(
            title: Sample.line("Pièce"), fileName: fileName, mediaType: .pdf, bytes: Array("%PDF-1.7".utf8))
    }
}

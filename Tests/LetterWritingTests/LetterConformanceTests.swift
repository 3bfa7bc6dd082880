import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import LetterTestSupport
import LetterWriting
import PDFChecking
import PDFWriting
import TestSupport
import Testing
import Typesetting

/// Every letter as a file.
@Suite("Letters, as PDF")
struct LetterConformanceTests {
    @Test(
        "every kind of letter keeps the rules of PDF/A and PDF/UA and says its language",
        arguments: LetterCase.all, Language.allCases)
    func rules(sample: LetterCase, language: Language) throws {
        let letter = try LetterWriter().write(
            sample.plan, for: sample.facts, between: LetterGoldenTests.parties, in: language)

        let printed = try Self.press.print(letter.document)

        #expect(pdfFaults(of: printed.pdf) == [])
        let bytes = String(decoding: printed.pdf, as: UTF8.self)
        #expect(bytes.contains("<dc:language><rdf:Bag><rdf:li>\(language.rawValue)</rdf:li>"))
    }

    @Test("qpdf, pdffonts and pdftotext are happy with every kind of letter", arguments: LetterCase.all)
    func otherReaders(sample: LetterCase) throws {
        let letter = try LetterWriter().write(
            sample.plan, for: sample.facts, between: LetterGoldenTests.parties)
        let folder = try OtherPrograms.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "letter.pdf")
        try Data(Self.press.print(letter.document).pdf).write(to: file)

        let check = try OtherPrograms.run("/usr/bin/qpdf", ["--check", file.path])
        let fonts = try OtherPrograms.run("/usr/bin/pdffonts", [file.path])
        let text = try OtherPrograms.run("/usr/bin/pdftotext", ["-enc", "UTF-8", file.path, "-"])

        #expect(check.contains("No syntax or stream encoding errors"))
        #expect(fonts.split(separator: "\n").dropFirst(2).allSatisfy { $0.contains("yes yes yes") })
        let reference = try #require(letter.document.firstReference)
        let order = ["Camille Exemple", "92110 CLICHY", "Lyon, le", "Objet", reference, "Madame, Monsieur"]
        var rest = text.replacing("\u{A0}", with: " ")[...]
        for words in order {
            let found = try #require(rest.firstRange(of: words), "\(words) is missing or out of order")
            rest = rest[found.upperBound...]
        }
    }

    @Test("a picture of a signature stands in the letter instead of room for ink")
    func signature() throws {
        let request = Self.request(signature: SamplePictures.jpeg)

        let letter = try LetterWriter().write(for: request)

        let printed = try Self.press.print(letter.document)
        let layout = try Typesetter().layout(of: letter.document)
        #expect(layout.pages.flatMap(\.pictures).count == 1)
        #expect(pdfFaults(of: printed.pdf) == [])
        #expect(letter.message.entries.allSatisfy { !$0.block.hasPicture })
    }

    @Test("a picture that no letter can hold is refused by its field")
    func refused() {
        let error = #expect(throws: ChannelError.self) {
            try LetterWriter().write(for: Self.request(signature: Array("GIF89a".utf8)))
        }

        #expect(
            error?.description
                == "consumer.signature cannot be used: the picture is neither PNG nor JPEG: save it as one of them."
        )
    }

    @Test("a small file that holds many pixels is refused before it is unpacked")
    func manyPixels() {
        // The rows are no PNG's: whoever unpacked them would find them damaged first.
        let file = SamplePictures.png(Self.shape(width: 2000, height: 1001), rows: [0])

        let error = #expect(throws: ChannelError.self) {
            try LetterWriter().write(for: Self.request(signature: file))
        }

        #expect(
            error?.description
                == "consumer.signature cannot be used: the picture has 2000 x 1001 pixels, and at most 2000000 are "
                + "allowed: save it smaller.")
    }

    private static func shape(width: Int, height: Int) -> SamplePictures.Shape {
        var shape = SamplePictures.Shape()
        (shape.width, shape.height, shape.kind) = (width, height, 6)
        return shape
    }

    @Test("letters signed by turns each carry their own picture, however many were read before")
    func ownPictures() throws {
        let files = (1...6).map { width in SamplePictures.png { $0.width = width * 8 } }

        for file in files + files.reversed() {
            let letter = try LetterWriter().write(for: Self.request(signature: file))

            let pictures = letter.document.entries.compactMap(\.block.picture)
            #expect(pictures.map(\.image) == [try RasterImage(file)])
        }
    }

    private static let press = LetterPress()

    private static func request(signature: [UInt8]) -> PreparationRequest {
        var request = Sample.request(
            .registeredMail, Sample.refundOverdue, plan: Sample.plan(Sample.refundOverdue))
        request.wishes.signature = Private(signature)
        return request
    }
}

extension Block {
    fileprivate var picture: Picture? {
        if case .signature(_, _, let picture) = self { picture } else { nil }
    }

    fileprivate var hasPicture: Bool { picture != nil }
}

extension Document {
    /// The label in the first line of the table of references.
    fileprivate var firstReference: String? {
        entries.lazy.compactMap { entry in
            if case .references(let references) = entry.block { references.first?.label } else { nil }
        }.first
    }
}

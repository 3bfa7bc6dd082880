import PDFChecking
import Testing

@testable import PDFWriting

@Suite("Attached files")
struct EmbeddedFileTests {
    @Test("names, types and descriptions that could not be carried are refused", arguments: refusals)
    func refused(name: String, type: String, words: String, fault: EmbeddedFile.Fault) {
        let error = #expect(throws: PDFError.self) {
            try EmbeddedFile(name: name, mediaType: type, description: words, bytes: [])
        }

        #expect(error == .attachmentRefused(fault))
    }

    private static let refusals: [(String, String, String, EmbeddedFile.Fault)] = [
        ("", "text/plain", "d", .malformedName),
        ("../a.txt", "text/plain", "d", .malformedName),
        ("a\\b.txt", "text/plain", "d", .malformedName),
        (".profile", "text/plain", "d", .malformedName),
        ("a\nb.txt", "text/plain", "d", .malformedName),
        (String(repeating: "a", count: 121), "text/plain", "d", .malformedName),
        ("a.txt", "text", "d", .malformedMediaType),
        ("a.txt", "text/", "d", .malformedMediaType),
        ("a.txt", "text/plain/x", "d", .malformedMediaType),
        ("a.txt", "text/pl>>ain", "d", .malformedMediaType),
        ("a.txt", "text/plain", "", .malformedDescription),
        ("a.txt", "text/plain", "a\u{0}b", .malformedDescription),
    ]

    @Test("a file over the limit is refused with both numbers")
    func tooLong() {
        let bytes = [UInt8](repeating: 0, count: EmbeddedFile.bytesMax + 1)

        let error = #expect(throws: PDFError.self) { try Self.file("a.txt", bytes: bytes) }

        #expect(error == .attachmentRefused(.tooLong(bytes: 20_000_001, bytesMax: 20_000_000)))
    }

    @Test("two files of one name are refused, whatever the case of the letters")
    func sameName() throws {
        let files = [try Self.file("b.txt"), try Self.file("é.txt"), try Self.file("E\u{301}.txt")]

        let error = #expect(throws: PDFError.self) { try AttachmentList.sorted(files) }

        #expect(error == .attachmentRefused(.sameName(first: 2, second: 3)))
    }

    @Test("too many files are refused with both numbers")
    func tooMany() throws {
        let files = try (0...EmbeddedFile.filesMax).map { try Self.file("\($0).txt") }

        let error = #expect(throws: PDFError.self) { try AttachmentList.sorted(files) }

        #expect(error == .attachmentRefused(.tooMany(files: 51, filesMax: 50)))
    }

    @Test("files are sorted by the bytes of their names, and their order changes nothing")
    func sorted() throws {
        let files = try ["b.txt", "é.txt", "a.txt", "Z.txt"].map { try Self.file($0) }

        let sorted = try AttachmentList.sorted(files)

        #expect(sorted.map(\.name) == ["Z.txt", "a.txt", "b.txt", "é.txt"])
        #expect(try AttachmentList.sorted(files.reversed()) == sorted)
    }

    @Test("a file is packed unless its kind is packed already")
    func packed() throws {
        let bytes = [UInt8](repeating: 65, count: 5000)
        let text = try EmbeddedFile(name: "a.txt", mediaType: "text/plain", description: "d", bytes: bytes)
        let image = try EmbeddedFile(name: "a.png", mediaType: "image/png", description: "d", bytes: bytes)

        let sizes = try [[text], [image]].map { try Self.written($0).count }

        #expect(sizes[1] - sizes[0] > 4800)
        #expect(try pdfFaults(of: Self.written([text, image])) == [])
    }

    @Test(
        "a day that the calendar does not have is refused",
        arguments: [(2026, 2, 29), (2026, 13, 1), (0, 1, 1), (2026, 4, 31)])
    func days(year: Int, month: Int, day: Int) {
        #expect(EmbeddedFile.Day(year: year, month: month, day: day) == nil)
    }

    @Test("a day is written with all its digits")
    func dayText() {
        #expect(EmbeddedFile.Day(year: 2028, month: 2, day: 29)?.text == "D:20280229")
        #expect(EmbeddedFile.Day(year: 45, month: 3, day: 9)?.text == "D:00450309")
    }

    private static func file(_ name: String, bytes: [UInt8] = [1]) throws(PDFError) -> EmbeddedFile {
        try EmbeddedFile(name: name, mediaType: "text/plain", description: "d", bytes: bytes)
    }

    private static func written(_ files: [EmbeddedFile]) throws -> [UInt8] {
        var draft = try PDFWriterTests.draft()
        draft.attachments = files
        var writer = try PDFWriter(fonts: [FontFile(path: PDFWriterTests.path)])
        return try writer.write(draft)
    }
}

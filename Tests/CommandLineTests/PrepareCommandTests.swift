import Foundation
import PDFChecking
import Testing

@Suite("recours prepare")
struct PrepareCommandTests {
    private static let monday = ["--at", "2026-11-23T09:30:00+01:00"]

    private func prepare(_ channel: String, into folder: URL, _ more: String...) throws -> CommandLineRun {
        try CommandLineRun(
            ["prepare", "Examples/refund-overdue.json", "--channel", channel, "--out", folder.path]
                + Self.monday + more)
    }

    private func folder() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "recours-prepare-\(UUID().uuidString)")
    }

    private func contents(_ folder: URL) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: folder.appending(path: $0))) })
    }

    @Test("two runs give identical bytes", arguments: ["registered-mail", "callback", "email"])
    func sameBytes(channel: String) throws {
        let one = folder()
        let other = folder()
        defer { for place in [one, other] { try? FileManager.default.removeItem(at: place) } }

        #expect(try prepare(channel, into: one).status == 0)
        #expect(try prepare(channel, into: other).status == 0)
        // Into a folder that already holds them.
        #expect(try prepare(channel, into: one).status == 0)

        #expect(try contents(one) == contents(other))
        #expect(try contents(one).keys.contains("prepared.json"))
    }

    @Test("a letter can be asked for in English, and in no third language")
    func letterLanguage() throws {
        let place = folder()
        defer { try? FileManager.default.removeItem(at: place) }

        let english = try prepare("registered-mail", into: place, "--letter-language", "en")
        let german = try prepare("registered-mail", into: place, "--letter-language", "de")

        #expect(english.status == 0)
        let letter = try String(contentsOf: place.appending(path: "letter.txt"), encoding: .utf8)
        #expect(letter.contains("Dear Sir or Madam,"))
        #expect(german.status == 2)
        #expect(german.errors.contains("--letter-language de is not a language"))
    }

    @Test("prepared.json names every file with its digest")
    func index() throws {
        let place = folder()
        defer { try? FileManager.default.removeItem(at: place) }
        _ = try prepare("registered-mail", into: place)

        let files = try contents(place)
        let prepared = try #require(files["prepared.json"])
        let index = try #require(try JSONSerialization.jsonObject(with: prepared) as? [String: Any])
        let artifacts = try #require(index["artifacts"] as? [[String: Any]])

        #expect(
            Set(artifacts.compactMap { $0["file"] as? String })
                == Set(files.keys).subtracting(["prepared.json"]))
        #expect(artifacts.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    }

    @Test("a refused channel writes nothing and says why")
    func refused() throws {
        let place = folder()

        let run = try prepare("mediator", into: place)

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("réclamation écrite"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    @Test("when something is missing nothing is written, and every missing fact is listed")
    func missing() throws {
        let place = folder()
        let text = """
            {"merchant": "amazon-fr", "seller": {"type": "first-party"}, "issue": {"kind": "refund-not-received"},
             "order": {"withdrawalNotifiedOn": "2026-11-03"},
             "history": [{"channel": "chat", "at": "2026-11-18T10:00:00+01:00", "outcome": "refused"}]}
            """

        let run = try CommandLineRun(
            ["prepare", "-", "--channel", "registered-mail", "--out", place.path] + Self.monday,
            input: Array(text.utf8))

        #expect(run.status == 1)
        #expect(
            run.errors.contains("consumer.name") && run.errors.contains("consumer.address"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: place.path))
    }

    @Test("a picture of the signature beside the case stands in the letter")
    func signature() throws {
        let home = try home(withSignature: SamplePictures.png { $0.kind = 6 })
        defer { try? FileManager.default.removeItem(at: home) }

        let run = try CommandLineRun(Self.letter(home))

        #expect(run.status == 0, "\(run.errors)")
        let pdf = [UInt8](try Data(contentsOf: home.appending(path: "out/letter.pdf")))
        #expect(pdfFaults(of: pdf) == [])
        #expect(try PDFFile(pdf).roles.contains("Figure"))
    }

    @Test("a signature that is not there, or no picture, is named by its field and writes nothing")
    func badSignature() throws {
        let without = try home(withSignature: nil)
        let other = try home(withSignature: Array("GIF89a".utf8))
        defer { for place in [without, other] { try? FileManager.default.removeItem(at: place) } }

        let runs = try [without, other].map { try CommandLineRun(Self.letter($0)) }

        #expect(runs[0].status == 2)
        #expect(runs[0].errors.contains("/consumer/signature"), "\(runs[0].errors)")
        #expect(runs[1].status != 0)
        #expect(runs[1].errors.contains("consumer.signature cannot be used"), "\(runs[1].errors)")
        for place in [without, other] {
            #expect(!FileManager.default.fileExists(atPath: place.appending(path: "out").path))
        }
    }

    private static func letter(_ home: URL) -> [String] {
        [
            "prepare", home.appending(path: "case.json").path, "--channel", "registered-mail", "--out",
            home.appending(path: "out").path,
        ] + monday
    }

    /// A folder with the example's case, which names a signature.
    private func home(withSignature file: [UInt8]?) throws -> URL {
        let home = folder()
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        let example = try String(
            contentsOf: Self.examples.appending(path: "refund-overdue.json"), encoding: .utf8)
        let signed = example.replacing(
            "\"country\": \"FR\",", with: "\"country\": \"FR\", \"signature\": \"s.png\",", maxReplacements: 1
        )
        try Data(signed.utf8).write(to: home.appending(path: "case.json"))
        try FileManager.default.copyItem(
            at: Self.examples.appending(path: "attachments"), to: home.appending(path: "attachments"))
        if let file { try Data(file).write(to: home.appending(path: "s.png")) }
        return home
    }

    private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Examples").standardizedFileURL
}

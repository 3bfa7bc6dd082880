import Foundation
import Testing

@Suite("recours explain --replay")
final class ReplayCommandTests {
    private static let example = "Examples/refund-overdue.json"

    /// Where the files of one test lie.
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "replay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and gives its path.
    private func file(_ text: String) throws -> String {
        let file = folder.appending(path: "\(UUID().uuidString).json")
        try Data(text.utf8).write(to: file)
        return file.path
    }

    private static func text(of file: String) throws -> String {
        try String(contentsOf: CommandLineRun.root.appending(path: file), encoding: .utf8)
    }

    private func decision() throws -> String {
        try file(
            try CommandLineRun("decide", Self.example, "--json", "--at", "2026-11-23T09:30:00+01:00").output)
    }

    private func laterDirectory() throws -> String {
        let shipped = try Self.text(of: "channels.json")
        try #require(shipped.contains("Mo-Sa 06:00-24:00"))
        return try file(
            shipped.replacingOccurrences(of: "Mo-Sa 06:00-24:00", with: "Mo-Sa 10:00-24:00"))
    }

    @Test("nothing changed is one sentence, with status 0")
    func same() throws {
        let decision = try self.decision()

        let run = try CommandLineRun("explain", Self.example, "--replay", decision)

        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("Rien n’a changé\u{A0}: la décision est la même."))
    }

    @Test(
        "another directory: the page names it, the channels and the day the source was checked, in both languages"
    )
    func directory() throws {
        let (decision, directory) = (try self.decision(), try laterDirectory())
        let arguments = [
            "explain", Self.example, "--replay", decision, "--directory", directory,
        ]

        let french = try CommandLineRun(arguments)
        let english = try CommandLineRun(arguments + ["--lang", "en"])

        #expect(french.status == 0 && english.status == 0)
        for part in ["annuaire", "téléphone", "était possible, est refusé", "1er mars 2024", "[closed]"] {
            #expect(french.output.contains(part), "\(french.output)")
        }
        for part in ["directory", "phone", "was possible, is refused", "1 March 2024", "[closed]"] {
            #expect(english.output.contains(part), "\(english.output)")
        }
        #expect(!english.output.contains("était"))
    }

    @Test("two causes are not guessed apart: the page says how to find out")
    func severalCauses() throws {
        let (decision, directory) = (try self.decision(), try laterDirectory())
        let other = try Self.text(of: Self.example).replacingOccurrences(
            of: "refund-not-received", with: "change-of-mind")

        let run = try CommandLineRun(
            "explain", "-", "--replay", decision, "--directory", directory, "--lang", "en",
            input: other)

        #expect(run.status == 0)
        for part in ["the case (it was changed)", "the directory", "Several causes", "--directory"] {
            #expect(run.output.contains(part), "\(run.output)")
        }
    }

    @Test("with --json the comparison has the keys of the format, and the same input gives the same bytes")
    func json() throws {
        let (decision, directory) = (try self.decision(), try laterDirectory())
        let arguments = [
            "explain", Self.example, "--replay", decision, "--directory", directory, "--json",
        ]

        let run = try CommandLineRun(arguments)

        #expect(run.status == 0)
        let json = try run.json
        #expect(
            Set(json.keys) == ["decidedAt", "same", "inputs", "contactsLeftOut", "causes", "changes"])
        #expect(json["decidedAt"] as? String == "2026-11-23T09:30:00+01:00")
        #expect(json["causes"] as? [String] == ["directory"])
        let changes = try #require(json["changes"] as? [[String: Any]])
        #expect(
            changes.compactMap { $0["change"] as? String } == [
                "verdict", "objection", "verdict", "objection",
            ])
        for change in changes { #expect((change["sources"] as? [Any])?.isEmpty == false) }
        #expect(try CommandLineRun(arguments).output == run.output)
    }

    @Test("the decision may come by standard input, and a line of a batch is a decision")
    func batchLine() throws {
        let lines = try CommandLineRun(
            "decide", "--batch", "-", "--at", "2026-11-23T09:30:00+01:00",
            input: try Self.text(of: Self.example).replacingOccurrences(of: "\n", with: " "))

        let run = try CommandLineRun(
            "explain", Self.example, "--replay", "-", "--json", input: lines.output)

        #expect(run.status == 0)
        #expect(try run.json["same"] as? Bool == true)
    }

    @Test("a page never passes on what could steer the terminal")
    func hostileNames() throws {
        let decision = try self.decision()
        let text = try String(contentsOfFile: decision, encoding: .utf8)
        let source = try #require(text.range(of: #""source": "C. conso."#))
        let hostile = try file(
            text.replacingCharacters(in: source, with: #""source": "\u001b[31mC. conso."#))

        let run = try CommandLineRun("explain", Self.example, "--replay", hostile)

        #expect(run.status == 0)
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test("what is no decision of ours is one line with its place, status 2, nothing on standard output")
    func noDecision() throws {
        let rows = [
            (try Self.text(of: Self.example), "recours decide --json"), ("", "empty"), ("hello", "column 1"),
            (#"{"decidedAt": "2026-11-23T09:30:00+01:00", "digests": {}}"#, "outcome"),
        ]

        for (text, says) in rows {
            let file = try self.file(text)
            let run = try CommandLineRun("explain", Self.example, "--replay", file)
            let json = try CommandLineRun("explain", Self.example, "--replay", file, "--json")
            #expect(run.status == 2 && json.status == 2)
            #expect(run.output.isEmpty && json.output.isEmpty)
            #expect(run.errors.split(separator: "\n").count == 1)
            #expect(run.errors.contains(says), "\(run.errors)")
            let error =
                try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [String: [String: Any]]
            #expect(error?["error"]?["line"] is Int)
        }
    }

    @Test(
        "wrong use ends with 2 and says what is right",
        arguments: [
            (["explain", example], "--replay"),
            (["explain", example, "--channel", "chat", "--replay", "x.json"], "--channel"),
            (["explain", example, "--replay", "x.json", "--at", "2026-11-26T09:00:00Z"], "--at"),
            (["explain", "-", "--replay", "-"], "once"),
            (["explain", example, "--replay", "no-such-file.json"], "no-such-file.json"),
        ])
    func wrongUse(arguments: [String], says: String) throws {
        let run = try CommandLineRun(arguments)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(says), "\(run.errors)")
    }

    @Test("help tells both ways and the exit status")
    func help() throws {
        let run = try CommandLineRun("explain", "--help")

        for part in ["--channel", "--replay", "Exit status 0"] { #expect(run.output.contains(part)) }
    }
}

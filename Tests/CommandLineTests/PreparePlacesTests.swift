import Foundation
import Testing

@testable import recours

/// What stands already in the folder that `recours prepare` writes into.
@Suite("recours prepare, beside other things")
struct PreparePlacesTests {
    private static let moment = ["--at", "2026-11-23T09:30:00+01:00"]
    private static let place = ".recours-preparing"

    /// A folder of its own that is removed with the value.
    private final class Home {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "recours-beside-\(UUID().uuidString)")
        var out: URL { url.appending(path: "out") }

        init() throws { try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(at: url) }

        func put(_ text: String, at path: String) throws {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        func link(_ path: String, to target: String) throws {
            try FileManager.default.createSymbolicLink(
                atPath: url.appending(path: path).path, withDestinationPath: target)
        }

        func text(at path: String) -> String? {
            FileManager.default.contents(atPath: url.appending(path: path).path)
                .map { String(decoding: $0, as: UTF8.self) }
        }

        /// The names in the folder that is written into.
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
        }
    }

    private static func line(_ reference: String, more: String = "") -> String {
        #"{"reference": "\#(reference)", \#(more)"merchant": "amazon-fr", "seller": {"type": "first-party"}, "issue": {"kind": "refund-not-received", "demand": "refund"}, "order": {"number": "404-1", "orderedOn": "2026-10-28", "deliveredOn": "2026-10-31", "withdrawalNotifiedOn": "2026-11-03", "returnReceivedOn": "2026-11-05", "amount": {"amount": "129.00", "currency": "EUR"}}, "consumer": {"name": "Camille Exemple", "email": "camille@exemple.example", "address": ["1 rue de l'Exemple", "75001 Paris"]}, "history": [{"channel": "chat", "at": "2026-11-18T10:00:00+01:00", "outcome": "refused"}]}"#
    }

    private func batch(_ lines: String..., into home: Home) throws -> CommandLineRun {
        try CommandLineRun(
            ["prepare", "--batch", "-", "--channel", "registered-mail", "--out", home.out.path] + Self.moment,
            input: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    private func single(
        _ line: String, channel: String, into home: Home, through wrapper: [String] = []
    ) throws -> CommandLineRun {
        try CommandLineRun(
            ["prepare", "-", "--channel", channel, "--out", home.out.path] + Self.moment,
            input: Array(line.utf8), through: wrapper)
    }

    @Test("folders and links that the program did not make are left alone, whatever their name")
    func leavesForeign() throws {
        let home = try Home()
        try home.put("mine", at: "out/.preparing-notes/a.txt")
        try home.put("precious", at: "precious/b.txt")
        try home.link("out/.preparing-x", to: "../precious")

        let runs = [
            try batch(Self.line("l1"), into: home),
            try single(Self.line("l1"), channel: "email", into: home),
        ]

        #expect(runs.map(\.status) == [0, 0], "\(runs.map(\.errors))")
        #expect(home.text(at: "out/.preparing-notes/a.txt") == "mine")
        #expect(home.text(at: "precious/b.txt") == "precious")
        #expect(try home.names().contains(".preparing-x"))
        #expect(try !home.names().contains(Self.place))
    }

    @Test("a folder or link with the program's own name is not touched without the program's marker")
    func needsMarker() throws {
        let folder = try Home()
        try folder.put("mine", at: "out/\(Self.place)/l1/a.txt")
        let link = try Home()
        try link.put("precious", at: "precious/made-by-recours")
        try link.put("precious", at: "precious/l1/b.txt")
        try link.link("out/\(Self.place)", to: "../precious")

        let runs = try [folder, link].map { try batch(Self.line("l1"), into: $0) }

        #expect(runs.map(\.status) == [2, 2])
        #expect(runs.allSatisfy { $0.errors.contains("is not of this program") }, "\(runs.map(\.errors))")
        #expect(folder.text(at: "out/\(Self.place)/l1/a.txt") == "mine")
        #expect(link.text(at: "precious/l1/b.txt") == "precious")
    }

    @Test("a link among what a run has left is not followed")
    func leftLink() throws {
        let home = try Home()
        try home.put("", at: "out/\(Self.place)/made-by-recours")
        try home.put("precious", at: "precious/b.txt")
        try home.link("out/\(Self.place)/l1", to: "../../precious")

        let run = try batch(Self.line("l2"), into: home)

        #expect(run.status == 0, "\(run.errors)")
        #expect(home.text(at: "precious/b.txt") == "precious")
    }

    @Test("a folder that a run was about to replace when it was cut off is put back")
    func putsBack() throws {
        let home = try Home()
        try home.put("", at: "out/\(Self.place)/made-by-recours")
        try home.put("kept", at: "out/\(Self.place)/l1~/letter.pdf")
        try home.put("half", at: "out/\(Self.place)/l1/letter.pdf")

        let run = try batch(Self.line("l2"), into: home)

        #expect(run.status == 0, "\(run.errors)")
        #expect(home.text(at: "out/l1/letter.pdf") == "kept")
        #expect(try home.names() == ["l1", "l2"])
    }

    @Test("a folder whose replacement fails has its name again at once")
    func renamesBack() throws {
        let home = try Home()
        try home.put("kept", at: "out/l1/letter.pdf")
        let area = try StagingArea(home.out.path)

        // Nothing is staged under this name, so the second of the two moves fails.
        let fault = #expect(throws: WriteFault.self) { try area.move("l1", replacing: true) }

        #expect(fault?.number == ENOENT)
        #expect(home.text(at: "out/l1/letter.pdf") == "kept")
    }

    @Test("what cannot be removed stops its own case only")
    func stopsOneLine() throws {
        let home = try Home()
        try home.put("", at: "out/\(Self.place)/made-by-recours")
        try home.put("mine", at: "out/\(Self.place)/l1/sub/a.txt")

        let run = try batch(Self.line("l1"), Self.line("l2"), into: home)

        #expect(run.status == 2)
        #expect(run.errors.contains("line 1: ") && run.errors.contains("delete that folder"), "\(run.errors)")
        #expect(try home.names() == [Self.place, "l2"])
        #expect(home.text(at: "out/\(Self.place)/l1/sub/a.txt") == "mine")
    }

    @Test("one case and a batch wait for each other", arguments: [true, false])
    func oneRunAtATime(isBatch: Bool) throws {
        let home = try Home()

        // flock(1) holds the lock of another run while the program runs.
        let run = try CommandLineRun(
            ["prepare", "-", "--channel", "email", "--out", home.out.path] + (isBatch ? ["--batch"] : [])
                + Self.moment, input: Array(Self.line("l1").utf8), through: ["flock", home.out.path])

        #expect(run.status == 69)
        #expect(run.errors.contains("Another run is writing into"), "\(run.errors)")
        #expect(try home.names().isEmpty)
    }

    @Test("what an earlier preparation left and the new one does not have goes; other files stay")
    func otherChannel() throws {
        let home = try Home()
        try home.put("mine", at: "out/notes.txt")

        let first = try single(Self.line("l1"), channel: "registered-mail", into: home)
        let letter = try home.names()
        let second = try single(Self.line("l1"), channel: "chat", into: home)

        #expect(first.status == 0 && second.status == 0, "\(first.errors)\(second.errors)")
        #expect(letter == ["letter.pdf", "letter.txt", "notes.txt", "posting.pdf", "prepared.json"])
        #expect(try home.names() == ["message.txt", "notes.txt", "prepared.json"])
        #expect(home.text(at: "out/notes.txt") == "mine")
    }

    @Test("a folder in the place of a file leaves the earlier preparation whole")
    func folderInPlaceOfFile() throws {
        let home = try Home()
        try home.put("earlier", at: "out/prepared.json")
        try home.put("mine", at: "out/message.eml/a.txt")

        let run = try single(Self.line("l1"), channel: "email", into: home)

        #expect(run.status == 2)
        #expect(run.errors.contains("something stands where a file must go"), "\(run.errors)")
        #expect(home.text(at: "out/prepared.json") == "earlier")
        #expect(try home.names() == ["message.eml", "prepared.json"])
    }

    @Test("too many files, or too large ones together, are refused before they are read")
    func tooMuchToCarry() throws {
        let home = try Home()
        let cases = home.url.appending(path: "case.json")
        // A file that is all hole takes no disk.
        for name in ["a", "b", "c"] {
            try home.put("", at: name)
            try FileHandle(forWritingTo: home.url.appending(path: name)).truncate(atOffset: 25_000_000)
        }
        func run(_ names: [String]) throws -> CommandLineRun {
            let list = names.map { #"{"title": "Pièce", "path": "\#($0)"}"# }.joined(separator: ", ")
            try Data(Self.line("l1", more: "\"attachments\": [\(list)], ").utf8).write(to: cases)
            return try CommandLineRun(
                ["prepare", cases.path, "--channel", "email", "--out", home.out.path] + Self.moment)
        }

        let many = try run((0...50).map { "none-\($0)" })
        let large = try run(["a", "b", "c"])

        #expect([many.status, large.status] == [2, 2])
        #expect(
            many.errors.contains("/attachments: there are 51 files, and at most 50 go along"),
            "\(many.errors)")
        #expect(
            large.errors.contains("the files have 75000000 bytes, and at most 60000000"), "\(large.errors)")
    }

    @Test("the fault of a file that a case names tells its place in the case, never its name")
    func noFileNames() throws {
        let home = try Home()
        let attachment = #""attachments": [{"title": "RIB", "path": "RIB-Exemple.pdf"}], "#
        let signed = Self.line("l1").replacing(
            #""consumer": {"#, with: #""consumer": {"signature": "Exemple.png", "#)

        let runs = [
            try single(Self.line("l1", more: attachment), channel: "email", into: home),
            try single(signed, channel: "registered-mail", into: home),
        ]

        #expect(runs.map(\.status) == [2, 2])
        #expect(runs[0].errors == "recours: /attachments/0/path: there is no such file: check the name.\n")
        #expect(runs[1].errors == "recours: /consumer/signature: there is no such file: check the name.\n")
    }
}

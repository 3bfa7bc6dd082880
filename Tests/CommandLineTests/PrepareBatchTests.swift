import Foundation
import Testing

@Suite("recours prepare --batch")
struct PrepareBatchTests {
    private static let monday = ["--at", "2026-11-23T09:30:00+01:00"]

    /// A case that is ready for a letter; `extra` goes between its keys.
    private static func line(_ reference: String?, name: String = "Camille Exemple") -> String {
        let own = reference.map { "\"reference\": \"\($0)\", " } ?? ""
        return
            #"{\#(own)"merchant": "amazon-fr", "seller": {"type": "first-party"}, "issue": {"kind": "refund-not-received", "demand": "refund"}, "order": {"number": "404-1", "orderedOn": "2026-10-28", "deliveredOn": "2026-10-31", "withdrawalNotifiedOn": "2026-11-03", "returnReceivedOn": "2026-11-05", "amount": {"amount": "129.00", "currency": "EUR"}}, "consumer": {"name": "\#(name)", "address": ["1 rue de l'Exemple", "75001 Paris"]}, "history": [{"channel": "chat", "at": "2026-11-18T10:00:00+01:00", "outcome": "refused"}]}"#
    }

    /// A folder of its own that is removed with the value.
    private final class Place {
        let url = FileManager.default.temporaryDirectory.appending(path: "recours-many-\(UUID().uuidString)")

        deinit { try? FileManager.default.removeItem(at: url) }

        /// Every file below, by its path, hidden ones too.
        func contents() throws -> [String: Data] {
            let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
            var files: [String: Data] = [:]
            for name in names {
                files[name] = FileManager.default.contents(atPath: url.appending(path: name).path)
            }
            return files
        }

        /// Writes small files, and the folders that they lie in.
        func leave(_ names: String...) throws {
            for name in names {
                let file = url.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data("half".utf8).write(to: file)
            }
        }

        func folders() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
        }
    }

    private func run(_ lines: [String], into place: Place, _ more: String...) throws -> CommandLineRun {
        try CommandLineRun(
            ["prepare", "--batch", "-", "--channel", "registered-mail", "--out", place.url.path]
                + Self.monday + more, input: Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    @Test("a case of a batch has the bytes that it has alone, in a folder of its reference")
    func sameBytesAsAlone() throws {
        let many = Place()
        let alone = Place()

        let batch = try run([Self.line("first"), Self.line("second", name: "Dominique Exemple")], into: many)
        let single = try CommandLineRun(
            ["prepare", "-", "--channel", "registered-mail", "--out", alone.url.path] + Self.monday,
            input: Array(Self.line("second", name: "Dominique Exemple").utf8))

        #expect(batch.status == 0 && single.status == 0, "\(batch.errors)\(single.errors)")
        #expect(batch.errors.isEmpty)
        #expect(try many.folders() == ["first", "second"])
        let files = try many.contents().filter { $0.key.hasPrefix("second/") }
        let expected = try alone.contents()
        #expect(files.count == expected.count)
        for (name, bytes) in expected { #expect(files["second/\(name)"] == bytes, "\(name)") }
    }

    @Test("bad lines are told of in their place, the rest is done, and the status is 2")
    func badLines() throws {
        let place = Place()
        let lines = [
            Self.line(nil), "nonsense", "", Self.line("one"),
            Self.line("one", name: "Dominique Exemple"),
            #"{"at": "2026-11-23T09:30:00+01:00", "case": \#(Self.line("two"))}"#,
            #"{"merchant": "amazon-fr", "issue": {"kind": "refund-not-received"}, "reference": "bare"}"#,
        ]

        let run = try run(lines, into: place, "--json")

        #expect(run.status == 2)
        #expect(run.errors.isEmpty)
        let answers = try run.lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(answers.map { $0["line"] as? Int } == Array(1...7))
        #expect(
            answers.map { ($0["folder"] as? String)?.split(separator: "/").last.map(String.init) } == [
                "line-000001", nil, nil, "one", nil, "two", nil,
            ])
        let errors = answers.map { ($0["error"] as? [String: Any]) }
        #expect(
            errors.map { $0?["code"] as? String } == [
                nil, "malformed-json", "empty-file", nil, "wrong-use", nil, "refused",
            ])
        #expect(errors.compactMap { $0?["line"] as? Int } == [2, 3, 5, 7])
        #expect((errors[4]?["message"] as? String)?.contains("line 4") == true)
        #expect(!run.output.contains("Dominique"))
        #expect(try place.folders() == ["line-000001", "one", "two"])
    }

    @Test("output and files are the same on one core")
    func oneCore() throws {
        let one = Place()
        let all = Place()
        let lines = (0..<20).map { $0 == 11 ? "{}" : Self.line("case-\($0)", name: "Exemple \($0)") }
        let arguments = ["--batch", "-", "--channel", "registered-mail", "--json"] + Self.monday
        let input = Array(lines.joined(separator: "\n").utf8)

        let onAll = try CommandLineRun(
            ["prepare"] + arguments + ["--out", all.url.path], input: input)
        let onOne = try CommandLineRun(
            ["prepare"] + arguments + ["--out", one.url.path], input: input, through: ["taskset", "-c", "0"])

        #expect(onOne.output.replacingOccurrences(of: one.url.path, with: all.url.path) == onAll.output)
        #expect(onAll.lines.count == 20)
        #expect(try one.contents() == all.contents())
    }

    @Test("a folder that is complete is left alone, a damaged or half-written one is made again")
    func resumes() throws {
        let place = Place()
        let lines = ["kept", "cut", "bare", "changed"].map { Self.line($0) }
        _ = try run(lines, into: place)
        let whole = try place.contents()
        let kept = place.url.appending(path: "kept/letter.pdf").path
        let inode = try FileManager.default.attributesOfItem(atPath: kept)[.systemFileNumber] as? Int
        try Data("%PDF".utf8).write(to: place.url.appending(path: "cut/letter.pdf"))
        try FileManager.default.removeItem(at: place.url.appending(path: "bare/prepared.json"))
        try place.leave(".recours-preparing/changed/letter.pdf", ".recours-preparing/made-by-recours")

        let again = try run(lines, into: place)

        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("2 déjà prêts"))
        #expect(try place.contents() == whole)
        #expect(try FileManager.default.attributesOfItem(atPath: kept)[.systemFileNumber] as? Int == inode)
    }

    @Test("another case under the same name replaces the whole folder, never a part of it")
    func replaces() throws {
        let place = Place()
        let expected = Place()
        let mail = ["--channel", "email"]
        let line = Self.line("same").replacingOccurrences(
            of: "\"consumer\": {", with: "\"consumer\": {\"email\": \"camille@exemple.example\", ")
        _ = try run([line], into: place)

        let run = try CommandLineRun(
            ["prepare", "--batch", "-", "--out", place.url.path] + mail + Self.monday,
            input: Array(line.utf8))
        _ = try CommandLineRun(
            ["prepare", "--batch", "-", "--out", expected.url.path] + mail + Self.monday,
            input: Array(line.utf8))

        #expect(run.status == 0, "\(run.errors)")
        #expect(try place.contents() == expected.contents())
    }

    @Test("what the program did not make is never removed")
    func keepsForeignFiles() throws {
        let place = Place()
        _ = try run([Self.line("own")], into: place)
        let scan = place.url.appending(path: "own/scan.pdf")
        try Data("proof of posting".utf8).write(to: scan)

        let same = try run([Self.line("own")], into: place)
        let other = try run([Self.line("own", name: "Dominique Exemple")], into: place)

        #expect(same.status == 0)
        #expect(other.status == 2)
        #expect(other.errors.contains("own holds something else"))
        #expect(FileManager.default.contents(atPath: scan.path) == Data("proof of posting".utf8))
    }

    @Test("a full disk stops the run with its reason, and no folder is half made")
    func fullDisk() throws {
        let place = Place()
        // Files of at most 20 blocks of 512 bytes: the letter does not fit.
        let run = try CommandLineRun(
            [
                "prepare", "--batch", "-", "--channel", "registered-mail", "--out", place.url.path,
            ] + Self.monday, input: Array((0..<4).map { Self.line("c\($0)") + "\n" }.joined().utf8),
            through: ["sh", "-c", "trap '' XFSZ; ulimit -f 20; exec \"$0\" \"$@\""])

        #expect(run.status != 0)
        #expect(run.errors.contains(place.url.path))
        #expect(try place.folders() == [])
    }

    @Test("an interrupted run says so, leaves whole folders only, and goes on with the same command")
    func interrupted() throws {
        let place = Place()
        let lines = (0..<100).map { Self.line("case-\($0)") }
        let arguments =
            ["prepare", "--batch", "-", "--channel", "registered-mail", "--out", place.url.path] + Self.monday
        let input = Array((lines.joined(separator: "\n") + "\n").utf8)

        // Half of the cases come through a pipe that stays open, so that the signal always comes before the end.
        let script = """
            exec 3<&0; pipe=$(mktemp -d); mkfifo "$pipe/cases"
            "$0" "$@" < "$pipe/cases" & pid=$!
            exec 4> "$pipe/cases"; rm -r "$pipe"; head -n 50 <&3 >&4
            while [ "$(ls '\(place.url.path)' 2> /dev/null | wc -l)" -lt 3 ]; do sleep 0.01; done
            kill -INT $pid; wait $pid
            """
        let run = try CommandLineRun(arguments, input: input, through: ["sh", "-c", script])
        let folders = try place.folders()
        let again = try CommandLineRun(arguments, input: input)

        #expect(run.status == 130)
        #expect(run.errors.contains("goes on"), "\(run.errors)")
        #expect((3...50).contains(folders.count))
        #expect(folders.allSatisfy { !$0.hasPrefix(".") })
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.contains("100 dossiers prêts sur 100"))
        #expect(again.output.contains("\(folders.count) déjà prêts"))
    }
}

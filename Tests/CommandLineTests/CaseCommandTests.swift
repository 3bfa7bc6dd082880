import Foundation
import Testing

@Suite("recours case")
struct CaseCommandTests {
    @Test("a case is opened, told of, decided and closed, as a person does it")
    func wholeLife() throws {
        let home = try CaseHome()

        let opened = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        let told = try home.run(
            "did", "seller-silent", "--channel", "seller-messaging", "--outcome", "promised", "--by",
            "2026-11-28", "--recorded-at", "2026-11-25T16:00:00+01:00")
        let next = try home.run("next", "seller-silent", "--at", "2026-11-25T17:00:00+01:00")
        let late = try home.run("show", "seller-silent", "--at", "2026-11-29T10:00:00+01:00", "--lang", "en")
        let closed = try home.run(
            "close", "seller-silent", "--note", "Remboursé.", "--recorded-at", "2026-11-29T11:00:00+01:00")
        let after = try home.run("did", "seller-silent", "--channel", "phone", "--outcome", "answered")

        #expect(
            opened.output
                == "Dossier seller-silent ouvert.\nLa suite\u{A0}: recours case next seller-silent\n")
        #expect(told.output.contains("promesse reçue, pour le 28 novembre 2026"))
        #expect(next.output.contains("Ce qui est attendu\n  • Promis pour le samedi 28 novembre 2026"))
        #expect(late.output.replacing("\n    ", with: " ").contains("a day that has passed: say what"))
        #expect([opened, told, next, late, closed].map(\.status) == [0, 0, 0, 0, 0])
        #expect(after.status == 1)
        #expect(after.errors.contains("Case seller-silent is closed"))
    }

    @Test("the documentation's case goes as the documentation tells it")
    func documented() throws {
        let page = try String(
            contentsOf: CommandLineRun.root.appending(path: "docs/cases.md"), encoding: .utf8)
        let block = try #require(page.components(separatedBy: "```console\n").last)
        let steps = block.components(separatedBy: "```")[0].components(separatedBy: "$ recours ").dropFirst()
        let home = try CaseHome()

        for step in steps {
            let command = step.prefix { $0 != "\n" }
            let run = try home.recours(command.split(separator: " ").map(String.init))
            #expect(run.status == 0, "\(run.errors)")
            #expect(command + "\n" + run.output == step)
        }
        #expect(steps.count == 4)
    }

    @Test("an update of a case that is forgotten keeps none of the files that it names")
    func updateOfForgotten() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-24T10:00:00+01:00")
        let files = home.state + "/files/refund-overdue"
        let hadFiles = FileManager.default.fileExists(atPath: files)
        let forgotten = try home.run("forget", "refund-overdue", "--yes")

        let update = try home.run(
            "update", "refund-overdue", "Examples/refund-overdue.json", "--at", "2026-11-24T11:00:00+01:00")

        #expect(hadFiles)
        #expect(forgotten.status == 0, "\(forgotten.errors)")
        #expect(update.status == 1)
        #expect(update.errors.contains("refund-overdue"))
        #expect(!FileManager.default.fileExists(atPath: files))
    }

    @Test("what was told is history for decide, explain and prepare, by the reference of the case")
    func referencesEverywhere() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-23T09:30:00+01:00")
        let moment = ["--at", "2026-11-23T10:00:00+01:00"]

        let before = try home.recours(["decide", "refund-overdue", "--json"] + moment)
        let file = try home.recours(["decide", "Examples/refund-overdue.json", "--json"] + moment)
        let explained = try home.recours(
            ["explain", "refund-overdue", "--channel", "registered-mail"] + moment)
        let out = home.place("out")
        let prepared = try home.recours(
            ["prepare", "refund-overdue", "--channel", "registered-mail", "--out", out] + moment)
        let unknown = try home.recours(["decide", "refund-overdu"] + moment)

        #expect(try before.json["best"] as? NSDictionary == file.json["best"] as? NSDictionary)
        #expect(explained.status == 0)
        #expect(prepared.status == 0, "\(prepared.errors)")
        #expect(FileManager.default.fileExists(atPath: out + "/letter.pdf"))
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("neither a file nor a case refund-overdu"))
    }

    @Test("a decision of case next can be replayed with the case as it stood then")
    func replayed() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        let decision = try home.run("next", "seller-silent", "--json", "--at", "2026-11-25T15:00:00+01:00")
        try Data(decision.output.utf8).write(to: URL(filePath: home.place("decision.json")))
        _ = try home.run(
            "did", "seller-silent", "--channel", "seller-messaging", "--outcome", "refused",
            "--recorded-at", "2026-11-26T16:00:00+01:00")

        let replay = try home.recours([
            "explain", "seller-silent", "--replay", home.place("decision.json"), "--lang", "en",
        ])

        #expect(replay.status == 0, "\(replay.errors)")
        #expect(replay.output.contains("Nothing changed"), "\(replay.output)")
    }

    @Test("a reference is taken once, and a fault in one file leaves nothing behind")
    func openedOnce() throws {
        let home = try CaseHome()
        let moment = ["--at", "2026-11-24T10:00:00+01:00"]
        _ = try home.recours(["case", "open", "Examples/seller-silent.json"] + moment)

        let again = try home.recours(["case", "open", "Examples/seller-silent.json"] + moment)
        let two = try home.recours(
            ["case", "open", "Examples/item-damaged.json", "Examples/seller-silent.json"] + moment)
        let other = try home.recours(
            ["case", "open", "Examples/seller-silent.json", "--reference", "lampe", "--json"] + moment)

        #expect(again.status == 2)
        #expect(again.errors.contains("There is a case seller-silent already"))
        #expect(two.status == 2)
        #expect(try home.run("list", "--json").references == ["lampe", "seller-silent"])
        #expect(try other.json["reference"] as? String == "lampe")
        #expect(try other.json["state"] as? String == "open")
    }

    @Test("a case whose file cannot be copied is not opened, and nothing of it is kept")
    func missingAttachment() throws {
        let home = try CaseHome()
        let path = home.place("case.json")
        try Data(
            #"{"merchant": "amazon-fr", "issue": {"kind": "item-damaged"}, "reference": "broken", "attachments": [{"path": "photo.png", "title": "Photo"}]}"#
                .utf8
        ).write(to: URL(filePath: path))

        let run = try home.run("open", path)

        #expect(run.status == 2)
        #expect(run.errors.contains("/attachments/0/path: there is no such file"), "\(run.errors)")
        #expect(try home.run("list", "--all", "--json").references == [])
        #expect(!FileManager.default.fileExists(atPath: home.state + "/files/broken"))
    }

    @Test("changed facts take the place of the old ones, and the copies of both stay")
    func update() throws {
        let home = try CaseHome()
        let path = home.place("case.json")
        for (photo, kind) in [("one", "item-damaged"), ("two", "item-defective")] {
            try Data("\u{89}PNG \(photo)".utf8).write(to: URL(filePath: home.place("photo.png")))
            try Data(
                #"{"merchant": "amazon-fr", "issue": {"kind": "\#(kind)"}, "attachments": [{"path": "photo.png", "title": "Photo"}]}"#
                    .utf8
            ).write(to: URL(filePath: path))
            if photo == "one" { _ = try home.run("open", path, "--reference", "lamp") }
        }

        let changed = try home.run("update", "lamp", path, "--lang", "en")
        let again = try home.run("update", "lamp", path, "--json")

        #expect(changed.output == "Case lamp updated: attachments, issue.kind.\n", "\(changed.errors)")
        #expect(try (again.json["changed"] as? [String]) == [])
        let copies = try FileManager.default.subpathsOfDirectory(atPath: home.state + "/files/lamp")
        #expect(copies.filter { $0.hasSuffix("photo.png") }.count == 2)
    }

    @Test("the state folder and everything in it is the person's alone")
    func modes() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-23T09:30:00+01:00")

        let files = try #require(FileManager.default.enumerator(atPath: home.state))
        var count = 0
        for case let name as String in files {
            let attributes = try FileManager.default.attributesOfItem(atPath: home.state + "/" + name)
            let mode = attributes[.posixPermissions] as? Int
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(mode == (isFolder ? 0o700 : 0o600), "\(name)")
            count += 1
        }
        #expect(count >= 6)
    }

    @Test("forgetting has to be meant, and leaves nothing of the person on the disk")
    func forget() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-23T09:30:00+01:00")

        let asked = try home.run("forget", "refund-overdue")
        let done = try home.run("forget", "refund-overdue", "--yes")
        let again = try home.run("forget", "refund-overdue", "--yes")
        let shown = try home.run("show", "refund-overdue")

        #expect(asked.status == 2 && asked.errors.contains("--yes"))
        #expect(done.status == 0)
        #expect([again.status, shown.status] == [1, 1])
        #expect(!FileManager.default.fileExists(atPath: home.state + "/files/refund-overdue"))
        let bytes = try Data(contentsOf: URL(filePath: home.state + "/cases.sqlite"))
        #expect(bytes.range(of: Data("Camille".utf8)) == nil)
        #expect(try home.run("log", "refund-overdue").status == 0)
        #expect(try home.run("list", "--all").output.hasPrefix("refund-overdue — effacé le "))
    }

    @Test("a mistake is taken back by its number")
    func undo() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        _ = try home.run(
            "did", "seller-silent", "--channel", "phone", "--outcome", "refused", "--recorded-at",
            "2026-11-25T10:00:00+01:00")

        let undone = try home.run(
            "undo", "seller-silent", "2", "--recorded-at", "2026-11-25T10:01:00+01:00")
        let fact = try home.run(
            "undo", "seller-silent", "1", "--recorded-at", "2026-11-25T10:01:00+01:00")

        #expect(undone.output.hasPrefix("Repris. Téléphone\u{A0}: demande refusée"))
        #expect(fact.status == 2 && fact.errors.contains("stands in the case file"))
    }

    @Test("a report takes a plain day, which counts as its noon, and today as now")
    func plainDay() throws {
        let home = try CaseHome()
        _ = try home.run("open", "Examples/seller-silent.json", "--at", "2026-11-24T10:00:00+01:00")
        let recorded = ["--recorded-at", "2026-11-26T09:30:00+01:00", "--json"]
        let call = ["case", "did", "seller-silent", "--channel", "phone", "--outcome", "not-reached", "--at"]

        let yesterday = try home.recours(call + ["2026-11-25"] + recorded)
        let today = try home.recours(call + ["2026-11-26"] + recorded)
        let tomorrow = try home.recours(call + ["2026-11-27"] + recorded)

        #expect(yesterday.status == 0, "\(yesterday.errors)")
        #expect(try yesterday.told["at"] as? String == "2026-11-25T12:00:00+01:00")
        #expect(try today.told["at"] as? String == "2026-11-26T09:30:00+01:00")
        #expect(tomorrow.status == 2)
        #expect(tomorrow.errors.contains("still to come"))
    }

    @Test("case next ends with the command to go on with, and never with a step that is under way")
    func goingOn() throws {
        let home = try CaseHome()
        _ = try home.run("open", try home.recent("refund-overdue"), "--at", RecentExample.moment)
        _ = try home.run("open", try home.recent("suspicious-sms"), "--at", RecentExample.moment)

        let next = try home.recours(["case", "next", "refund-overdue"])
        let ownHands = try home.recours(["case", "next", "suspicious-sms", "--lang", "en"])
        _ = try home.recours(
            ["send", "refund-overdue", "--channel", "registered-mail", "--later"])
        let underway = try home.recours(["case", "next", "refund-overdue"])
        _ = try home.recours(["delivery", "cancel", "refund-overdue-1"])
        let cancelled = try home.recours(["case", "next", "refund-overdue"])

        #expect(next.lines.last == "La suite\u{A0}: recours send refund-overdue --channel registered-mail")
        let lines = ownHands.lines.suffix(2).map { $0 }
        #expect(lines.first?.hasPrefix("Next: recours prepare suspicious-sms --channel ") == true)
        #expect(lines.last?.hasSuffix(" --outcome OUTCOME") == true)
        #expect(underway.lines.last == "Pour le voir\u{A0}: recours delivery show refund-overdue-1")
        #expect(
            cancelled.lines.last
                == "La suite\u{A0}: recours send refund-overdue --channel registered-mail --again")
    }

    @Test(
        "what is mistyped is told with what was probably meant",
        arguments: [
            (["did", "x", "--channel", "phon", "--outcome", "sent"], "did you mean phone?"),
            (["did", "x", "--channel", "phone", "--outcome", "promissed"], "did you mean promised?"),
            (["did", "x", "--channel", "phone", "--outcome", "sent", "--at", "yesterday"], "write a day"),
            (
                ["did", "x", "--channel", "phone", "--outcome", "sent", "--at", "2026-11-26T09:00:00"],
                "--at 2026-11-26T09:00:00: write a day"
            ),
            (
                ["did", "x", "--channel", "phone", "--outcome", "promised", "--by", "friday"],
                "write it as 2026-12-05"
            ),
            (["show", "Lampe"], "not the reference of a case"),
            (["show", "lampe"], "There is no case lampe"),
            (["list", "--all", "--closed"], "leave one out"),
        ])
    func mistyped(arguments: [String], words: String) throws {
        let run = try CaseHome().recours(["case"] + arguments)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
    }
}

/// A state folder of its own, removed at the end.
final class CaseHome {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "recours-home-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var state: String { place("state") }

    /// A path beside the state folder.
    func place(_ name: String) -> String { folder.appending(path: name).path }

    func recours(_ arguments: [String]) throws -> CommandLineRun {
        try CommandLineRun(arguments, settings: ["RECOURS_HOME": state])
    }

    func run(_ arguments: String...) throws -> CommandLineRun { try recours(["case"] + arguments) }
}

extension CommandLineRun {
    /// The contact that `case did --json` tells of.
    fileprivate var told: [String: Any] {
        get throws { try #require(try json["contact"] as? [String: Any]) }
    }

    /// The references of a list of cases.
    fileprivate var references: [String] {
        get throws {
            let cases = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]]
            return cases?.compactMap { $0["reference"] as? String } ?? []
        }
    }
}

import Foundation
import Testing

@Suite("recours directory")
struct DirectoryCommandTests {
    @Test("the shipped directory has no fault")
    func shipped() throws {
        let run = try CommandLineRun("directory", "check", "--directory", "channels.json")

        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test("the built-in copy is the shipped file")
    func embedded() throws {
        let named = try CommandLineRun("directory", "list", "--directory", "channels.json")
        let builtIn = try CommandLineRun("directory", "list")

        #expect(named.output == builtIn.output)
        #expect(named.output.contains("merchant\tamazon-fr\t"))
    }

    @Test("every fault is reported with pointer, line and column, and nothing is loaded")
    func faults() throws {
        let shipped = try String(
            contentsOf: CommandLineRun.root.appending(path: "channels.json"), encoding: .utf8)
        let broken = shipped.replacingOccurrences(of: "Mo-Sa 06:00-24:00", with: "Mo-Sa 6-24h")
            .replacingOccurrences(of: "+33805101420", with: "+33;tel=1")
        let file = FileManager.default.temporaryDirectory.appending(
            path: "directory-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(broken.utf8).write(to: file)

        let check = try CommandLineRun("directory", "check", "--directory", file.path)
        let decide = try CommandLineRun("decide", "Examples/refund-overdue.json", "--directory", file.path)

        #expect(check.status == 2)
        let lines = check.errors.split(separator: "\n")
        #expect(lines.count >= 3)
        #expect(
            check.errors.contains("/hours") && check.errors.contains("/endpoints/0/value"), "\(check.errors)")
        #expect(lines.dropLast().allSatisfy { $0.contains("line ") || $0.contains("Line ") })
        #expect(decide.status == 2)
        #expect(decide.output.isEmpty)
    }

    @Test("show prints one entry, and a near name helps")
    func show() throws {
        #expect(try CommandLineRun("directory", "show", "fevad").output.contains("75362 PARIS CEDEX 8"))
        let wrong = try CommandLineRun("directory", "show", "fevid")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("fevad"))
    }

    @Test("stale facts are listed, oldest first")
    func stale() throws {
        let run = try CommandLineRun("directory", "stale", "--at", "2035-01-01T00:00:00Z")

        let days = run.lines.map { String($0.prefix(10)) }
        #expect(days.count > 20)
        #expect(days == days.sorted())
    }
    @Test("stale looks ahead when asked, and tells programs the same")
    func staleAhead() throws {
        let arguments = [
            "directory", "stale", "--directory", "channels.json", "--at", "2026-11-23T12:00:00+01:00",
        ]
        let now = try CommandLineRun(arguments)
        let soon = try CommandLineRun(arguments + ["--within", "400"])
        let program = try CommandLineRun(arguments + ["--within", "400", "--json"])

        let facts = try #require(
            try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [[String: Any]])
        #expect(now.status == 0)
        #expect(now.lines.contains { $0.hasPrefix("2025-03-01\tamazon-fr phone\t") })
        #expect(now.lines.allSatisfy { String($0.prefix(10)) < "2026-11-23" })
        #expect(Set(now.lines).isStrictSubset(of: Set(soon.lines)))
        #expect(facts.compactMap { $0["staleAfter"] as? String } == soon.lines.map { String($0.prefix(10)) })
        #expect(facts.count { $0["stale"] as? Bool == true } == now.lines.count)
    }

    @Test("a fact is stale on the day after its last one, counted in Paris")
    func staleDay() throws {
        func isListed(at moment: String) throws -> Bool {
            let run = try CommandLineRun(
                "directory", "stale", "--directory", "channels.json", "--at", moment)
            return run.output.contains("2026-12-31\tla-poste registered-mail cost\t")
        }

        #expect(try !isListed(at: "2026-12-31T22:59:59Z"))
        #expect(try isListed(at: "2026-12-31T23:00:00Z"))
    }

    @Test("looking ahead by something else than days is wrong use", arguments: ["-1", "4000", "soon"])
    func staleWrongUse(days: String) throws {
        #expect(try CommandLineRun("directory", "stale", "--within=\(days)").status == 2)
    }
}

private let source =
    #"{"url": null, "title": "T", "checkedOn": "2026-01-01", "confidence": "low", "staleAfter": "2027-01-01"}"#

private func merchant(_ id: String, number: String) -> String {
    #"{"id": "\#(id)", "name": "N", "country": "FR", "legal": null, "timeZone": "Europe/Paris", "marketplace": null, "mediator": null, "website": null, "policies": [], "channels": [{"channel": "phone", "endpoints": [{"kind": "tel", "value": "\#(number)"}], "source": \#(source)}]}"#
}

@Suite("recours directory with an overlay")
struct DirectoryOverlayCommandTests {
    /// An overlay of two merchants, one of which the shipped directory has.
    private final class Overlay {
        private let file = FileManager.default.temporaryDirectory.appending(
            path: "overlay-\(UUID().uuidString).json")
        var path: String { file.path }

        init(number: String = "+33123456789") throws {
            let merchants = ["fnac-fr", "boutique-fr"].map { merchant($0, number: number) }
            let text =
                #"{"schemaVersion": 1, "updatedOn": "2026-11-22", "merchants": [\#(merchants.joined(separator: ","))], "institutions": [], "closed": []}"#
            try Data(text.utf8).write(to: file)
        }

        deinit { try? FileManager.default.removeItem(at: file) }

        func run(_ arguments: String...) throws -> CommandLineRun {
            try CommandLineRun(
                ["directory"] + arguments + ["--directory", "channels.json"],
                settings: ["RECOURS_DIRECTORY_OVERLAY": path])
        }
    }

    @Test("list tells what comes from the overlay and what it replaces")
    func list() throws {
        let run = try Overlay().run("list")

        #expect(run.lines.contains("merchant\tfnac-fr\tN\tphone\toverlay, in place of the directory's"))
        #expect(run.lines.contains("merchant\tboutique-fr\tN\tphone\toverlay"))
        #expect(run.lines.contains { $0.hasPrefix("merchant\tamazon-fr\t") && $0.hasSuffix("\tdirectory") })
        #expect(run.lines.contains { $0.hasPrefix("look-alike\tfnazc.com\tcopies fnac-fr\t") })
    }

    @Test("list gives programs the same")
    func listForPrograms() throws {
        let run = try Overlay().run("list", "--json")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])

        let row = try #require(rows.first { $0["id"] as? String == "fnac-fr" })
        #expect(row["origin"] as? String == "replaced")
        #expect(row["channels"] as? [String] == ["phone"])
        #expect(rows.first?["origin"] as? String == "directory")
    }

    @Test("show prints the overlay's entry, and says so beside it")
    func show() throws {
        let overlay = try Overlay()
        let replaced = try overlay.run("show", "fnac-fr")
        let kept = try overlay.run("show", "rakuten-fr")

        #expect(try replaced.json["name"] as? String == "N")
        #expect(
            replaced.errors
                == "fnac-fr: from the overlay \(overlay.path), in place of the entry of channels.json\n")
        #expect(try kept.json["name"] as? String == "Rakuten France")
        #expect(kept.errors.isEmpty)
    }

    @Test("a fault of the overlay is told with its file, and nothing of either file is used")
    func faults() throws {
        let overlay = try Overlay(number: "+33892350350")
        let check = try overlay.run("check")
        let program = try overlay.run("check", "--json")
        let list = try overlay.run("list")

        #expect(check.status == 2)
        #expect(check.output == "channels.json: no fault.\n")
        #expect(check.errors.contains("\(overlay.path): Line 1, column "))
        #expect(check.errors.contains("(/merchants/0/channels/0/endpoints/0/value)"))
        let faults = try #require(
            try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [[String: Any]])
        #expect(faults.map { $0["file"] as? String } == [overlay.path, overlay.path])
        #expect(list.status == 78)
        #expect(list.output.isEmpty)
        #expect(list.errors.contains(overlay.path))
    }
}

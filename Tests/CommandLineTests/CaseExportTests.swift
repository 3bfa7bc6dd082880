import Foundation
import TestSupport
import Testing

@Suite("recours case export")
struct CaseExportTests {
    private func export(_ home: CaseHome) throws -> CommandLineRun {
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-23T09:30:00+01:00")
        for outcome in ["promised", "promise-not-kept"] {
            let run = try home.run(
                "did", "refund-overdue", "--channel", "phone", "--outcome", outcome, "--note", "« É »\n🙂",
                "--recorded-at", "2026-11-23T10:00:00+01:00")
            #expect(run.status == 0, "\(run.errors)")
        }
        return try home.run(
            "export", "refund-overdue", "--out", home.place("export"), "--recorded-at",
            "2026-11-23T11:00:00+01:00")
    }

    @Test("what the documentation says checks an export, and finds a change in any line of the log")
    func checkedWithoutProgram() throws {
        let home = try CaseHome()
        #expect(try export(home).status == 0)
        let script = home.place("check.py")
        try Data(try Self.script().utf8).write(to: URL(filePath: script))
        let log = home.place("export/log.jsonl")
        let whole = try String(contentsOfFile: log, encoding: .utf8)

        #expect(try check(script, home.place("export")) == "3 entries, all as they were written\n")

        for (from, to) in [
            ("\\\"outcome\\\":\\\"promised\\\"", "\\\"outcome\\\":\\\"refused\\\""),
            ("\"kind\":\"contact\"", "\"kind\":\"closed\""),
            ("\"sequence\":2", "\"sequence\":4"), ("\"seconds\":1", "\"seconds\":2"),
        ] {
            let changed = whole.replacing(from, with: to, maxReplacements: 1)
            #expect(changed != whole)
            try changed.write(toFile: log, atomically: true, encoding: .utf8)
            #expect(
                try check(script, home.place("export")) != "3 entries, all as they were written\n", "\(from)")
        }
        try whole.write(toFile: log, atomically: true, encoding: .utf8)
        try Data("{}".utf8).write(to: URL(filePath: home.place("export/facts.json")))
        #expect(try check(script, home.place("export")).contains("facts"))
    }

    @Test("an exported case that is opened elsewhere keeps the number of what was posted")
    func tracking() throws {
        let home = try CaseHome()
        let elsewhere = try CaseHome()
        _ = try home.run("open", "Examples/refund-overdue.json", "--at", "2026-11-23T09:30:00+01:00")
        _ = try home.run(
            "did", "refund-overdue", "--channel", "registered-mail", "--outcome", "sent", "--tracking",
            "1A 234 567 8901 2", "--recorded-at", "2026-11-23T10:00:00+01:00")
        _ = try home.run("export", "refund-overdue", "--out", home.place("export"))

        let opened = try elsewhere.run("open", home.place("export/case.json"))
        let shown = try elsewhere.run("show", "refund-overdue")

        #expect(opened.status == 0, "\(opened.errors)")
        #expect(shown.unwrapped.contains("suivi 1A 234 567 8901 2"))
    }

    @Test("SHA256SUMS names every file, and each is what it says")
    func sums() throws {
        let home = try CaseHome()
        _ = try export(home)
        let folder = home.place("export")
        let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
            .filter { !$0.hasSuffix("SHA256SUMS") && $0.contains(".") }

        let listed = try String(contentsOfFile: folder + "/SHA256SUMS", encoding: .utf8)
            .split(separator: "\n").map { String($0.dropFirst(66)) }
        let run = try OtherPrograms.run(
            "/usr/bin/env", ["-C", folder, "sha256sum", "-c", "--quiet", "SHA256SUMS"])

        #expect(Set(listed) == Set(files))
        #expect(run == "")
    }

    @Test("the file of an export opens as the same case in another home")
    func opensElsewhere() throws {
        let home = try CaseHome()
        _ = try export(home)
        let other = try CaseHome()
        let moment = ["--at", "2026-11-23T11:00:00+01:00"]

        let opened = try other.recours(["case", "open", home.place("export/case.json")] + moment)
        let here = try home.recours(["case", "next", "refund-overdue"] + moment)
        let there = try other.recours(["case", "next", "refund-overdue"] + moment)

        #expect(opened.status == 0, "\(opened.errors)")
        #expect(here.output == there.output)
        #expect(here.output.contains("→"))
    }

    @Test("a folder with something in it is left as it is")
    func notEmpty() throws {
        let home = try CaseHome()
        _ = try export(home)
        let before = try FileManager.default.subpathsOfDirectory(atPath: home.place("export")).count

        let again = try home.run("export", "refund-overdue", "--out", home.place("export"))

        #expect(again.status == 2)
        #expect(again.errors.contains("something stands where a file must go"), "\(again.errors)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: home.place("export")).count == before)
        #expect(
            try !FileManager.default.contentsOfDirectory(atPath: home.place("")).contains {
                $0.contains(".part")
            })
    }

    /// The script of the documentation.
    private static func script() throws -> String {
        let page = try String(
            contentsOf: CommandLineRun.root.appending(path: "docs/cases.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```python\n")
        try #require(blocks.count == 2)
        return blocks[1].components(separatedBy: "```")[0]
    }

    /// What the script prints, whether it finds a fault or not.
    private func check(_ script: String, _ folder: String) throws -> String {
        let runner = """
            import subprocess, sys
            run = subprocess.run([sys.executable, *sys.argv[1:]], capture_output=True, text=True)
            assert run.returncode == (0 if "all as they were" in run.stdout else 1), run
            print(run.stdout + run.stderr, end="")
            """
        return try OtherPrograms.python(runner, [script, folder])
    }
}

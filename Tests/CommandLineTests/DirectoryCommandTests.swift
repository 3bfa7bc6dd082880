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
}

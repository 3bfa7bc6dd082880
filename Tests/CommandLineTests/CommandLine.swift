import Foundation
import TestSupport
import Testing

/// The built program, run as a person runs it.
struct CommandLineRun {
    let status: Int32
    let output: String
    let errors: String

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Longest run, in seconds: a program that hangs is stopped and fails its test.
    static let secondsMax = 60.0

    /// Runs `recours` with the directory of this checkout and without settings of this machine.
    ///
    /// - Parameters:
    ///   - settings: variables of the program, beside those that every run has.
    ///   - wrapper: a command that runs the program, which follows as its arguments.
    init(
        _ arguments: [String], input: [UInt8] = [], settings: [String: String] = [:],
        through wrapper: [String] = []
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recours-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "err"].map { folder.appending(path: $0) }
        try Data(input).write(to: files[0])
        let run = try ProgramRun(
            wrapper + [try Self.program().path] + arguments, environment: Self.environment(settings),
            in: Self.root.path, input: files[0].path, output: files[1].path, errors: files[2].path)
        let deadline = Date(timeIntervalSinceNow: Self.secondsMax)
        while run.isRunning, Date() < deadline { usleep(2000) }
        if run.isRunning { run.signal(SIGKILL) }
        run.wait()
        status = try #require(run.status)
        output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    }

    init(_ arguments: String..., input: String = "") throws {
        try self.init(arguments, input: Array(input.utf8))
    }

    /// The variables of every run, and the program's settings.
    static func environment(_ settings: [String: String]) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(settings) { _, setting in setting }
    }

    /// The program stands beside the bundle of the tests.
    static func program() throws -> URL {
        let running = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let candidates = [
            URL(filePath: running).deletingLastPathComponent().appending(path: "recours"),
            root.appending(path: ".build/debug/recours"),
        ]
        return try #require(
            candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
            "the program recours is not built: run make build first")
    }

    /// The result as JSON.
    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    /// The output with one blank between any two words, as if no line had an end.
    var unwrapped: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The lines of the output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
}

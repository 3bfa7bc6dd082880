public import Foundation
import Testing

/// Runs programs that read our files as others would.
public enum OtherPrograms {
    /// A fresh folder for the files of one test.
    public static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recours-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Runs a Python script with the packages of `make test`.
    ///
    /// - Returns: its standard output; a failure of the script fails the test.
    public static func python(_ script: String, _ arguments: [String], file: String = #filePath) throws
        -> String
    {
        let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let python = root.appending(path: ".venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            throw Missing(
                text: "There is no .venv/bin/python: run `make test` once, it installs what tests need.")
        }
        return try run(python.path, ["-c", script] + arguments)
    }

    /// Runs a program by its full path.
    public static func run(_ program: String, _ arguments: [String]) throws -> String {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Missing(text: "There is no \(program): run `make test` once, it installs what tests need.")
        }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(process.terminationStatus == 0, "\(program) failed: \(text)")
        return text
    }

    public struct Missing: Error, CustomStringConvertible {
        public let text: String

        public init(text: String) { self.text = text }

        public var description: String { text }
    }
}

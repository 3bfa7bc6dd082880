import Foundation
import Testing

/// Runs one of the programs that look at a PDF from outside.
enum Tool {
    struct Result {
        var output: String
        var status: Int32
    }

    /// - Throws: `Missing` with the Debian package when the program is not installed.
    static func run(_ name: String, package: String, on pdf: [UInt8], arguments: [String]) throws -> Result {
        let path = "/usr/bin/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Missing(name: name, package: package)
        }
        let file = FileManager.default.temporaryDirectory.appending(
            path: "typesetting-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(output: String(decoding: output, as: UTF8.self), status: process.terminationStatus)
    }

    struct Missing: Error, CustomStringConvertible {
        var name: String
        var package: String
        var description: String { "\(name) is not installed: install the Debian package \(package)." }
    }

    static func text(of pdf: [UInt8], layout: Bool = false) throws -> String {
        let arguments = (layout ? ["-layout"] : []) + ["-enc", "UTF-8", "FILE", "-"]
        return try run("pdftotext", package: "poppler-utils", on: pdf, arguments: arguments).output
    }
}

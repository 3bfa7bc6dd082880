import Assembly
import CaseFormat
import Glibc

/// A case as it was named on the command line: a path, or `-` for standard input.
struct CaseInput {
    let name: String
    let bytes: [UInt8]
    /// The folder that paths in the case are relative to.
    let folder: String

    /// - Throws: `CommandFailure` when the file cannot be read.
    init(_ argument: String) throws {
        name = argument == "-" ? "standard input" : argument
        do {
            if argument == "-" {
                bytes = try FileReading.standardInput(bytesMax: CaseReader.bytesMax)
                folder = "."
            } else {
                bytes = try FileReading.bytes(of: argument, bytesMax: CaseReader.bytesMax)
                folder = argument.lastIndex(of: "/").map { String(argument[..<$0]) } ?? "."
            }
        } catch {
            throw CommandFailure(.wrongUse, error.description)
        }
    }
}

import Assembly
import CaseFlow
import CaseFormat
import CaseStore
import CivilCalendar
import ContactRouting
import Glibc

/// A case as it was named on the command line: a path, `-` for standard input, or the reference of a stored case.
struct CaseInput {
    let name: String
    let bytes: [UInt8]
    /// The folder that paths in the case are relative to.
    let folder: String

    /// Finds what was named; a file comes before a stored case of the same name.
    ///
    /// - Parameter moment: for which a stored case is read; it stands as it stood then.
    /// - Throws: `CommandFailure` when there is neither, or it cannot be read.
    static func find(_ argument: String, with desk: Desk, asOf moment: Instant) async throws -> CaseInput {
        guard argument != "-", access(argument, F_OK) != 0,
            let reference = try? CaseReference(parsing: argument),
            let folder = try? desk.program.stateFolder(), access(folder.store, F_OK) == 0
        else { return try CaseInput(argument) }
        return try await desk.withCases { cases in
            guard try await cases.store.caseRecord(reference) != nil else {
                throw CommandFailure(
                    .wrongUse,
                    "There is neither a file nor a case \(reference): check the name, or see `recours case list --all`."
                )
            }
            return CaseInput(
                try await cases.stored(argument, asOf: moment), files: folder.files(of: reference))
        }
    }

    private init(_ stored: StoredCase, files: String) {
        name = "case \(stored.reference)"
        bytes = stored.json(isPretty: false)
        folder = files
    }

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

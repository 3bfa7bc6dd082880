import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import Foundation

/// The files of this checkout, as the tests use them.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    /// The program over the directory of this checkout, without settings of this machine.
    static func program(_ environment: [String: String] = [:]) throws -> Program {
        try Program(
            config: root.appending(path: "Tests/FlowTests/Cases/empty-settings.json").path,
            directory: root.appending(path: "channels.json").path, environment: environment)
    }

    static func example(_ name: String, at moment: String, program: Program) throws -> (LoadedCase, Decision)
    {
        let now = try Instant(parsing: moment)
        let loaded = try program.reader.read(try bytes("Examples/\(name).json"), decidedAt: now)
        return (loaded, try program.deciding.decide(loaded.facts, at: now))
    }
}

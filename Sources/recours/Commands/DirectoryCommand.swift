import ArgumentParser
import Assembly
import CaseFormat
import FoundationEssentials

/// `recours directory`: checks `channels.json` and shows what it knows.
struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "Check the directory and show what it knows.",
        subcommands: [Check.self, List.self, Show.self, Stale.self])
}

/// The files that a directory is read from, the overlay last.
struct DirectoryFiles {
    let base: DirectoryLocation
    let overlay: DirectoryLocation?

    /// - Throws: `CommandFailure` for bad settings.
    init(_ options: DirectoryOptions) throws {
        do throws(SettingsError) {
            let settings = try Settings(
                file: options.config, environment: ProcessInfo.processInfo.environment)
            base = Program.location(settings, named: options.directory)
            overlay = settings.directoryOverlay.map { .named(path: $0) }
        } catch {
            throw CommandFailure(.configuration, error.description)
        }
    }

    /// - Throws: `CommandFailure` when the file cannot be read.
    static func bytes(of location: DirectoryLocation) throws -> [UInt8] {
        do { return try location.bytes() } catch { throw CommandFailure(.wrongUse, error.description) }
    }
}

import ArgumentParser
import Assembly
import CivilCalendar
import ContactRouting

/// What every command that reads the directory takes.
struct DirectoryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("A directory other than the shipped channels.json.", valueName: "file"))
    var directory: String?

    @Flag(help: "Print JSON for programs.")
    var json = false

    @Option(
        name: .customLong("lang"), help: ArgumentHelp("The language of what is printed.", valueName: "fr|en"))
    var language: String?

    /// The language that was asked for; nil to follow the case.
    func chosenLanguage() throws -> Language? {
        guard let language else { return nil }
        guard let chosen = Language(rawValue: language) else {
            throw CommandFailure(
                .wrongUse, "--lang \(language) is not a language of this program: write fr or en.")
        }
        return chosen
    }
}

/// The moment of the decision.
struct MomentOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The moment to answer for, instead of now: 2026-11-26T09:00:00+01:00, always with its offset.",
            valueName: "moment"))
    var at: String?

    /// - Throws: `CommandFailure` for anything but an instant with its offset.
    func instant() throws -> Instant {
        guard let at else { return LiveClock().moment }
        do { return try Instant(parsing: at) } catch {
            throw CommandFailure(.wrongUse, "--at: \(error.description)")
        }
    }
}

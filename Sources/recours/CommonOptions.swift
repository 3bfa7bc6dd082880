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
    func chosenLanguage() throws -> Language? { try language.map { try Language(typed: $0) } }
}

extension Language {
    /// A language as it was typed after an option.
    ///
    /// - Throws: `CommandFailure` for anything but `fr` and `en`.
    init(typed name: String, after option: String = "--lang") throws {
        guard let chosen = Language(rawValue: name) else {
            throw CommandFailure(
                .wrongUse, "\(option) \(name) is not a language of this program: write fr or en.")
        }
        self = chosen
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

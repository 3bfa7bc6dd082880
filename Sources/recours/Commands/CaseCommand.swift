import ArgumentParser
import Assembly
import CivilCalendar
import ContactRouting

/// `recours case`: the durable file of a case.
struct CaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "case", abstract: "Keep cases: what happened, what comes next.",
        discussion: """
            A case that is opened is kept in the state folder (RECOURS_HOME): its facts, a log that nothing is ever \
            removed from, what was sent, and copies of the files it names. REFERENCE is the name under which it was \
            opened; every command that takes a case file takes it as well.
            """,
        subcommands: [
            Open.self, Update.self, List.self, Show.self, Log.self, Did.self, Undo.self, Next.self,
            Close.self, Reopen.self, Export.self, Forget.self,
        ])
}

/// When a command writes something down.
struct RecordingMoment: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When this is written down, instead of now: for tests and for notes from before.",
            valueName: "moment"))
    var recordedAt: String?

    /// - Throws: `CommandFailure` for anything but an instant with its offset.
    func instant() throws -> Instant {
        guard let recordedAt else { return LiveClock().moment }
        return try Instant(typed: recordedAt, after: "--recorded-at")
    }
}

extension Instant {
    /// - Throws: `CommandFailure` for anything but an instant with its offset.
    init(typed text: String, after option: String) throws {
        do { try self.init(parsing: text) } catch {
            throw CommandFailure(.wrongUse, "\(option): \(error.description)")
        }
    }
}

extension CivilDay {
    /// - Throws: `CommandFailure` for anything but a day of the calendar.
    init(typed text: String, after option: String) throws {
        guard let day = CivilDay(text) else {
            throw CommandFailure(.wrongUse, "\(option) \(text) is not a day: write it as 2026-12-05.")
        }
        self = day
    }
}

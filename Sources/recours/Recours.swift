import ArgumentParser
import JSONText

/// The command line: reads what was typed, calls the flow, prints what came of it.
@main
struct Recours: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recours",
        abstract: "Chooses the best way to reach a merchant in France, says why, and prepares what goes out.",
        discussion: """
            A case is a JSON file that says what happened (see Examples/). The decision depends on the hour, the issue, \
            who sold, what was tried and what the law gives until when. Nothing leaves this machine but what you order \
            with `send`.

            Exit status: 0 done; 1 refused, or no channel; 2 wrong use or bad input; 3 a person must look; 69 a needed \
            service is not there; 75 stored, `run` goes on; 78 bad configuration.
            """,
        version: programVersion,
        subcommands: [
            Decide.self, Explain.self, Prepare.self, CaseCommand.self, AgendaCommand.self, Send.self,
            Run.self,
            DeliveryCommand.self, Hours.self, DirectoryCommand.self, Plugins.self, Doctor.self, Backup.self,
        ])

    /// ArgumentParser leaves with 64 on wrong use; this program promises 2.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let failure = unknownCommand(arguments) { throw failure }
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.report(asJSON: arguments.contains("--json"))
            leave(failure.status)
        } catch {
            end(with: error, asJSON: arguments.contains("--json"))
        }
    }

    /// Help and version are results; what ArgumentParser refuses is wrong use; anything else is a fault of ours.
    private static func end(with error: any Error, asJSON: Bool) -> Never {
        switch exitCode(for: error) {
        case .success:
            Output.standardOutput(fullMessage(for: error) + "\n")
            leave(.done)
        case .validationFailure where !asJSON:
            Output.standardError(fullMessage(for: error) + "\n")
            leave(.wrongUse)
        case .validationFailure:
            CommandFailure(.wrongUse, message(for: error)).report(asJSON: true)
            leave(.wrongUse)
        default:  // tidy-allow: an open set of numbers
            CommandFailure(
                .unavailable, "The program met a fault of its own: please report it with what you typed."
            )
            .report(asJSON: asJSON)
            leave(.unavailable)
        }
    }

    /// A first word that is no command, with the one that was probably meant.
    private static func unknownCommand(_ arguments: [String]) -> CommandFailure? {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let first = arguments.first, !first.hasPrefix("-"), !names.contains(first) else { return nil }
        if let nearest = nearestName(to: first, among: names) {
            return CommandFailure(.wrongUse, "There is no command \(first): did you mean \(nearest)?")
        }
        return CommandFailure(
            .wrongUse, "There is no command \(first): use \(names.joined(separator: ", ")).")
    }
}

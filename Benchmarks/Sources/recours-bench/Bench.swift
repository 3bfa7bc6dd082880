import ArgumentParser

/// Measures the program's own parts; every verb ends with the line {"value": N}.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recours-bench",
        abstract: "Measure Recours. The last line of every verb is {\"value\": N}.",
        discussion: "A wrong result ends with an error: speed without truth is not measured.",
        subcommands: [
            DecideBench.self, HoursBench.self, HTTPBench.self, LetterBench.self, MailBench.self,
            QueueEnqueueBench.self, QueueProcessBench.self, WorkerFill.self,
        ])
}

/// A result that is not what it must be.
struct WrongResult: Error, CustomStringConvertible {
    let description: String
}

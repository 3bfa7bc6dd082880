import ArgumentParser
import Assembly
import CaseFlow
import ContactRouting

/// Decisions a second over the shipped directory, on one thread.
struct DecideBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "Whole decisions a second: hours, rights, verdicts, ranking; no text.")

    @Option(
        help: ArgumentHelp("A folder of case files; the package's own cases without it.", valueName: "folder")
    )
    var inputs: String?

    @Option(help: "How long to measure, in seconds.")
    var seconds = 3.0

    @Flag(help: "With what would change each decision: flips and questions.")
    var full = false

    func run() throws {
        let bench = try BenchInputs(folder: inputs)
        let deciding = bench.program.deciding
        let expected = try bench.items.map { try Answer(checking: deciding.decide($0.facts, at: $0.moment)) }
        // Each holds its case, as a caller does: copying a case out of a list would be measured too.
        let decides = bench.items.map { item in
            let (facts, moment) = (item.facts, item.moment)
            return { try deciding.decide(facts, at: moment) }
        }
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(seconds))
        var decisions = 0
        while clock.now < end {
            for index in decides.indices {
                let decision = try decides[index]()
                guard Answer(decision) == expected[index] else {
                    throw WrongResult(description: "the same case was decided otherwise")
                }
                decisions += 1
                guard full else { continue }
                _ = try deciding.alternatives(to: decision, of: bench.items[index].facts)
                if clock.now >= end { break }
            }
        }
        let elapsed = start.duration(to: clock.now) / .seconds(1)
        print("\(decisions) decisions over \(bench.items.count) cases in \(elapsed) s")
        print("{\"value\": \(Double(decisions) / elapsed)}")
    }

    /// What must be the same every time.
    private struct Answer: Equatable {
        let best: ChannelName?
        let outcome: Decision.Outcome
        let usable: Int

        init(_ decision: Decision) {
            best = decision.best?.channel
            outcome = decision.outcome
            usable = decision.usable.count
        }

        /// Fewest channels that the shipped directory and the law offer to any case.
        private static let verdictsMin = 20

        init(checking decision: Decision) throws {
            let verdicts = decision.usable.count + decision.refused.count
            guard verdicts >= Self.verdictsMin else {
                throw WrongResult(description: "a decision has \(verdicts) verdicts, so channels are missing")
            }
            self.init(decision)
        }
    }
}

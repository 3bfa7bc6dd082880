import ContactRouting
import JSONText

/// Tells what became of the lines of a batch, in their order, and counts them.
struct BatchReport {
    /// What the input is called in front of a fault.
    let input: String
    let isJSON: Bool
    private var progress: ProgressLine
    private var writer = JSONWriter(.compact, capacity: 16_384)
    private var held = 0

    private(set) var lines = 0
    private(set) var ready: [ChannelName: Int] = [:]
    /// How many of the ready ones were there before.
    private(set) var unchanged = 0
    private(set) var failed = 0
    /// Why the run cannot go on.
    private(set) var stop: CommandFailure?

    /// Results that are kept before they are told of.
    private static let heldMax = 64

    init(input: String, isJSON: Bool, progress: ProgressLine) {
        self.input = input
        self.isJSON = isJSON
        self.progress = progress
    }

    var prepared: Int { ready.values.reduce(0, +) }

    mutating func add(_ result: CaseResult) {
        switch result.outcome {
        case .ready(let channel, _, let isNew):
            ready[channel, default: 0] += 1
            unchanged += isNew ? 0 : 1
        case .failed(let failure):
            failed += 1
            if !isJSON { tell(failure, line: result.line) }
        case .left: return
        case .stopped(let failure):
            stop = stop ?? failure
            return
        }
        lines += 1
        if isJSON {
            result.write(to: &writer)
            held += 1
        }
        progress.show(done: lines)
    }

    private mutating func tell(_ failure: CommandFailure, line: Int) {
        progress.clear()
        let place = failure.isFaultOfFile ? "" : "\(input), line \(line): "
        Output.standardError("recours: \(place)\(failure.text)\n")
    }

    /// Prints what is held, once the folders that it names are sure to stay.
    mutating func flush(when folders: BatchFolders, isLast: Bool = false) {
        guard isLast || held >= Self.heldMax else { return }
        if prepared > unchanged {
            do throws(CommandFailure) { try folders.sync() } catch { stop = stop ?? error }
        }
        if isLast { progress.clear() }
        guard held > 0 else { return }
        held = 0
        Output.standardOutput(writer.bytes)
        writer.removeAll()
    }
}

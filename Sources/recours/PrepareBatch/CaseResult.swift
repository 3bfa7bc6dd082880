import CaseFormat
import ContactRouting
import JSONText

/// What became of one line of a batch.
struct CaseResult {
    enum Outcome {
        /// Its folder holds the preparation; `isNew` is false when it did before.
        case ready(channel: ChannelName, folder: String, isNew: Bool)
        /// Nothing was written for it.
        case failed(CommandFailure)
        /// Not begun, because the run was to stop.
        case left
        /// Nothing more can be written.
        case stopped(CommandFailure)
    }

    let line: Int
    let outcome: Outcome

    /// One object of the output: `{"line", "channel", "folder"}`, or `{"line", "error"}`.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.key("line")
        writer.int(line)
        switch outcome {
        case .ready(let channel, let folder, _):
            writer.key("channel")
            writer.string(channel.text)
            writer.key("folder")
            writer.string(folder)
        case .failed(let failure), .stopped(let failure):
            failure.writeError(inLine: line, to: &writer)
        case .left: break
        }
        writer.endObject()
        writer.endLine()
    }
}

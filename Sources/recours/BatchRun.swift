import Assembly
import CaseFlow
import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText

/// Decides a JSON Lines file line by line, in constant memory.
struct BatchRun {
    let desk: Desk
    let isFull: Bool
    let language: Language?
    let now: Instant

    /// Output is collected up to this many bytes before it is written.
    private static let chunkBytes = 1 << 18

    /// - Returns: `done` when every line was decided, else `wrongUse`.
    /// - Throws: `CommandFailure` when the file cannot be read.
    func run(_ path: String) throws -> ExitStatus {
        var lines = BatchReader(desk.program.reader, decidedAt: now)
        var writer = JSONWriter(.compact, capacity: Self.chunkBytes + 65_536)
        var status = ExitStatus.done
        let stream: FileStream
        do { stream = try FileStream(path) } catch { throw CommandFailure(.wrongUse, error.description) }
        var isOpen = true
        while isOpen {
            do {
                if let chunk = try stream.next() {
                    lines.append(chunk)
                } else {
                    lines.finish()
                    isOpen = false
                }
            } catch {
                throw CommandFailure(.wrongUse, error.description)
            }
            while let line = lines.next() {
                if try !answer(line, to: &writer) { status = .wrongUse }
                writer.endLine()
                if writer.byteCount >= Self.chunkBytes { flush(&writer) }
            }
        }
        flush(&writer)
        return status
    }

    /// Writes the decision of a line, or its error object; tells whether it was decided.
    private func answer(_ line: BatchLine, to writer: inout JSONWriter) throws -> Bool {
        switch line.content {
        case .failure(let error):
            error.write(to: &writer)
            return false
        case .success(let item):
            let decision = try desk.decide(item.loaded.facts, at: item.decidedAt)
            try desk.flow {
                try desk.rendering.write(
                    decision, of: item.loaded, isFull: isFull, language: language, to: &writer)
            }
            return true
        }
    }

    private func flush(_ writer: inout JSONWriter) {
        writer.withUnsafeBytes { Output.standardOutput($0) }
        writer.removeAll()
    }
}

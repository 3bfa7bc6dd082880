import Assembly
import CaseFormat
import CivilCalendar

/// The lines of a JSON Lines file of cases, read as they are asked for.
struct CaseLines {
    private var reader: BatchReader
    private let stream: FileStream
    private var isOpen = true

    /// - Parameters:
    ///   - path: a path, or `-` for standard input.
    ///   - now: the moment for lines that name none.
    /// - Throws: `CommandFailure` when the file cannot be read.
    init(_ path: String, read reader: CaseReader, at now: Instant) throws(CommandFailure) {
        self.reader = BatchReader(reader, decidedAt: now)
        do { stream = try FileStream(path) } catch { throw CommandFailure(.wrongUse, error.description) }
    }

    /// The next line; nil at the end, or when the person wishes to stop before it came.
    ///
    /// - Throws: `CommandFailure` when the file cannot be read any further.
    mutating func next() throws(CommandFailure) -> BatchLine? {
        while true {
            if let line = reader.next() { return line }
            guard isOpen else { return nil }
            // Who types the cases may also type Ctrl-C.
            while !stream.isReady(withinMilliseconds: 100) {
                if Interruption.isWished { return nil }
            }
            do throws(FileFault) {
                if let chunk = try stream.next() {
                    reader.append(chunk)
                } else {
                    reader.finish()
                    isOpen = false
                }
            } catch {
                throw CommandFailure(.wrongUse, error.description)
            }
        }
    }

    /// How many lines a file has; nil for what can be read once only.
    static func count(in path: String) -> Int? {
        guard path != "-", FileReading.isRegular(path), let stream = try? FileStream(path) else { return nil }
        var count = 0
        var last = UInt8(ascii: "\n")
        while let chunk = try? stream.next() {
            count += chunk.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
            last = chunk.last ?? last
        }
        return last == UInt8(ascii: "\n") ? count : count + 1
    }
}

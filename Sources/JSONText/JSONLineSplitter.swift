/// Cuts a stream into lines, fed chunk by chunk.
///
/// Feed with `append`, take lines with `next` until it gives nil, and so on; after `finish`, `next` also
/// gives a last line without its end. At most one line and one chunk are held.
public struct JSONLineSplitter: Sendable {
    /// A line of the stream, without its end.
    public enum Line: Hashable, Sendable {
        /// A line within the limit; `number` counts from 1.
        case complete(number: Int, bytes: [UInt8])
        /// A line of `bytes` bytes that was passed over because it is longer than the limit.
        case tooLong(number: Int, bytes: Int)
    }

    /// Longest line in bytes, its end not counted.
    public let lineBytesMax: Int
    private var buffer: [UInt8] = []
    /// Where the first line in the buffer begins, and up to where there is no line feed.
    private var start = 0
    private var searched = 0
    /// Bytes of the present line that were dropped since they went over the limit.
    private var dropped = 0
    private var number = 0
    private var isFinished = false

    /// Starts at line 1.
    ///
    /// - Parameter lineBytesMax: 1 or more; 8 MiB unless told, as for a file.
    public init(lineBytesMax: Int = 8 << 20) {
        precondition(lineBytesMax >= 1, "lineBytesMax is 1 byte or more")
        self.lineBytesMax = lineBytesMax
    }

    /// Adds the next piece of the stream.
    public mutating func append(_ chunk: ArraySlice<UInt8>) {
        precondition(!isFinished, "append() after finish()")
        buffer.removeSubrange(0..<start)
        searched -= start
        start = 0
        buffer.append(contentsOf: chunk)
    }

    /// Adds the next piece of the stream.
    public mutating func append(_ chunk: [UInt8]) { append(chunk[...]) }

    /// Says that the stream has ended.
    public mutating func finish() { isFinished = true }

    /// The next line; nil when more of the stream is needed, or at its end.
    ///
    /// - Complexity: every byte is looked at once, however it was cut into chunks.
    public mutating func next() -> Line? {
        if let end = buffer.span.firstLineFeed(from: searched) {
            return take(upTo: end)
        }
        if isFinished {
            return start < buffer.count || dropped > 0 ? take(upTo: buffer.count) : nil
        }
        searched = buffer.count
        dropOversizedBeginning()
        return nil
    }

    private mutating func take(upTo end: Int) -> Line {
        let line = start..<buffer.span.endOfLine(start..<end)
        let bytes = dropped + line.count
        number += 1
        defer {
            start = Swift.min(end + 1, buffer.count)
            searched = start
            dropped = 0
        }
        guard bytes <= lineBytesMax else { return .tooLong(number: number, bytes: bytes) }
        return .complete(number: number, bytes: Array(buffer[line]))
    }

    /// Frees what can no longer become a line within the limit.
    private mutating func dropOversizedBeginning() {
        // One byte stays: it may be the carriage return of CR LF, which does not count.
        let held = buffer.count - start
        guard held > 1, dropped + held > lineBytesMax + 1 else { return }
        dropped += held - 1
        start = buffer.count - 1
    }
}

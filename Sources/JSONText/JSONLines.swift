/// The lines of a buffer that is in memory already, found one by one.
///
/// Lines end with LF or CR LF; the last one may lack its end. An empty line is a line. How long a line may
/// be is the reader's limit: `JSONDocument` refuses a longer one.
///
/// - Source: jsonlines.org.
public struct JSONLines: Sequence, Sendable {
    private let bytes: [UInt8]

    /// Walks the lines of `bytes`.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// One line without its end.
    public struct Line: Hashable, Sendable {
        /// Counted from 1.
        public let number: Int
        /// Where the line stands in the buffer.
        public let range: Range<Int>
    }

    /// Walks the lines once.
    public struct Iterator: IteratorProtocol, Sendable {
        private let bytes: [UInt8]
        private var start = 0
        private var number = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        /// The next line; nil after the last one.
        public mutating func next() -> Line? {
            guard start < bytes.count else { return nil }
            let end = bytes.span.firstLineFeed(from: start) ?? bytes.count
            let line = start..<bytes.span.endOfLine(start..<end)
            start = end + 1
            number += 1
            return Line(number: number, range: line)
        }
    }

    /// Starts a walk at the first line.
    public func makeIterator() -> Iterator { Iterator(bytes) }
}

extension Span<UInt8> {
    /// The first line feed at or after `start`.
    func firstLineFeed(from start: Int) -> Int? {
        var index = start
        while index < count {
            if self[index] == ASCII.lineFeed { return index }
            index += 1
        }
        return nil
    }

    /// The end of a line's text, without the carriage return of CR LF.
    func endOfLine(_ line: Range<Int>) -> Int {
        !line.isEmpty && self[line.upperBound - 1] == ASCII.carriageReturn
            ? line.upperBound - 1 : line.upperBound
    }
}

/// A position in a JSON file, as an editor shows it.
public struct JSONPosition: Hashable, Sendable {
    /// Bytes before this position.
    public let offset: Int
    /// Line, counted from 1, after each LF, CR LF or CR.
    public let line: Int
    /// Column, counted from 1 in Unicode scalar values (not bytes, not UTF-16 units).
    public let column: Int

    /// Names a position that is already known.
    public init(offset: Int, line: Int, column: Int) {
        self.offset = offset
        self.line = line
        self.column = column
    }

    /// Counts lines and columns up to `offset`.
    ///
    /// - Complexity: O(`offset`); made for errors, not for every value.
    init(offset: Int, in source: Span<UInt8>) {
        var line = 1
        var column = 1
        for index in 0..<min(offset, source.count) {
            let byte = source[index]
            let endsLine =
                byte == ASCII.lineFeed
                || byte == ASCII.carriageReturn
                    && !(index + 1 < source.count && source[index + 1] == ASCII.lineFeed)
            if endsLine {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                // A continuation byte belongs to the scalar before it.
                column += 1
            }
        }
        self.init(offset: offset, line: line, column: column)
    }
}

/// Where in a file something is: the position, and the way to it through keys and indexes.
public struct JSONPlace: Hashable, Sendable {
    /// Line, column and byte offset.
    public let position: JSONPosition
    /// The way from the root, as a JSON Pointer; empty for the root itself.
    ///
    /// - Source: RFC 6901.
    public let pointer: String

    /// Joins a position and a pointer.
    public init(position: JSONPosition, pointer: String) {
        self.position = position
        self.pointer = pointer
    }
}

/// Bytes that grow as they are written: room is looked for once a stretch, not once a byte.
///
/// Proof: a pointer is given out by ``write(upTo:_:)`` alone, for the length of one call, with `bytesMax` bytes of room
/// behind it. The bodies that write through it stand in this module; each asks for its longest output, which is the sum
/// of what it puts, and returns how far it came. A body that says it came further ends the program before anything
/// that it wrote is read.
struct OutputBytes: Sendable {
    /// The memory; its count is the room there is.
    private var room: [UInt8]
    /// How many bytes were written.
    private(set) var count = 0

    init(capacity: Int) { room = [UInt8](repeating: 0, count: max(capacity, 64)) }

    /// What was written, copied.
    var array: [UInt8] { Array(room[..<count]) }

    /// Calls with what was written.
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try room.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }

    /// Forgets what was written, and keeps the memory.
    mutating func removeAll() { count = 0 }

    /// Lets a stretch be written.
    ///
    /// - Parameters:
    ///   - bytesMax: the longest that it may be.
    ///   - body: writes from the given place on, and returns how many bytes it wrote, at most `bytesMax`.
    @inline(__always)
    mutating func write(upTo bytesMax: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if room.count - count < bytesMax { grow(by: bytesMax) }
        let start = count
        room.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("there are at least 64 bytes") }
            let written = body(base + start)
            precondition(written >= 0 && written <= bytesMax, "a stretch keeps to its length")
            count = start + written
        }
    }

    mutating func append(_ byte: UInt8) {
        write(upTo: 1) { output in
            output[0] = byte
            return 1
        }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        write(upTo: bytes.count) { output in output.put(bytes) }
    }

    mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBufferPointer { append($0) } }

    mutating func append(_ text: StaticString) { text.withUTF8Buffer { append($0) } }

    /// Writes once more what stands in a range.
    mutating func append(again range: Range<Int>) {
        precondition(
            range.lowerBound >= 0 && range.upperBound <= count, "only what was written can be written again")
        let distance = count - range.lowerBound
        write(upTo: range.count) { output in
            output.update(from: output - distance, count: range.count)
            return range.count
        }
    }

    private mutating func grow(by bytes: Int) {
        let size = max(2 * room.count, count + bytes)
        room.append(contentsOf: repeatElement(0, count: size - room.count))
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// Writes bytes here.
    ///
    /// - Returns: how many.
    @inline(__always)
    func put(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        update(from: base, count: bytes.count)
        return bytes.count
    }
}

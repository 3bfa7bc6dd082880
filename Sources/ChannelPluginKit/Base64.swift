/// Base64 with padding.
///
/// - Source: RFC 4648 section 4.
public enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The two characters of every twelve bits, the first in the low byte.
    private static let pairs: [UInt16] = (0..<4096).map {
        UInt16(alphabet[$0 >> 6]) | UInt16(alphabet[$0 & 63]) << 8
    }

    /// The ASCII characters, without line ends.
    ///
    /// - Complexity: O(n).
    public static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        if let text = bytes.withContiguousStorageIfAvailable({ encoded($0, lineGroups: .max) }) {
            return text
        }
        return Array(bytes).withUnsafeBufferPointer { encoded($0, lineGroups: .max) }
    }

    /// A body of a mail: lines of 76 characters, each with CRLF.
    ///
    /// - Complexity: O(n).
    /// - Source: RFC 2045 section 6.8.
    public static func lines(of bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { encoded($0, lineGroups: 19) }
    }

    /// - Parameter lineGroups: after how many groups of four characters a line ends; `.max` for no line ends at all.
    private static func encoded(_ bytes: UnsafeBufferPointer<UInt8>, lineGroups: Int) -> [UInt8] {
        let groups = (bytes.count + 2) / 3
        guard groups > 0 else { return [] }
        let hasLines = lineGroups < .max
        let size = groups * 4 + (hasLines ? (groups - 1) / lineGroups * 2 + 2 : 0)
        return [UInt8](unsafeUninitializedCapacity: size) { output, count in
            count = pairs.withUnsafeBufferPointer { pairs in
                fill(output, from: bytes, pairs, lineGroups: lineGroups, hasLines: hasLines)
            }
        }
    }

    /// - Returns: the bytes written.
    private static func fill(
        _ output: UnsafeMutableBufferPointer<UInt8>, from bytes: UnsafeBufferPointer<UInt8>,
        _ pairs: UnsafeBufferPointer<UInt16>, lineGroups: Int, hasLines: Bool
    ) -> Int {
        var source = 0
        var target = 0
        var left = lineGroups
        for _ in 0..<(bytes.count / 3) {
            let bits = Int(bytes[source]) << 16 | Int(bytes[source + 1]) << 8 | Int(bytes[source + 2])
            put(pairs[bits >> 12], pairs[bits & 4095], in: output, at: target)
            source += 3
            target += 4
            left -= 1
            if left == 0 {
                putLineEnd(in: output, at: target)
                target += 2
                left = lineGroups
            }
        }
        let rest = bytes.count - source
        if rest > 0 {
            let bits = Int(bytes[source]) << 16 | (rest == 2 ? Int(bytes[source + 1]) << 8 : 0)
            put(pairs[bits >> 12], pairs[bits & 4095], in: output, at: target)
            output[target + 3] = UInt8(ascii: "=")
            if rest == 1 { output[target + 2] = UInt8(ascii: "=") }
            target += 4
            left -= 1
        }
        if hasLines, left < lineGroups {
            putLineEnd(in: output, at: target)
            target += 2
        }
        return target
    }

    private static func put(
        _ first: UInt16, _ second: UInt16, in output: UnsafeMutableBufferPointer<UInt8>, at target: Int
    ) {
        output[target] = UInt8(truncatingIfNeeded: first)
        output[target + 1] = UInt8(truncatingIfNeeded: first >> 8)
        output[target + 2] = UInt8(truncatingIfNeeded: second)
        output[target + 3] = UInt8(truncatingIfNeeded: second >> 8)
    }

    private static func putLineEnd(in output: UnsafeMutableBufferPointer<UInt8>, at target: Int) {
        output[target] = 13
        output[target + 1] = 10
    }
}

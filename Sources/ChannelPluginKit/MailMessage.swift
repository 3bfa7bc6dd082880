public import ContactRouting

/// A whole mail, headers and body, in the only form that SMTP carries everywhere.
///
/// Every line ends in CRLF and no CR or LF stands alone, because libcurl does not dot-stuff a line that ends in a bare LF
/// and servers disagree about it (SMTP smuggling). Lines have at most 998 bytes (RFC 5322 section 2.1.1), and all bytes
/// are 7-bit without NUL, because a relay need not offer 8BITMIME (RFC 6152).
public struct MailMessage: Hashable, Sendable {
    public let bytes: Private<[UInt8]>

    /// Number of bytes, line ends included.
    public var size: Int { bytes.reveal().count }

    /// Longest line, in bytes without its CRLF.
    public static let lineBytesMax = 998

    /// Asserts the form and changes nothing, so that what was stored is what is sent.
    ///
    /// - Throws: `ChannelError.unusable` or `.overLimit`, for the field `message`.
    /// - Complexity: O(n).
    public init(checking bytes: [UInt8]) throws(ChannelError) {
        guard bytes.count >= 2 else { throw .unusable(field: "message", reason: "it is empty") }
        // The slow way only says what is wrong.
        if !Self.isInForm(bytes) { try Self.findFault(bytes) }
        self.bytes = Private(bytes)
    }

    /// Whether nothing is wrong; counts without branches, so that a processor takes many bytes at once.
    private static func isInForm(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            let last = bytes.count - 1
            guard bytes[0] != UInt8(ascii: "\n"), bytes[last] == UInt8(ascii: "\n") else { return false }
            var (high, bad) = (UInt8(0), UInt8(0))
            for index in 0..<last {
                let (byte, next) = (bytes[index], bytes[index + 1])
                high |= byte
                // A CR without LF behind it, a LF without CR before it, or NUL.
                bad |= (byte == 13) != (next == 10) || byte == 0 ? 1 : 0
            }
            return high < 0x80 && bad == 0 && hasShortLines(bytes)
        }
    }

    /// Whether no line is too long: within that distance of every line's start there is the start of another.
    ///
    /// - Precondition: the last byte is LF.
    private static func hasShortLines(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        while bytes.count - start > lineBytesMax + 2 {
            var end = start + lineBytesMax + 1
            while end > start, bytes[end] != UInt8(ascii: "\n") { end -= 1 }
            guard bytes[end] == UInt8(ascii: "\n"), end > start else { return false }
            start = end + 1
        }
        return true
    }

    private static func findFault(_ bytes: [UInt8]) throws(ChannelError) {
        var lineBytes = 0
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"):
                guard previous == UInt8(ascii: "\r") else { throw Self.bareLineEnd }
                lineBytes = 0
            case 1..<0x80:
                guard previous != UInt8(ascii: "\r") else { throw Self.bareLineEnd }
                // A CR is counted only once it turns out not to end the line, which is refused anyway.
                if byte != UInt8(ascii: "\r") { lineBytes += 1 }
                guard lineBytes <= Self.lineBytesMax else {
                    throw .overLimit(
                        field: "message line", actual: lineBytes, max: Self.lineBytesMax, unit: .bytes)
                }
            default:  // tidy-allow: bytes, not an enum of ours
                throw .unusable(field: "message", reason: "it holds NUL or a byte above 127: encode it")
            }
            previous = byte
        }
        guard bytes.suffix(2) == [UInt8(ascii: "\r"), UInt8(ascii: "\n")] else { throw Self.bareLineEnd }
    }

    private static let bareLineEnd = ChannelError.unusable(
        field: "message", reason: "a line does not end in CRLF, or a CR or LF stands alone")
}

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
        self.bytes = Private(bytes)
    }

    private static let bareLineEnd = ChannelError.unusable(
        field: "message", reason: "a line does not end in CRLF, or a CR or LF stands alone")
}

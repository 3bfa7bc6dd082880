internal import ChannelPluginKit

extension Base64 {
    /// A body in lines of 76 characters, each with CRLF.
    ///
    /// - Source: RFC 2045 section 6.8.
    static func lines(of bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 57 * 78 + 80)
        var start = 0
        // 57 bytes give 76 characters.
        while start < bytes.count {
            let end = min(start + 57, bytes.count)
            output += encode(bytes[start..<end])
            output += [13, 10]
            start = end
        }
        return output
    }
}

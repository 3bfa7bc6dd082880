/// Quoted-printable of RFC 2045 section 6.7 for UTF-8 text.
enum QuotedPrintable {
    /// - Unit: characters of a line, without its CRLF.
    static let lineMax = 76

    /// Encodes text; every line end of it becomes CRLF, and the last line has one.
    ///
    /// - Complexity: O(n).
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count * 5 / 4)
        var lines = text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { append(Array(line.utf8), to: &output) }
        return output
    }

    private static func append(_ line: [UInt8], to output: inout [UInt8]) {
        var column = 0
        for (index, byte) in line.enumerated() {
            let isLast = index == line.count - 1
            // A dot at the start, or "From ", would be changed by some relays.
            let isTouchy = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") && !isTouchy
            let isSpace = (byte == 0x20 || byte == 0x09) && !isLast
            let size = isPlain || isSpace ? 1 : 3
            // A soft break takes the last place, except behind the last character of a line.
            if column + size > (isLast ? lineMax : lineMax - 1) {
                output += Array("=\r\n".utf8)
                column = 0
            }
            if size == 1 { output.append(byte) } else { output += Array("=\(hexadecimal(byte))".utf8) }
            column += size
        }
        output += [13, 10]
    }
}

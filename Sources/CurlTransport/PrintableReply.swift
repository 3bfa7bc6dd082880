/// The words of a server, made safe to store and show.
enum PrintableReply {
    /// Longest text kept, in bytes.
    static let bytesMax = 2048
    /// Most reply lines kept; the last ones.
    static let linesMax = 32

    /// The last reply of an SMTP session: the last lines that carry `code`, as one text.
    static func text(of lines: [[UInt8]], code: Int) -> String {
        let mark = Array("\(code)".utf8)
        let reply = lines.reversed().prefix { $0.starts(with: mark) }.reversed()
        return text(of: reply.joined(separator: [UInt8(ascii: " ")]))
    }

    /// Bytes as ASCII: line ends become nothing, everything else that is not printable becomes `?`.
    ///
    /// What is above 2,048 bytes is left out and marked with `...`.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var kept: [UInt8] = []
        for byte in bytes where byte != UInt8(ascii: "\r") && byte != UInt8(ascii: "\n") {
            guard kept.count < bytesMax - 3 else {
                kept.append(contentsOf: "...".utf8)
                break
            }
            kept.append((0x20...0x7E).contains(byte) ? byte : UInt8(ascii: "?"))
        }
        return String(decoding: kept, as: UTF8.self)
    }
}

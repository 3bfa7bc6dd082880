internal import ContactRouting

/// The lines of an SMTP session's replies.
enum ReplyLines {
    /// Most reply lines kept; the last ones.
    static let linesMax = 32
    /// Most bytes kept of a line.
    static let lineBytesMax = 2048

    /// The reply with this code that came last, as one printable text.
    ///
    /// What follows it are answers to libcurl's own farewell.
    static func text(of lines: [[UInt8]], code: Int) -> String {
        let mark = Array("\(code)".utf8)
        let reply = lines.reversed().drop { !$0.starts(with: mark) }.prefix { $0.starts(with: mark) }
        let kept = reply.prefix(linesMax).reversed().map { line in
            line.last == UInt8(ascii: "\n") ? line.dropLast(line.dropLast().last == 13 ? 2 : 1) : line[...]
        }
        return PrintableReply.text(of: kept.joined(separator: [UInt8(ascii: " ")]))
    }
}

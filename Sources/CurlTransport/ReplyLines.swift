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
        let fromLast = lines.reversed().drop { !$0.starts(with: mark) }
        // Of one reply, every line but the last has a hyphen behind the code.
        let goesOn = mark + [UInt8(ascii: "-")]
        let reply = fromLast.prefix(1) + fromLast.dropFirst().prefix { $0.starts(with: goesOn) }
        let kept = reply.prefix(linesMax).reversed().map { line in
            line.last == UInt8(ascii: "\n") ? line.dropLast(line.dropLast().last == 13 ? 2 : 1) : line[...]
        }
        return PrintableReply.text(of: kept.joined(separator: [UInt8(ascii: " ")]))
    }
}

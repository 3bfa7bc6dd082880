internal import ContactRouting

/// The lines of an SMTP session's replies.
enum ReplyLines {
    /// Most reply lines kept; the last ones.
    static let linesMax = 32

    /// The last reply of a session: the last lines that carry `code`, as one printable text.
    static func text(of lines: [[UInt8]], code: Int) -> String {
        let mark = Array("\(code)".utf8)
        let reply = lines.reversed().prefix { $0.starts(with: mark) }.reversed()
        return PrintableReply.text(of: reply.joined(separator: [UInt8(ascii: " ")]))
    }
}

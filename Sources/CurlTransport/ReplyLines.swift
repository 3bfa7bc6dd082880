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
        guard let last = lines.lastIndex(where: { $0.starts(with: mark) }) else { return "" }
        // Of one reply, every line but the last has a hyphen behind the code.
        var first = last
        while first > 0, last - first + 1 < linesMax, goesOn(lines[first - 1], mark) { first -= 1 }
        var reply: [UInt8] = []
        for index in first...last {
            if index > first { reply.append(UInt8(ascii: " ")) }
            append(lines[index], to: &reply)
        }
        return PrintableReply.text(of: reply)
    }

    private static func goesOn(_ line: [UInt8], _ mark: [UInt8]) -> Bool {
        line.count > mark.count && line.starts(with: mark) && line[mark.count] == UInt8(ascii: "-")
    }

    /// Appends a line without its line end.
    private static func append(_ line: [UInt8], to reply: inout [UInt8]) {
        var count = line.count
        if count > 0, line[count - 1] == UInt8(ascii: "\n") { count -= 1 }
        if count > 0, line[count - 1] == UInt8(ascii: "\r") { count -= 1 }
        reply += line[..<count]
    }
}

/// How far a mail's session has come, read from the replies as they arrive.
///
/// The session itself (name, TLS, login) may be an old one. What counts for a mail begins when libcurl asks whether the
/// request may go out: then MAIL, RCPT, DATA and the message have one reply each.
struct MailReplies {
    /// True once the connection stands and the mail's own commands begin.
    var isConnected = false
    /// The largest message that the relay of this connection announced, in bytes (RFC 1870); nil when it said nothing.
    ///
    /// Outlives a transfer, because a kept connection does not announce it again.
    var sizeMax: Int?
    private var count = 0

    /// Begins another transfer.
    mutating func begin() { (isConnected, count) = (false, 0) }

    /// What the last reply answered.
    var stage: MailStage {
        switch count {
        case 0: .connection
        case 1: .sender
        case 2: .recipient
        case 3: .data
        case _: .message  // tidy-allow: a number, not an enum of ours
        }
    }

    /// Reads one reply line.
    mutating func read(_ line: UnsafeRawBufferPointer) {
        guard isConnected else {
            if let size = Self.size(in: line) { sizeMax = size }
            return
        }
        // The fourth byte of a reply's last line is a space or its end; 221 answers libcurl's own QUIT after a refusal.
        guard line.count < 4 || line[3] != UInt8(ascii: "-"), !line.starts(with: "221".utf8) else { return }
        count += 1
    }

    /// The number of `250-SIZE 30000000`; nil for any other line.
    private static func size(in line: UnsafeRawBufferPointer) -> Int? {
        guard line.count > 9, line.starts(with: "250".utf8),
            zip(line[4..<9], "SIZE ".utf8).allSatisfy({ $0 & 0xDF == $1 & 0xDF })
        else { return nil }
        var value = 0
        for byte in line[9...] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
            let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = tens.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            // More than an Int holds is no limit for us.
            guard !isOver, !isOverToo else { return 0 }
            value = sum
        }
        return value
    }
}

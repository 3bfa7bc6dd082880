internal import CurlTransport

/// A TLS server made of `openssl s_server`: what the client says comes out of it as lines.
///
/// Serves one connection at a time. Ended by `stop()`.
public final class TLSServer: Sendable {
    public let port: Int

    private let process: ChildProcess
    private let lines = Locked<[String]>([])

    /// Starts a server whose answers come from `answer`, called with every line of the client in order.
    ///
    /// - Parameters:
    ///   - greeting: what the server says first.
    ///   - options: further options of `s_server`, such as `-www` or `-tls1_1`.
    ///   - answer: the answer to a line, or nil to say nothing.
    public init(
        _ authority: ThrowawayAuthority, greeting: String = "", options: [String] = [],
        answer: @escaping @Sendable (String) -> String? = { _ in nil }
    ) throws {
        let process = try ChildProcess(
            "/usr/bin/openssl",
            [
                "s_server", "-accept", "127.0.0.1:0", "-cert", authority.certificateFile, "-key",
                authority.keyFile,
            ]
                + options)
        self.process = process
        let reader = LineReader(process)
        var port: Int?
        while port == nil, let line = reader.next() {
            if line.hasPrefix("ACCEPT ") { port = line.split(separator: ":").last.flatMap { Int($0) } }
        }
        guard let port else { throw ServerSetupError(step: "openssl s_server", code: -1) }
        self.port = port
        process.write(greeting)
        spawn { [self] in
            while let line = reader.next() {
                lines.withLock { $0.append(line) }
                if let text = answer(line) { process.write(text) }
            }
        }
    }

    /// Every line that the client said, among what `s_server` says itself.
    public var seen: [String] { lines.withLock { $0 } }

    public func stop() {
        process.stop()
    }
}

/// Reads the output of a command line by line, on one thread at a time.
///
/// Proof: it is handed over once, from the thread that starts the server to the one that reads it.
private final class LineReader: @unchecked Sendable {
    private let process: ChildProcess
    private var buffer: ArraySlice<UInt8> = []

    init(_ process: ChildProcess) { self.process = process }

    func next() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[buffer.startIndex..<end]
                buffer = buffer[(end + 1)...]
                return String(
                    decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            }
            let more = process.read()
            guard !more.isEmpty else { return nil }
            buffer += more
        }
    }
}

/// The answers of a mail server that accepts everything, for `TLSServer`.
public func acceptingMailServer(_ line: String) -> String? {
    for (command, answer) in [
        ("EHLO", "250 relay.example\r\n"), ("MAIL", "250 ok\r\n"), ("RCPT", "250 ok\r\n"),
        ("DATA", "354 go on\r\n"),
        (".", "250 2.0.0 queued as 4711\r\n"),
    ] where line.hasPrefix(command) {
        return answer
    }
    return nil
}

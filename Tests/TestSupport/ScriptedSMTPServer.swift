internal import CurlTransport
internal import Dispatch

/// What the server does at one stage of a session.
public enum SMTPStep: Sendable, Hashable {
    case say(String)
    /// Writes these bytes as they are, then closes the connection.
    case bytes([UInt8])
    /// Answers one byte at a time, so many milliseconds apart.
    case drip(String, everyMilliseconds: Int)
    /// Answers, then closes the connection.
    case sayAndDrop(String)
    case drop
    case hang
    /// Answers, then hands the connection to a TLS server on another port.
    case sayAndPassOn(String, port: Int)
}

/// How one session goes, stage by stage; the defaults accept everything.
public struct SMTPScript: Sendable {
    public var banner = SMTPStep.say("220 relay.example ESMTP")
    public var extensions = ["SIZE 30000000", "8BITMIME"]
    /// The answer to EHLO and HELO; nil for a greeting with `extensions`.
    public var hello: SMTPStep?
    public var startTLS = SMTPStep.say("502 not here")
    public var auth = SMTPStep.say("235 welcome")
    /// True when AUTH is answered with a challenge, and `auth` answers the line after it (RFC 4954 section 4).
    public var challenges = false
    public var mail = SMTPStep.say("250 sender ok")
    public var recipient = SMTPStep.say("250 recipient ok")
    /// Answers to the recipients that are named here, by their addresses; `recipient` is for all others.
    public var recipients: [String: SMTPStep] = [:]
    public var data = SMTPStep.say("354 go on")
    public var dot = SMTPStep.say("250 2.0.0 queued as 4711")
    /// Resets the connection after so many bytes of the body.
    public var resetAfterBodyBytes: Int?
    /// Reads so many bytes of the body, and nothing more until `ScriptedSMTPServer.readOn` is called.
    public var holdAfterBodyBytes: Int?

    public init() {}
}

/// An SMTP server that follows a script and remembers what it saw.
public final class ScriptedSMTPServer: Sendable {
    /// What the server saw and stored.
    public struct Log: Sendable {
        public var connections = 0
        public var commands: [String] = []
        /// Bodies that the server received up to the final dot, dot-stuffing removed.
        public var bodies: [String] = []
        /// Number of bodies that it has held.
        public var heldBodies = 0
        /// Number of messages that it answered with 2xx.
        public var stored = 0
        /// Number of sessions that are over.
        public var ended = 0
    }

    private let log: LogBook
    private let server: LoopbackServer

    public var port: Int { server.port }
    public var seen: Log { log.value.withLock { $0 } }

    /// - Parameter scripts: one for each connection; the last one serves all that follow. None accepts everything.
    public init(_ scripts: SMTPScript...) throws {
        let log = LogBook()
        self.log = log
        server = try LoopbackServer { connection in
            let number = log.value.withLock { log in
                log.connections += 1
                return log.connections
            }
            let script = scripts.isEmpty ? SMTPScript() : scripts[min(number, scripts.count) - 1]
            SMTPSession(connection, script, log).run()
        }
    }

    /// Reads on in one body that is held.
    public func readOn() { log.gate.signal() }

    public func stop() {
        readOn()
        server.stop()
    }
}

/// Shared by the sessions of one server.
final class LogBook: Sendable {
    let value = Locked(ScriptedSMTPServer.Log())
    let gate = DispatchSemaphore(value: 0)
}

/// One session of the scripted server.
struct SMTPSession {
    private let connection: ServerConnection
    private let script: SMTPScript
    private let log: LogBook

    init(_ connection: ServerConnection, _ script: SMTPScript, _ log: LogBook) {
        self.connection = connection
        self.script = script
        self.log = log
    }

    func run() {
        defer { log.value.withLock { $0.ended += 1 } }
        guard take(script.banner) else { return }
        while let line = connection.readLine() {
            log.value.withLock { $0.commands.append(line) }
            guard answer(line.uppercased()) else { return }
        }
    }

    /// Answers one command; false ends the session.
    private func answer(_ command: String) -> Bool {
        if command.hasPrefix("EHLO") || command.hasPrefix("HELO") {
            return take(script.hello ?? .say(greeting))
        }
        if command.hasPrefix("STARTTLS") { return take(script.startTLS) }
        if command.hasPrefix("AUTH") { return script.challenges ? challenge() : take(script.auth) }
        if command.hasPrefix("MAIL") { return take(script.mail) }
        if command.hasPrefix("RCPT") { return take(recipientStep(command)) }
        if command.hasPrefix("DATA") { return takeMessage() }
        if command.hasPrefix("QUIT") { return take(.sayAndDrop("221 bye")) }
        return take(.say("250 ok"))
    }

    private func challenge() -> Bool {
        guard take(.say("334 ")), let line = connection.readLine() else { return false }
        log.value.withLock { $0.commands.append(line) }
        return take(script.auth)
    }

    private func recipientStep(_ command: String) -> SMTPStep {
        let named = script.recipients.first { command.contains("<\($0.key.uppercased())>") }
        return named?.value ?? script.recipient
    }

    private var greeting: String {
        let lines = ["relay.example"] + script.extensions
        return lines.enumerated().map {
            $0.offset == lines.count - 1 ? "250 \($0.element)" : "250-\($0.element)"
        }
        .joined(separator: "\r\n")
    }

    private func takeMessage() -> Bool {
        guard take(script.data) else { return false }
        guard case .say(let text) = script.data, text.hasPrefix("354") else { return true }
        if let count = script.resetAfterBodyBytes {
            _ = connection.read(count)
            connection.reset()
            return false
        }
        var start = ""
        if let count = script.holdAfterBodyBytes {
            start = String(decoding: connection.read(count), as: UTF8.self)
            log.value.withLock { $0.heldBodies += 1 }
            log.gate.wait()
        }
        guard let body = readBody(after: start) else { return false }
        log.value.withLock { log in
            log.bodies.append(body)
            if script.dot.isAcceptance { log.stored += 1 }
        }
        return take(script.dot)
    }

    /// The body up to the final dot; nil when the connection ends before it, which a server must not take for the end.
    private func readBody(after start: String) -> String? {
        var body = start
        while let line = connection.readLine() {
            if line == "." { return body }
            body += (line.hasPrefix(".") ? line.dropFirst() : line[...]) + "\r\n"
        }
        return nil
    }

    private func take(_ step: SMTPStep) -> Bool {
        switch step {
        case .say(let text): return connection.write(text + "\r\n")
        case .bytes(let bytes):
            connection.write(bytes)
            return false
        case .drip(let text, let pause): return connection.drip(text + "\r\n", everyMilliseconds: pause)
        case .sayAndDrop(let text):
            connection.write(text + "\r\n")
            return false
        case .sayAndPassOn(let text, let port):
            connection.write(text + "\r\n")
            connection.passOn(to: port)
            return false
        case .drop: return false
        case .hang:
            connection.hang()
            return false
        }
    }
}

extension SMTPStep {
    var isAcceptance: Bool {
        switch self {
        case .say(let text), .sayAndDrop(let text): text.hasPrefix("2")
        case .drip(let text, _): text.hasPrefix("2")
        case .bytes, .drop, .hang, .sayAndPassOn: false
        }
    }
}

import ChannelPluginKit
import ContactRouting
import CurlTransport
import TestSupport
import Testing

@Suite("CurlMailPort against a scripted relay", .timeLimit(.minutes(2)))
struct CurlMailPortTests {
    enum Expected: Sendable, Hashable {
        case accepted
        case failed(FailureKind)
        case unknown
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let situation: String
        let script: SMTPScript
        let bytes: Int
        let expected: Expected

        init(
            _ situation: String, _ expected: Expected, bytes: Int = 200,
            _ change: (inout SMTPScript) -> Void = { _ in }
        ) {
            var script = SMTPScript()
            change(&script)
            self.situation = situation
            self.script = script
            self.bytes = bytes
            self.expected = expected
        }

        var testDescription: String { situation }
    }

    static let rows = [
        Row("250 after the dot", .accepted),
        Row("250 after the dot, then a drop before QUIT", .accepted) { $0.dot = .sayAndDrop("250 ok") },
        Row("251 after the dot", .accepted) { $0.dot = .say("251 will forward") },
        Row("MAIL 451", .failed(.transient)) { $0.mail = .say("451 later") },
        Row("RCPT 452", .failed(.transient)) { $0.recipient = .say("452 full") },
        Row("RCPT 421", .failed(.transient)) { $0.recipient = .sayAndDrop("421 closing") },
        Row("MAIL 550", .failed(.configuration)) { $0.mail = .say("550 no") },
        Row("RCPT 550", .failed(.permanentRecipient)) { $0.recipient = .say("550 5.1.1 no such user") },
        Row("DATA 554", .failed(.permanentRecipient)) { $0.data = .say("554 no valid recipients") },
        Row("drop after the banner", .failed(.transient)) { $0.banner = .sayAndDrop("220 hello") },
        Row("drop at RCPT", .failed(.transient)) { $0.recipient = .drop },
        Row("drop after DATA", .failed(.transient)) { $0.data = .drop },
        Row("reset in the middle of 20 MB", .failed(.transient), bytes: 20_000_000) {
            $0.resetAfterBodyBytes = 100_000
        },
        Row("reset in a small body, already handed over", .unknown, bytes: 2000) {
            $0.resetAfterBodyBytes = 10
        },
        Row("drop after the final dot", .unknown) { $0.dot = .drop },
        Row("hang after the final dot", .unknown) { $0.dot = .hang },
        Row("451 after the dot", .failed(.transient)) { $0.dot = .say("451 later") },
        Row("421 after the dot", .failed(.transient)) { $0.dot = .sayAndDrop("421 closing") },
        Row("552 after the dot", .failed(.permanentContent)) { $0.dot = .say("552 too large") },
        Row("354 after the dot", .unknown) { $0.dot = .say("354 go on") },
        Row("no banner", .failed(.transient)) { $0.banner = .hang },
        Row("a banner without a code", .failed(.transient)) { $0.banner = .sayAndDrop("hello") },
        Row("554 instead of a banner", .failed(.configuration)) {
            $0.banner = .sayAndDrop("554 go away")
        },
        Row("hang at RCPT", .failed(.transient)) { $0.recipient = .hang },
    ]

    @Test("each fault gives exactly the outcome that is proved", arguments: rows)
    func outcome(row: Row) async throws {
        let server = try ScriptedSMTPServer(row.script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail(bytes: row.bytes))

        #expect(expectation(result) == row.expected, "\(result)")
        #expect(server.seen.stored == (row.expected == .accepted ? 1 : 0))
        #expect(server.seen.commands.filter { $0.hasPrefix("RCPT") }.count <= 1)
    }

    @Test("STARTTLS taken out of the greeting sends neither account nor message")
    func startTLSStripped() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let relay = try MailRelay(
            url: "smtp://127.0.0.1:\(server.port)",
            credentials: MailCredentials(username: "account", password: Private("canary-4711")),
            rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay, limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        #expect(expectation(result) == .failed(.configuration), "\(result)")
        #expect(server.seen.commands.allSatisfy { !$0.hasPrefix("AUTH") && !$0.hasPrefix("MAIL") })
    }

    @Test("535 is an authentication failure, and the password stands in no text")
    func loginDenied() async throws {
        var script = SMTPScript()
        script.extensions = ["AUTH PLAIN"]
        script.auth = .say("535 5.7.8 bad credentials")
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let relay = try MailRelay(
            url: "smtp://127.0.0.1:\(server.port)", plain: true,
            credentials: MailCredentials(username: "account", password: Private("canary-4711")),
            rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay, limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        #expect(expectation(result) == .failed(.authentication), "\(result)")
        #expect(!"\(result) \(relay)".contains("canary"))
    }

    @Test("the relay stores exactly the bytes that were prepared, dots at line starts included")
    func sameBytes() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.mailLimits)
        defer { port.close() }
        let mail = try Samples.mail(bytes: 70_000, extraLine: ".hidden\r\n..\r\n.")

        let result = await port.send(mail)

        #expect(expectation(result) == .accepted)
        #expect(server.seen.bodies == [String(decoding: mail.message.bytes.reveal(), as: UTF8.self)])
    }

    @Test("the reply is kept printable and short")
    func replyKept() async throws {
        var script = SMTPScript()
        let long = (0..<3000).map { "250-line \($0) \u{7}" }.joined(separator: "\r\n")
        script.dot = .say(long + "\r\n250 2.0.0 queued as 4711")
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        guard case .accepted(let reply) = result else {
            Issue.record("\(result)")
            return
        }
        let text = reply.text.reveal()
        #expect(text.utf8.count <= 2048)
        #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(text.contains("queued as 4711"))
    }

    @Test("a connection is kept for the next mail")
    func connectionKept() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.patientMailLimits)
        defer { port.close() }

        for _ in 0..<5 { _ = await port.send(try Samples.mail()) }

        #expect(server.seen.stored == 5)
        #expect(server.seen.connections == 1)
    }

    @Test("a relay on loopback is refused unless the rule allows it")
    func addressRefused() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let relay = try MailRelay(url: "smtp://127.1:\(server.port)")
        let port = try CurlMailPort(relay: relay, limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        #expect(expectation(result) == .failed(.policy), "\(result)")
        #expect(server.seen.connections == 0)
    }

    @Test(
        "cancelling before the message is handed over is a failure, after it unknown",
        arguments: [false, true])
    func cancelled(afterDot: Bool) async throws {
        var script = SMTPScript()
        if afterDot { script.dot = .hang } else { script.recipient = .hang }
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        var limits = Samples.mailLimits
        limits.replyTimeMax = .seconds(15)
        limits.stallTimeMax = .seconds(15)
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: limits)
        defer { port.close() }
        let mail = try Samples.mail()

        let task = Task { await port.send(mail) }
        while server.seen.commands.last?.hasPrefix(afterDot ? "DATA" : "RCPT") != true {
            try await Task.sleep(for: .milliseconds(5))
        }
        while afterDot && server.seen.bodies.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        let result = await task.value

        switch result {
        case .unknown(let failure):
            #expect(afterDot)
            #expect(failure.kind == .cancelled)
        case .failed(let failure):
            #expect(!afterDot)
            #expect(failure.kind == .cancelled)
        case .accepted: Issue.record("\(result)")
        }
    }

    @Test(
        "a mail that is stopped in the middle of its body is not stored, and known as unsent",
        arguments: [true, false])
    func stoppedInBody(byTask: Bool) async throws {
        var script = SMTPScript()
        script.holdAfterBodyBytes = 1000
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.mailLimits)
        defer { port.close() }
        let mail = try Samples.mail(bytes: 20_000_000)

        let task = Task { await port.send(mail) }
        while server.seen.heldBodies == 0 { try await Task.sleep(for: .milliseconds(1)) }
        if byTask { task.cancel() } else { port.close() }
        let result = await task.value
        server.readOn()
        while server.seen.ended == 0 { try await Task.sleep(for: .milliseconds(5)) }

        #expect(expectation(result) == .failed(byTask ? .cancelled : .transient), "\(result)")
        let (stored, bodies) = (server.seen.stored, server.seen.bodies.count)
        #expect(stored == 0)
        #expect(bodies == 0)
    }

    @Test(
        "a mail that is called off before its last byte is not stored, and known as unsent",
        arguments: [500, 3_000_000])
    func calledOff(bytes: Int) async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.patientMailLimits)
        defer { port.close() }
        let mail = try Samples.mail(bytes: bytes)

        let calledOff = await port.send(mail) {
            // The relay has agreed to take the message, and nothing can have ended it.
            server.seen.commands.last != "DATA"
        }
        while server.seen.ended == 0 { try await Task.sleep(for: .milliseconds(5)) }
        let stored = server.seen.stored
        let sent = await port.send(mail) { true }

        #expect(expectation(calledOff) == .failed(.transient), "\(calledOff)")
        #expect(stored == 0)
        #expect(expectation(sent) == .accepted, "\(sent)")
        #expect(server.seen.stored == 1)
    }

    @Test("whoever sends is not asked about the end of a mail that the relay does not want")
    func endNotAsked() async throws {
        var script = SMTPScript()
        script.recipient = .say("550 no such user")
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.mailLimits)
        defer { port.close() }
        let asked = Locked(0)

        let result = await port.send(try Samples.mail()) {
            asked.withLock { $0 += 1 }
            return true
        }

        #expect(expectation(result) == .failed(.permanentRecipient), "\(result)")
        #expect(asked.withLock { $0 } == 0)
    }

    @Test("a port where nobody may wait still sends one mail at a time")
    func noWaiting() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        var limits = Samples.mailLimits
        limits.waitingMax = 0
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: limits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        #expect(expectation(result) == .accepted, "\(result)")
    }

    @Test("a relay that hangs after the dot holds up one lane, and the others go on")
    func lanes() async throws {
        var script = SMTPScript()
        script.dot = .hang
        let slow = try ScriptedSMTPServer(script)
        defer { slow.stop() }
        var limits = Samples.mailLimits
        limits.transfersMax = 2
        let port = try CurlMailPort(relay: Samples.relay(slow.port), limits: limits)
        defer { port.close() }
        let mail = try Samples.mail()

        async let first = port.send(mail)
        async let second = port.send(mail)
        let results = await [first, second]

        #expect(results.allSatisfy { expectation($0) == .unknown })
        #expect(slow.seen.connections == 2)
    }

    private func expectation(_ result: MailResult) -> Expected {
        switch result {
        case .accepted: .accepted
        case .failed(let failure): .failed(failure.kind)
        case .unknown: .unknown
        }
    }
}

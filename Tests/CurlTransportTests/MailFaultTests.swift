import ChannelPluginKit
import ContactRouting
import CurlTransport
import TestSupport
import Testing

/// Rows P13 to P16 and P18 to P20 of docs/promises.md.
@Suite("A relay's faults, stage by stage", .timeLimit(.minutes(3)))
struct MailFaultTests {
    /// The places at which a relay can refuse, with the kind of failure that a refusal for good is.
    enum Place: String, Sendable, CaseIterable {
        case banner, hello, sender, recipient, data, message

        func script(_ step: SMTPStep) -> SMTPScript {
            var script = SMTPScript()
            switch self {
            case .banner: script.banner = step
            case .hello: script.hello = step
            case .sender: script.mail = step
            case .recipient: script.recipient = step
            case .data: script.data = step
            case .message: script.dot = step
            }
            return script
        }

        var permanentKind: FailureKind {
            switch self {
            case .banner, .hello, .sender: .configuration
            case .recipient, .data: .permanentRecipient
            case .message: .permanentContent
            }
        }
    }

    @Test(
        "P13: a refusal for now is tried again, wherever it comes", arguments: Place.allCases,
        [421, 450, 451, 452])
    func temporary(place: Place, code: Int) async throws {
        let step = SMTPStep.sayAndDrop("\(code) 4.3.0 later")

        let (result, server) = try await Self.send(place.script(step))

        let failure = try Self.failure(result)
        #expect(failure.kind == .transient, "\(failure)")
        #expect(failure.kind.maySendAgain)
        #expect(failure.responseCode == code)
        #expect(server.stored == 0)
    }

    @Test(
        "P14: a refusal for good is never tried again and says whom it is about", arguments: Place.allCases,
        [550, 553, 554])
    func permanent(place: Place, code: Int) async throws {
        let step = SMTPStep.say("\(code)-5.7.1 first \u{7}line\r\n\(code) 5.7.1 second line")

        let (result, server) = try await Self.send(place.script(step))

        let failure = try Self.failure(result)
        #expect(failure.kind == place.permanentKind, "\(failure)")
        #expect(!failure.kind.maySendAgain)
        #expect(failure.reply?.reveal() == "\(code)-5.7.1 first ?line \(code) 5.7.1 second line")
        #expect(!failure.explanation.contains("exemple.example"))
        #expect(server.stored == 0)
    }

    @Test("P15: a drop before the message is tried again", arguments: Place.allCases.dropLast())
    func drop(place: Place) async throws {
        let (result, server) = try await Self.send(place.script(.drop))

        #expect(try Self.failure(result).kind == .transient, "\(result)")
        #expect(server.stored == 0)
    }

    @Test("P15: a drop after the message is unknown, and one after 250 is no fault")
    func dropAtTheEnd() async throws {
        let (lost, _) = try await Self.send(Place.message.script(.drop))
        let (taken, server) = try await Self.send(Place.message.script(.sayAndDrop("250 ok")))

        guard case .unknown = lost, case .accepted = taken else {
            Issue.record("\(lost) \(taken)")
            return
        }
        #expect(server.stored == 1)
    }

    @Test(
        "P16: a relay that drips its words meets the time limit of a transfer",
        arguments: [Place.banner, .sender, .recipient, .data])
    func drip(place: Place) async throws {
        var limits = Samples.patientMailLimits
        limits.totalTimeMax = .milliseconds(1200)
        let words = "250 " + String(repeating: "z", count: 400)

        let (result, server) = try await Self.send(
            place.script(.drip(words, everyMilliseconds: 100)), limits: limits)

        #expect(try Self.failure(result).kind == .transient, "\(result)")
        #expect(server.stored == 0)
    }

    @Test("P16: a relay that drips its last reply leaves an unknown outcome at the time limit")
    func dripAtTheEnd() async throws {
        var limits = Samples.patientMailLimits
        limits.totalTimeMax = .milliseconds(2500)
        let words = "250 " + String(repeating: "z", count: 400)

        let (result, _) = try await Self.send(
            Place.message.script(.drip(words, everyMilliseconds: 100)), limits: limits)

        guard case .unknown = result else {
            Issue.record("\(result)")
            return
        }
    }

    @Test("P16: while one mail hangs after its dot, the others go on")
    func othersGoOn() async throws {
        let server = try ScriptedSMTPServer(Place.message.script(.hang), SMTPScript())
        defer { server.stop() }
        var limits = Samples.patientMailLimits
        limits.transfersMax = 2
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: limits)
        defer { port.close() }
        let mail = try Samples.mail()

        let hanging = Task { await port.send(mail) }
        while server.seen.bodies.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        for _ in 0..<3 {
            guard case .accepted = await port.send(mail) else {
                Issue.record("a mail was held up")
                return
            }
        }
        hanging.cancel()

        guard case .unknown(let failure) = await hanging.value else {
            Issue.record("the hanging mail is not unknown")
            return
        }
        #expect(failure.kind == .cancelled)
        #expect(server.seen.stored == 3)
    }

    @Test(
        "P18: every recipient has a transaction and a truth of its own",
        arguments: ["550 5.1.1 no such user", "452 4.5.3 too many recipients"])
    func recipients(refusal: String) async throws {
        var script = SMTPScript()
        script.recipients = ["bad@exemple.example": .say(refusal)]
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.patientMailLimits)
        defer { port.close() }

        var results: [MailResult] = []
        for name in ["good", "bad", "fine"] {
            results.append(await port.send(try Samples.mail(to: "\(name)@exemple.example")))
        }

        guard case .accepted = results[0], case .failed(let failure) = results[1],
            case .accepted = results[2]
        else {
            Issue.record("\(results)")
            return
        }
        #expect(failure.kind == (refusal.hasPrefix("5") ? .permanentRecipient : .transient))
        #expect(server.seen.stored == 2)
        let commands = server.seen.commands.filter { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") }
        #expect(commands.map { $0.prefix(4) } == ["MAIL", "RCPT", "MAIL", "RCPT", "MAIL", "RCPT"])
    }

    /// Replies that no relay should give, with what they prove.
    static let strange: [(name: String, step: SMTPStep, isAccepted: Bool?)] = [
        ("251", .say("251 will forward"), true),
        ("252", .say("252 cannot verify"), true),
        ("354", .say("354 go on"), nil),
        ("no code", .sayAndDrop("thank you"), nil),
        ("binary", .bytes((0...255).map { UInt8($0) } + [10]), nil),
        ("NUL", .bytes([0, 0, 0, 13, 10]), nil),
        ("a line of 1 MB", .bytes(Array("250 ".utf8) + [UInt8](repeating: 0x78, count: 1_000_000)), nil),
    ]

    @Test("P19: a strange reply after the dot is read for what it proves", arguments: strange.indices)
    func strangeReply(index: Int) async throws {
        let (name, step, isAccepted) = Self.strange[index]

        let (result, _) = try await Self.send(Place.message.script(step))

        switch result {
        case .accepted: #expect(isAccepted == true, "\(name): \(result)")
        case .unknown: #expect(isAccepted == nil, "\(name): \(result)")
        case .failed: Issue.record("\(name): \(result)")
        }
    }

    @Test("P19: a strange reply before the message leaves it unsent", arguments: strange.indices)
    func strangeReplyEarlier(index: Int) async throws {
        let (name, step, isAccepted) = Self.strange[index]
        // Any 2xx greets, and 354 is what DATA asks for.
        let places = [Place.banner, .data].filter {
            ($0 == .banner && isAccepted == nil) || ($0 == .data && name != "354")
        }

        for place in places {
            let (result, server) = try await Self.send(place.script(step))

            #expect(try Self.failure(result).kind == .transient, "\(name) at \(place): \(result)")
            #expect(server.stored == 0)
        }
    }

    @Test(
        "P19: of a long reply no more than 2 KB is kept, and more than the limit is not read",
        arguments: [(400, true), (2000, false)])
    func longReply(lines: Int, isAccepted: Bool) async throws {
        let line = "250-" + String(repeating: "y", count: 494) + "\r\n"
        let reply = String(repeating: line, count: lines) + "250 queued as 4711"

        let (result, _) = try await Self.send(Place.message.script(.say(reply)))

        switch result {
        case .accepted(let reply):
            #expect(isAccepted)
            #expect(reply.text.reveal().utf8.count <= 2048)
        case .unknown(let failure):
            #expect(!isAccepted)
            #expect(failure.explanation.contains("larger than the limit"))
        case .failed: Issue.record("\(result)")
        }
    }

    @Test("P20: a relay without extensions gets the mail all the same")
    func noExtensions() async throws {
        var script = SMTPScript()
        script.extensions = []

        let (result, server) = try await Self.send(script)

        guard case .accepted = result else {
            Issue.record("\(result)")
            return
        }
        let command = try #require(server.commands.first { $0.hasPrefix("MAIL") })
        #expect(command == "MAIL FROM:<a@exemple.example>")
    }

    @Test("P20: a mail above the size that the relay announces is refused before it is offered")
    func announcedSize() async throws {
        var script = SMTPScript()
        script.extensions = ["size 1000", "8BITMIME"]

        let (result, server) = try await Self.send(script, bytes: 5000)

        let failure = try Self.failure(result)
        #expect(failure.kind == .permanentContent, "\(failure)")
        #expect(failure.field == "attachments")
        #expect(failure.explanation.contains("1000 bytes"))
        #expect(server.commands.allSatisfy { !$0.hasPrefix("MAIL") })
    }

    @Test("P20: the size holds on a kept connection too, and 0 or nothing is no limit")
    func announcedSizeKept() async throws {
        var script = SMTPScript()
        script.extensions = ["SIZE 1000"]
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: Samples.patientMailLimits)
        defer { port.close() }

        let small = await port.send(try Samples.mail())
        let large = await port.send(try Samples.mail(bytes: 5000))
        script.extensions = ["SIZE 0"]
        let (unlimited, _) = try await Self.send(script, bytes: 5000)

        guard case .accepted = small, case .failed(let failure) = large, case .accepted = unlimited else {
            Issue.record("\(small) \(large) \(unlimited)")
            return
        }
        #expect(failure.kind == .permanentContent)
        #expect(server.seen.connections == 1)
    }

    @Test(
        "P20: an address that is not ASCII, or could hold a second command, is refused and never changed",
        arguments: [
            "é@exemple.example", "b@exemple.example>\r\nRCPT TO:<c@exemple.example", "b@exämple.example",
        ])
    func address(text: String) {
        #expect(throws: RoutingError.malformedEmailAddress) { try EmailAddress(parsing: text) }
    }

    @Test("P20: a message with a byte above 127 or a bare line end is refused before any relay sees it")
    func sevenBits() {
        for text in ["Subject: é\r\n\r\n", "a: b\n\r\n", "a: b\r\n\r\nx\ry\r\n", "a: b\r\n\r\n.\n"] {
            #expect(throws: ChannelError.self) { try MailMessage(checking: Array(text.utf8)) }
        }
    }

    // MARK: One mail to one server

    private static func send(
        _ script: SMTPScript, bytes: Int = 200, limits: TransportLimits = Samples.patientMailLimits
    ) async throws -> (MailResult, ScriptedSMTPServer.Log) {
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let port = try CurlMailPort(relay: Samples.relay(server.port), limits: limits)
        defer { port.close() }
        let result = await port.send(try Samples.mail(bytes: bytes))
        return (result, server.seen)
    }

    private static func failure(_ result: MailResult) throws -> Failure {
        let failure: Failure? =
            switch result {
            case .failed(let failure): failure
            case .accepted, .unknown: nil
            }
        return try #require(failure, "\(result)")
    }
}

import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport
import TestSupport
import Testing

/// What a plugin delivers, through libcurl, to a server on this machine.
@Suite("Deliveries over loopback", .timeLimit(.minutes(2)))
struct DeliveryTests {
    enum Expected: Hashable, Sendable { case accepted, transient, permanent, unknown }

    // MARK: Mail

    @Test(
        "a mail is accepted, refused for now, refused for good, or unknown, as the relay's answer proves",
        arguments: [
            (SMTPStep.say("250 2.0.0 queued"), Expected.accepted),
            (.say("451 4.3.0 try later"), .transient),
            (.say("552 5.3.4 too large"), .permanent),
            (.drop, .unknown),
        ])
    func mail(dot: SMTPStep, expected: Expected) async throws {
        var script = SMTPScript()
        script.dot = dot
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let relay = try MailRelay(
            url: "smtp://127.0.0.1:\(server.port)", plain: true, rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay)
        defer { port.close() }
        let program = try Repository.program()
        let prepared = try await Self.preparedMail(program)
        let plugin = try #require(program.registry[.email])

        let outcome = await plugin.deliver(
            prepared, attempt: try Self.attempt(prepared), with: .testing(mail: port))

        #expect(Self.kind(outcome) == expected, "\(outcome)")
        #expect(server.seen.stored == (expected == .accepted ? 1 : 0))
    }

    @Test("what the relay stores is the prepared message, byte for byte")
    func sameBytes() async throws {
        let server = try ScriptedSMTPServer(SMTPScript())
        defer { server.stop() }
        let relay = try MailRelay(
            url: "smtp://127.0.0.1:\(server.port)", plain: true, rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay)
        defer { port.close() }
        let program = try Repository.program()
        let prepared = try await Self.preparedMail(program)
        let plugin = try #require(program.registry[.email])

        _ = await plugin.deliver(prepared, attempt: try Self.attempt(prepared), with: .testing(mail: port))

        let message = try #require(prepared.artifact(.message)).bytes.reveal()
        #expect(server.seen.bodies == [String(decoding: message, as: UTF8.self)])
    }

    // MARK: Callback

    @Test(
        "a callback request is accepted, refused for now, refused for good, or unknown",
        arguments: [
            (HTTPStep.answer(201, body: #"{"status":"accepted"}"#), Expected.accepted),
            (.answer(503), .transient),
            (.answer(422), .permanent),
            (.closeAfterRequest, .unknown),
        ])
    func callback(step: HTTPStep, expected: Expected) async throws {
        let server = try ScriptedHTTPServer(step)
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate)
        defer { port.close() }
        let program = try Repository.program(["RECOURS_CALLBACK_URL": "http://127.0.0.1:\(server.port)/calls"]
        )
        let (loaded, decision) = try Repository.example(
            "refund-overdue", at: "2026-11-23T09:30:00+01:00", program: program)
        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: .callback, language: .french)
        let plugin = try #require(program.registry[.callback])

        let outcome = await plugin.deliver(
            prepared, attempt: try Self.attempt(prepared), with: .testing(http: port))

        #expect(Self.kind(outcome) == expected, "\(outcome)")
        let request = try #require(server.seen.first)
        #expect(request.header("Idempotency-Key") != nil)
    }

    @Test("the endpoint gets callback.json, byte for byte, in the request that the documentation shows")
    func callbackRequest() async throws {
        let server = try ScriptedHTTPServer(.answer(201, body: #"{"status":"accepted"}"#))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate)
        defer { port.close() }
        let program = try Repository.program(["RECOURS_CALLBACK_URL": "http://127.0.0.1:\(server.port)/calls"]
        )
        let (loaded, decision) = try Repository.example(
            "refund-overdue", at: "2026-11-23T09:30:00+01:00", program: program)
        let prepared = try await program.preparing.prepare(
            loaded, decision: decision, through: .callback, language: .french)
        let plugin = try #require(program.registry[.callback])

        _ = await plugin.deliver(
            prepared, attempt: try Self.attempt(prepared), with: .testing(http: port))

        let request = try #require(server.seen.first)
        let file = try #require(prepared.artifact(.request)).bytes.reveal()
        #expect(request.line == "POST /calls HTTP/1.1")
        #expect(request.body == String(decoding: file, as: UTF8.self))
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("Accept") == "application/json")
        #expect(request.header("Content-Length") == "\(file.count)")
        #expect(request.header("Idempotency-Key") == IdempotencyKey(prepared.reference).text)
    }

    // MARK: Making

    /// The mail of a shop that the case describes, whose address is therefore known.
    static func preparedMail(_ program: Program) async throws -> PreparedDelivery {
        let now = try Instant(parsing: "2026-11-24T10:00:00+01:00")
        let text = """
            {"merchant": {"name": "Boutique Générique", "country": "FR", "email": "service@boutique.example"},
             "seller": {"type": "own-website"}, "issue": {"kind": "item-defective", "demand": "repair"},
             "order": {"number": "A-1", "deliveredOn": "2026-11-02"},
             "consumer": {"name": "Camille Exemple", "email": "camille@exemple.example", "country": "FR"}}
            """
        let loaded = try program.reader.read(Array(text.utf8), decidedAt: now)
        let decision = try program.deciding.decide(loaded.facts, at: now)
        return try await program.preparing.prepare(
            loaded, decision: decision, through: .email, language: .french)
    }

    static func attempt(_ prepared: PreparedDelivery) throws -> DeliveryAttempt {
        let now = try Instant(parsing: "2026-11-24T10:00:00+01:00")
        return DeliveryAttempt(
            reference: prepared.reference, idempotencyKey: IdempotencyKey(prepared.reference),
            number: 1, now: now, latest: now.adding(hours: 24))
    }

    private static func kind(_ outcome: DeliveryOutcome) -> Expected? {
        switch outcome {
        case .accepted: .accepted
        case .unknown: .unknown
        case .failed(let failure): failure.kind == .transient ? .transient : .permanent
        case .deferred, .needsPerson: nil
        }
    }
}

import ChannelPluginKit
import ContactRouting
import CurlTransport
import Glibc
import TestSupport
import Testing

@Suite("CurlHTTPPort against a scripted server", .timeLimit(.minutes(2)))
struct CurlHTTPPortTests {
    enum Expected: Sendable, Hashable {
        case answered
        case failed(FailureKind)
        case unknown(FailureKind)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let situation: String
        let step: HTTPStep
        var bytes = 2
        let post: Expected
        /// What a GET in the same situation gives; nil when it makes no sense.
        let get: Expected?

        var testDescription: String { situation }
    }

    static let rows = [
        Row(situation: "200", step: .answer(200, body: "{}"), post: .answered, get: .answered),
        Row(
            situation: "204, not expected", step: .answer(204), post: .unknown(.transient),
            get: .failed(.transient)),
        Row(
            situation: "400", step: .answer(400), post: .failed(.permanentContent),
            get: .failed(.permanentContent)),
        Row(
            situation: "401", step: .answer(401), post: .failed(.authentication),
            get: .failed(.authentication)),
        Row(
            situation: "404", step: .answer(404), post: .failed(.configuration), get: .failed(.configuration)),
        Row(situation: "409", step: .answer(409), post: .unknown(.transient), get: .failed(.transient)),
        Row(situation: "413", step: .answer(413), post: .failed(.permanentContent), get: nil),
        Row(situation: "429", step: .answer(429), post: .failed(.rateLimited), get: .failed(.rateLimited)),
        Row(situation: "500", step: .answer(500), post: .unknown(.transient), get: .failed(.transient)),
        Row(situation: "502", step: .answer(502), post: .unknown(.transient), get: .failed(.transient)),
        Row(situation: "503", step: .answer(503), post: .failed(.transient), get: .failed(.transient)),
        Row(situation: "504", step: .answer(504), post: .unknown(.transient), get: .failed(.transient)),
        Row(
            situation: "closed after the request", step: .closeAfterRequest, post: .unknown(.transient),
            get: .failed(.transient)),
        Row(
            situation: "reset in a body of 20 MB", step: .resetAfterBodyBytes(1000), bytes: 20_000_000,
            post: .failed(.transient), get: nil),
        Row(
            situation: "endless chunks", step: .endlessChunks, post: .unknown(.transient),
            get: .failed(.transient)),
        Row(
            situation: "endless header", step: .endlessHeaders, post: .unknown(.transient),
            get: .failed(.transient)),
        Row(
            situation: "200, cut off", step: .truncated(200), post: .unknown(.transient),
            get: .failed(.transient)),
        Row(situation: "no answer", step: .hang, post: .unknown(.transient), get: .failed(.transient)),
    ]

    @Test("each answer to a POST gives exactly the outcome that is proved", arguments: rows)
    func post(row: Row) async throws {
        let server = try ScriptedHTTPServer(row.step)
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(
            try Samples.request(server.port, body: String(repeating: "a", count: row.bytes)), at: Samples.now)

        #expect(expectation(result) == row.post, "\(result)")
        #expect(server.seen.count <= 1)
    }

    @Test(
        "each answer to a GET gives exactly the outcome that is proved",
        arguments: rows.filter { $0.get != nil })
    func get(row: Row) async throws {
        let server = try ScriptedHTTPServer(row.step)
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try Samples.request(server.port, method: .get), at: Samples.now)

        #expect(expectation(result) == row.get, "\(result)")
    }

    @Test(
        "a redirect is never followed, and the failure names where it points",
        arguments: [301, 302, 303, 307, 308])
    func redirect(code: Int) async throws {
        let other = try ScriptedHTTPServer(.answer(200))
        let server = try ScriptedHTTPServer(
            .answer(code, headers: ["Location: http://localhost:\(other.port)/ok"]))
        defer {
            server.stop()
            other.stop()
        }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try Samples.request(server.port), at: Samples.now)

        guard case .failed(let failure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(failure.kind == .configuration)
        #expect(failure.explanation.contains("redirect to localhost"))
        #expect(other.seen.isEmpty)
    }

    @Test("a 200 whose body says error reaches the plugin whole")
    func bodyKept() async throws {
        let server = try ScriptedHTTPServer(
            .answer(200, headers: ["Content-Type: application/json"], body: #"{"status":"error"}"#))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try Samples.request(server.port), at: Samples.now)

        #expect(
            result
                == .answered(
                    HTTPResponse(
                        code: 200, contentType: "application/json", body: Array(#"{"status":"error"}"#.utf8)))
        )
    }

    @Test(
        "Retry-After is read, clamped, or ignored",
        arguments: [("120", 120), ("-5", nil), ("315360000", 86_400), ("soon", nil), ("0", 0)]
            as [(String, Int?)])
    func retryAfter(value: String, seconds: Int?) async throws {
        let server = try ScriptedHTTPServer(.answer(429, headers: ["Retry-After: \(value)"]))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try Samples.request(server.port), at: Samples.now)

        guard case .failed(let failure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(failure.kind == .rateLimited)
        #expect(failure.retryAfterSeconds == seconds)
    }

    @Test("the request arrives as it was prepared, with its key and without waiting for 100 Continue")
    func requestBytes() async throws {
        let server = try ScriptedHTTPServer(.answer(201))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }
        let body = String(repeating: "b", count: 50_000)

        let result = await port.send(
            try Samples.request(server.port, body: body, expected: [201]), at: Samples.now)

        #expect(expectation(result) == .answered)
        let request = try #require(server.seen.first)
        #expect(request.line == "POST /send HTTP/1.1")
        #expect(request.body == body)
        #expect(request.header("Idempotency-Key") == "key-1")
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("Expect") == nil)
        #expect(request.header("Transfer-Encoding") == nil)
    }

    /// Bodies of no byte, of a few, of the most that go out with the head, and of one byte more.
    static let bodies = [0, 2, 16_384, 16_385].map { String(repeating: "c", count: $0) }

    @Test("a kept connection that dies under a POST never makes libcurl repeat it", arguments: bodies)
    func noSilentRepeat(body: String) async throws {
        let server = try ScriptedHTTPServer(.answer(200), .closeAfterRequest, .answer(200))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let first = await port.send(try Samples.request(server.port, body: "first"), at: Samples.now)
        let second = await port.send(try Samples.request(server.port, body: body), at: Samples.now)

        #expect(expectation(first) == .answered)
        #expect(expectation(second) == .unknown(.transient), "\(second)")
        #expect(server.seen.map(\.body) == ["first", body])
    }

    @Test(
        "every spelling of loopback is refused by the rule for the outside",
        arguments: [
            "127.0.0.1", "127.1", "0x7f.1", "2130706433", "0177.0.0.1", "localhost", "[::1]",
            "[::ffff:127.0.0.1]", "0.0.0.0",
        ])
    func spellings(host: String) async throws {
        let server = try ScriptedHTTPServer(.answer(200))
        defer { server.stop() }
        let port = try CurlHTTPPort(limits: Samples.httpLimits)
        defer { port.close() }
        let request = HTTPRequest(
            head: HTTPRequestHead(method: .get, target: try Samples.target("https://\(host):\(server.port)/"))
        )

        let result = await port.send(request, at: Samples.now)

        #expect(expectation(result) == .failed(.policy), "\(result)")
        #expect(server.seen.isEmpty)
    }

    @Test("without encryption nothing goes to a public address")
    func plainToPublic() async throws {
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }
        let request = HTTPRequest(
            head: HTTPRequestHead(method: .get, target: try Samples.target("http://1.1.1.1/")))

        let result = await port.send(request, at: Samples.now)

        #expect(expectation(result) == .failed(.policy), "\(result)")
    }

    @Test("a refused connection is not sent")
    func connectionRefused() async throws {
        let refusing = try RefusingPort()
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try Samples.request(refusing.number), at: Samples.now)

        #expect(expectation(result) == .failed(.transient), "\(result)")
    }

    @Test(
        "a plugin cannot set the headers that frame the request",
        arguments: ["Host", "content-length", "Transfer-Encoding"])
    func ownHeaders(name: String) async throws {
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        defer { port.close() }
        let header = try #require(HTTPHeader(name: name, value: "1"))
        let request = HTTPRequest(
            head: HTTPRequestHead(
                method: .get, target: try Samples.target("https://exemple.example/"), headers: [header]))

        let result = await port.send(request, at: Samples.now)

        #expect(expectation(result) == .failed(.pluginFault), "\(result)")
    }

    @Test("a hundred requests at once each get their own answer")
    func many() async throws {
        let server = try ScriptedHTTPServer(.answer(200, body: "ok"))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.patientHTTPLimits)
        defer { port.close() }
        let request = try Samples.request(server.port)

        let answered = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<100 {
                group.addTask { expectation(await port.send(request, at: Samples.now)) == .answered }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }

        #expect(answered == 100)
        #expect(server.seen.count == 100)
    }

    @Test("cancelling a request that was handed over is unknown, and the port goes on")
    func cancelled() async throws {
        let server = try ScriptedHTTPServer(.hang, .answer(200))
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.patientHTTPLimits)
        defer { port.close() }
        let request = try Samples.request(server.port)

        let task = Task { await port.send(request, at: Samples.now) }
        while server.seen.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        let result = await task.value
        let next = await port.send(request, at: Samples.now)

        #expect(expectation(result) == .unknown(.cancelled), "\(result)")
        #expect(expectation(next) == .answered)
    }

    private func expectation(_ result: HTTPResult) -> Expected {
        switch result {
        case .answered: .answered
        case .failed(let failure): .failed(failure.kind)
        case .unknown(let failure): .unknown(failure.kind)
        }
    }
}

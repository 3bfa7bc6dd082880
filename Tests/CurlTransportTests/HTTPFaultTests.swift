import ChannelPluginKit
import ContactRouting
import CurlTransport
import TestSupport
import Testing

/// Rows P23 to P27 of docs/promises.md, beside the table of `CurlHTTPPortTests`.
@Suite("An endpoint's faults", .timeLimit(.minutes(2)))
struct HTTPFaultTests {
    @Test(
        "P23: no redirect is followed, whatever it names", arguments: [301, 302, 303, 307, 308],
        [
            "/ok", "http://localhost:PORT/ok", "https://localhost:PORT/ok", "file:///etc/passwd",
            "gopher://localhost:PORT/1",
        ])
    func redirect(code: Int, location: String) async throws {
        let other = try ScriptedHTTPServer(.answer(200))
        defer { other.stop() }
        let target = location.replacing("PORT", with: "\(other.port)")

        for method in [HTTPMethod.post, .get] {
            let (result, seen) = try await Self.send(
                .answer(code, headers: ["Location: \(target)"]), method: method)

            let failure = try Self.failure(result)
            #expect(failure.kind == .configuration, "\(failure)")
            #expect(failure.explanation.contains("redirect to"))
            #expect(seen.map(\.line) == ["\(method.rawValue) /send HTTP/1.1"])
        }
        #expect(other.seen.isEmpty)
    }

    @Test(
        "P24: cloud metadata, private and other special addresses are refused before any byte goes out",
        arguments: ["10.0.0.1", "169.254.169.254", "[fd00::1]", "[fe80::1]", "100.64.0.1", "0.0.0.0", "[::]"])
    func addresses(host: String) async throws {
        let port = try CurlHTTPPort(limits: Samples.httpLimits)
        defer { port.close() }
        let request = HTTPRequest(
            head: HTTPRequestHead(method: .get, target: try Samples.target("https://\(host)/")))

        let result = await port.send(request, at: Samples.now)

        #expect(try Self.failure(result).kind == .policy, "\(result)")
    }

    @Test("P24: a plain request to a name is checked by where the name leads")
    func plainName() async throws {
        let server = try ScriptedHTTPServer(.answer(200))
        defer { server.stop() }
        let request = HTTPRequest(
            head: HTTPRequestHead(
                method: .get, target: try Samples.target("http://localhost:\(server.port)/")))
        let open = try CurlHTTPPort(rule: .publicAndPrivate, limits: Samples.httpLimits)
        let shut = try CurlHTTPPort(rule: .publicOnly, limits: Samples.httpLimits)
        defer {
            open.close()
            shut.close()
        }

        let allowed = await open.send(request, at: Samples.now)
        let refused = await shut.send(request, at: Samples.now)

        guard case .answered = allowed else {
            Issue.record("\(allowed)")
            return
        }
        #expect(try Self.failure(refused).kind == .policy)
        #expect(server.seen.count == 1)
    }

    @Test(
        "P25: the wait that 429 and 503 ask for is handed on, at most a day", arguments: [429, 503],
        [
            ("90", 90), ("Wed, 18 Nov 2026 11:08:10 GMT", 90), ("Sun, 06 Nov 1994 08:49:37 GMT", 0),
            ("-1", nil),
            ("999999999", 86_400), ("soon", nil),
        ] as [(String, Int?)])
    func retryAfter(code: Int, row: (String, Int?)) async throws {
        let (result, _) = try await Self.send(.answer(code, headers: ["Retry-After: \(row.0)"]))

        let failure = try Self.failure(result)
        #expect(failure.kind == (code == 429 ? .rateLimited : .transient))
        #expect(failure.kind.maySendAgain)
        #expect(failure.retryAfterSeconds == row.1)
    }

    @Test("P26: a compressed answer is not unpacked, so it cannot grow")
    func compressed() async throws {
        // 1,000 zeros after gzip.
        let bomb: [UInt8] = [
            0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x02, 0xFF, 0x63, 0x60, 0x18, 0x05, 0xA3, 0x60, 0x14, 0x8C, 0x54,
            0,
            0,
        ]
        let (result, seen) = try await Self.send(
            .answerBytes(200, headers: ["Content-Encoding: gzip"], body: bomb))

        guard case .answered(let response) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(response.body.reveal() == bomb)
        #expect(seen.first?.header("Accept-Encoding") == nil)
    }

    @Test("P26: an answer that drips ends at the time limit, and a POST is then unknown")
    func drip() async throws {
        var limits = Samples.httpLimits
        limits.totalTimeMax = .milliseconds(1200)

        let (posted, _) = try await Self.send(.drip(everyMilliseconds: 100), limits: limits)
        let (asked, _) = try await Self.send(.drip(everyMilliseconds: 100), method: .get, limits: limits)

        guard case .unknown = posted, case .failed(let failure) = asked else {
            Issue.record("\(posted) \(asked)")
            return
        }
        #expect(failure.kind == .transient)
    }

    @Test("P26: a body at the limit is taken, one byte more is not", arguments: [0, 1])
    func bodyLimit(surplus: Int) async throws {
        let body = String(repeating: "x", count: Samples.httpLimits.responseBytesMax + surplus)

        let (result, _) = try await Self.send(.answer(200, body: body))

        switch result {
        case .answered(let response): #expect(surplus == 0 && response.body.reveal().count == body.utf8.count)
        case .unknown(let failure):
            #expect(surplus == 1 && failure.explanation.contains("larger than the limit"))
        case .failed: Issue.record("\(result)")
        }
    }

    @Test(
        "P27: where a POST may have had its effect it is unknown, under the key it was sent with",
        arguments: [
            .closeAfterRequest, .answer(502), .answer(504), .answer(409), .answer(500), .truncated(200),
        ]
            as [HTTPStep])
    func unknown(step: HTTPStep) async throws {
        let (result, seen) = try await Self.send(step)

        guard case .unknown = result else {
            Issue.record("\(result)")
            return
        }
        #expect(seen.map { $0.header("Idempotency-Key") } == ["key-1"])
    }

    @Test("one handle serves requests of every method in turn, each as it was meant")
    func methodsInTurn() async throws {
        let server = try ScriptedHTTPServer(.answer(200, body: "ok"))
        defer { server.stop() }
        var limits = Samples.httpLimits
        limits.transfersMax = 1
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: limits)
        defer { port.close() }
        let methods: [HTTPMethod] = [.post, .get, .put, .get, .delete, .post, .patch, .get]

        for (index, method) in methods.enumerated() {
            let body = index == 4 ? "" : "body \(index)"
            let request = try Samples.request(server.port, method: method, body: body)
            guard case .answered(let response) = await port.send(request, at: Samples.now) else {
                Issue.record("\(method)")
                return
            }
            #expect(response.body.reveal() == Array("ok".utf8))
        }

        let lines = methods.map { "\($0.rawValue) /send HTTP/1.1" }
        #expect(server.seen.map(\.line) == lines)
        #expect(server.seen.map(\.body) == ["body 0", "", "body 2", "", "", "body 5", "body 6", ""])
    }

    @Test("bodies of every size follow each other through one handle, each whole and called what it is")
    func bodiesInTurn() async throws {
        let server = try ScriptedHTTPServer(.answer(200, body: "ok"))
        defer { server.stop() }
        var limits = Samples.httpLimits
        limits.transfersMax = 1
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: limits)
        defer { port.close() }
        let sizes = [2, 16_385, 16_384, 0, 1, 70_000, 3]
        let bodies = sizes.map { String(repeating: "\($0 % 10)", count: $0) }

        for body in bodies {
            let request = HTTPRequest(
                head: HTTPRequestHead(
                    method: .put, target: try Samples.target("http://127.0.0.1:\(server.port)/send"),
                    expected: [200]),
                body: Array(body.utf8))
            guard case .answered = await port.send(request, at: Samples.now) else {
                Issue.record("a body of \(body.utf8.count) bytes")
                return
            }
        }

        #expect(server.seen.map(\.body) == bodies)
        #expect(server.seen.map { $0.header("Content-Length") } == sizes.map { "\($0)" })
        #expect(server.seen.allSatisfy { $0.header("Content-Type") == nil })
    }

    // MARK: One request to one server

    private static func send(
        _ step: HTTPStep, method: HTTPMethod = .post, limits: TransportLimits = Samples.httpLimits
    ) async throws -> (HTTPResult, [ScriptedHTTPServer.Request]) {
        let server = try ScriptedHTTPServer(step)
        defer { server.stop() }
        let port = try CurlHTTPPort(rule: .publicAndPrivate, limits: limits)
        defer { port.close() }
        let result = await port.send(try Samples.request(server.port, method: method), at: Samples.now)
        return (result, server.seen)
    }

    private static func failure(_ result: HTTPResult) throws -> Failure {
        let failure: Failure? =
            switch result {
            case .failed(let failure): failure
            case .answered, .unknown: nil
            }
        return try #require(failure, "\(result)")
    }
}

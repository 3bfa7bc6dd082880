import Assembly
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport
import TestSupport
import Testing

@Suite("Requests in the name of an account", .timeLimit(.minutes(2)))
struct AuthorizedHTTPPortTests {
    static let account = AccountName("registered-mail")
    static let now = Instant(secondsSinceEpoch: 1_795_000_000)

    @Test("a token is fetched once for many requests, and again shortly before it ends")
    func kept() async throws {
        let scene = try Scene()
        defer { scene.end() }

        let results = await withTaskGroup(of: HTTPResult.self) { group in
            for _ in 0..<10 { group.addTask { await scene.list(at: Self.now) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        _ = await scene.list(at: Self.now.adding(seconds: 3539))
        #expect(scene.provider.state.tokensGiven == 1)
        _ = await scene.list(at: Self.now.adding(seconds: 3540))

        #expect(results.filter { $0.isAnswered }.count == 10)
        #expect(scene.provider.state.tokensGiven == 2)
    }

    @Test("the grant of a user sends name and password in the body, and the client's secret as Basic")
    func passwordGrant() async throws {
        let scene = try Scene(password: "pass&word\n")
        defer { scene.end() }

        #expect(await scene.list(at: Self.now).isAnswered)

        #expect(
            scene.provider.state.tokenRequests == [
                "grant_type=password&username=camille%40exemple.example&password=pass%26word"
            ])
    }

    @Test("a refused token is replaced once; a second refusal is told")
    func refusedTwice() async throws {
        let scene = try Scene()
        defer { scene.end() }
        #expect(await scene.list(at: Self.now).isAnswered)
        scene.provider.forgetTokens()
        #expect(await scene.list(at: Self.now).isAnswered)

        scene.provider.fail(.list, .refuse(401), .refuse(401))
        let refused = await scene.list(at: Self.now)

        #expect(refused.failure?.kind == .authentication)
        #expect(scene.provider.state.tokensGiven == 3)
    }

    @Test(
        "without a token nothing is sent, and the failure says whose fault it is",
        arguments: [
            (ProviderFault.refuse(401), FailureKind.authentication),
            (.refuse(400, body: #"{"error":"invalid_grant","x":"canary"}"#), .authentication),
            (.refuse(404), .configuration), (.refuse(503), .transient), (.refuse(429), .rateLimited),
            (.dropBefore, .transient), (.dropAfter, .transient), (.garbage, .authentication),
            (.errorInBody, .authentication), (.refuse(302, headers: ["Location: /x"]), .configuration),
        ])
    func noToken(fault: ProviderFault, kind: FailureKind) async throws {
        let scene = try Scene()
        defer { scene.end() }
        scene.provider.fail(.token, fault)

        let failure = try #require(await scene.list(at: Self.now).failure)

        #expect(failure.kind == kind)
        #expect(!scene.provider.state.calls.contains(.list))
        #expect(!String(describing: failure).contains("canary"))
        #expect(failure.reply == nil)
    }

    @Test("a refused account is left alone for a minute, and asked again after it")
    func leftAlone() async throws {
        let scene = try Scene()
        defer { scene.end() }
        scene.provider.fail(.token, .refuse(401))

        for seconds in [0, 30, 59] as [Int64] {
            #expect(await scene.list(at: Self.now.adding(seconds: seconds)).failure?.kind == .authentication)
        }
        #expect(scene.provider.state.calls == [.token])
        #expect(await scene.list(at: Self.now.adding(seconds: 60)).isAnswered)
    }

    @Test("a token goes to its account's address and nowhere else")
    func elsewhere() async throws {
        let scene = try Scene()
        defer { scene.end() }

        for path in ["/other", "/registered_mail/v2evil/sendings", "/"] {
            let result = await scene.get("http://127.0.0.1:\(scene.provider.port)\(path)", Self.account)
            #expect(result.failure?.kind == .pluginFault, "\(path)")
        }
        let unknown = await scene.get(scene.provider.base + "/sendings", AccountName("other"))

        #expect(unknown.failure?.kind == .configuration)
        #expect(scene.provider.state.calls == [])
    }

    @Test("a request that names no account carries no token")
    func noAccount() async throws {
        let scene = try Scene()
        defer { scene.end() }

        let result = await scene.get(scene.provider.base + "/sendings", nil)

        #expect(result.failure?.responseCode == 401)
        #expect(scene.provider.state.authorizations == [])
    }

    @Test("a secret that others may read opens nothing")
    func exposed() async throws {
        let scene = try Scene(mode: 0o644)
        defer { scene.end() }

        let failure = try #require(await scene.list(at: Self.now).failure)

        #expect(failure.kind == .configuration)
        #expect(scene.provider.state.calls == [])
    }
}

/// A provider on this machine, and the port with its account.
private struct Scene {
    let provider: ProviderServer
    let port: AuthorizedHTTPPort
    private let curl: CurlHTTPPort

    init(password: String? = nil, mode: Int = 0o600) throws {
        provider = try ProviderServer()
        var environment = [
            "RECOURS_REGISTERED_MAIL_URL": provider.base,
            "RECOURS_REGISTERED_MAIL_TOKEN_URL": provider.tokenURL,
            "RECOURS_REGISTERED_MAIL_CLIENT_ID": "client:1",
            "RECOURS_REGISTERED_MAIL_CLIENT_SECRET_FILE": try SecretFile("secret key", mode: mode).path,
        ]
        if let password {
            environment["RECOURS_REGISTERED_MAIL_USERNAME"] = "camille@exemple.example"
            environment["RECOURS_REGISTERED_MAIL_PASSWORD_FILE"] = try SecretFile(password).path
        }
        curl = try CurlHTTPPort(rule: .publicAndPrivate)
        port = AuthorizedHTTPPort(try Settings(file: nil, environment: environment), over: curl)
    }

    func end() {
        curl.close()
        provider.stop()
    }

    func list(at now: Instant) async -> HTTPResult {
        await get(provider.base + "/sendings?start_index=1&count=1", AuthorizedHTTPPortTests.account, at: now)
    }

    func get(
        _ url: String, _ account: AccountName?, at now: Instant = AuthorizedHTTPPortTests.now
    ) async -> HTTPResult {
        guard let target = HTTPTarget(parsing: url) else {
            return .failed(Failure(.pluginFault, "\(url) is no address"))
        }
        return await port.send(
            HTTPRequest(head: HTTPRequestHead(method: .get, target: target), account: account), at: now)
    }
}

extension HTTPResult {
    fileprivate var isAnswered: Bool { if case .answered = self { true } else { false } }

    fileprivate var failure: Failure? {
        switch self {
        case .answered: nil
        case .failed(let failure), .unknown(let failure): failure
        }
    }
}

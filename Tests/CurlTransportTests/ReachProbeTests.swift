import ContactRouting
import CurlTransport
import TestSupport
import Testing

@Suite("ReachProbe", .timeLimit(.minutes(2)))
struct ReachProbeTests {
    private func relay(_ port: Int, password: String? = nil) throws -> MailRelay {
        let credentials = try password.map {
            try MailCredentials(username: "camille", password: Private($0))
        }
        return try MailRelay(
            url: "smtp://127.0.0.1:\(port)", plain: true, credentials: credentials,
            rule: .publicAndPrivate)
    }

    @Test("a relay that answers has no fault, and nothing was sent to it")
    func relayAnswers() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }

        let fault = await ReachProbe().fault(of: try relay(server.port))

        #expect(fault == nil)
        #expect(server.seen.commands.contains("NOOP"))
        #expect(!server.seen.commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("DATA") })
    }

    @Test("a refused account is told as such, without its password")
    func account() async throws {
        var script = SMTPScript()
        script.extensions.append("AUTH PLAIN LOGIN")
        script.auth = .say("535 5.7.8 no")
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }

        let fault = try #require(
            await ReachProbe().fault(of: try relay(server.port, password: "canary-5d20c8")))

        #expect(fault.kind == .authentication)
        #expect(!"\(fault)".contains("canary"))
    }

    @Test("a relay that is busy or silent is a fault", arguments: [SMTPStep.sayAndDrop("421 busy"), .drop])
    func relayFails(_ banner: SMTPStep) async throws {
        var script = SMTPScript()
        script.banner = banner
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }

        let fault = await ReachProbe().fault(of: try relay(server.port))

        #expect(fault?.kind == .transient)
    }

    @Test("a relay that is not there is a fault")
    func relayGone() async throws {
        let refusing = try RefusingPort()

        let fault = await ReachProbe().fault(of: try relay(refusing.number))

        #expect(fault?.kind == .transient)
    }

    @Test("a host is connected to and asked nothing; a forbidden address is not even connected to")
    func host() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let target = try #require(HTTPTarget(parsing: "http://127.0.0.1:\(server.port)/hook"))

        let allowed = await ReachProbe().fault(of: target, rule: .publicAndPrivate, authorityFile: nil)
        let seen = server.seen.connections
        let refused = await ReachProbe().fault(of: target, rule: .publicOnly, authorityFile: nil)

        #expect(allowed == nil)
        #expect(seen == 1)
        #expect(refused?.kind == .policy)
        #expect(server.seen.commands.isEmpty)
        #expect(server.seen.connections == 1)
    }
}

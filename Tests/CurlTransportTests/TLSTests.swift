import ChannelPluginKit
import ContactRouting
import CurlTransport
import TestSupport
import Testing

@Suite("TLS with a throw-away authority", .timeLimit(.minutes(2)))
struct TLSTests {
    @Test("HTTPS with a private authority is answered")
    func https() async throws {
        let authority = try ThrowawayAuthority(names: "IP:127.0.0.1")
        defer { authority.remove() }
        let server = try TLSServer(authority, options: ["-www"])
        defer { server.stop() }
        let port = try CurlHTTPPort(
            rule: .publicAndPrivate, authorityFile: authority.authorityFile, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try request(server.port), at: Samples.now)

        guard case .answered(let response) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(response.code == 200)
    }

    @Test(
        "a certificate of another authority or another name is a configuration failure",
        arguments: [true, false])
    func untrusted(isForeign: Bool) async throws {
        let authority = try ThrowawayAuthority(names: isForeign ? "IP:127.0.0.1" : "DNS:other.example")
        defer { authority.remove() }
        let trusted = isForeign ? try ThrowawayAuthority(names: "IP:127.0.0.1") : authority
        defer { trusted.remove() }
        let server = try TLSServer(authority, options: ["-www"])
        defer { server.stop() }
        let port = try CurlHTTPPort(
            rule: .publicAndPrivate, authorityFile: trusted.authorityFile, limits: Samples.httpLimits)
        defer { port.close() }

        let result = await port.send(try request(server.port), at: Samples.now)

        guard case .failed(let failure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(failure.kind == .configuration)
    }

    @Test("SMTPS and STARTTLS deliver over TLS", arguments: [MailSecurity.implicitTLS, .startTLS])
    func mail(security: MailSecurity) async throws {
        let authority = try ThrowawayAuthority(names: "IP:127.0.0.1")
        defer { authority.remove() }
        let isImplicit = security == .implicitTLS
        let server = try TLSServer(
            authority, greeting: isImplicit ? "220 relay.example\r\n" : "", answer: acceptingMailServer)
        defer { server.stop() }
        let front = try ScriptedSMTPServer(startTLS(.sayAndPassOn("220 go on", port: server.port)))
        defer { front.stop() }
        let relay = try MailRelay(
            url: isImplicit ? "smtps://127.0.0.1:\(server.port)" : "smtp://127.0.0.1:\(front.port)",
            authorityFile: authority.authorityFile, rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay, limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        guard case .accepted(let reply) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(reply.text.reveal().contains("queued as 4711"))
        #expect(server.seen.contains("RCPT TO:<b@exemple.example>"))
        #expect(front.seen.commands.allSatisfy { !$0.hasPrefix("MAIL") })
    }

    @Test(
        "a relay with a foreign certificate gets no byte of the mail",
        arguments: [MailSecurity.implicitTLS, .startTLS])
    func untrustedRelay(security: MailSecurity) async throws {
        let authority = try ThrowawayAuthority(names: "IP:127.0.0.1")
        defer { authority.remove() }
        let other = try ThrowawayAuthority(names: "IP:127.0.0.1")
        defer { other.remove() }
        let isImplicit = security == .implicitTLS
        let server = try TLSServer(
            authority, greeting: isImplicit ? "220 relay.example\r\n" : "", answer: acceptingMailServer)
        defer { server.stop() }
        let front = try ScriptedSMTPServer(startTLS(.sayAndPassOn("220 go on", port: server.port)))
        defer { front.stop() }
        let relay = try MailRelay(
            url: isImplicit ? "smtps://127.0.0.1:\(server.port)" : "smtp://127.0.0.1:\(front.port)",
            authorityFile: other.authorityFile, rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay, limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        guard case .failed(let failure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(failure.kind == .configuration)
        #expect(server.seen.allSatisfy { !$0.contains("exemple.example") })
    }

    @Test(
        "STARTTLS refused, or followed by plain text, sends nothing",
        arguments: ["454 not now", "220 go on\r\n250 injected"])
    func startTLSFault(answer: String) async throws {
        let server = try ScriptedSMTPServer(startTLS(.say(answer)))
        defer { server.stop() }
        let port = try CurlMailPort(
            relay: MailRelay(url: "smtp://127.0.0.1:\(server.port)", rule: .publicAndPrivate),
            limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        guard case .failed = result else {
            Issue.record("\(result)")
            return
        }
        #expect(server.seen.commands.allSatisfy { !$0.hasPrefix("MAIL") })
    }

    @Test("a relay that speaks no TLS where it must is a configuration failure and gets no command")
    func noHandshake() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let port = try CurlMailPort(
            relay: MailRelay(url: "smtps://127.0.0.1:\(server.port)", rule: .publicAndPrivate),
            limits: Samples.mailLimits)
        defer { port.close() }

        let result = await port.send(try Samples.mail())

        guard case .failed(let failure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(failure.kind == .configuration)
        #expect(server.seen.commands.allSatisfy { !$0.contains("MAIL") })
    }

    private func startTLS(_ step: SMTPStep) -> SMTPScript {
        var script = SMTPScript()
        script.extensions = ["STARTTLS"]
        script.startTLS = step
        return script
    }

    private func request(_ port: Int) throws -> HTTPRequest {
        HTTPRequest(
            head: HTTPRequestHead(method: .get, target: try Samples.target("https://127.0.0.1:\(port)/")))
    }
}

import ChannelPluginKit
import ContactRouting
import CurlTransport
import TestSupport
import Testing

/// Row P17 of docs/promises.md: encryption that cannot be trusted sends neither account nor message.
@Suite("A relay whose encryption is broken", .timeLimit(.minutes(2)))
struct MailEncryptionTests {
    /// What is wrong with the other side, and how `openssl` is told.
    enum Fault: String, Sendable, CaseIterable {
        case expired
        case otherName
        case selfSigned
        case foreignAuthority
        case oldVersion

        var certificate: ThrowawayAuthority.Fault {
            switch self {
            case .expired: .expired
            case .selfSigned: .selfSigned
            case .otherName, .foreignAuthority, .oldVersion: .none
            }
        }

        var options: [String] {
            switch self {
            case .oldVersion: ["-tls1", "-cipher", "ALL:@SECLEVEL=0"]
            case .expired, .otherName, .selfSigned, .foreignAuthority: []
            }
        }
    }

    @Test(
        "P17: a certificate or version that cannot be trusted is a matter of settings",
        arguments: Fault.allCases, [MailSecurity.implicitTLS, .startTLS])
    func untrusted(fault: Fault, security: MailSecurity) async throws {
        let authority = try ThrowawayAuthority(
            names: fault == .otherName ? "DNS:other.example" : "IP:127.0.0.1", fault: fault.certificate)
        defer { authority.remove() }
        let foreign = try ThrowawayAuthority(names: "IP:127.0.0.1")
        defer { foreign.remove() }
        let isImplicit = security == .implicitTLS
        let server = try TLSServer(
            authority, greeting: isImplicit ? "220 relay.example\r\n" : "", options: fault.options,
            answer: acceptingMailServer)
        defer { server.stop() }
        var script = SMTPScript()
        script.extensions = ["STARTTLS", "AUTH PLAIN"]
        script.startTLS = .sayAndPassOn("220 go on", port: server.port)
        let front = try ScriptedSMTPServer(script)
        defer { front.stop() }
        let trusted = fault == .foreignAuthority ? foreign : authority

        let result = try await send(
            url: isImplicit ? "smtps://127.0.0.1:\(server.port)" : "smtp://127.0.0.1:\(front.port)",
            authorityFile: trusted.authorityFile)

        expectNothingSent(result, front.seen.commands + server.seen)
    }

    @Test("P17: the same relay gets account and mail once nothing is wrong", arguments: [true, false])
    func trusted(isImplicit: Bool) async throws {
        let authority = try ThrowawayAuthority(names: "IP:127.0.0.1")
        defer { authority.remove() }
        let server = try TLSServer(
            authority, greeting: isImplicit ? "220 relay.example\r\n" : "",
            answer: { line in
                if line.hasPrefix("EHLO") { return "250-relay.example\r\n250 AUTH PLAIN\r\n" }
                if line.hasPrefix("AUTH PLAIN") { return line.count > 12 ? "235 ok\r\n" : "334 \r\n" }
                // The account itself, in Base64, on a line of its own.
                return acceptingMailServer(line)
                    ?? (line == "AGFjY291bnQAY2FuYXJ5LTQ3MTE=" ? "235 ok\r\n" : nil)
            })
        defer { server.stop() }
        var script = SMTPScript()
        script.extensions = ["STARTTLS", "AUTH PLAIN"]
        script.startTLS = .sayAndPassOn("220 go on", port: server.port)
        let front = try ScriptedSMTPServer(script)
        defer { front.stop() }

        let result = try await send(
            url: isImplicit ? "smtps://127.0.0.1:\(server.port)" : "smtp://127.0.0.1:\(front.port)",
            authorityFile: authority.authorityFile)

        guard case .accepted = result else {
            Issue.record("\(result)")
            return
        }
        #expect(server.seen.contains { $0.contains("AGFjY291bnQAY2FuYXJ5LTQ3MTE=") })
        #expect(front.seen.commands.allSatisfy { !$0.hasPrefix("AUTH") && !$0.hasPrefix("MAIL") })
    }

    /// What a relay, or somebody between, does with STARTTLS.
    static let answers: [(name: String, extensions: [String], step: SMTPStep)] = [
        ("not offered", ["AUTH PLAIN"], .say("502 not here")),
        ("refused for now", ["STARTTLS", "AUTH PLAIN"], .say("454 not now")),
        ("refused for good", ["STARTTLS", "AUTH PLAIN"], .say("554 never")),
        ("plain text behind it", ["STARTTLS", "AUTH PLAIN"], .say("220 go on\r\n250 AUTH PLAIN")),
    ]

    @Test("P17: without the encryption that was asked for, nothing is sent", arguments: answers.indices)
    func startTLS(index: Int) async throws {
        let (_, extensions, step) = Self.answers[index]
        var script = SMTPScript()
        script.extensions = extensions
        script.startTLS = step
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }

        let result = try await send(url: "smtp://127.0.0.1:\(server.port)", authorityFile: nil)

        expectNothingSent(result, server.seen.commands)
    }

    // MARK: Steps

    private func send(url: String, authorityFile: String?) async throws -> MailResult {
        let relay = try MailRelay(
            url: url, credentials: MailCredentials(username: "account", password: Private("canary-4711")),
            authorityFile: authorityFile, rule: .publicAndPrivate)
        let port = try CurlMailPort(relay: relay, limits: Samples.patientMailLimits)
        defer { port.close() }
        return await port.send(try Samples.mail())
    }

    private func expectNothingSent(_ result: MailResult, _ lines: [String]) {
        guard case .failed(let failure) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(failure.kind == .configuration, "\(failure)")
        #expect(!"\(result)".contains("canary"))
        #expect(
            lines.allSatisfy { !$0.hasPrefix("AUTH") && !$0.hasPrefix("MAIL") && !$0.contains("exemple") })
    }
}

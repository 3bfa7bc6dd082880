import Assembly
import ChannelPluginKit
import ContactRouting
import CurlTransport
import Foundation
import TestSupport
import Testing

@Suite("The relay of the settings")
struct RelayMailPortTests {
    @Test("a password that was changed opens the account from the next mail on")
    func rotation() async throws {
        var script = SMTPScript()
        script.extensions = ["AUTH PLAIN"]
        script.challenges = true
        let server = try ScriptedSMTPServer(script)
        defer { server.stop() }
        let file = try SecretFile("first\n")
        let port = RelayMailPort(
            try Self.settings(port: server.port, password: file.path), limits: Self.limits)
        defer { port.close() }
        #expect(await port.send(try Self.mail).isAccepted)

        try file.write("second\n")

        #expect(await port.send(try Self.mail).isAccepted)
        let passwords = server.seen.commands.compactMap(Self.password)
        #expect(passwords == ["first", "second"])
        #expect(server.seen.stored == 2)
    }

    @Test("an unchanged password keeps the connection")
    func kept() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let port = RelayMailPort(try Self.settings(port: server.port, password: nil), limits: Self.limits)
        defer { port.close() }

        for _ in 1...10 { #expect(await port.send(try Self.mail).isAccepted) }

        // One, unless a busy machine let one run out.
        #expect(server.seen.connections < 5)
    }

    @Test(
        "without a relay, or with a password that others may read, nothing leaves and the settings are to blame"
    )
    func notConfigured() async throws {
        let server = try ScriptedSMTPServer()
        defer { server.stop() }
        let file = try SecretFile("canary", mode: 0o644)
        let exposed = RelayMailPort(try Self.settings(port: server.port, password: file.path))

        let results = [
            await RelayMailPort(Settings()).send(try Self.mail), await exposed.send(try Self.mail),
        ]

        for result in results {
            guard case .failed(let failure) = result else {
                Issue.record("\(result)")
                continue
            }
            #expect(failure.kind == .configuration)
            #expect(!failure.explanation.contains("canary"))
        }
        #expect(server.seen.connections == 0)
    }

    private static func settings(port: Int, password: String?) throws -> Settings {
        var environment = [
            "RECOURS_SMTP_URL": "smtp://127.0.0.1:\(port)", "RECOURS_SMTP_TLS": "none",
            "RECOURS_ALLOW_LOOPBACK": "1",
        ]
        if let password {
            environment["RECOURS_SMTP_USERNAME"] = "a"
            environment["RECOURS_SMTP_PASSWORD_FILE"] = password
        }
        return try Settings(file: nil, environment: environment)
    }

    private static var mail: OutgoingMail {
        get throws {
            OutgoingMail(
                envelope: MailEnvelope(
                    sender: try EmailAddress(parsing: "a@exemple.example"),
                    recipient: try EmailAddress(parsing: "b@exemple.example")),
                message: try MailMessage(checking: Array("Subject: test\r\n\r\nHello.\r\n".utf8)))
        }
    }

    private static var limits: TransportLimits {
        var limits = TransportLimits.mail
        limits.transfersMax = 1
        return limits
    }

    /// The password in the answer to the challenge of `AUTH PLAIN` (RFC 4616).
    private static func password(_ line: String) -> String? {
        guard let bytes = Data(base64Encoded: line), bytes.contains(0) else { return nil }
        return bytes.split(separator: 0).last.map { String(decoding: $0, as: UTF8.self) }
    }
}

extension MailResult {
    fileprivate var isAccepted: Bool { if case .accepted = self { true } else { false } }
}

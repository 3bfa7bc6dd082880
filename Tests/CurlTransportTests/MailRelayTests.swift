import ContactRouting
import CurlTransport
import Testing

@Suite("MailRelay")
struct MailRelayTests {
    @Test(
        "the scheme says how the connection is protected, and gives the port when none is named",
        arguments: [
            ("smtps://relay.example", MailSecurity.implicitTLS, 465),
            ("smtp://relay.example", .startTLS, 587),
            ("smtp://relay.example:2525/", .startTLS, 2525), ("smtps://[2001:db8::1]:465", .implicitTLS, 465),
        ])
    func parsed(url: String, security: MailSecurity, port: Int) throws {
        let relay = try MailRelay(url: url)

        #expect(relay.security == security)
        #expect(relay.port == port)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "relay.example", "http://relay.example", "smtp://", "smtp://user:pass@relay.example",
            "smtp://relay:0",
            "smtp://relay:99999", "smtp://relay:1/path", "smtp://relay\r\nX", "smtp://re lay", "smtp://[::1",
            "smtp://-a",
            "smtp://relay:+25",
        ])
    func refused(url: String) {
        #expect(throws: TransportError.malformedRelay) { try MailRelay(url: url) }
    }

    @Test("plain text needs the scheme smtp and a rule that allows loopback")
    func plain() throws {
        #expect(throws: TransportError.plainNotAllowed) {
            try MailRelay(url: "smtp://127.0.0.1:25", plain: true)
        }
        #expect(throws: TransportError.plainNotAllowed) {
            try MailRelay(url: "smtps://127.0.0.1", plain: true, rule: .publicAndPrivate)
        }

        let relay = try MailRelay(url: "smtp://127.0.0.1:25", plain: true, rule: .publicAndPrivate)

        #expect(relay.security == .plainLoopback)
    }

    @Test("an account is one line each", arguments: [("", "a"), ("a", ""), ("a\r\nb", "c"), ("a", "b\0c")])
    func credentials(username: String, password: String) {
        #expect(throws: TransportError.malformedCredentials) {
            try MailCredentials(username: username, password: Private(password))
        }
    }
}

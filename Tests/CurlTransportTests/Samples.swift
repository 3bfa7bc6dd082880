import ChannelPluginKit
import CivilCalendar
import ContactRouting
import CurlTransport

/// Values that the tests of this folder share.
enum Samples {
    static let now = Instant(secondsSinceEpoch: 1_795_000_000)

    /// A mail of at least `bytes` bytes.
    static func mail(
        bytes: Int = 200, extraLine: String? = nil, to recipient: String = "b@exemple.example"
    ) throws -> OutgoingMail {
        var text = "From: a@exemple.example\r\nTo: b@exemple.example\r\nSubject: test\r\n\r\n"
        if let extraLine { text += extraLine + "\r\n" }
        let line = String(repeating: "x", count: 98) + "\r\n"
        while text.utf8.count < bytes { text += line }
        return OutgoingMail(
            envelope: MailEnvelope(
                sender: try EmailAddress(parsing: "a@exemple.example"),
                recipient: try EmailAddress(parsing: recipient)),
            message: try MailMessage(checking: Array(text.utf8)))
    }

    static func relay(_ port: Int) throws -> MailRelay {
        try MailRelay(url: "smtp://127.0.0.1:\(port)", plain: true, rule: .publicAndPrivate)
    }

    /// Limits that end a test within seconds.
    static var mailLimits: TransportLimits {
        var limits = TransportLimits.mail
        limits.connectTimeMax = .milliseconds(1500)
        limits.totalTimeMax = .seconds(15)
        limits.stallTimeMax = .seconds(2)
        limits.replyTimeMax = .seconds(2)
        limits.transfersMax = 1
        return limits
    }

    /// Limits that a busy machine does not reach, for tests that are not about time.
    static var patientMailLimits: TransportLimits {
        var limits = mailLimits
        limits.connectTimeMax = .seconds(30)
        limits.totalTimeMax = .seconds(60)
        limits.stallTimeMax = .seconds(30)
        limits.replyTimeMax = .seconds(30)
        return limits
    }

    static var httpLimits: TransportLimits {
        var limits = TransportLimits.http
        limits.connectTimeMax = .milliseconds(1500)
        limits.totalTimeMax = .seconds(5)
        limits.stallTimeMax = .seconds(2)
        limits.responseBytesMax = 100_000
        return limits
    }

    /// Limits that a busy machine does not reach, for tests that are not about time.
    static var patientHTTPLimits: TransportLimits {
        var limits = httpLimits
        limits.connectTimeMax = .seconds(30)
        limits.totalTimeMax = .seconds(60)
        limits.stallTimeMax = .seconds(30)
        limits.replyTimeMax = .seconds(30)
        return limits
    }

    static func request(
        _ port: Int, method: HTTPMethod = .post, body: String = "{}", expected: Set<Int> = [200]
    ) throws -> HTTPRequest {
        HTTPRequest(
            head: HTTPRequestHead(
                method: method, target: try target("http://127.0.0.1:\(port)/send"),
                headers: [HTTPHeader(name: "Content-Type", value: "application/json")].compactMap { $0 },
                expected: expected),
            body: method.isSafe ? [] : Array(body.utf8), idempotencyKey: try IdempotencyKey(parsing: "key-1"))
    }

    static func target(_ text: String) throws -> HTTPTarget {
        guard let target = HTTPTarget(parsing: text) else { throw RoutingError.emptyText }
        return target
    }
}

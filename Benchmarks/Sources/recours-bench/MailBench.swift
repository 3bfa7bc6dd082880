import ArgumentParser
import ChannelPluginKit
import ContactRouting
import CurlTransport
import Foundation

/// Mails a second over kept connections.
struct MailBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "smtp",
        abstract: "Mails a second to a relay on this machine, over kept connections.",
        discussion: """
            As a worker does, twice as many mails are on their way as there are connections. --mail is a whole message with CRLF \
            line ends; with --attach its text is made into a new MIME message for each mail, with that file attached.
            """)

    @Option(help: ArgumentHelp("The relay, without encryption: smtp://127.0.0.1:2525.", valueName: "url"))
    var url: String

    @Option(help: ArgumentHelp("The message.", valueName: "file"))
    var mail: String

    @Option(help: ArgumentHelp("Attach this file, anew for each mail.", valueName: "file"))
    var attach: String?

    @Option(help: "How many mails.")
    var count = 20_000

    @Option(help: "How many connections.")
    var sessions = 10

    func run() async throws {
        guard count > 0, (1...256).contains(sessions) else {
            throw WrongResult(description: "there is nothing to send")
        }
        let source = try MailSource(mail: mail, attachment: attach)
        var limits = TransportLimits.mail
        limits.transfersMax = sessions
        let port = try CurlMailPort(
            relay: MailRelay(url: url, plain: true, rule: .publicAndPrivate), limits: limits)
        defer { port.close() }
        _ = try await Self.send(sessions, of: source, through: port, callers: sessions)
        let clock = ContinuousClock()
        let start = clock.now
        let size = try await Self.send(count, of: source, through: port, callers: 2 * sessions)
        let seconds = start.duration(to: clock.now) / .seconds(1)
        print("\(count) mails of \(size) bytes in \(seconds) s")
        print("{\"value\": \(Double(count) / seconds)}")
    }

    /// - Returns: the size of one of them, in bytes.
    private static func send(
        _ count: Int, of source: MailSource, through port: CurlMailPort, callers: Int
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var size = 0
                    for number in stride(from: caller, to: count, by: callers) {
                        let mail = try source.mail(number)
                        guard case .accepted(let reply) = await port.send(mail), reply.code == 250 else {
                            throw WrongResult(description: "a mail was not accepted")
                        }
                        size = mail.message.size
                    }
                    return size
                }
            }
            var size = 0
            for try await last in group { size = max(size, last) }
            return size
        }
    }
}

/// Makes the mails of the measurement.
private struct MailSource: Sendable {
    private let envelope: MailEnvelope
    private let ready: MailMessage
    private let text: [UInt8]
    private let attachment: [UInt8]?

    init(mail: String, attachment: String?) throws {
        text = Array(try Data(contentsOf: URL(filePath: mail)))
        ready = try MailMessage(checking: text)
        self.attachment = try attachment.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        envelope = MailEnvelope(
            sender: try EmailAddress(parsing: "a@exemple.example"),
            recipient: try EmailAddress(parsing: "b@exemple.example"))
    }

    func mail(_ number: Int) throws -> OutgoingMail {
        guard let attachment else { return OutgoingMail(envelope: envelope, message: ready) }
        let boundary = "=_\(number)_0"
        var bytes = Array(
            """
            From: a@exemple.example\r
            To: b@exemple.example\r
            Subject: mail \(number)\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary="\(boundary)"\r
            \r
            --\(boundary)\r
            Content-Type: text/plain; charset=utf-8\r
            \r\n
            """.utf8)
        bytes.reserveCapacity(text.count + attachment.count * 3 / 2)
        bytes += text
        bytes += Array(
            """
            --\(boundary)\r
            Content-Type: application/pdf\r
            Content-Transfer-Encoding: base64\r
            Content-Disposition: attachment; filename="letter.pdf"\r
            \r\n
            """.utf8)
        bytes += Base64.lines(of: attachment)
        bytes += Array("--\(boundary)--\r\n".utf8)
        return OutgoingMail(envelope: envelope, message: try MailMessage(checking: bytes))
    }
}

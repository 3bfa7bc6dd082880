import ChannelPluginKit
import ContactRouting
import TestSupport
import Testing

@Suite("MailMessage")
struct MailMessageTests {
    static let longest = String(repeating: "x", count: 998)

    @Test(
        "whole CRLF lines of 7-bit text pass unchanged",
        arguments: ["\r\n", "a\r\n", "a\r\n\r\n.\r\n", longest + "\r\n"])
    func accepted(text: String) throws {
        let message = try MailMessage(checking: Array(text.utf8))

        #expect(message.bytes.reveal() == Array(text.utf8))
        #expect(message.size == text.utf8.count)
    }

    @Test(
        "what SMTP does not carry everywhere is refused",
        arguments: [
            "", "a", "a\n", "a\r", "a\r\nb", "a\nb\r\n", "a\rb\r\n", "\n\r\n", "a\r\r\n", "a\0\r\n", "é\r\n",
            longest + "x\r\n",
        ])
    func refused(text: String) {
        #expect(throws: ChannelError.self) { try MailMessage(checking: Array(text.utf8)) }
    }

    @Test("property: what passes has no bare line end and no long line", arguments: 0..<200 as Range<UInt64>)
    func noBareLineEnd(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet: [[UInt8]] = [[13, 10], [13, 10], [13], [10], [97], [97], [46], [0], [200]]
        var bytes: [UInt8] = []
        for _ in 0..<6 { bytes += alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
        bytes += [13, 10]

        guard let message = try? MailMessage(checking: bytes) else { return }

        let text = message.bytes.reveal().map { UInt16($0) }
        for (index, byte) in text.enumerated() {
            if byte == 10 { #expect(index > 0 && text[index - 1] == 13) }
            if byte == 13 { #expect(index + 1 < text.count && text[index + 1] == 10) }
            #expect((1..<128).contains(byte))
        }
    }
}

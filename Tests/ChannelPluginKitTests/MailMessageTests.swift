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

    @Test(
        "property: lines up to 998 bytes pass wherever they stand, and one of 999 never does",
        arguments: 0..<100 as Range<UInt64>)
    func lineLengths(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let lengths = (0..<8).map { _ in [0, 1, 77, 500, 997, 998].randomElement(using: &random) ?? 0 }
        let long = Int.random(in: 0..<8, using: &random)
        let text = { (lengths: [Int]) in
            Array(lengths.map { String(repeating: "x", count: $0) + "\r\n" }.joined().utf8)
        }
        var longer = lengths
        longer[long] = 999

        let message = try MailMessage(checking: text(lengths))

        #expect(message.size == lengths.reduce(16, +))
        #expect(throws: ChannelError.self) { try MailMessage(checking: text(longer)) }
    }
}

import ChannelPluginKit
import ContactRouting
import Email
import Foundation
import LetterTestSupport
import TestSupport
import Testing

@Suite("Mails with hostile names")
struct HostileMailTests {
    private static let pieces = [
        "a", "Zoé", " ", "  ", "\"", "\\", "<", ">", "@", ",", ";", ":", "(", ")", "[", "]",
        "=?UTF-8?Q?a=0D=0AX?=",
        "=?utf-8?b?DQpCY2M6IHg=?=", "?=", "=", "%0D%0A", "\\r\\n", "Bcc: x@y.example", "\u{A0}", "\u{202E}",
        "\u{200B}", "e\u{301}", "👩‍👩‍👧", "漢字", "filename*=UTF-8\'\'x", "boundary=\"=_d\"", "--=_d-7f3a91c2_0",
        "très long, un titre qui ne tient pas sur une seule ligne du tout",
    ]

    /// Hostile words; nil for what a case file refuses already.
    private static func words(_ random: inout SeededGenerator) -> TextLine? {
        let count = Int.random(in: 1...12, using: &random)
        let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
        return try? TextLine(parsing: text)
    }

    @Test("property: whatever a name holds, it stays in its own header and comes out as it went in")
    func names() async throws {
        var random = SeededGenerator(seed: 5322)
        let folder = try OtherPrograms.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        var expected: [[String]] = []
        while expected.count < 150 {
            guard let sender = Self.words(&random), let recipient = Self.words(&random),
                let order = Self.words(&random), let title = Self.words(&random)
            else { continue }
            var request = EmailTests.request
            request.contactCase.consumer.name = Private(sender)
            request.recipient.name = recipient
            request.contactCase.order.number = Private(order)
            request.wishes.attachments = [
                RequestAttachment(
                    title: title, fileName: ArtifactFileName("a.txt"), mediaType: .plainText, bytes: [65])
            ]
            let mail = try await EmailTests.mail(request)
            try Data(mail.utf8).write(to: folder.appending(path: "\(expected.count).eml"))
            #expect(mail.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 78 })
            expected.append([sender.text, recipient.text, order.text, title.text])
        }
        let list = folder.appending(path: "expected.json")
        try JSONSerialization.data(withJSONObject: expected).write(to: list)

        let report = try OtherPrograms.python(Self.reader, [folder.path])

        #expect(report == "150 mails\n")
    }

    private static let reader = """
        import email, email.policy, json, sys
        from email.header import decode_header, make_header
        from email.utils import parseaddr
        folder = sys.argv[1]
        rows = json.load(open(folder + '/expected.json'))
        KEYS = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']
        for i, (sender, recipient, order, title) in enumerate(rows):
            raw = open(f'{folder}/{i}.eml', 'rb').read()
            m = email.message_from_bytes(raw, policy=email.policy.default)
            # Python's newer reader leaves spaces between the encoded words of a name (RFC 2047 section 6.2 drops them).
            old = email.message_from_bytes(raw)
            parts = list(m.walk())
            faults = [str(d) for p in parts for d in p.defects]
            if sorted(k.lower() for k in m.keys()) != KEYS: faults.append(('keys', m.keys()))
            if len(parts) != 3: faults.append(('parts', len(parts)))
            found = m['from'].addresses + m['to'].addresses
            if [a.addr_spec for a in found] != ['camille@exemple.example', 'service@boutique.example']:
                faults.append(('addresses', found))
            for given, key in ((sender, 'From'), (recipient, 'To')):
                name = parseaddr(old[key])[0]
                name = str(make_header(decode_header(name))) if '=?' in name else name
                if given.strip() != name.strip(): faults.append((given, name))
            if order.strip() not in m['subject']: faults.append((order, m['subject']))
            name = next(m.iter_attachments()).get_filename()
            wanted = title.replace('/', '-').replace(chr(92), '-')
            if name.strip() != (wanted if wanted.endswith('.txt') else wanted + '.txt').strip(): faults.append((wanted, name))
            if faults: print(i, faults)
        print(len(rows), 'mails')
        """
}

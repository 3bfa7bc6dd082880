import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import Email
import Foundation
import LetterTestSupport
import TestSupport
import Testing

@Suite("Email")
struct EmailTests {
    static let plan = Sample.plan(Sample.refundOverdue, through: .email)

    static var request: PreparationRequest {
        var request = Sample.request(.email, Sample.refundOverdue, plan: plan)
        request.recipient.email = Sample.email("service@boutique.example")
        request.mailSender = Sample.email("camille@exemple.example")
        return request
    }

    /// Letter, an attachment with a name outside of ASCII, and one with every byte.
    static var full: PreparationRequest {
        var request = request
        request.wishes.attachLetter = true
        if let name = ArtifactFileName(parsing: "facture.pdf"),
            let binary = ArtifactFileName(parsing: "photo.bin")
        {
            request.wishes.attachments = [
                RequestAttachment(
                    title: Sample.line(
                        "Facture n° 12 – été, avec un titre assez long pour plusieurs morceaux"),
                    fileName: name, mediaType: .pdf, bytes: Array("%PDF-1.4".utf8)),
                RequestAttachment(
                    title: Sample.line("Photo"), fileName: binary, mediaType: .other,
                    bytes: (0..<1000).map { UInt8($0 % 256) }),
            ]
        }
        return request
    }

    static func mail(_ request: PreparationRequest) async throws -> String {
        let prepared = try await EmailPlugin().prepare(request)
        return String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
    }

    @Test("it keeps the contract of every channel plugin, with and without an address")
    func contract() async {
        var formOnly = Self.request
        formOnly.recipient.email = nil
        var subject = ContractSubject(EmailPlugin(), requests: [Self.request, Self.full, formOnly])
        var nobody = Self.request
        nobody.contactCase.consumer.name = nil
        subject.incomplete = [nobody]
        var crowded = Self.request
        if let name = ArtifactFileName(parsing: "a.txt") {
            crowded.wishes.attachments = (0..<30).map { _ in
                RequestAttachment(title: Sample.line("a"), fileName: name, mediaType: .plainText, bytes: [65])
            }
        }
        subject.tooLarge = [crowded]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("Python's email reads the mail without a complaint and finds every part")
    func pythonReads() async throws {
        let mail = try await Self.mail(Self.full)
        let file = try OtherPrograms.folder().appending(path: "message.eml")
        try Data(mail.utf8).write(to: file)
        let script = """
            import email, email.policy, sys
            m = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
            parts = list(m.walk())
            print([str(d) for p in parts for d in p.defects])
            print([(h.name, repr(d)) for p in parts for h in p.values() for d in getattr(h, 'defects', [])])
            print(m['from']); print(m['to']); print(m['subject']); print(m['message-id']); print(m['date'].datetime.isoformat())
            print('Madame, Monsieur,' in m.get_body().get_content())
            for a in m.iter_attachments(): print(a.get_content_type(), a.get_filename(), len(a.get_content()))
            """

        let lines = try OtherPrograms.python(script, [file.path]).split(separator: "\n").map(String.init)

        #expect(lines.prefix(2) == ["[]", "[]"])
        #expect(
            lines.dropFirst(2).prefix(5) == [
                "Camille Exemple <camille@exemple.example>",
                "\"Amazon EU S.à r.l.\" <service@boutique.example>",
                "Mise en demeure de rembourser après rétractation – commande n° 404-1234567-1234567",
                "<d-7f3a91c2@exemple.example>", "2026-11-23T09:30:00+01:00",
            ])
        #expect(lines.dropFirst(7).first == "True")
        #expect(
            lines.contains(
                "application/pdf Facture n° 12 – été, avec un titre assez long pour plusieurs morceaux.pdf 8")
        )
        #expect(lines.contains("application/octet-stream Photo.bin 1000"))
        #expect(lines.contains { $0.hasPrefix("application/pdf lettre.pdf ") })
    }

    @Test("the whole complaint is the text when no letter goes along, word for word after decoding")
    func wholeComplaint() async throws {
        let mail = try await Self.mail(Self.request)
        let file = try OtherPrograms.folder().appending(path: "message.eml")
        try Data(mail.utf8).write(to: file)
        let script = """
            import email, email.policy, sys
            m = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
            print(m.get_content_type()); print(' '.join(m.get_content().split()))
            """

        let text = try OtherPrograms.python(script, [file.path])

        #expect(text.hasPrefix("text/plain\n"))
        #expect(text.contains("je vous mets en demeure de me payer, au plus tard le"))
        #expect(text.contains("L. 221-24"))
    }

    @Test("no line is longer than 78 bytes, and every one ends in CRLF")
    func lineLengths() async throws {
        for request in [Self.request, Self.full] {
            let mail = try await Self.mail(request)

            let lines = mail.components(separatedBy: "\r\n")

            #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
        }
    }

    @Test(
        "a value that would start another header is refused or stays inside its own",
        arguments: [
            "=?UTF-8?Q?a=0D=0ABcc:_x@y.example?=", "a\" <x@y.example>, \"b", "Bcc: x@y.example",
            "é\\\"; filename=\"x",
        ])
    func injection(text: String) async throws {
        var request = Self.full
        request.contactCase.consumer.name = Private(Sample.line(text))
        request.recipient.name = Sample.line(text)
        request.contactCase.order.number = Private(Sample.line(text))
        if let name = ArtifactFileName(parsing: "a.txt") {
            request.wishes.attachments = [
                RequestAttachment(
                    title: Sample.line(text), fileName: name, mediaType: .plainText, bytes: [65])
            ]
        }
        let file = try OtherPrograms.folder().appending(path: "message.eml")
        try Data(try await Self.mail(request).utf8).write(to: file)
        let script = """
            import email, email.policy, sys
            m = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
            print(sorted(k.lower() for k in m.keys()))
            print([a.addr_spec for a in m['from'].addresses + m['to'].addresses])
            print(m['from'].addresses[0].display_name == sys.argv[2])
            print(sys.argv[2] in m['subject'])
            """

        let lines = try OtherPrograms.python(script, [file.path, text]).split(separator: "\n")

        #expect(
            lines == [
                "['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to']",
                "['camille@exemple.example', 'service@boutique.example']", "True", "True",
            ])
    }

    @Test("without an address there is no To, the text for the form is beside it, and the person sends it")
    func formOnly() async throws {
        var request = Self.request
        request.recipient.email = nil

        let prepared = try await EmailPlugin().prepare(request)

        let mail = String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
        #expect(!mail.contains("\r\nTo:"))
        #expect(prepared.artifacts.map(\.fileName.text) == ["message.eml", "message.txt"])
        #expect(prepared.doubts.contains(.mailAddressUnknown))
        #expect(prepared.afterwards.contains("à l’historique du dossier"))
        guard case .person = prepared.payload else {
            Issue.record("it is no task for a person")
            return
        }
    }

    @Test("the text for a form begins with its subject and ends with name and number")
    func formText() async throws {
        var request = Self.request
        request.recipient.email = nil
        let number = try PhoneNumber(parsing: "+33639981234")
        request.phone = CheckedPhone(number: number, nationalForm: Sample.line("06 39 98 12 34"))

        let prepared = try await EmailPlugin().prepare(request)

        let text = String(
            decoding: try #require(prepared.artifact(ArtifactRole("message-text"))).bytes.reveal(),
            as: UTF8.self)
        let lines = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            .split(separator: "\n").map { String($0).trimmingCharacters(in: .whitespaces) }
        #expect(lines.first == "Objet : Mise en demeure de rembourser après rétractation – commande")
        #expect(lines.suffix(2) == ["Camille Exemple", "Tél. : 06 39 98 12 34"])
    }

    @Test("a general mail without a demand asks for it")
    func noDemand() async {
        let facts = Sample.facts(.priceDispute)
        var request = Sample.request(.email, facts, plan: Sample.plan(facts, through: .email))
        request.mailSender = Sample.email("camille@exemple.example")

        await #expect(throws: ChannelError.missing(channel: .email, fields: ["issue.demand"])) {
            try await EmailPlugin().prepare(request)
        }
    }

    @Test("a person without a name or an address is asked for both")
    func missing() async {
        var request = Self.request
        request.contactCase.consumer.name = nil
        request.contactCase.consumer.email = nil
        request.mailSender = nil

        await #expect(
            throws: ChannelError.missing(channel: .email, fields: ["consumer.name", "consumer.email"])
        ) {
            try await EmailPlugin().prepare(request)
        }
    }

    @Test("earlier mails of the case make one conversation, and a first mail answers nothing")
    func thread() async throws {
        var request = Self.request
        request.earlierMails = try ["d-first", "d-second"].map(DeliveryReference.init(parsing:))

        let first = try await Self.mail(Self.request)
        let third = try await Self.mail(request)

        #expect(!first.contains("References:") && !first.contains("In-Reply-To:"))
        #expect(third.contains("\r\nIn-Reply-To: <d-second@exemple.example>\r\n"))
        #expect(
            third.contains("\r\nReferences: <d-first@exemple.example> <d-second@exemple.example>\r\n"))
    }

    @Test("of a long conversation the first mail and the latest are named, in folded lines")
    func longThread() async throws {
        var request = Self.request
        request.earlierMails = try (0..<60).map { try DeliveryReference(parsing: "d-\($0)") }

        let mail = try await Self.mail(request)

        let start = try #require(mail.range(of: "\r\nReferences:"))
        let field = mail[start.upperBound...].components(separatedBy: "\r\n").prefix { line in
            line.hasPrefix(" ")
        }
        #expect(field.joined().components(separatedBy: "<").count - 1 == 20)
        #expect(field.first?.hasPrefix(" <d-0@") == true)
        #expect(field.last?.hasSuffix("<d-59@exemple.example>") == true)
        #expect(field.allSatisfy { $0.utf8.count <= 78 })
    }

    @Test("a letter that no page can show stays out of the mail, whose text has all of it, and this is told")
    func unprintable() async throws {
        var request = Self.request
        request.wishes.attachLetter = true
        request.contactCase.issue.description = Private("La lampe 💡 est cassée.")

        let prepared = try await EmailPlugin().prepare(request)

        let mail = String(decoding: try #require(prepared.artifact(.message)).bytes.reveal(), as: UTF8.self)
        #expect(!mail.contains("application/pdf"))
        #expect(mail.contains("=F0=9F=92=A1"))
        #expect(prepared.doubts.contains(.letterNotAttached))
    }

    @Test("only a character that no page shows leaves the letter out; any other fault is told by its field")
    func tooLong() async {
        var request = Self.request
        request.wishes.attachLetter = true
        let long = String(repeating: "Exemple ", count: 110)
        request.contactCase.consumer.address = Private(
            Sample.address("1 rue de l’Exemple", long, "75001 Paris"))

        let error = await #expect(throws: ChannelError.self) { try await EmailPlugin().prepare(request) }

        guard case .unusable(let field, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(field == "consumer.address, line 2")
    }

    @Test("an address that fits no window does not stop a mail")
    func longAddress() async throws {
        var request = Self.request
        request.wishes.attachLetter = true
        request.recipient.address = Sample.address(
            "Boutique", "Une rue au nom bien plus long que trente-huit signes", "59000 Lille")

        #expect(try await Self.mail(request).contains("application/pdf"))
    }

    @Test("a reader of English gets the letter in English")
    func englishReader() async throws {
        var request = Self.request
        request.wishes.attachLetter = true
        request.recipientLanguage = .english

        let mail = try await Self.mail(request)

        #expect(mail.contains("\r\nDear Sir or Madam,\r\n"))
        #expect(!mail.contains("Madame"))
        #expect(mail.contains("Yours faithfully,"))
        #expect(mail.contains("letter.pdf"))
    }

    @Test("an answer goes to the person when the mail is sent from another address")
    func replyTo() async throws {
        var request = Self.request
        request.mailSender = Sample.email("recours@relay.example")

        let mail = try await Self.mail(request)

        #expect(mail.contains("\r\nFrom: Camille Exemple <recours@relay.example>\r\n"))
        #expect(mail.contains("\r\nReply-To: Camille Exemple <camille@exemple.example>\r\n"))
        #expect(mail.contains("\r\nMessage-ID: <d-7f3a91c2@relay.example>\r\n"))
    }
}

import CivilCalendar
import ContactRouting
import Foundation
import Testing

@Suite("Delivery values")
struct DeliveryValuesTests {
    @Test(
        "an HTTP target needs a scheme, a host and nothing that hides",
        arguments: [
            "https://exemple.example", "http://127.0.0.1:8080/a?b=c", "https://[::1]:443/",
            "https://exemple.example/a%20b",
        ])
    func targets(text: String) {
        #expect(HTTPTarget(parsing: text)?.text == text)
    }

    @Test(
        "anything else is no HTTP target",
        arguments: [
            "", "https://", "ftp://a.example", "https://a@b.example", "https://a.example/#x",
            "https://a.example:0/",
            "https://a.example:65536", "https://a.example:+1", "https://a.example/ b",
            "https://a.example/\r\nX: y",
            "https://:80", "https://[::1", "https://[::1]x", "file:///etc/passwd", "HTTPS://A.EXAMPLE",
            "https://a.example/\u{E9}", "https://a.example\\@b.example",
        ])
    func noTargets(text: String) {
        #expect(HTTPTarget(parsing: text) == nil)
    }

    @Test(
        "the words of the other side are kept printable and short, and making them so again changes nothing",
        arguments: [
            ("refused", "refused"), ("a\r\nb\u{7}c\u{1B}[0m", "ab?c?[0m"), ("\u{E9}", "??"), ("", ""),
            (String(repeating: "x", count: 2048), String(repeating: "x", count: 2048)),
            (String(repeating: "x", count: 2049), String(repeating: "x", count: 2045) + "..."),
        ])
    func replies(words: String, kept: String) {
        let failure = Failure(.transient, "Not now.", reply: words)
        let receipt = Receipt(evidence: .none, acceptedAt: Instant(secondsSinceEpoch: 0), reply: words)

        #expect(failure.reply?.reveal() == kept)
        #expect(receipt.reply?.reveal() == kept)
        #expect(PrintableReply.text(of: kept.utf8) == kept)
    }

    @Test("a target is shown without its path, which may hold a token")
    func targetShown() throws {
        let target = try #require(HTTPTarget(parsing: "https://exemple.example:8443/hook/secret?token=1"))

        #expect("\(target)" == "https://exemple.example")
        #expect(target.host == "exemple.example")
    }

    @Test(
        "a header cannot start a second line",
        arguments: [
            ("X-A", "b\r\nBcc: c"), ("X-A", "b\nc"), ("X-A", "b\0"), ("X A", "b"), ("", "b"), ("X-A", ""),
            ("X:A", "b"), ("X-A", "é"),
        ])
    func headers(name: String, value: String) {
        #expect(HTTPHeader(name: name, value: value) == nil)
    }

    @Test(
        "a link is one that a person opens",
        arguments: [
            ("https://exemple.example/a", true), ("tel:+33639981234", true),
            ("mailto:a@exemple.example", true),
            ("javascript:alert(1)", false), ("https://a.example/\"><script>", false), ("tel:", false),
            ("tel:1 2", false),
        ])
    func links(text: String, isLink: Bool) {
        #expect((ContactLink(parsing: text) != nil) == isLink)
    }

    @Test(
        "a file name stays in its folder",
        arguments: [
            ("letter.pdf", true), ("message-1.txt", true), ("../a", false), (".hidden", false),
            ("a/b", false), ("", false),
            ("a\r\nb", false), (String(repeating: "a", count: 101), false),
        ])
    func fileNames(text: String, isName: Bool) {
        #expect((ArtifactFileName(parsing: text) != nil) == isName)
    }

    @Test("grades are ordered by what they prove")
    func grades() {
        #expect(EvidenceGrade.allCases == [.none, .trace, .dated, .opposable])
        #expect(EvidenceGrade.allCases.sorted() == EvidenceGrade.allCases)
    }

    @Test("the narrower limit counts, and one that is not there does not")
    func limits() {
        let narrowed = ChannelLimits(textCharactersMax: 100, pagesMax: 3)
            .narrowed(by: ChannelLimits(textCharactersMax: 200, messageBytesMax: 5))

        #expect(narrowed == ChannelLimits(textCharactersMax: 100, messageBytesMax: 5, pagesMax: 3))
    }

    @Test("only transient failures may be sent again by a machine")
    func sendAgain() {
        #expect(FailureKind.allCases.filter(\.maySendAgain) == [.transient, .rateLimited])
    }

    @Test("a preparation comes back from the wire as it went")
    func roundTrip() throws {
        let prepared = try Self.prepared()

        let wire = try JSONEncoder().encode(prepared)
        let read = try JSONDecoder().decode(PreparedDelivery.self, from: wire)

        #expect(read == prepared)
    }

    @Test(
        "an outcome comes back from the wire as it went",
        arguments: [
            DeliveryOutcome.accepted(
                Receipt(
                    evidence: .dated, acceptedAt: Instant(secondsSinceEpoch: 5), responseCode: 250,
                    reply: "ok")),
            .needsPerson(PersonTask(kind: .post, text: "Poster.", proof: "Le numéro.")),
            .deferred(until: Instant(secondsSinceEpoch: 9), reason: .cutOff),
            .failed(Failure(.permanentContent, "Too large.", responseCode: 552, field: "attachments")),
            .unknown(Failure(.transient, "Lost.")),
        ])
    func outcomeRoundTrip(outcome: DeliveryOutcome) throws {
        let read = try JSONDecoder().decode(DeliveryOutcome.self, from: JSONEncoder().encode(outcome))

        #expect(read == outcome)
    }

    @Test(
        "a hostile value from the wire is refused",
        arguments: [
            #"{"name":"X-A","value":"b\r\nBcc: c"}"#, #"{"name":"","value":"b"}"#,
        ])
    func hostileWire(text: String) {
        #expect(throws: (any Error).self) { try JSONDecoder().decode(HTTPHeader.self, from: Data(text.utf8)) }
    }

    @Test("printing a preparation shows nothing personal")
    func printsNothingPersonal() throws {
        let shown = "\(try Self.prepared())"

        #expect(!shown.contains("b@exemple.example"))
        #expect(shown.contains("‹private›"))
    }

    static func prepared() throws -> PreparedDelivery {
        PreparedDelivery(
            channel: .email, reference: try DeliveryReference(parsing: "delivery-1"),
            recipient: "b@exemple.example",
            link: ContactLink(parsing: "https://exemple.example/"),
            artifacts: [
                Artifact(
                    role: .message, fileName: ArtifactFileName("message.eml"), mediaType: .mailMessage,
                    bytes: [1, 2, 255], pages: 1)
            ], consent: ConsentNeeded(irreversible: true, price: Money(hundredths: 529)),
            doubts: [
                .destinationStale(
                    .mailAddress, checkedOn: try #require(CivilDay("2026-01-02"))),
                .amountUnknown(.letter),
                .other(
                    DoubtCode("box-full"),
                    LocalText(french: "La boîte est pleine.", english: "The box is full.")),
            ],
            afterwards: "Attendre.",
            payload: .mail(
                envelope: MailEnvelope(
                    sender: try EmailAddress(parsing: "a@exemple.example"),
                    recipient: try EmailAddress(parsing: "b@exemple.example")), message: .message))
    }
}

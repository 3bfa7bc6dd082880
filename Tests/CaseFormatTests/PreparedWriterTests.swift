import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText
import Testing

private struct Wording: PreparedWording {
    func text(of doubt: Doubt) -> String { "d" }
}

@Suite("Writing a preparation")
struct PreparedWriterTests {
    @Test("The file has every key of the format, in its order")
    func writes() throws {
        let letter = Artifact(
            role: .letter, fileName: ArtifactFileName("letter.pdf"), mediaType: .pdf, bytes: "abc".bytes,
            pages: 2)
        let prepared = PreparedDelivery(
            channel: .registeredMail, reference: try DeliveryReference(parsing: "case-1"),
            recipient: "BOUTIQUE\n59000 LILLE",
            artifacts: [letter], consent: ConsentNeeded(irreversible: true, price: Money(hundredths: 611)),
            doubts: [.lineClosed], afterwards: "Post it.",
            payload: .person(PersonTask(kind: .post, text: "Post it."))
        )
        let zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let bytes = try PreparedWriter().json(
            prepared, wording: Wording(), preparedAt: try Instant(parsing: "2026-11-25T14:00:00Z"),
            zone: zone, layout: .compact)

        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"channel":"registered-mail","preparedAt":"2026-11-25T15:00:00+01:00","reference":"case-1","#
                + #""recipient":"BOUTIQUE\n59000 LILLE","link":null,"artifacts":[{"role":"letter","file":"letter.pdf","#
                + #""mediaType":"application/pdf","sha256":"\#(digest)","pages":2}],"#
                + #""consent":{"irreversible":true,"price":{"amount":"6.11","currency":"EUR"}},"doubts":[{"code":"line-closed","text":"d"}],"afterwards":"Post it."}"#
        )
    }
}

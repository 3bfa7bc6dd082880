import Callback
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import LetterTestSupport
import TestSupport
import Testing

@Suite("The calendar's entry of a callback")
struct CalendarTests {
    private func text(_ request: PreparationRequest) async throws -> String {
        String(decoding: try await CallbackTests.bytes(.calendar, of: request), as: UTF8.self)
    }

    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    @Test("waiting for a call keeps nobody busy, and others do not read what it is about")
    func transparent() async throws {
        let lines = lines(try await text(CallbackTests.request()))

        #expect(lines.contains("TRANSP:TRANSPARENT"))
        #expect(lines.contains("CLASS:PRIVATE"))
        #expect(lines.contains("STATUS:TENTATIVE"))
        #expect(lines.contains("TRIGGER:-PT10M"))
    }

    @Test("a method stands there with its organizer, and neither without an address (RFC 5546)")
    func method() async throws {
        var request = CallbackTests.request()
        let known = lines(try await text(request))
        request.contactCase.consumer.email = nil
        let unknown = lines(try await text(request))

        #expect(known.contains("METHOD:PUBLISH"))
        #expect(known.contains("ORGANIZER:mailto:camille@exemple.example"))
        #expect(!unknown.contains { $0.hasPrefix("METHOD") || $0.hasPrefix("ORGANIZER") })
    }

    @Test("the withdrawal names the same entry, outranks it and rings no alarm")
    func withdrawal() async throws {
        let request = CallbackTests.request()
        let announced = lines(try await text(request))
        let artifact = try CallbackPlugin().withdrawal(
            of: try await CallbackPlugin().prepare(request), at: Sample.instant("2026-11-23T12:00:00+01:00"))
        let withdrawn = lines(String(decoding: artifact.bytes.reveal(), as: UTF8.self))

        #expect(artifact.fileName.text == "callback-cancelled.ics")
        for name in ["UID:", "DTSTART", "DTEND", "SUMMARY:", "ORGANIZER:"] {
            #expect(announced.first { $0.hasPrefix(name) } == withdrawn.first { $0.hasPrefix(name) })
        }
        #expect(announced.contains("SEQUENCE:0"))
        #expect(withdrawn.contains("SEQUENCE:1"))
        #expect(withdrawn.contains("METHOD:CANCEL"))
        #expect(withdrawn.contains("STATUS:CANCELLED"))
        #expect(withdrawn.contains("DTSTAMP:20261123T110000Z"))
        #expect(!withdrawn.contains("BEGIN:VALARM"))
    }

    @Test("only what was announced can be withdrawn, and only through its own channel")
    func withdrawalNeeds() async throws {
        let request = CallbackTests.request()
        let prepared = try await CallbackPlugin().prepare(request)
        let silent = PreparedDelivery(
            channel: .callback, reference: request.deliveryReference, recipient: "service", artifacts: [],
            consent: ConsentNeeded(irreversible: false), afterwards: "", payload: prepared.payload)
        let foreign = PreparedDelivery(
            channel: .phone, reference: request.deliveryReference, recipient: "service",
            artifacts: prepared.artifacts, consent: prepared.consent, afterwards: "",
            payload: prepared.payload)

        #expect(CallbackPlugin().appointment(in: prepared) == request.slots[0].from..<request.slots[0].to)
        #expect(CallbackPlugin().appointment(in: silent) == nil)
        #expect(throws: ChannelError.notServed(.phone)) {
            try CallbackPlugin().withdrawal(of: foreign, at: request.now)
        }
        #expect(
            throws: ChannelError.preparationFailed(
                channel: .callback, reason: "no appointment was announced that could be withdrawn")
        ) {
            try CallbackPlugin().withdrawal(of: silent, at: request.now)
        }
    }

    @Test("lines have at most 75 octets, end in CRLF and never split a character", arguments: 60..<80)
    func folding(repeats: Int) async throws {
        var request = CallbackTests.request()
        // Each width of a character meets each place at the end of a line.
        let number = String(repeating: "x", count: repeats % 7) + String(repeating: "aé€😀", count: repeats)
        request.contactCase.order.number = Private(Sample.line(String(number.prefix(180))))

        let bytes = try await CallbackTests.bytes(.calendar, of: request)

        let lines = bytes.split(separator: 10)
        #expect(
            lines.allSatisfy {
                $0.last == 13 && $0.count <= 76 && String(validating: $0, as: UTF8.self) != nil
            })
        #expect(lines.contains { $0.count >= 74 })
    }

    @Test("commas, semicolons, backslashes and line ends of the data cannot end a property")
    func escaping() async throws {
        var request = CallbackTests.request()
        request.contactCase.order.number = Private(Sample.line("1,2;3\\4\\nEND:VEVENT"))
        request.recipient.name = Sample.line("A;B,C:\"D\"")

        let text = try await text(request)

        #expect(text.replacing("\r\n ", with: "").contains("1\\,2\\;3\\\\4\\\\nEND:VEVENT"))
        #expect(lines(text).filter { $0 == "END:VEVENT" }.count == 1)
        #expect(lines(text).allSatisfy { $0.isEmpty || $0.contains(":") })
    }
}

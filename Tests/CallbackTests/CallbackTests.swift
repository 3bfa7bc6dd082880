import Callback
import ChannelPluginKit
import ChannelPluginTesting
import CivilCalendar
import ContactRouting
import Foundation
import JSONText
import LetterTestSupport
import TestSupport
import Testing

@Suite("Callback")
struct CallbackTests {
    static func request(
        zone: String = "Europe/Paris",
        slot: (String, String) = ("2026-11-23T18:00:00+01:00", "2026-11-23T20:00:00+01:00")
    ) -> PreparationRequest {
        let facts = Sample.refundOverdue
        let base = Sample.request(.callback, facts, plan: Sample.plan(facts, through: .callback))
        var request = PreparationRequest(
            channel: .callback, caseReference: base.caseReference, deliveryReference: base.deliveryReference,
            now: base.now, timeZone: Sample.zone(zone), language: .french, contactCase: facts,
            letter: base.letter)
        request.recipient = base.recipient
        if let number = try? PhoneNumber(parsing: "+33639981234") {
            request.phone = CheckedPhone(number: number, nationalForm: Sample.line("06 39 98 12 34"))
        }
        request.slots = [CallSlot(from: Sample.instant(slot.0), to: Sample.instant(slot.1))].compactMap { $0 }
        return request
    }

    static var posted: PreparationRequest {
        var request = request()
        request.httpTarget = HTTPTarget(parsing: "https://calls.example/requests")
        return request
    }

    static func bytes(_ role: ArtifactRole, of request: PreparationRequest) async throws -> [UInt8] {
        try #require(try await CallbackPlugin().prepare(request).artifact(role)).bytes.reveal()
    }

    @Test("it keeps the contract of every channel plugin, by hand and by HTTP")
    func contract() async {
        var subject = ContractSubject(CallbackPlugin(), requests: [Self.request(), Self.posted])
        var noSlot = Self.request()
        noSlot.slots = []
        subject.incomplete = [noSlot]
        var crowded = Self.request()
        crowded.slots = Array(repeating: crowded.slots[0], count: 21)
        subject.tooLarge = [crowded]

        let breaches = await checkChannelContract(subject)

        #expect(breaches == [])
    }

    @Test("no slot and no number are named by the facts that would give them")
    func missing() async {
        var request = Self.request()
        request.slots = []
        request.phone = nil

        await #expect(
            throws: ChannelError.missing(
                channel: .callback, fields: ["consumer.phone", "consumer.reachable"])
        ) {
            try await CallbackPlugin().prepare(request)
        }
    }

    @Test("the request holds what a call centre needs, and no key for what is not known")
    func requestFile() async throws {
        var request = Self.request()
        request.contactCase.order.number = nil

        let json = try JSONDocument(parsing: try await Self.bytes(.request, of: request)).root

        #expect(json.member(named: "reference")?.string == "d-7f3a91c2")
        #expect(json.member(named: "topic")?.string == "refund-not-received")
        #expect(json.member(named: "contact")?.member(named: "phone")?.string == "+33639981234")
        let slot = json.member(named: "slots")?.elements?.makeIterator()
        var slots = slot
        #expect(slots?.next()?.member(named: "from")?.string == "2026-11-23T18:00:00+01:00")
        #expect(json.member(named: "orderNumber") == nil)
    }

    @Test(
        "icalendar reads the calendar, and the zone gives the instant that was meant",
        arguments: [
            ("Europe/Paris", "2026-11-23T18:00:00+01:00", "2026-11-23T20:00:00+01:00"),
            ("Europe/Paris", "2027-03-28T03:30:00+02:00", "2027-03-28T04:00:00+02:00"),
            ("Indian/Reunion", "2026-11-23T18:00:00+04:00", "2026-11-23T20:00:00+04:00"),
            ("America/Martinique", "2026-11-23T09:00:00-04:00", "2026-11-23T10:00:00-04:00"),
        ])
    func pythonReads(zone: String, from: String, to: String) async throws {
        let bytes = try await Self.bytes(.calendar, of: Self.request(zone: zone, slot: (from, to)))
        let file = try OtherPrograms.folder().appending(path: "callback.ics")
        try Data(bytes).write(to: file)
        let script = """
            import icalendar, sys
            c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            e = [x for x in c.walk('VEVENT')][0]
            z = [x for x in c.walk('VTIMEZONE')][0].to_tz(lookup_tzid=False)
            own = lambda t: t.replace(tzinfo=None)
            at = lambda t: (z.localize(own(t)) if hasattr(z, 'localize') else own(t).replace(tzinfo=z)).isoformat()
            print([str(x) for x in c.errors] + [str(x) for x in e.errors])
            print(e['UID']); print(at(e['DTSTART'].dt)); print(at(e['DTEND'].dt)); print(e['DTSTAMP'].dt.isoformat())
            print(e['SEQUENCE']); print([a['TRIGGER'].dt.total_seconds() for a in e.walk('VALARM')])
            print('404-1234567-1234567' in e['DESCRIPTION'])
            """

        let lines = try OtherPrograms.python(script, [file.path]).split(separator: "\n").map(String.init)

        #expect(
            lines == [
                "[]", "d-7f3a91c2@recours.invalid", from, to, "2026-11-23T08:30:00+00:00", "0", "[-600.0]",
                "True",
            ])
    }

    @Test("waiting for a call keeps nobody busy")
    func transparent() async throws {
        let text = String(decoding: try await Self.bytes(.calendar, of: Self.request()), as: UTF8.self)

        #expect(text.contains("\r\nTRANSP:TRANSPARENT\r\n"))
    }

    @Test("a slot that ends with the day ends at midnight, not at 0 o’clock")
    func midnight() async throws {
        let request = Self.request(slot: ("2026-11-23T22:00:00+01:00", "2026-11-24T00:00:00+01:00"))

        let text = String(decoding: try await Self.bytes(.briefText, of: request), as: UTF8.self)

        #expect(text.contains("jusqu’à minuit\n"))
    }

    @Test("a general case without a demand can still be called about")
    func noDemand() async throws {
        let facts = Sample.facts(.chargedTwice)
        var request = Self.request()
        request.contactCase = facts
        request.letter = Sample.plan(facts, through: .callback)

        let prepared = try await CallbackPlugin().prepare(request)

        #expect(prepared.artifacts.count == 3)
        #expect(prepared.afterwards.contains("à l’historique du dossier"))
    }

    @Test("lines have at most 75 octets, end in CRLF and never split a character")
    func folding() async throws {
        var request = Self.request()
        request.contactCase.order.number = Private(Sample.line(String(repeating: "é😀", count: 60)))

        let bytes = try await Self.bytes(.calendar, of: request)

        let lines = bytes.split(separator: 10)
        #expect(
            lines.allSatisfy {
                $0.last == 13 && $0.count <= 76 && String(validating: $0, as: UTF8.self) != nil
            })
    }

    @Test("commas, semicolons, backslashes and line ends of the data cannot end a property")
    func escaping() async throws {
        var request = Self.request()
        request.contactCase.order.number = Private(Sample.line("1,2;3\\4"))

        let text = String(decoding: try await Self.bytes(.calendar, of: request), as: UTF8.self)
            .replacing("\r\n ", with: "")

        #expect(text.contains("1\\,2\\;3\\\\4"))
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.isEmpty || $0.contains(":") })
    }

    @Test("Golden: the brief for the call", arguments: ["fr", "en"])
    func brief(code: String) async throws {
        let base = Self.request()
        var request = PreparationRequest(
            channel: .callback, caseReference: base.caseReference, deliveryReference: base.deliveryReference,
            now: base.now, timeZone: base.timeZone, language: try #require(Language(rawValue: code)),
            contactCase: base.contactCase, letter: base.letter)
        request.recipient = base.recipient
        request.phone = base.phone
        request.slots = base.slots

        let text = String(decoding: try await Self.bytes(.briefText, of: request), as: UTF8.self)

        try expectGolden(text, named: "brief-\(code).txt")
    }
}

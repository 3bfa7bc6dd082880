import CaseFlow
import CaseStore
import CivilCalendar
import ContactRouting
import Foundation
import TestSupport
import Testing

@Suite("The calendar of what is due")
struct CalendarPageTests {
    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    }

    /// The events of a feed by their UID, each as its lines.
    private func events(_ bytes: [UInt8]) -> [String: [String]] {
        var events: [String: [String]] = [:]
        var event: [String] = []
        for line in lines(bytes) {
            if line == "BEGIN:VEVENT" { event = [] }
            event.append(line)
            if line == "END:VEVENT", let uid = event.first(where: { $0.hasPrefix("UID:") }) {
                events[String(uid.dropFirst(4))] = event
            }
        }
        return events
    }

    private func entry(
        _ name: RightName = .withdrawal, day: String = "2026-12-07", title: String = "Dernier jour",
        revision: Int = 1, reference: String = "lamp"
    ) throws -> CalendarEntry {
        let zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let last = try #require(CivilDay(day))
        let item = AgendaItem(
            matter: .right(name), day: last, safeDay: nil, moment: zone.endOfDay(last),
            reminders: [7, 1].map {
                AgendaReminder(
                    .before(days: $0),
                    due: zone.instant(of: last.adding(days: -$0), secondOfDay: Agenda.tellingSecondOfDay))
            } + [AgendaReminder(.over, due: zone.endOfDay(last))])
        return try CalendarEntry(
            caseReference: try CaseReference(parsing: reference), item: item, revision: revision,
            title: title, text: "\(title); \(reference)", zone: zone)
    }

    private func page(_ previous: [UInt8], at moment: String) throws -> CalendarPage {
        CalendarPage(after: previous, at: try Instant(parsing: moment))
    }

    /// The first half of the digest of the case and the item, as other programs compute it.
    private let uid = "8edf13b6541adf95e8f65c8d705968d6@recours.invalid"

    @Test("the same state gives the same bytes, hours later and after an alarm has rung")
    func stable() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()]).bytes
        let later = try page(first, at: "2026-11-24T18:00:00+01:00").showing([entry(revision: 9)]).bytes
        let rung = try page(later, at: "2026-12-01T10:00:00+01:00").showing([entry()]).bytes

        #expect(later == first)
        let event = try #require(events(rung)[uid])
        #expect(event.contains("DTSTAMP:20261124T090000Z"))
        #expect(event.contains("SEQUENCE:1"))
        #expect(event.filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER;VALUE=DATE-TIME:20261206T080000Z"])
    }

    @Test("an entry whose day moves keeps its name and outranks the older one")
    func moved() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry(revision: 3)]).bytes
        let moved = try page(first, at: "2026-11-25T10:00:00+01:00").showing([
            entry(day: "2026-12-09", revision: 3)
        ]).bytes

        let event = try #require(events(moved)[uid])
        #expect(event.contains("SEQUENCE:4"))
        #expect(event.contains("DTSTAMP:20261125T090000Z"))
        #expect(event.contains("DTSTART;VALUE=DATE:20261209"))
        #expect(event.contains("DTEND;VALUE=DATE:20261210"))
    }

    @Test("a lost or damaged page is made anew with numbers that outrank the lost one")
    func lost() throws {
        let entry = try entry(revision: 12)
        let damaged = Array("BEGIN:VCALENDAR\r\nhalf a fi".utf8)

        for previous in [[], damaged] {
            let bytes = try page(previous, at: "2026-11-24T10:00:00+01:00").showing([entry]).bytes

            #expect(events(bytes)[uid]?.contains("SEQUENCE:12") == true)
        }
    }

    @Test("what is no longer due is struck out, stays so for 90 days, and rings no bell")
    func cancelled() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()]).bytes
        let done = try page(first, at: "2026-11-25T10:00:00+01:00").showing([]).bytes
        let kept = try page(done, at: "2027-02-23T09:59:00+01:00").showing([]).bytes
        let gone = try page(kept, at: "2027-02-23T10:01:00+01:00").showing([]).bytes

        let event = try #require(events(done)[uid])
        #expect(event.contains("STATUS:CANCELLED"))
        #expect(event.contains("SEQUENCE:2"))
        #expect(!event.contains { $0.hasPrefix("TRIGGER") || $0.hasPrefix("DESCRIPTION") })
        #expect(kept == done)
        #expect(events(gone).isEmpty)
    }

    @Test("what has come to its end by itself is dropped, and not called cancelled")
    func past() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()]).bytes

        let after = try page(first, at: "2026-12-08T00:00:00+01:00").showing([]).bytes

        #expect(events(after).isEmpty)
    }

    @Test(
        "the page says when it is to be made anew: at each alarm, at the end, and when a cancellation is forgotten"
    )
    func changes() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()])
        let rung = try page(first.bytes, at: "2026-12-06T09:00:00+01:00").showing([entry()])
        let done = try page(first.bytes, at: "2026-11-25T10:00:00+01:00").showing([])
        let over = try page(first.bytes, at: "2026-12-08T00:00:00+01:00").showing([entry()])

        #expect(first.changesAt == (try Instant(parsing: "2026-11-30T09:00:00+01:00")))
        #expect(rung.changesAt == (try Instant(parsing: "2026-12-08T00:00:00+01:00")))
        #expect(done.changesAt == (try Instant(parsing: "2027-02-23T10:00:01+01:00")))
        #expect(over.bytes.isEmpty, "what is over does not stay")
        #expect(over.changesAt == nil)
    }

    @Test("of a forgotten case the entries are struck out without a word")
    func struckOut() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()])

        let struck = try page(first.bytes, at: "2026-11-25T10:00:00+01:00").struckOut()

        let event = try #require(events(struck.bytes)[uid])
        #expect(event.contains("STATUS:CANCELLED"))
        #expect(event.contains("SUMMARY:–"))
        let text = String(decoding: struck.bytes, as: UTF8.self)
        #expect(!["Dernier", "lamp", "withdrawal"].contains { text.contains($0) })
    }

    @Test("a file bears its revision; one that is cut, damaged at its head or of another program has none")
    func revision() throws {
        let page = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()]).bytes
        let shown = try #require(AgendaRevision("41-7k2q9mxd"))
        let file = CalendarFile.head(revision: shown) + page + CalendarFile.foot
        func revision(_ bytes: [UInt8]) -> AgendaRevision? {
            CalendarFile.revision(
                head: Array(bytes.prefix(CalendarFile.headBytesMax)),
                tail: Array(bytes.suffix(CalendarFile.foot.count)))
        }

        #expect(revision(file) == shown)
        #expect(revision(CalendarFile.head(revision: .beginning) + CalendarFile.foot) == .beginning)
        let longest = AgendaRevision(number: .min, chance: shown.chance)
        #expect(CalendarFile.head(revision: longest).count <= CalendarFile.headBytesMax)
        #expect(revision(file.dropLast()) == nil)
        #expect(revision([]) == nil)
        #expect(revision(Array("BEGIN:VCALENDAR\r\nX-RECOURS-REVISION:41\r\nEND:VCALENDAR\r\n".utf8)) == nil)
        for place in CalendarFile.head(revision: shown).indices {
            var damaged = file
            damaged[place] ^= 1
            #expect(revision(damaged) != shown)
        }
    }

    @Test("an entry that comes back outranks its cancellation")
    func back() throws {
        let first = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry()]).bytes
        let done = try page(first, at: "2026-11-25T10:00:00+01:00").showing([]).bytes
        let back = try page(done, at: "2026-11-26T10:00:00+01:00").showing([entry()]).bytes

        let event = try #require(events(back)[uid])
        #expect(event.contains("STATUS:CONFIRMED"))
        #expect(event.contains("SEQUENCE:3"))
        #expect(event.contains { $0.hasPrefix("TRIGGER") })
    }

    @Test("names of the data cannot end an entry or begin another")
    func hostile() throws {
        let title = "A;B,C\\D\r\nEND:VEVENT\r\nBEGIN:VALARM"

        let bytes = try page([], at: "2026-11-24T10:00:00+01:00").showing([entry(title: title)]).bytes

        #expect(lines(bytes).filter { $0 == "END:VEVENT" }.count == 1)
        #expect(lines(bytes).contains("SUMMARY:A\\;B\\,C\\\\D\\nEND:VEVENT\\nBEGIN:VALARM"))
    }

    @Test("another program reads entries, alarms and cancellations as they are meant")
    func otherProgram() async throws {
        let scene = try AgendaScene()
        try await scene.open()
        let table = try await scene.open("table", at: "2026-11-24T11:00:00+01:00")
        let process = scene.process()
        _ = await process.turn(at: try scene.at("2026-11-24T12:00:00+01:00"))
        try await scene.close(table, at: "2026-11-24T13:00:00+01:00")
        _ = await process.turn(at: try scene.at("2026-11-24T13:00:30+01:00"))
        let file = try OtherPrograms.folder().appending(path: "calendar.ics")
        try Data(try #require(scene.files.kept.calendar)).write(to: file)
        let script = """
            import icalendar, sys
            names = dict(pair.split('=') for pair in sys.argv[2:])
            c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            print(len(c.errors), c['X-WR-CALNAME'])
            for e in c.walk('VEVENT'):
                if e['UID'] in names:
                    alarms = [a['TRIGGER'].dt.isoformat() for a in e.walk('VALARM')]
                    print(names[e['UID']], e['STATUS'], e['SEQUENCE'], e['DTSTART'].dt.isoformat(), len(e.errors), alarms)
            """

        let names = try ["lamp", "table"].flatMap { name in
            try ["answer/seller-messaging", "right/withdrawal"].map { item in
                let uid = try CalendarEntry.uid(ofItem: item, in: try CaseReference(parsing: name))
                return "\(uid)=\(name) \(item)"
            }
        }

        let lines = try OtherPrograms.python(script, [file.path] + names).split(separator: "\n")

        // The order is that of the digests.
        #expect(
            lines.prefix(1) + lines.dropFirst().sorted() == [
                "0 Recours",
                "lamp answer/seller-messaging CONFIRMED 1 2026-11-26T08:00:00+00:00 0 ['2026-11-26T08:00:00+00:00']",
                "lamp right/withdrawal CONFIRMED 1 2026-12-07 0 ['2026-11-30T08:00:00+00:00', '2026-12-04T08:00:00+00:00', '2026-12-06T08:00:00+00:00']",
                "table answer/seller-messaging CANCELLED 2 2026-11-26T08:00:00+00:00 0 []",
                "table right/withdrawal CANCELLED 2 2026-12-07 0 []",
            ])
    }
}

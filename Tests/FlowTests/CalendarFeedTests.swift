import CaseFlow
import CivilCalendar
import ContactRouting
import Foundation
import TestSupport
import Testing

@Suite("The calendar of what is due")
struct CalendarFeedTests {
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
        return CalendarEntry(
            caseReference: try CaseReference(parsing: reference), item: item, revision: revision,
            title: title, text: "\(title); \(reference)", zone: zone)
    }

    private func feed(_ previous: [UInt8]?, at moment: String) throws -> CalendarFeed {
        CalendarFeed(after: previous, at: try Instant(parsing: moment))
    }

    private let uid = "lamp.right.withdrawal@recours.invalid"

    @Test("the same state gives the same bytes, hours later and after an alarm has rung")
    func stable() throws {
        let first = try feed(nil, at: "2026-11-24T10:00:00+01:00").bytes([entry()])
        let later = try feed(first, at: "2026-11-24T18:00:00+01:00").bytes([entry(revision: 9)])
        let rung = try feed(later, at: "2026-12-01T10:00:00+01:00").bytes([entry()])

        #expect(later == first)
        let event = try #require(events(rung)[uid])
        #expect(event.contains("DTSTAMP:20261124T090000Z"))
        #expect(event.contains("SEQUENCE:1"))
        #expect(event.filter { $0.hasPrefix("TRIGGER") } == ["TRIGGER;VALUE=DATE-TIME:20261206T080000Z"])
    }

    @Test("an entry whose day moves keeps its name and outranks the older one")
    func moved() throws {
        let first = try feed(nil, at: "2026-11-24T10:00:00+01:00").bytes([entry(revision: 3)])
        let moved = try feed(first, at: "2026-11-25T10:00:00+01:00").bytes(
            [entry(day: "2026-12-09", revision: 3)])

        let event = try #require(events(moved)[uid])
        #expect(event.contains("SEQUENCE:4"))
        #expect(event.contains("DTSTAMP:20261125T090000Z"))
        #expect(event.contains("DTSTART;VALUE=DATE:20261209"))
        #expect(event.contains("DTEND;VALUE=DATE:20261210"))
    }

    @Test("a lost or damaged feed is made anew with numbers that outrank the lost one")
    func lost() throws {
        let entry = try entry(revision: 12)
        let damaged = Array("BEGIN:VCALENDAR\r\nhalf a fi".utf8)

        for previous in [nil, damaged] {
            let bytes = try feed(previous, at: "2026-11-24T10:00:00+01:00").bytes([entry])

            #expect(events(bytes)[uid]?.contains("SEQUENCE:12") == true)
        }
    }

    @Test("what is no longer due is struck out, stays so for 90 days, and rings no bell")
    func cancelled() throws {
        let first = try feed(nil, at: "2026-11-24T10:00:00+01:00").bytes([entry()])
        let done = try feed(first, at: "2026-11-25T10:00:00+01:00").bytes([])
        let kept = try feed(done, at: "2027-02-23T09:59:00+01:00").bytes([])
        let gone = try feed(kept, at: "2027-02-23T10:01:00+01:00").bytes([])

        let event = try #require(events(done)[uid])
        #expect(event.contains("STATUS:CANCELLED"))
        #expect(event.contains("SEQUENCE:2"))
        #expect(!event.contains { $0.hasPrefix("TRIGGER") || $0.hasPrefix("DESCRIPTION") })
        #expect(kept == done)
        #expect(events(gone).isEmpty)
    }

    @Test("what has come to its end by itself is dropped, and not called cancelled")
    func past() throws {
        let first = try feed(nil, at: "2026-11-24T10:00:00+01:00").bytes([entry()])

        let after = try feed(first, at: "2026-12-08T00:00:00+01:00").bytes([])

        #expect(events(after).isEmpty)
    }

    @Test("an entry that comes back outranks its cancellation")
    func back() throws {
        let first = try feed(nil, at: "2026-11-24T10:00:00+01:00").bytes([entry()])
        let done = try feed(first, at: "2026-11-25T10:00:00+01:00").bytes([])
        let back = try feed(done, at: "2026-11-26T10:00:00+01:00").bytes([entry()])

        let event = try #require(events(back)[uid])
        #expect(event.contains("STATUS:CONFIRMED"))
        #expect(event.contains("SEQUENCE:3"))
        #expect(event.contains { $0.hasPrefix("TRIGGER") })
    }

    @Test("names of the data cannot end an entry or begin another")
    func hostile() throws {
        let title = "A;B,C\\D\r\nEND:VEVENT\r\nBEGIN:VALARM"

        let bytes = try feed(nil, at: "2026-11-24T10:00:00+01:00").bytes([entry(title: title)])

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
            c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            print(len(c.errors), c['X-WR-CALNAME'])
            for e in c.walk('VEVENT'):
                if 'answer' in e['UID'] or 'withdrawal' in e['UID']:
                    alarms = [a['TRIGGER'].dt.isoformat() for a in e.walk('VALARM')]
                    print(e['UID'].split('@')[0], e['STATUS'], e['SEQUENCE'], e['DTSTART'].dt.isoformat(), len(e.errors), alarms)
            """

        let lines = try OtherPrograms.python(script, [file.path]).split(separator: "\n")

        #expect(
            lines == [
                "0 Recours",
                "lamp.answer.seller-messaging CONFIRMED 1 2026-11-26T08:00:00+00:00 0 ['2026-11-26T08:00:00+00:00']",
                "lamp.right.withdrawal CONFIRMED 1 2026-12-07 0 ['2026-11-30T08:00:00+00:00', '2026-12-04T08:00:00+00:00', '2026-12-06T08:00:00+00:00']",
                "table.answer.seller-messaging CANCELLED 2 2026-11-26T08:00:00+00:00 0 []",
                "table.right.withdrawal CANCELLED 2 2026-12-07 0 []",
            ])
    }
}

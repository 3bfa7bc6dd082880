import Callback
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Foundation
import LetterTestSupport
import TestSupport
import Testing

/// What Python's `icalendar` reads in our files, with the zones of our VTIMEZONE and not its own.
@Suite("The calendar's entry, read by another program")
struct CalendarReaderTests {
    /// A zone, and the two ends of a slot in it.
    private static let slots: [(zone: String, from: String, to: String)] = [
        ("Europe/Paris", "2026-11-23T18:00:00+01:00", "2026-11-23T20:00:00+01:00"),
        ("Europe/Paris", "2027-07-01T18:00:00+02:00", "2027-07-01T20:00:00+02:00"),
        // The hour that is skipped, and the first of the two that come twice.
        ("Europe/Paris", "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00"),
        ("Europe/Paris", "2027-03-28T03:30:00+02:00", "2027-03-28T04:00:00+02:00"),
        ("Europe/Paris", "2026-10-25T01:30:00+02:00", "2026-10-25T03:00:00+01:00"),
        ("Indian/Reunion", "2026-11-23T18:00:00+04:00", "2026-11-23T20:00:00+04:00"),
        ("America/Martinique", "2026-11-23T09:00:00-04:00", "2026-11-23T10:00:00-04:00"),
        ("America/Miquelon", "2026-07-23T09:00:00-02:00", "2026-07-23T10:00:00-02:00"),
        ("America/St_Johns", "2026-07-23T09:00:00-02:30", "2026-07-23T10:00:00-02:30"),
        ("Europe/Dublin", "2026-07-23T09:00:00+01:00", "2026-07-23T10:00:00+01:00"),
        ("Pacific/Noumea", "2026-11-23T09:00:00+11:00", "2026-11-23T10:00:00+11:00"),
        ("Pacific/Tahiti", "2026-11-23T09:00:00-10:00", "2026-11-23T10:00:00-10:00"),
        ("Australia/Lord_Howe", "2026-11-23T09:00:00+11:00", "2026-11-23T10:00:00+11:00"),
        ("Pacific/Chatham", "2026-07-23T09:00:00+12:45", "2026-07-23T10:00:00+12:45"),
        ("Asia/Kolkata", "2026-07-23T09:00:00+05:30", "2026-07-23T10:00:00+05:30"),
        ("America/New_York", "2026-11-02T09:00:00-05:00", "2026-11-02T10:00:00-05:00"),
    ]

    /// Reads each file; compares every sixth hour of the year around the slot with the zone's own rules.
    private static let script = """
        import datetime, glob, icalendar, sys, zoneinfo
        for path in sorted(glob.glob(sys.argv[1] + '/*.ics')):
            c = icalendar.Calendar.from_ical(open(path, 'rb').read())
            e = c.walk('VEVENT')[0]
            zone = c.walk('VTIMEZONE')[0]
            z = zone.to_tz(lookup_tzid=False)
            own = lambda t: t.replace(tzinfo=None)
            at = lambda t: z.localize(own(t)) if hasattr(z, 'localize') else own(t).replace(tzinfo=z)
            name = str(zone['TZID'])
            start = at(e['DTSTART'].dt)
            wrong = 0
            for step in range(-4 * 365, 4 * 365):
                t = start.astimezone(datetime.timezone.utc) + datetime.timedelta(hours=6 * step)
                wrong += t.astimezone(z).utcoffset() != t.astimezone(zoneinfo.ZoneInfo(name)).utcoffset()
            alarms = [a['TRIGGER'].dt.total_seconds() for a in e.walk('VALARM')]
            print(name, start.isoformat(), at(e['DTEND'].dt).isoformat(), 'wrong', wrong,
                  len(c.errors) + len(e.errors), e['DTSTAMP'].dt.isoformat(), e['SEQUENCE'], alarms, e['UID'],
                  '404-1234567-1234567' in e['DESCRIPTION'])
        """

    @Test("the slot is the instant that was meant, and the zone is right for a year before and after it")
    func readsSlots() async throws {
        let folder = try OtherPrograms.folder()
        for (index, slot) in Self.slots.enumerated() {
            let request = CallbackTests.request(zone: slot.zone, slot: (slot.from, slot.to))
            let bytes = try await CallbackTests.bytes(.calendar, of: request)
            try Data(bytes).write(to: folder.appending(path: "\(100 + index).ics"))
        }

        let lines = try OtherPrograms.python(Self.script, [folder.path]).split(separator: "\n")

        #expect(lines.count == Self.slots.count)
        for (line, slot) in zip(lines, Self.slots) {
            let expected =
                "\(slot.zone) \(slot.from) \(slot.to) wrong 0 0 2026-11-23T08:30:00+00:00 0 [-600.0] "
                + "d-7f3a91c2@recours.invalid True"
            #expect(line == expected)
        }
    }

    @Test("a case in UTC needs no zone")
    func utc() async throws {
        let request = CallbackTests.request(
            zone: "UTC", slot: ("2026-11-23T18:00:00Z", "2026-11-23T20:00:00Z"))

        let text = String(decoding: try await CallbackTests.bytes(.calendar, of: request), as: UTF8.self)

        #expect(text.contains("\r\nDTSTART:20261123T180000Z\r\n"))
        #expect(!text.contains("VTIMEZONE"))
    }

    @Test("the withdrawal is read as a cancelled entry of the same name")
    func readsWithdrawal() async throws {
        let request = CallbackTests.request()
        let artifact = try CallbackPlugin().withdrawal(
            of: try await CallbackPlugin().prepare(request), at: request.now)
        let file = try OtherPrograms.folder().appending(path: "callback-cancelled.ics")
        try Data(artifact.bytes.reveal()).write(to: file)
        let script = """
            import icalendar, sys
            c = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
            e = c.walk('VEVENT')[0]
            print(c['METHOD'], e['STATUS'], e['SEQUENCE'], e['UID'], e['ORGANIZER'], len(e.walk('VALARM')), len(c.errors) + len(e.errors))
            """

        let line = try OtherPrograms.python(script, [file.path])

        #expect(
            line
                == "CANCEL CANCELLED 1 d-7f3a91c2@recours.invalid mailto:camille@exemple.example 0 0\n")
    }
}

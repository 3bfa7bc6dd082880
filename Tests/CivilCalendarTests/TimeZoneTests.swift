import CivilCalendar
import Testing

@Suite("TimeZoneRules")
struct TimeZoneTests {
    static let database = TimeZoneDatabase()

    @Test(
        "a moment is shown in the zone's own offset",
        arguments: [
            ("Europe/Paris", "2026-11-26T08:00:00Z", "2026-11-26T09:00:00+01:00"),
            ("Europe/Paris", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"),
            ("Europe/Paris", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"),
            ("Europe/Paris", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00"),
            ("Europe/Paris", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
            ("Europe/Paris", "1850-01-01T00:00:00Z", "1850-01-01T00:09:21+00:09:21"),
            ("Europe/Paris", "3026-07-01T00:00:00Z", "3026-07-01T02:00:00+02:00"),
            ("Europe/Paris", "9999-12-31T22:00:00Z", "9999-12-31T23:00:00+01:00"),
            ("Indian/Reunion", "2026-11-22T05:30:00Z", "2026-11-22T09:30:00+04:00"),
            ("America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-04T01:00:00-02:00"),
            ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31T00:00:00+14:00"),
            ("Australia/Lord_Howe", "2026-10-03T15:30:00Z", "2026-10-04T02:30:00+11:00"),
            ("Africa/Casablanca", "2026-03-01T12:00:00Z", "2026-03-01T12:00:00+00:00"),
            ("Asia/Kathmandu", "2026-03-01T12:00:00Z", "2026-03-01T17:45:00+05:45"),
            ("America/New_York", "2500-07-01T12:00:00Z", "2500-07-01T08:00:00-04:00"),
        ])
    func offsets(zone: String, moment: String, text: String) throws {
        let rules = try Self.database.rules(for: zone)

        let shown = rules.text(try Instant(parsing: moment))

        #expect(shown == text)
    }

    @Test(
        "a skipped time is the moment of the change, a repeated one the first of the two",
        arguments: [
            ("Europe/Paris", "2026-03-29", 2 * 3600 + 1800, "2026-03-29T03:00:00+02:00"),
            ("Europe/Paris", "2026-03-29", 2 * 3600, "2026-03-29T03:00:00+02:00"),
            ("Europe/Paris", "2026-10-25", 2 * 3600 + 1800, "2026-10-25T02:30:00+02:00"),
            ("Europe/Paris", "2026-10-25", 3 * 3600, "2026-10-25T03:00:00+01:00"),
            ("Europe/Paris", "2026-10-24", 27 * 3600, "2026-10-25T03:00:00+01:00"),
            ("Europe/Paris", "3426-07-01", 12 * 3600, "3426-07-01T12:00:00+02:00"),
            ("America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T01:00:00-02:00"),
            ("Pacific/Apia", "2011-12-30", 0, "2011-12-31T00:00:00+14:00"),
            ("Pacific/Apia", "2011-12-30", 43_200, "2011-12-31T00:00:00+14:00"),
            ("Australia/Lord_Howe", "2026-10-04", 2 * 3600 + 600, "2026-10-04T02:30:00+11:00"),
            ("Australia/Lord_Howe", "2027-04-04", 3600 + 2400, "2027-04-04T01:40:00+11:00"),
        ])
    func wallTimes(zone: String, day: String, second: Int, text: String) throws {
        let rules = try Self.database.rules(for: zone)

        let moment = rules.instant(of: try #require(CivilDay(day)), secondOfDay: second)

        #expect(rules.text(moment) == text)
    }

    @Test(
        "a day has 23, 24 or 25 hours, and none when the zone skips it",
        arguments: [
            ("Europe/Paris", "2026-03-29", 23), ("Europe/Paris", "2026-10-25", 25),
            ("Europe/Paris", "2026-11-22", 24), ("Pacific/Apia", "2011-12-30", 0),
            ("America/Sao_Paulo", "2018-11-04", 23), ("Pacific/Kwajalein", "1993-08-21", 0),
        ] as [(String, String, Int64)])
    func dayLengths(zone: String, day: String, hours: Int64) throws {
        let rules = try Self.database.rules(for: zone)
        let day = try #require(CivilDay(day))

        let length = rules.startOfDay(day).seconds(until: rules.endOfDay(day))

        #expect(length == hours * 3600)
    }

    @Test(
        "property: the time shown at a moment leads back to it, or to its first occurrence",
        arguments: [
            "Europe/Paris", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe", "Africa/Casablanca",
            "America/St_Johns", "Asia/Kathmandu", "UTC",
        ])
    func roundTrip(zone: String) throws {
        let rules = try Self.database.rules(for: zone)
        var second: Int64 = -5_000_000_000
        while second < 60_000_000_000 {
            let moment = Instant(secondsSinceEpoch: second)
            let shown = rules.civilTime(at: moment)

            let back = rules.instant(of: shown.day, secondOfDay: shown.secondOfDay)

            #expect(back <= moment && rules.civilTime(at: back).secondOfDay == shown.secondOfDay)
            #expect(back == moment || rules.offset(at: back) > rules.offset(at: moment))
            second += 1_234_567
        }
    }

    @Test("the changes of a year are listed with both offsets")
    func transitions() throws {
        let rules = try Self.database.rules(for: "Europe/Paris")
        let year = try Instant(parsing: "2400-01-01T00:00Z")..<Instant(parsing: "2401-01-01T00:00Z")

        let changes = rules.transitions(in: year)

        #expect(
            changes.map { rules.text($0.instant) } == [
                "2400-03-26T03:00:00+02:00", "2400-10-29T02:00:00+01:00",
            ])
        #expect(changes.map(\.offsetBefore) == [3600, 7200])
        #expect(changes.map(\.offsetAfter) == [7200, 3600])
        #expect(changes.map(\.abbreviation) == ["CEST", "CET"])
        #expect(changes.map(\.isDaylight) == [true, false])
    }

    @Test("changes at the range's start are inside, at its end outside")
    func transitionEdges() throws {
        let rules = try Self.database.rules(for: "Europe/Paris")
        let change = try Instant(parsing: "2026-03-29T01:00Z")

        #expect(rules.transitions(in: change..<change.adding(seconds: 1)).count == 1)
        #expect(rules.transitions(in: change.adding(seconds: -1)..<change).isEmpty)
        let allTime = Instant(secondsSinceEpoch: .min)..<Instant(secondsSinceEpoch: .max)
        #expect(TimeZoneRules.utc.transitions(in: allTime).isEmpty)
        #expect(rules.transitions(in: allTime).count > 15_000)
    }

    @Test(
        "the steady clock holds still while the other one repeats, and never goes back",
        arguments: [
            ("Europe/Paris", "2026-10-25T00:00:00Z"), ("Australia/Lord_Howe", "2027-04-03T14:30:00Z"),
            ("America/Sao_Paulo", "2018-02-18T01:00:00Z"), ("Europe/Paris", "2426-10-25T00:00:00Z"),
        ])
    func steadyClock(zone: String, from: String) throws {
        let rules = try Self.database.rules(for: zone)
        let start = try Instant(parsing: from)
        var last = Int64.min
        var held = 0
        for second in 0..<4 * 3600 {
            let moment = start.adding(seconds: Int64(second))

            let steady = rules.steadyWallSecond(at: moment)

            let shown = moment.secondsSinceEpoch + Int64(rules.offset(at: moment))
            #expect(steady >= last && steady >= shown)
            if steady != shown { held += 1 }
            last = steady
        }
        let change = try #require(rules.nextTransition(after: start))
        // In the last second of the repeat both clocks agree again.
        #expect(held == change.offsetBefore - change.offsetAfter - 1)
    }

    @Test("moments outside the calendar do not crash")
    func extremes() throws {
        let rules = try Self.database.rules(for: "Europe/Paris")

        #expect(rules.day(at: Instant(secondsSinceEpoch: .max)) == .last)
        #expect(rules.day(at: Instant(secondsSinceEpoch: .min)) == .first)
        #expect(rules.startOfDay(.first) < rules.endOfDay(.last))
        #expect(rules.instant(of: .last, secondOfDay: .max) > rules.endOfDay(.last))
        #expect(rules.instant(of: .first, secondOfDay: .min) < rules.startOfDay(.first))
    }
}

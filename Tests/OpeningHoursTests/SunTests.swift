import CivilCalendar
import OpeningHours
import Testing

@Suite("Times of the sun")
struct SunTests {
    /// Zone and day, then dawn, sunrise, sunset and dusk in minutes after 00:00 on the clock.
    ///
    /// At the zone's principal location, worked out with PyEphem 4.2.1, which goes by a theory of the planets
    /// instead of the short series used here: the sun's centre at -0°50′ and at -6°, without further refraction.
    static let rows: [(String, String, [Int])] = [
        ("Europe/Paris", "2026-03-20", [382, 414, 1143, 1175]),
        ("Europe/Paris", "2026-06-21", [304, 347, 1318, 1361]),
        ("Europe/Paris", "2026-11-23", [456, 492, 1022, 1057]),
        ("Europe/Paris", "2027-01-05", [487, 524, 1028, 1065]),
        ("America/New_York", "2026-03-20", [392, 419, 1148, 1176]),
        ("America/New_York", "2026-11-23", [382, 412, 992, 1022]),
        ("Australia/Sydney", "2026-06-21", [392, 420, 1014, 1042]),
        ("Australia/Sydney", "2027-01-05", [322, 350, 1210, 1239]),
        ("Atlantic/Reykjavik", "2026-03-20", [401, 448, 1183, 1231]),
        ("Atlantic/Reykjavik", "2026-11-23", [557, 622, 965, 1030]),
        ("Atlantic/Reykjavik", "2027-01-05", [600, 674, 951, 1026]),
        ("Asia/Kolkata", "2026-06-21", [268, 293, 1104, 1129]),
        ("America/Cayenne", "2026-11-23", [357, 379, 1092, 1114]),
        ("Pacific/Kiritimati", "2026-11-23", [353, 375, 1096, 1118]),
        ("Asia/Urumqi", "2026-06-21", [231, 268, 1195, 1231]),
    ]

    @Test(
        "dawn, sunrise, sunset and dusk agree with an independent calculation to two minutes", arguments: rows
    )
    func events(zone: String, day: String, expected: [Int]) throws {
        let day = try #require(CivilDay(day))

        let twilight = try Self.openMinutes("dawn-dusk", zone: zone, day: day)
        let light = try Self.openMinutes("sunrise-sunset", zone: zone, day: day)

        let found = [twilight.lowerBound, light.lowerBound, light.upperBound, twilight.upperBound]
        for (minute, wanted) in zip(found, expected) {
            #expect(abs(minute - wanted) <= 2, "\(found) instead of \(expected)")
        }
    }

    @Test("times are counted from an event, and an end before the start belongs to the next day")
    func offsets() throws {
        let day = try #require(CivilDay("2026-11-23"))
        let zone = try Sample.zone("Europe/Paris")
        let start = zone.startOfDay(day)
        let evaluator = try Self.evaluator("(sunset+00:30)-(sunrise-01:00)", "Europe/Paris")

        let night = try #require(
            evaluator.intervals(in: start.adding(hours: 12)..<start.adding(hours: 36)).first {
                $0.state == .open
            })

        let minutes = [night.range.lowerBound, night.range.upperBound].map { start.seconds(until: $0) / 60 }
        #expect(abs(minutes[0] - (1022 + 30)) <= 2)
        // Sunrise of the day after is 8:13.
        #expect(abs(minutes[1] - (1440 + 493 - 60)) <= 2)
    }

    @Test(
        "where the sun does not set the day is whole, and where it does not rise there is none",
        arguments: [
            ("sunrise-sunset", "2026-06-21", 24), ("sunset-sunrise", "2026-06-21", 0),
            ("sunrise-sunset", "2026-12-21", 0), ("sunset-sunrise", "2026-12-21", 24),
        ])
    func poles(text: String, day: String, hours: Int64) throws {
        let zone = try Sample.zone("Arctic/Longyearbyen")
        let start = zone.startOfDay(try #require(CivilDay(day)))
        let place = Place(
            timeZone: zone,
            position: .exact(try #require(Coordinates(latitude: 78.22, longitude: 15.65))))

        let duration = Evaluator(try Schedule(parsing: text), in: place)
            .duration(of: .open, in: start..<start.adding(hours: 24))

        #expect(duration == .seconds(hours * 3600))
    }

    @Test("the poles themselves are no trap", arguments: [-90.0, 90.0])
    func extremes(latitude: Double) throws {
        let place = Place(
            timeZone: .utc, position: .exact(try #require(Coordinates(latitude: latitude, longitude: 180))))
        let evaluator = Evaluator(try Schedule(parsing: "dawn-dusk"), in: place)

        let year = Instant(secondsSinceEpoch: 1_767_225_600)..<Instant(secondsSinceEpoch: 1_798_761_600)

        let open = evaluator.duration(of: .open, in: year)
        #expect(open > .seconds(150 * 86_400) && open < .seconds(250 * 86_400))
    }

    @Test("without a position, only what the sun decides is unknown, and it says why")
    func unknownPosition() throws {
        let zone = try Sample.zone("Europe/Paris")
        let evaluator = Evaluator(
            try Schedule(parsing: "Mo-Fr 08:00-sunset; Sa 10:00-12:00"), in: Place(timeZone: zone))

        #expect(
            evaluator.drawing(of: try #require(CivilDay("2026-11-23")), zone: zone)
                == "........????????????????")
        #expect(
            evaluator.drawing(of: try #require(CivilDay("2026-11-28")), zone: zone)
                == "..........##............")
        #expect(
            evaluator.status(at: try Instant(parsing: "2026-11-23T12:00+01:00")).state
                == .unknown(.positionMissing))
    }

    @Test("whoever asks can see that the time zone's location was taken")
    func assumption() throws {
        #expect(try Self.evaluator("sunrise-18:00", "Europe/Paris").assumesPrincipalLocation)
        #expect(try !Self.evaluator("08:00-18:00", "Europe/Paris").assumesPrincipalLocation)
        #expect(try !Sample.evaluator("08:00-18:00").assumesPrincipalLocation)
    }

    @Test("the sun's changes are found, also from a year that is not kept at hand")
    func nextChange() throws {
        let evaluator = try Self.evaluator("sunrise-sunset", "Europe/Paris")
        let midnight = try Instant(parsing: "2300-11-23T00:00+01:00")

        let change = try #require(evaluator.nextChange(after: midnight))

        #expect(abs(midnight.seconds(until: change) / 60 - 492) <= 4)
    }

    private static func evaluator(_ text: String, _ zone: String) throws -> Evaluator {
        let location = try #require(try TimeZoneDatabase().principalLocation(of: zone))
        return Evaluator(
            try Schedule(parsing: text),
            in: Place(timeZone: try Sample.zone(zone), position: .principalLocation(location)))
    }

    /// The first open interval of the day, in minutes after its 00:00.
    private static func openMinutes(_ text: String, zone: String, day: CivilDay) throws -> Range<Int> {
        let start = try Sample.zone(zone).startOfDay(day)
        let intervals = try evaluator(text, zone).intervals(in: start..<start.adding(hours: 24))
        let open = try #require(intervals.first { $0.state == .open }).range
        return Int(
            start.seconds(until: open.lowerBound) / 60)..<Int(start.seconds(until: open.upperBound) / 60)
    }
}

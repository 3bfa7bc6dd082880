import Testing

@testable import CivilCalendar

@Suite("Principal locations")
struct PrincipalLocationTests {
    @Test(
        "a zone's location is read in degrees",
        arguments: [
            ("Europe/Paris", 48.867, 2.333), ("America/New_York", 40.714, -74.006),
            ("Pacific/Kiritimati", 1.867, -157.333), ("Australia/Sydney", -33.867, 151.217),
        ])
    func locations(zone: String, latitude: Double, longitude: Double) throws {
        let found = try #require(try TimeZoneDatabase().principalLocation(of: zone))

        #expect(abs(found.latitude - latitude) < 0.001)
        #expect(abs(found.longitude - longitude) < 0.001)
    }

    @Test("a zone without a location has none", arguments: ["UTC", "Etc/GMT+3", "Europe/Atlantis"])
    func without(zone: String) throws {
        #expect(try TimeZoneDatabase().principalLocation(of: zone) == nil)
    }

    @Test("a name that leads out of the folder is refused, and a missing table is an error")
    func errors() {
        #expect(throws: CivilCalendarError.malformedZoneName("../etc/passwd")) {
            try TimeZoneDatabase().principalLocation(of: "../etc/passwd")
        }
        #expect(throws: CivilCalendarError.zoneDatabaseMissing(folder: "/nowhere")) {
            try TimeZoneDatabase(folder: "/nowhere").principalLocation(of: "Europe/Paris")
        }
    }

    @Test(
        "what is no ISO 6709 position is none",
        arguments: [
            "", "+", "+4852", "+4852+", "4852+00220", "+4852+0220", "+485+00220", "+4860+00220",
            "+9100+00220",
            "+4852+18100", "+4852+00220+5", "+48:2+00220", "+485260+0022000",
        ])
    func malformed(text: String) {
        #expect(Coordinates(iso6709: text.utf8) == nil)
    }

    @Test("a point off the earth is none", arguments: [(91.0, 0.0), (0, 181), (.nan, 0), (0, .infinity)])
    func offTheEarth(latitude: Double, longitude: Double) {
        #expect(Coordinates(latitude: latitude, longitude: longitude) == nil)
    }
}

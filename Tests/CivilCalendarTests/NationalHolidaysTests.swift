import CivilCalendar
import Testing

@Suite("National holidays")
struct NationalHolidaysTests {
    static func days(of holidays: PublicHolidays, year: Int) throws -> [String] {
        let start = try #require(CivilDay(year: year, month: 1, day: 1))
        return (0..<366).map { start.adding(days: $0) }.filter { $0.year == year && holidays.contains($0) }
            .map { String($0.description.dropFirst(5)) }
    }

    @Test(
        "a country's holidays of a year are the ones of its law",
        arguments: [
            (HolidayCountry.belgium, 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25"),
            (.luxembourg, 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26"),
            (.luxembourg, 2018, "01-01 04-02 05-01 05-10 05-21 06-23 08-15 11-01 12-25 12-26"),
            (.germany, 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"),
            (.switzerland, 2026, "01-01 05-14 08-01 12-25"),
            (.italy, 2025, "01-01 01-06 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26"),
            (.italy, 2027, "01-01 01-06 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26"),
            (.spain, 2025, "01-01 01-06 04-18 05-01 08-15 11-01 12-06 12-08 12-25"),
            (.spain, 2026, "01-01 01-06 04-03 05-01 08-15 10-12 12-08 12-25"),
        ])
    func years(country: HolidayCountry, year: Int, expected: String) throws {
        let found = try Self.days(of: .national(country), year: year)

        #expect(found == expected.split(separator: " ").map(String.init))
    }

    @Test("Saint Francis is an Italian holiday from 2026, a Sunday then")
    func saintFrancis() throws {
        let italy = PublicHolidays.national(.italy)

        #expect(italy.holiday(on: try #require(CivilDay("2026-10-04"))) == .saintFrancisDay)
        #expect(italy.holiday(on: try #require(CivilDay("2025-10-04"))) == nil)
    }

    @Test(
        "a holiday has the name that its country gives it",
        arguments: [
            ("DE", "2026-10-03", "Tag der Deutschen Einheit"), ("DE", "2026-04-03", "Karfreitag"),
            ("IT", "2026-04-25", "Festa della Liberazione"),
            ("ES", "2026-10-12", "Fiesta Nacional de España"),
            ("BE", "2026-07-21", "Fête nationale"), ("CH", "2026-08-01", "Fête nationale"),
            ("LU", "2026-05-09", "Journée de l’Europe"), ("FR", "2026-07-14", "Fête nationale"),
        ])
    func localNames(code: String, text: String, name: String) throws {
        let holidays = try #require(PublicHolidays(countryCode: code))
        let day = try #require(CivilDay(text))

        #expect(holidays.localName(on: day) == name)
        #expect(holidays.localName(on: day.adding(days: -1)) == nil)
    }

    @Test("every country's list has names that are used once a year")
    func namesAreDistinct() throws {
        for country in HolidayCountry.allCases {
            let holidays = PublicHolidays.national(country)
            let start = try #require(CivilDay(year: 2026, month: 1, day: 1))

            let names = (0..<365).compactMap { holidays.localName(on: start.adding(days: $0)) }

            #expect(Set(names).count == names.count, "\(country)")
        }
    }

    @Test("a country code finds its holidays, those of an overseas region too")
    func countryCodes() {
        #expect(PublicHolidays(countryCode: "BE") == .national(.belgium))
        #expect(PublicHolidays(countryCode: "FR") == .france(.metropole))
        #expect(PublicHolidays(countryCode: "FR", region: .alsaceMoselle) == .france(.alsaceMoselle))
        #expect(PublicHolidays(countryCode: "RE") == .france(.reunion))
        #expect(PublicHolidays(countryCode: "BE", region: .reunion) == .national(.belgium))
        #expect(PublicHolidays(countryCode: "US") == nil)
        #expect(PublicHolidays(countryCode: "be") == nil)
        #expect(PublicHolidays.national(.france) == .france(.metropole))
        #expect(PublicHolidays.france(.guadeloupe) != .france(.guadeloupe, localUsage: true))
    }

    @Test("a place tells its country, region and zone")
    func places() throws {
        #expect(PublicHolidays.national(.spain).country == .spain)
        #expect(PublicHolidays.national(.spain).region == nil)
        #expect(PublicHolidays.france(.reunion).country == .france)
        #expect(PublicHolidays.france(.reunion).region == .reunion)
        #expect(PublicHolidays.france(.reunion).timeZone == "Indian/Reunion")
        for country in HolidayCountry.allCases {
            let name = PublicHolidays.national(country).timeZone
            #expect(try TimeZoneDatabase().rules(for: name).identifier == name)
        }
    }

    @Test("each region with a country code of its own is found by it, and no other")
    func regionCodes() {
        let found = ["FR", "GP", "MQ", "GF", "RE", "YT", "MF", "BL", "PM", "NC"].map(
            FrenchRegion.init(countryCode:))

        #expect(
            found == [
                nil, .guadeloupe, .martinique, .guyane, .reunion, .mayotte, .saintMartin, .saintBarthelemy,
                nil, nil,
            ])
    }
}

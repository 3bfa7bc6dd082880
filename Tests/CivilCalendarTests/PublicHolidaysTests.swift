import CivilCalendar
import Testing

@Suite("PublicHolidays")
struct PublicHolidaysTests {
    /// The days of each year besides metropolitan ones, by region.
    ///
    /// The first six rows are the table's; the last three have the day of the decree and nothing else.
    static let regions: [(FrenchRegion, @Sendable (Int) -> [String])] = [
        (.metropole, { _ in [] }),
        (.alsaceMoselle, { row(of: HolidayTable.alsaceMoselle, year: $0) }),
        (.guyane, { _ in [HolidayTable.guyane] }),
        (.reunion, { _ in [HolidayTable.reunion] }),
        (.mayotte, { _ in [HolidayTable.mayotte] }),
        (.saintBarthelemy, { _ in [HolidayTable.saintBarthelemy] }),
        (.guadeloupe, { _ in ["0527"] }),
        (.martinique, { _ in ["0522"] }),
        (.saintMartin, { _ in ["0528"] }),
    ]

    static func row(of table: String, year: Int) -> [String] {
        let line = table.split(separator: "\n").first { $0.hasPrefix("\(year) ") } ?? ""
        return line.split(separator: " ").dropFirst().map(String.init)
    }

    @Test("every day from 2020 to 2035 is a holiday exactly where the table says so", arguments: 2020...2035)
    func table(year: Int) throws {
        for (region, extras) in Self.regions {
            let expected = Set(Self.row(of: HolidayTable.metropole, year: year) + extras(year))
            let holidays = PublicHolidays.france(region)

            let start = try #require(CivilDay(year: year, month: 1, day: 1))
            let days = (0..<366).map { start.adding(days: $0) }.filter { $0.year == year }
            let found = days.filter { holidays.contains($0) }.map { day in
                day.description.dropFirst(5).filter { $0 != "-" }
            }

            #expect(Set(found) == expected, "\(region)")
        }
    }

    @Test("the table covers every region")
    func complete() {
        #expect(Set(Self.regions.map(\.0)) == Set(FrenchRegion.allCases))
        #expect(Self.row(of: HolidayTable.metropole, year: 2026).count == 11)
    }

    @Test(
        "a day's holiday has a name",
        arguments: [
            ("2026-05-14", PublicHoliday.ascensionDay), ("2026-05-25", .whitMonday),
            ("2026-04-06", .easterMonday),
            ("2008-05-01", .labourDay), ("2026-12-26", .saintStephensDay), ("2026-04-03", .goodFriday),
        ])
    func names(text: String, holiday: PublicHoliday) throws {
        let day = try #require(CivilDay(text))

        #expect(PublicHolidays.france(.alsaceMoselle).holiday(on: day) == holiday)
    }

    @Test("of two holidays on one day the one with the fixed date gives the name, in every region")
    func twoOnOneDay() throws {
        let cases: [(String, FrenchRegion, PublicHoliday)] = [
            ("2031-05-22", .martinique, .abolitionOfSlavery), ("2031-05-22", .metropole, .ascensionDay),
            ("2008-05-01", .reunion, .labourDay),
        ]
        for (text, region, holiday) in cases {
            #expect(
                PublicHolidays.france(region).holiday(on: try #require(CivilDay(text))) == holiday, "\(text)")
        }
    }

    @Test(
        "days of local usage count only where they are asked for",
        arguments: [
            ("2026-03-12", FrenchRegion.guadeloupe, PublicHoliday.midLent),
            ("2026-04-03", .guadeloupe, .goodFriday), ("2026-07-21", .guadeloupe, .victorSchoelcherDay),
            ("2026-07-21", .martinique, .victorSchoelcherDay),
            ("2026-07-21", .saintMartin, .victorSchoelcherDay),
        ])
    func localUsage(text: String, region: FrenchRegion, holiday: PublicHoliday) throws {
        let day = try #require(CivilDay(text))

        #expect(PublicHolidays.france(region).holiday(on: day) == nil)
        #expect(PublicHolidays.france(region, localUsage: true).holiday(on: day) == holiday)
    }

    @Test("Saint-Martin's day moved in 2018")
    func saintMartin() throws {
        let holidays = PublicHolidays.france(.saintMartin)

        #expect(holidays.contains(try #require(CivilDay("2017-05-27"))))
        #expect(holidays.contains(try #require(CivilDay("2018-05-28"))))
        #expect(!holidays.contains(try #require(CivilDay("2018-05-27"))))
    }

    @Test("every name is there in both languages and used once")
    func uniqueNames() {
        #expect(Set(PublicHoliday.allCases.map(\.frenchName)).count == PublicHoliday.allCases.count)
        #expect(Set(PublicHoliday.allCases.map(\.englishName)).count == PublicHoliday.allCases.count)
    }

    @Test("each region's zone is in the time zone database", arguments: FrenchRegion.allCases)
    func zones(region: FrenchRegion) throws {
        #expect(try TimeZoneDatabase().rules(for: region.timeZone).identifier == region.timeZone)
    }
}

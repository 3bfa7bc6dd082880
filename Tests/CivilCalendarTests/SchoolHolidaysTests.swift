import CivilCalendar
import Testing

@Suite("SchoolHolidays")
struct SchoolHolidaysTests {
    @Test(
        "a holiday runs from the Saturday of the departure to the day before the return",
        arguments: [
            (SchoolZone.a, "2027-02-12", SchoolHolidays.Day.term), (.a, "2027-02-13", .off(.winter)),
            (.a, "2027-02-28", .off(.winter)), (.a, "2027-03-01", .term),
            (.b, "2027-02-19", .term), (.b, "2027-02-20", .off(.winter)), (.b, "2027-03-07", .off(.winter)),
            (.b, "2027-03-08", .term),
            (.c, "2027-02-05", .term), (.c, "2027-02-06", .off(.winter)), (.c, "2027-02-21", .off(.winter)),
            (.c, "2027-02-22", .term),
            (.a, "2027-04-10", .off(.spring)), (.b, "2027-04-17", .off(.spring)),
            (.c, "2027-04-03", .off(.spring)),
            (.c, "2026-10-17", .off(.allSaints)), (.c, "2026-11-02", .term),
            (.a, "2026-12-19", .off(.christmas)),
            (.a, "2027-01-03", .off(.christmas)), (.a, "2027-01-04", .term),
            (.b, "2027-05-06", .off(.ascension)), (.b, "2027-05-09", .off(.ascension)),
            (.b, "2027-05-10", .term),
            (.c, "2027-07-03", .off(.summer)), (.c, "2027-09-01", .off(.summer)), (.c, "2027-09-02", .term),
            // Easter Monday and 1 May follow two spring holidays of 2028.
            (.a, "2028-05-08", .off(.spring)), (.a, "2028-05-09", .term), (.c, "2028-05-01", .off(.spring)),
            (.b, "2025-04-21", .off(.spring)), (.b, "2025-04-22", .term),
        ])
    func days(zone: SchoolZone, text: String, expected: SchoolHolidays.Day) throws {
        #expect(SchoolHolidays(zone).lookup(try #require(CivilDay(text))) == expected)
    }

    @Test(
        "a departure after the classes of a weekday leaves that day to school",
        arguments: [
            (SchoolZone.reunion, "2024-12-19", SchoolHolidays.Day.term),
            (.reunion, "2024-12-20", .off(.australSummer)),
            (.guyane, "2026-04-01", .term), (.guyane, "2026-04-02", .off(.easter)),
            (.mayotte, "2026-04-30", .term), (.mayotte, "2026-05-01", .off(.spring)),
        ])
    func weekdayDepartures(zone: SchoolZone, text: String, expected: SchoolHolidays.Day) throws {
        #expect(SchoolHolidays(zone).lookup(try #require(CivilDay(text))) == expected)
    }

    @Test("outside of what the texts cover nothing is known")
    func coverage() throws {
        let zoneA = SchoolHolidays(.a)

        #expect(zoneA.coverage?.lowerBound.description == "2024-09-02")
        #expect(zoneA.coverage?.upperBound.description == "2028-07-04")
        #expect(zoneA.lookup(try #require(CivilDay("2024-09-01"))) == .outOfCoverage)
        #expect(zoneA.lookup(try #require(CivilDay("2024-09-02"))) == .term)
        #expect(zoneA.lookup(try #require(CivilDay("2028-07-04"))) == .term)
        #expect(zoneA.lookup(try #require(CivilDay("2028-07-05"))) == .outOfCoverage)
        #expect(zoneA.lookup(.first) == .outOfCoverage)
        #expect(zoneA.lookup(.last) == .outOfCoverage)
        #expect(SchoolHolidays(.corse).lookup(try #require(CivilDay("2026-11-23"))) == .outOfCoverage)
    }

    @Test(
        "a zone without a known text covers nothing", arguments: [SchoolZone.saintMartin, .saintBarthelemy])
    func uncovered(zone: SchoolZone) throws {
        #expect(SchoolHolidays(zone).coverage == nil)
        #expect(SchoolHolidays(zone).lookup(try #require(CivilDay("2026-01-01"))) == .outOfCoverage)
    }

    @Test(
        "every zone that is covered has school on some days and none on others",
        arguments: SchoolZone.allCases)
    func plausible(zone: SchoolZone) {
        let holidays = SchoolHolidays(zone)
        guard let coverage = holidays.coverage else { return }
        let count = coverage.lowerBound.days(until: coverage.upperBound) + 1

        let days = (0..<count).map { holidays.lookup(coverage.lowerBound.adding(days: $0)) }

        // A school year has 36 weeks of school: the rest, about a third of the days, is holidays.
        let off = days.filter { if case .off = $0 { true } else { false } }.count
        #expect((20...40).contains(off * 100 / count), "\(off) of \(count)")
        #expect(!days.contains(.outOfCoverage))
    }

    @Test("a region that lies in one zone has it; the mainland lies in several")
    func zonesOfRegions() {
        #expect(SchoolZone(.metropole) == nil)
        #expect(SchoolZone(.alsaceMoselle) == .b)
        #expect(FrenchRegion.allCases.compactMap { SchoolZone($0) }.count == FrenchRegion.allCases.count - 1)
    }

    @Test("every name is there in both languages and used once")
    func uniqueNames() {
        #expect(Set(SchoolBreak.allCases.map(\.frenchName)).count == SchoolBreak.allCases.count)
        #expect(Set(SchoolBreak.allCases.map(\.englishName)).count == SchoolBreak.allCases.count)
    }
}

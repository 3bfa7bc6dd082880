import CivilCalendar
import TestSupport
import Testing

/// Our calendars beside those of the PyPI package `holidays`.
@Suite("Calendars beside the package holidays", .timeLimit(.minutes(2)))
struct OtherCalendarsTests {
    static let years = 2020...2035

    /// Lines of a script's output, `KEY DAY`, as the days of each key.
    static func days(from script: String, _ arguments: [String]) throws -> [String: Set<String>] {
        var days: [String: Set<String>] = [:]
        for line in try OtherPrograms.python(script, arguments).split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            try #require(parts.count == 2, "\(line)")
            days[parts[0], default: []].insert(parts[1])
        }
        return days
    }

    static func days(of holidays: PublicHolidays) throws -> Set<String> {
        let first = try #require(CivilDay(year: years.lowerBound, month: 1, day: 1))
        let last = try #require(CivilDay(year: years.upperBound, month: 12, day: 31))
        return Set(
            (0...first.days(until: last)).map { first.adding(days: $0) }.filter(holidays.contains)
                .map(\.description))
    }

    @Test("every public holiday of France and its regions from 2020 to 2035 is the package's")
    func france() throws {
        let script = """
            import sys, holidays
            first, last = map(int, sys.argv[1:3])
            for pair in sys.argv[3:]:
                region, code = pair.split('=')
                for day in holidays.country_holidays('FR', subdiv=code or None, years=range(first, last + 1)):
                    print(region, day)
            """
        let codes: [(FrenchRegion, String)] = [
            (.metropole, ""), (.alsaceMoselle, "57"), (.alsaceMoselle, "6AE"), (.guadeloupe, "971"),
            (.martinique, "972"), (.guyane, "973"), (.reunion, "974"), (.mayotte, "976"),
            (.saintMartin, "MF"),
            (.saintBarthelemy, "BL"),
        ]

        // The package counts local usage.
        let theirs = try Self.days(
            from: script,
            ["\(Self.years.lowerBound)", "\(Self.years.upperBound)"]
                + codes.map { "\($0.0.rawValue)=\($0.1)" })

        for region in FrenchRegion.allCases {
            let ours = try Self.days(of: .france(region, localUsage: true))
            #expect(theirs[region.rawValue] == ours, "\(region)")
        }
        #expect(Set(codes.map(\.0)) == Set(FrenchRegion.allCases))
    }

    @Test("every national holiday of the neighbours from 2020 to 2035 is the package's, but for Sundays")
    func neighbours() throws {
        // The package lists what always falls on a Sunday; the law that we follow has every Sunday already.
        let script = """
            import sys, holidays
            first, last = map(int, sys.argv[1:3])
            sundays = {'Easter Sunday', 'Pentecost', 'National Unity Day'}
            for code in sys.argv[3:]:
                days = holidays.country_holidays(code, years=range(first, last + 1), language='en_US')
                for day in days:
                    if set(days.get_list(day)) - sundays:
                        print(code, day)
            """
        let countries = HolidayCountry.allCases.filter { $0 != .france }

        let theirs = try Self.days(
            from: script,
            ["\(Self.years.lowerBound)", "\(Self.years.upperBound)"] + countries.map(\.rawValue))

        for country in countries {
            let ours = try Self.days(of: .national(country))
            #expect(theirs[country.rawValue] == ours, "\(country)")
        }
    }

    @Test(
        "every school holiday of zones A, B and C is the package's on every day that our texts cover",
        arguments: [SchoolZone.a, .b, .c])
    func school(zone: SchoolZone) throws {
        let script = """
            import sys, holidays
            for day in holidays.country_holidays(
                'FR', subdiv='Zone ' + sys.argv[1], categories='school', years=range(2024, 2029)):
                print(sys.argv[1], day)
            """
        let ours = SchoolHolidays(zone)
        let coverage = try #require(ours.coverage)

        let theirs = try #require(Self.days(from: script, [zone.rawValue])[zone.rawValue])

        for offset in 0...coverage.lowerBound.days(until: coverage.upperBound) {
            let day = coverage.lowerBound.adding(days: offset)
            let isOff = if case .off = ours.lookup(day) { true } else { false }
            #expect(isOff == theirs.contains(day.description), "\(day)")
        }
    }
}

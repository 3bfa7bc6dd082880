import CivilCalendar
import OpeningHours
import Testing

@Suite("HolidayCalendar")
struct HolidayCalendarTests {
    static func states(
        of text: String, holidays: any HolidayCalendar, zone name: String = "Europe/Paris", at days: [String]
    ) throws -> [State] {
        let zone = try Sample.zone(name)
        let evaluator = Evaluator(
            try Schedule(parsing: text), in: Place(timeZone: zone, holidays: holidays))
        return try days.map { text in
            let day = try #require(CivilDay(text))
            return evaluator.status(at: zone.instant(of: day, secondOfDay: 12 * 3600)).state
        }
    }

    @Test("PH means the holidays of the country")
    func countries() throws {
        // The Belgian, German, Italian and Spanish national days of 2026 and 2027, all on weekdays.
        let days = ["2026-07-21", "2025-10-03", "2027-06-02", "2027-10-12", "2027-07-14"]
        let expected: [(HolidayCountry, [State])] = [
            (.belgium, [.closed, .open, .open, .open, .open]),
            (.germany, [.open, .closed, .open, .open, .open]),
            (.italy, [.open, .open, .closed, .open, .open]), (.spain, [.open, .open, .open, .closed, .open]),
            (.france, [.open, .open, .open, .open, .closed]),
        ]

        for (country, states) in expected {
            let found = try Self.states(
                of: "Mo-Fr 08:00-18:00; PH off", holidays: KnownHolidays(.national(country)),
                zone: country.timeZone, at: days)
            #expect(found == states, "\(country)")
        }
    }

    @Test("SH means the school holidays of the zone")
    func schoolZones() throws {
        let days = ["2027-02-10", "2027-02-24", "2027-03-03", "2026-12-28"]
        let expected: [(SchoolZone, [State])] = [
            (.a, [.closed, .open, .closed, .open]), (.b, [.closed, .open, .open, .open]),
            (.c, [.open, .closed, .closed, .open]),
        ]

        for (zone, states) in expected {
            let found = try Self.states(
                of: "SH 10:00-18:00", holidays: FrenchHolidays(.metropole, schoolZone: zone), at: days)
            #expect(found == states, "\(zone)")
        }
    }

    @Test("SH is unknown without a zone, abroad and on days that no text covers")
    func schoolUnknown() throws {
        let unknown = State.unknown(.holidayCalendarMissing)
        func state(_ holidays: any HolidayCalendar, _ day: String) throws -> [State] {
            try Self.states(of: "SH 10:00-18:00", holidays: holidays, at: [day])
        }

        #expect(try state(FrenchHolidays(.metropole), "2026-12-28") == [unknown])
        #expect(try state(KnownHolidays(.national(.belgium)), "2026-12-28") == [unknown])
        #expect(try state(FrenchHolidays(.metropole, schoolZone: .c), "2029-01-01") == [unknown])
        #expect(try state(FrenchHolidays(.reunion), "2026-12-28") == [unknown])
        // Alsace and Moselle lie in zone B.
        #expect(try state(FrenchHolidays(.alsaceMoselle), "2027-02-24") == [.open])
        #expect(try state(FrenchHolidays(.alsaceMoselle), "2027-02-10") == [.closed])
    }

    @Test("each day that the calendar does not know may be a holiday or not, whatever the others are")
    func unknownDaysAreIndependent() throws {
        let unknown = State.unknown(.holidayCalendarMissing)
        let texts: [(String, State)] = [
            // The day may be a holiday when the next one is none.
            ("PH 11:00-13:00; PH -1 day off", unknown), ("PH 11:00-13:00; SH off", unknown),
            // Of the same day, both hold or none.
            ("Mo-Su 08:00-18:00; PH off; PH 11:00-13:00", .open), ("PH 11:00-13:00; PH off", .closed),
            ("Mo-Su,PH 08:00-18:00", .open),
        ]

        for (text, state) in texts {
            let found = try Self.states(of: text, holidays: UndeterminedHolidays(), at: ["2026-11-25"])
            #expect(found == [state], "\(text)")
        }
    }

    @Test("where unknown days are too many to try every combination, nothing is said that is not sure")
    func manyUnknownDays() throws {
        let unknown = State.unknown(.holidayCalendarMissing)
        for (rules, shifts) in [(5, 7), (40, 7), (20, 20)] {
            let closed = (0..<rules).map { "PH +\($0 % shifts + 1) days off" }.joined(separator: "; ")
            let texts = [
                ("Mo-Su 08:00-18:00; \(closed)", unknown), ("\(closed); Mo-Su 08:00-18:00", State.open),
                ("Mo-Su 08:00-11:00; \(closed)", .closed),
            ]

            for (text, state) in texts {
                let found = try Self.states(of: text, holidays: UndeterminedHolidays(), at: ["2026-11-25"])
                #expect(found == [state], "\(text)")
            }
        }
    }

    @Test("a holiday has the name of its place")
    func names() throws {
        let unityDay = try #require(CivilDay("2026-10-03"))
        let christmas = try #require(CivilDay("2026-12-25"))
        let calendar = FrenchHolidays(.metropole, schoolZone: .a)

        let german = KnownHolidays(.national(.germany)).contains(.publicHoliday, unityDay)
        #expect(german == .holiday(name: "Tag der Deutschen Einheit"))
        #expect(calendar.contains(.publicHoliday, christmas) == .holiday(name: "Noël"))
        #expect(calendar.contains(.schoolHoliday, christmas) == .holiday(name: "Vacances de Noël"))
        #expect(calendar.contains(.publicHoliday, unityDay) == .notHoliday)
    }
}

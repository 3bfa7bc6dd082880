import CivilCalendar
import TestSupport
import Testing

@Suite("TimeLimit")
struct TimeLimitTests {
    static let metropole = PublicHolidays.france(.metropole)

    @Test(
        "the day of the event is not counted, and the end moves off days not worked",
        arguments: [
            ("2026-11-07", TimeLimit(.days(14), end: .nextWorkingDay), "2026-11-23"),
            ("2026-12-11", TimeLimit(.days(14), end: .nextWorkingDay), "2026-12-28"),
            ("2026-11-07", TimeLimit(.days(14)), "2026-11-21"),
            ("2026-11-07", TimeLimit(.weeks(2), end: .proceduralNextWorkingDay), "2026-11-23"),
            ("2027-01-31", TimeLimit(.months(1)), "2027-02-28"),
            ("2028-02-29", TimeLimit(.years(1)), "2029-02-28"),
            ("2026-07-15", TimeLimit(.months(1), end: .proceduralNextWorkingDay), "2026-08-17"),
            ("2026-04-30", TimeLimit(.workedDays(1)), "2026-05-04"),
            ("2026-04-30", TimeLimit(.businessDays(1)), "2026-05-02"),
            ("2026-05-06", TimeLimit(.workedDays(2)), "2026-05-11"),
            ("2026-11-20", TimeLimit(.hours(48)), "2026-11-22"),
            ("2026-11-20", TimeLimit(.hours(49), end: .nextWorkingDay), "2026-11-23"),
            ("2026-11-20", TimeLimit(.hours(1)), "2026-11-21"),
            ("2026-11-20", TimeLimit(.days(-3)), "2026-11-20"),
            ("2026-11-20", TimeLimit(.weeks(.max)), "9999-12-31"),
            ("2026-11-20", TimeLimit(.years(.max)), "9999-12-31"),
            ("2026-11-20", TimeLimit(.workedDays(.max)), "9999-12-31"),
        ])
    func lastDays(trigger: String, limit: TimeLimit, last: String) throws {
        let trigger = try #require(CivilDay(trigger))

        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == last)
    }

    @Test(
        "a message of Friday 18:00 has three different answers",
        arguments: [
            (TimeLimit(.hours(48)), "2026-11-22T18:00:00+01:00"),
            (TimeLimit(.businessDays(2)), "2026-11-24T00:00:00+01:00"),
            (TimeLimit(.workedDays(2)), "2026-11-25T00:00:00+01:00"),
            (TimeLimit(.hours(48), end: .nextWorkingDay), "2026-11-22T18:00:00+01:00"),
        ])
    func message(limit: TimeLimit, end: String) throws {
        let paris = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let friday = try Instant(parsing: "2026-11-20T18:00:00+01:00")

        let ends = limit.ends(after: friday, holidays: Self.metropole, zone: paris)

        #expect(paris.text(ends) == end)
    }

    @Test("a region's own holiday moves the end there and nowhere else")
    func regions() throws {
        let trigger = try #require(CivilDay("2025-12-12"))
        let limit = TimeLimit(.days(14), end: .nextWorkingDay)

        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == "2025-12-26")
        #expect(limit.lastDay(from: trigger, holidays: .france(.alsaceMoselle)).description == "2025-12-29")
    }

    @Test("hours are clock hours over the change to winter time")
    func hoursOverChange() throws {
        let paris = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let before = try Instant(parsing: "2026-10-24T18:00:00+02:00")

        let ends = TimeLimit(.hours(24)).ends(after: before, holidays: Self.metropole, zone: paris)

        #expect(paris.text(ends) == "2026-10-25T17:00:00+01:00")
    }

    @Test(
        "in the rule the day of the event does not count and the last day does",
        arguments: [
            // code civil 2228 and 2229, CPC 641 and 642, C. conso. L221-19
            ("2026-11-02", TimeLimit(.days(1)), "2026-11-03"),
            ("2026-11-02", TimeLimit(.weeks(1)), "2026-11-09"),
            ("2026-11-02", TimeLimit(.months(1)), "2026-12-02"),
            ("2026-11-02", TimeLimit(.years(1)), "2027-11-02"),
            ("2026-12-31", TimeLimit(.months(2)), "2027-02-28"),
            ("2026-02-28", TimeLimit(.months(1)), "2026-03-28"),
            ("2024-02-29", TimeLimit(.years(5)), "2029-02-28"),
        ])
    func withoutFirst(trigger: String, limit: TimeLimit, last: String) throws {
        let trigger = try #require(CivilDay(trigger))

        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == last)
    }

    @Test(
        "where the day of the event counts, the limit ends a day earlier",
        arguments: [
            ("2026-11-02", TimeLimit(.days(1), bounds: .withFirst), "2026-11-02"),
            ("2026-11-02", TimeLimit(.days(14), bounds: .withFirst), "2026-11-15"),
            ("2026-11-02", TimeLimit(.weeks(1), bounds: .withFirst), "2026-11-08"),
            ("2026-01-01", TimeLimit(.months(1), bounds: .withFirst), "2026-01-31"),
            ("2026-01-31", TimeLimit(.months(1), bounds: .withFirst), "2026-02-28"),
            ("2026-11-02", TimeLimit(.years(1), bounds: .withFirst), "2027-11-01"),
            // Friday counts itself; 11 November does not count.
            ("2026-11-06", TimeLimit(.workedDays(2), bounds: .withFirst), "2026-11-09"),
            ("2026-11-07", TimeLimit(.workedDays(1), bounds: .withFirst), "2026-11-09"),
            ("2026-11-07", TimeLimit(.businessDays(1), bounds: .withFirst), "2026-11-07"),
            ("2026-11-02", TimeLimit(.days(14), bounds: .withFirst, end: .nextWorkingDay), "2026-11-16"),
            ("2026-11-02", TimeLimit(.hours(24), bounds: .withFirst), "2026-11-03"),
        ])
    func withFirst(trigger: String, limit: TimeLimit, last: String) throws {
        let trigger = try #require(CivilDay(trigger))

        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == last)
    }

    @Test(
        "a délai franc counts neither end, and is then moved like any other",
        arguments: [
            ("2026-11-02", TimeLimit(.days(2), bounds: .withoutBoth), "2026-11-05"),
            ("2026-01-03", TimeLimit(.months(2), bounds: .withoutBoth), "2026-03-04"),
            (
                "2026-11-05", TimeLimit(.days(1), bounds: .withoutBoth, end: .proceduralNextWorkingDay),
                "2026-11-09"
            ),
            ("2026-11-06", TimeLimit(.workedDays(1), bounds: .withoutBoth), "2026-11-10"),
            ("2026-11-06", TimeLimit(.years(.max), bounds: .withoutBoth), "9999-12-31"),
        ])
    func withoutBoth(trigger: String, limit: TimeLimit, last: String) throws {
        let trigger = try #require(CivilDay(trigger))

        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == last)
    }

    @Test(
        "by Regulation 1182/71 a limit of two days or more holds two working days",
        arguments: [
            // Friday and two days: Sunday, moved to Monday, which would be the only working day.
            ("2026-11-06", 2, "2026-11-10"), ("2026-11-05", 2, "2026-11-09"), ("2026-11-02", 2, "2026-11-04"),
            // One day is no "two days or more".
            ("2026-11-06", 1, "2026-11-09"),
            // Christmas 2026 is a Friday.
            ("2026-12-24", 2, "2026-12-29"), ("2026-12-24", 4, "2026-12-29"), ("2026-12-24", 5, "2026-12-29"),
            ("2026-11-07", 14, "2026-11-23"),
        ])
    func unionRule(trigger: String, days: Int, last: String) throws {
        let trigger = try #require(CivilDay(trigger))
        let limit = TimeLimit(.days(days), end: .unionWorkingDay)

        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == last)
    }

    @Test(
        "each text decides whether a Saturday, a Sunday or a holiday moves the end",
        arguments: [
            // Saturday 21 November, Sunday 22 November, Christmas on a Friday, Easter Monday.
            ("2026-11-07", 14, "2026-11-21", "2026-11-23"), ("2026-11-08", 14, "2026-11-22", "2026-11-23"),
            ("2026-12-11", 14, "2026-12-25", "2026-12-28"), ("2027-03-15", 14, "2027-03-29", "2027-03-30"),
            ("2026-11-09", 14, "2026-11-23", "2026-11-23"),
        ])
    func ends(trigger: String, days: Int, fixed: String, moved: String) throws {
        let trigger = try #require(CivilDay(trigger))
        func last(_ end: TimeLimit.End) -> String {
            TimeLimit(.days(days), end: end).lastDay(from: trigger, holidays: Self.metropole).description
        }

        #expect(last(.fixed) == fixed)  // code civil 2229
        #expect(last(.nextWorkingDay) == moved)  // C. conso. L221-19
        #expect(last(.proceduralNextWorkingDay) == moved)  // CPC 642
        #expect(last(.unionWorkingDay) == moved)  // Regulation 1182/71, article 3 (4)
    }

    @Test("the holidays of another country move the end there")
    func abroad() throws {
        let trigger = try #require(CivilDay("2026-07-07"))
        let limit = TimeLimit(.days(14), end: .nextWorkingDay)

        #expect(limit.lastDay(from: trigger, holidays: .national(.belgium)).description == "2026-07-22")
        #expect(limit.lastDay(from: trigger, holidays: Self.metropole).description == "2026-07-21")
    }

    @Test("a limit never ends before its event, whatever the bounds and the end")
    func neverBackwards() throws {
        var generator = SeededGenerator(seed: 20_261_123)
        for _ in 0..<2000 {
            let trigger = CivilDay(dayNumber: Int32.random(in: 15_000...30_000, using: &generator))
            let count = Int.random(in: 1...40, using: &generator)
            let length = try #require(
                [
                    TimeLimit.Length.hours(count), .days(count), .weeks(count), .months(count), .years(count),
                    .workedDays(count), .businessDays(count),
                ].randomElement(using: &generator))
            let end = try #require(
                [TimeLimit.End.fixed, .nextWorkingDay, .proceduralNextWorkingDay, .unionWorkingDay]
                    .randomElement(using: &generator))
            func last(_ bounds: TimeLimit.Bounds) -> CivilDay {
                TimeLimit(length, bounds: bounds, end: end).lastDay(from: trigger, holidays: Self.metropole)
            }

            #expect(trigger <= last(.withFirst), "\(trigger) \(length) \(end)")
            #expect(last(.withFirst) <= last(.withoutFirst), "\(trigger) \(length) \(end)")
            #expect(last(.withoutFirst) <= last(.withoutBoth), "\(trigger) \(length) \(end)")
        }
    }
}

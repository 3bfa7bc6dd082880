import CivilCalendar
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
}

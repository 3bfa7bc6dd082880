import CivilCalendar
import Testing

@Suite("CivilDay")
struct CivilDayTests {
    @Test(
        "a date is its distance from 1970-01-01",
        arguments: [
            ("0001-01-01", -719_162), ("1969-12-31", -1), ("1970-01-01", 0), ("2000-02-29", 11_016),
            ("2026-11-22", 20_779), ("9999-12-31", 2_932_896),
        ] as [(String, Int32)])
    func dayNumbers(text: String, number: Int32) throws {
        let day = try #require(CivilDay(text))

        #expect(day.dayNumber == number)
        #expect(CivilDay(dayNumber: number).description == text)
    }

    @Test("every day of the calendar has components that make the same day again")
    func everyDay() {
        var (expectedYear, expectedMonth, expectedDay) = (1, 1, 1)
        for number in CivilDay.first.dayNumber...CivilDay.last.dayNumber {
            let day = CivilDay(dayNumber: number)
            let (year, month, dayOfMonth) = day.components
            guard year == expectedYear, month == expectedMonth, dayOfMonth == expectedDay,
                CivilDay(year: year, month: month, day: dayOfMonth) == day
            else {
                Issue.record("day \(number) is \(year)-\(month)-\(dayOfMonth)")
                return
            }
            expectedDay += 1
            if expectedDay > CivilDay.length(ofMonth: expectedMonth, year: expectedYear) {
                (expectedMonth, expectedDay) = (expectedMonth + 1, 1)
            }
            if expectedMonth > 12 { (expectedYear, expectedMonth) = (expectedYear + 1, 1) }
        }
    }

    @Test(
        "text that is not a date of the calendar is refused",
        arguments: [
            "", "2026-11-31", "2025-02-29", "1900-02-29", "0000-01-01", "10000-01-01", "2026-1-01",
            "2026-11-22 ", "2026/11/22", "２026-11-22", "-026-11-22", "2026-00-10", "2026-13-10",
        ])
    func refused(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test(
        "weekdays",
        arguments: [
            ("0001-01-01", Weekday.monday), ("1970-01-01", .thursday), ("2026-11-22", .sunday),
            ("2000-02-29", .tuesday), ("9999-12-31", .friday),
        ])
    func weekdays(text: String, weekday: Weekday) throws {
        #expect(try #require(CivilDay(text)).weekday == weekday)
    }

    @Test(
        "a month later is the same day number, else the last day of the month (CPC 641)",
        arguments: [
            ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-12-15", 1, "2027-01-15"),
            ("2026-03-31", -1, "2026-02-28"), ("2028-02-29", 12, "2029-02-28"),
            ("2026-05-31", 0, "2026-05-31"),
            ("2026-01-15", -1, "2025-12-15"), ("9999-12-31", 1, "9999-12-31"),
            ("0001-01-01", -1, "0001-01-01"),
            ("2026-01-15", .max, "9999-12-31"), ("2026-01-15", .min, "0001-01-01"),
        ])
    func months(start: String, count: Int, end: String) throws {
        #expect(try #require(CivilDay(start)).adding(months: count).description == end)
    }

    @Test(
        "days are added within the calendar and stop at its edges",
        arguments: [
            ("2026-12-31", 1, "2027-01-01"), ("2026-03-01", -1, "2026-02-28"),
            ("2026-03-01", .max, "9999-12-31"),
            ("2026-03-01", .min, "0001-01-01"), ("9999-12-31", 1, "9999-12-31"),
        ])
    func days(start: String, count: Int, end: String) throws {
        #expect(try #require(CivilDay(start)).adding(days: count).description == end)
    }

    @Test("a number outside the calendar gives its edge")
    func clamped() {
        #expect(CivilDay(dayNumber: .min) == .first)
        #expect(CivilDay(dayNumber: .max) == .last)
    }

    @Test("the position in the year counts 29 February")
    func dayOfYear() throws {
        #expect(try #require(CivilDay("2026-12-31")).dayOfYear == 365)
        #expect(try #require(CivilDay("2028-12-31")).dayOfYear == 366)
        #expect(try #require(CivilDay("2028-03-01")).dayOfYear == 61)
    }

    @Test(
        "Easter Sunday",
        arguments: [
            (1818, "1818-03-22"), (1943, "1943-04-25"), (2008, "2008-03-23"), (2011, "2011-04-24"),
            (2024, "2024-03-31"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"),
        ])
    func easter(year: Int, date: String) {
        #expect(CivilDay.easterSunday(ofYear: year).description == date)
    }
}

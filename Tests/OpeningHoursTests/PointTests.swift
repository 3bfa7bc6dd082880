import CivilCalendar
import OpeningHours
import Testing

@Suite("Points in time")
struct PointTests {
    @Test(
        "a point lasts a minute, and a row of points ends with the last that fits",
        arguments: [
            ("Mo 10:00", ["10:00"]),
            ("Mo 10:00,16:30", ["10:00", "16:30"]),
            ("Mo 09:00-12:00/90", ["09:00", "10:30", "12:00"]),
            ("Mo 09:00-12:00/01:20", ["09:00", "10:20", "11:40"]),
            ("Mo 23:00-01:00/60; Tu off", ["23:00"]),
            ("Mo 23:59", ["23:59"]),
        ])
    func points(text: String, expected: [String]) throws {
        let schedule = try Schedule(parsing: text, points: true)
        let evaluator = Evaluator(schedule, in: try Sample.paris())
        let start = try Instant(parsing: "2026-11-23T00:00+01:00")

        let open = evaluator.intervals(in: start..<start.adding(hours: 48)).filter { $0.state == .open }

        let zone = try Sample.zone("Europe/Paris")
        #expect(open.map { String(zone.text($0.range.lowerBound).dropFirst(11).prefix(5)) } == expected)
        #expect(open.allSatisfy { $0.range.lowerBound.seconds(until: $0.range.upperBound) == 60 })
    }

    @Test("a row over midnight goes on in the next day")
    func overnight() throws {
        let schedule = try Schedule(parsing: "Mo 23:00-01:00/60", points: true)
        let evaluator = Evaluator(schedule, in: try Sample.paris())
        let start = try Instant(parsing: "2026-11-23T00:00+01:00")

        let open = evaluator.intervals(in: start..<start.adding(hours: 48)).filter { $0.state == .open }

        #expect(open.map { start.seconds(until: $0.range.lowerBound) / 3600 } == [23, 24, 25])
    }
}

import CivilCalendar
import OpeningHours
import Testing

/// Nights in which the clock changes, as time passes: a sign for each half hour from a moment on.
///
/// Above each drawing, what the clock shows: `02` at the full hour, `''` at the half.
@Suite("Nights with a clock change, drawn")
struct NightTableTests {
    struct Night: Sendable, CustomTestStringConvertible {
        let zone: String
        /// The first moment, in UTC.
        let from: String
        let clock: String
        let rows: [(text: String, drawing: String)]

        var testDescription: String { "\(zone) \(from)" }
    }

    static let nights = [
        Night(
            zone: "Europe/Paris", from: "2026-03-28T22:00Z", clock: "23''00''01''03''04''05''",
            rows: [
                ("22:00-02:30", "# # # # # # . . . . . . "),
                ("02:00-03:00", ". . . . . . . . . . . . "),
                ("02:30-04:00", ". . . . . . # # . . . . "),
                ("Su 00:00-24:00", ". . # # # # # # # # # # "),
                ("03:00-04:30", ". . . . . . # # # . . . "),
            ]),
        Night(
            zone: "Europe/Paris", from: "2026-10-24T22:00Z", clock: "00''01''02''02''03''04''",
            rows: [
                ("01:00-02:30", ". . # # # . . . . . . . "),
                ("02:00-03:00", ". . . . # # # # . . . . "),
                ("02:30-03:30", ". . . . . # # # # . . . "),
                ("03:00-04:00", ". . . . . . . . # # . . "),
            ]),
        Night(
            zone: "America/New_York", from: "2026-11-01T04:00Z", clock: "00''01''01''02''03''",
            rows: [
                ("00:30-01:30", ". # # . . . . . . . "),
                ("01:30-02:30", ". . . # # # # . . . "),
            ]),
        Night(
            zone: "America/New_York", from: "2026-03-08T05:00Z", clock: "00''01''03''04''",
            rows: [
                ("01:30-02:30", ". . . # . . . . "),
                ("02:30-03:30", ". . . . # . . . "),
            ]),
        Night(
            zone: "America/Sao_Paulo", from: "2018-11-04T01:00Z", clock: "22''23''01''02''",
            rows: [
                ("Sa 22:00-24:00", "# # # # . . . . "),
                ("Sa 23:00-00:30", ". . # # . . . . "),
                ("Su 00:00-02:00", ". . . . # # . . "),
                ("Su 00:30-01:30", ". . . . # . . . "),
                ("Sa off; Su", ". . . . # # # # "),
            ]),
        Night(
            zone: "Pacific/Apia", from: "2011-12-30T08:00Z", clock: "22''23''00''01''",
            rows: [
                ("Th 22:00-24:00", "# # # # . . . . "),
                ("Th 22:00-25:00", "# # # # . . . . "),
                ("Fr", ". . . . . . . . "),
                ("Sa", ". . . . # # # # "),
                ("Fr 23:00-25:00", ". . . . # # . . "),
            ]),
        Night(
            zone: "Australia/Lord_Howe", from: "2026-10-03T14:30Z", clock: "01''''03''04",
            rows: [
                ("01:00-02:00", "# # . . . . "),
                ("02:00-02:30", ". . . . . . "),
                ("02:00-03:00", ". . # . . . "),
                ("02:30-03:00", ". . # . . . "),
            ]),
        Night(
            zone: "Australia/Lord_Howe", from: "2027-04-03T14:00Z", clock: "01''''02''03''",
            rows: [
                ("01:00-02:00", "# # # . . . . "),
                ("01:00-01:30", "# . . . . . . "),
                ("01:30-02:00", ". # # . . . . "),
            ]),
    ]

    @Test("night", arguments: nights)
    func night(_ night: Night) throws {
        let start = try Instant(parsing: night.from)
        let zone = try Sample.zone(night.zone)

        let clock = (0..<night.clock.count / 2).map { step in
            let time = zone.civilTime(at: start.adding(seconds: Int64(step) * 1800))
            return time.minute == 0 ? (time.hour < 10 ? "0\(time.hour)" : "\(time.hour)") : "''"
        }
        #expect(clock.joined() == night.clock)
        for row in night.rows {
            let evaluator = try Sample.evaluator(row.text, zone: night.zone)
            let steps = row.drawing.count / 2
            let range = start..<start.adding(seconds: Int64(steps) * 1800)

            let drawn = (0..<steps).map { step in
                evaluator.isOpen(at: start.adding(seconds: Int64(step) * 1800)) ? "# " : ". "
            }

            #expect(drawn.joined() == row.drawing, "\(row.text)")
            // Walking from change to change tells the same story, without empty parts.
            for interval in evaluator.intervals(in: range) {
                #expect(interval.range.lowerBound < interval.range.upperBound)
                #expect(evaluator.isOpen(at: interval.range.lowerBound) == (interval.state == .open))
                let last = interval.range.upperBound.adding(seconds: -1)
                #expect(
                    evaluator.isOpen(at: last) == (interval.state == .open), "\(row.text) \(zone.text(last))")
            }
        }
    }
}

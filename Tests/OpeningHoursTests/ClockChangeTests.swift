import CivilCalendar
import OpeningHours
import TestSupport
import Testing

@Suite("Clock changes")
struct ClockChangeTests {
    @Test(
        "a skipped time is the moment of the change, a repeated one its first occurrence",
        arguments: [
            (
                "Europe/Paris", "22:00-02:30", "2026-03-28T22:00",
                ["2026-03-28T22:00:00+01:00 2026-03-29T03:00:00+02:00"]
            ),
            ("Europe/Paris", "02:15-02:45", "2026-03-29T00:00", []),
            (
                "Europe/Paris", "02:30-05:00", "2026-03-29T00:00",
                ["2026-03-29T03:00:00+02:00 2026-03-29T05:00:00+02:00"]
            ),
            (
                "Europe/Paris", "01:00-02:30", "2026-10-25T00:00",
                ["2026-10-25T01:00:00+02:00 2026-10-25T02:30:00+02:00"]
            ),
            (
                "Europe/Paris", "02:30-04:00", "2026-10-25T00:00",
                ["2026-10-25T02:30:00+02:00 2026-10-25T04:00:00+01:00"]
            ),
            (
                "Europe/Paris", "02:00-03:00", "2026-10-25T00:00",
                ["2026-10-25T02:00:00+02:00 2026-10-25T03:00:00+01:00"]
            ),
            (
                "America/New_York", "01:30-03:00", "2026-11-01T00:00",
                ["2026-11-01T01:30:00-04:00 2026-11-01T03:00:00-05:00"]
            ),
            (
                "America/Sao_Paulo", "Su 00:00-02:00", "2018-11-04T01:00",
                ["2018-11-04T01:00:00-02:00 2018-11-04T02:00:00-02:00"]
            ),
            (
                "America/Sao_Paulo", "Sa 22:00-00:30", "2018-11-03T12:00",
                ["2018-11-03T22:00:00-03:00 2018-11-04T01:00:00-02:00"]
            ),
            (
                "America/Sao_Paulo", "Sa 23:30-01:00", "2018-02-17T12:00",
                ["2018-02-17T23:30:00-02:00 2018-02-18T01:00:00-03:00"]
            ),
            ("Pacific/Apia", "Fr 10:00-12:00", "2011-12-29T12:00", []),
            (
                "Pacific/Apia", "Th 22:00-26:00; Sa 05:00-07:00", "2011-12-29T12:00",
                [
                    "2011-12-29T22:00:00-10:00 2011-12-31T00:00:00+14:00",
                    "2011-12-31T05:00:00+14:00 2011-12-31T07:00:00+14:00",
                ]
            ),
            (
                "Australia/Lord_Howe", "01:45-03:00", "2026-10-04T00:00",
                ["2026-10-04T01:45:00+10:30 2026-10-04T03:00:00+11:00"]
            ),
            (
                "Australia/Lord_Howe", "01:45-03:00", "2027-04-04T00:00",
                ["2027-04-04T01:45:00+11:00 2027-04-04T03:00:00+10:30"]
            ),
        ])
    func intervals(zone: String, text: String, from: String, expected: [String]) throws {
        let rules = try Sample.zone(zone)
        let evaluator = try Sample.evaluator(text, zone: zone)
        let day = try #require(CivilDay(String(from.prefix(10))))
        let hour = try #require(Int(from.dropFirst(11).prefix(2)))
        let start = rules.instant(of: day, secondOfDay: hour * 3600)

        let shown = evaluator.text(in: start..<start.adding(hours: 20), zone: rules)

        #expect(shown == expected)
    }

    @Test("a repeated hour has one state: that of the plan up to the repeat, then on")
    func repeatedHour() throws {
        let evaluator = try Sample.evaluator("01:00-02:30")
        let firstTime = try Instant(parsing: "2026-10-25T02:15+02:00")
        let secondTime = try Instant(parsing: "2026-10-25T02:15+01:00")

        #expect(evaluator.isOpen(at: firstTime))
        #expect(!evaluator.isOpen(at: secondTime))
        #expect(evaluator.nextChange(after: firstTime) == firstTime.adding(seconds: 900))
    }

    @Test(
        "property: intervals tile the range, and status and next change agree with them",
        arguments: 0..<60 as Range<UInt64>)
    func intervalsAgree(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let text = RandomSchedule.text(using: &random)
        guard case .success(let schedule) = Schedule.parse(text, mode: .lenient).schedule else { return }
        let zone = random.pick(["Europe/Paris", "America/Sao_Paulo", "Pacific/Apia", "Australia/Lord_Howe"])
        let place = Place(timeZone: try Sample.zone(zone), holidays: FrenchHolidays(.metropole))
        let evaluator = Evaluator(schedule, in: place)
        let start = Instant(
            secondsSinceEpoch: random.pick([1_324_900_000, 1_541_000_000, 1_774_500_000, 1_792_700_000]))
        let range = start..<start.adding(hours: 24 * 20)

        let intervals = Array(evaluator.intervals(in: range))

        #expect(intervals.first?.range.lowerBound == range.lowerBound)
        #expect(intervals.last?.range.upperBound == range.upperBound)
        for (left, right) in zip(intervals, intervals.dropFirst()) {
            #expect(
                left.range.upperBound == right.range.lowerBound
                    && left.range.lowerBound < left.range.upperBound)
            #expect(left.state != right.state || left.comment != right.comment)
            #expect(evaluator.nextChange(after: left.range.lowerBound, of: .any) == left.range.upperBound)
        }
        for interval in intervals {
            var moment = interval.range.lowerBound
            while moment < interval.range.upperBound {
                let second = evaluator.intervals(in: moment..<moment.adding(seconds: 1)).first { _ in true }
                #expect(second?.state == interval.state && second?.comment == interval.comment, "\(text)")
                #expect(evaluator.isOpen(at: moment) == (interval.state == .open))
                moment = moment.adding(seconds: 19 * 60 + 7)
            }
        }
    }
}

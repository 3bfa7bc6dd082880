import CivilCalendar
import Foundation
import OpeningHours
import TestSupport
import Testing

/// Our intervals beside those of opening-hours-py 2.1.4, where that engine follows the specification.
///
/// Asked in UTC, because the two engines differ on purpose in the hour that a clock repeats and in the one it skips.
@Suite("The engine agrees with another one where that one is right")
struct DifferentialTests {
    /// What is left out, and why: there the other engine departs from the specification.
    struct Exclusion: Sendable {
        let reason: String
        /// Where the engines differ for this reason.
        let example: String
        let applies: @Sendable (Schedule) -> Bool

        init(_ reason: String, example: String, applies: @escaping @Sendable (Schedule) -> Bool) {
            self.reason = reason
            self.example = example
            self.applies = applies
        }
    }

    static let exclusions: [Exclusion] = [
        Exclusion("it has no school holidays", example: "SH 10:00-12:00") { $0.usesSchoolHolidays },
        Exclusion("its guess for an open end is until midnight", example: "Mo 18:00+") { schedule in
            schedule.times.contains { span in
                switch span {
                case .openEnd, .span(_, _, isOpenEnded: true): true
                case .span, .point, .points: false
                }
            }
        },
        Exclusion("it refuses weeks over the turn of the year", example: "week 50-02 Mo 10:00-12:00") {
            schedule in
            schedule.rules.contains { $0.selectors.weeks.contains { $0.first > $0.last } }
        },
        Exclusion("it refuses a comment before the days", example: "\"in season\": Mo 10:00-12:00") {
            schedule in
            schedule.rules.contains { $0.selectors.label != nil }
        },
        Exclusion("it refuses every n-th day of a range of dates", example: "Apr 10-30/3 10:00-12:00") {
            schedule in
            schedule.dates.contains { range in
                switch range {
                case .dates(_, _, let step): step > 1
                case .months, .onwards: false
                }
            }
        },
        Exclusion(
            "it takes the year of a date in a list for the years of the rule",
            example: "Jan 02,2028 Oct 10:00-12:00"
        ) { schedule in
            schedule.rules.contains { rule in
                let selectors = rule.selectors
                return (selectors.dates.count > 1 || !selectors.years.isEmpty)
                    && selectors.dates.contains { $0.namesYear }
            }
        },
        Exclusion(
            "it ends months that go over the turn of the year in the year before them",
            example: "2028 Dec-Aug 10:00-12:00"
        ) { schedule in
            schedule.dates.contains { range in
                switch range {
                case .months(.some, let first, let last): first > last
                case .months, .dates, .onwards: false
                }
            }
        },
        Exclusion(
            "it leaves a date with +We where it is when that is a Wednesday", example: "Sep 27+We 10:00-12:00"
        ) { schedule in
            schedule.dates.contains { $0.bounds.contains { $0.weekdayShift != nil } }
        },
        Exclusion("it reads PH Mo-Fr as either, not as both", example: "PH Mo-Fr 10:00-12:00") { schedule in
            schedule.rules.contains {
                !$0.selectors.weekdays.isEmpty && !$0.selectors.holidays.isEmpty
                    && $0.selectors.holidayJoin == .intersection
            }
        },
        Exclusion(
            "it decides a fallback for the whole day, not for each moment",
            example: "Mo-Fr 09:00-12:00 || Mo 08:00-14:00 unknown"
        ) { schedule in
            schedule.rules.contains { $0.separator == .fallback }
        },
        Exclusion(
            "an earlier rule that matches the next day cuts a span over midnight",
            example: "Th 10:00-12:00; We 22:00-04:00"
        ) { schedule in
            schedule.rules.count > 1
                && schedule.times.contains { span in
                    if case .span(_, .clock(let end), _) = span { end.minutes > 1440 } else { false }
                }
        },
    ]

    static let expressionsCount = 600

    /// Random expressions of the language that no exclusion applies to, in canonical form.
    static func expressions() -> [Schedule] {
        var found: [Schedule] = []
        var seed: UInt64 = 10_000
        while found.count < expressionsCount, seed < 60_000 {
            var source = RandomExpression(seed: seed)
            seed += 1
            guard let schedule = try? RandomExpression.schedule(source.text()),
                !exclusions.contains(where: { $0.applies(schedule) })
            else { continue }
            found.append(schedule)
        }
        return found
    }

    /// Reads a JSON array of expressions, writes a line of intervals for each: minutes since the start of the range.
    private static let peer = """
        import datetime, json, sys
        import opening_hours
        start, end = (datetime.datetime.fromisoformat(text) for text in sys.argv[2:4])
        for text in json.load(open(sys.argv[1], encoding="utf-8")):
            try:
                hours = opening_hours.OpeningHours(text, country="FR")
            except Exception as error:
                print("refused:", str(error).splitlines()[0])
                continue
            shown = []
            for begin, until, state, comment in hours.intervals(start, end):
                minutes = [int((moment - start).total_seconds() // 60) for moment in (begin, min(until or end, end))]
                if minutes[0] < minutes[1]:
                    shown.append(f"{minutes[0]}-{minutes[1]} {state} {comment}".strip())
            print("; ".join(shown))
        """

    private static func ours(_ schedule: Schedule, in range: Range<Instant>) -> String {
        let place = Place(timeZone: .utc, holidays: FrenchHolidays(.metropole))
        return Evaluator(schedule, in: place).intervals(in: range).map { interval in
            let minutes = [interval.range.lowerBound, interval.range.upperBound].map {
                range.lowerBound.seconds(until: $0) / 60
            }
            let state =
                switch interval.state {
                case .open: "open"
                case .closed: "closed"
                case .unknown: "unknown"
                }
            let comment = interval.comment.map { " \($0)" } ?? ""
            return "\(minutes[0])-\(minutes[1]) \(state)\(comment)"
        }.joined(separator: "; ")
    }

    /// Both answers for each expression over the same year, which has 29 February.
    private static func answers(_ expressions: [Schedule]) throws -> [(
        schedule: Schedule, ours: String, theirs: String
    )] {
        let folder = try OtherPrograms.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "expressions.json")
        try JSONEncoder().encode(expressions.map(\.description)).write(to: file)
        let (from, to) = ("2027-12-20T00:00:00", "2028-12-20T00:00:00")
        let range = try Instant(parsing: from + "Z")..<Instant(parsing: to + "Z")
        let theirs = try OtherPrograms.python(peer, [file.path, from, to])
            .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        #expect(theirs.count == expressions.count)
        return zip(expressions, theirs).map { ($0, ours($0, in: range), $1) }
    }

    @Test("property: a year of intervals of random expressions is the same")
    func year() throws {
        let expressions = Self.expressions()
        #expect(expressions.count == Self.expressionsCount)

        for (schedule, ours, theirs) in try Self.answers(expressions) where ours != theirs {
            let parts = zip(ours.split(separator: ";"), theirs.split(separator: ";")).first { $0 != $1 }
            Issue.record(
                "\(schedule): \(parts?.0 ?? ours.prefix(80)), theirs \(parts?.1 ?? theirs.prefix(80))")
        }
    }

    @Test("what is left out is left out with reason: the other engine answers each example differently")
    func exclusionsHold() throws {
        let examples = try Self.exclusions.map { try Schedule(parsing: $0.example) }

        for ((schedule, ours, theirs), exclusion) in zip(try Self.answers(examples), Self.exclusions) {
            #expect(exclusion.applies(schedule), "\(schedule)")
            #expect(ours != theirs, "\(exclusion.reason): \(schedule)")
        }
    }
}

extension Schedule {
    fileprivate var times: [TimeSpan] { rules.flatMap(\.selectors.times) }
    fileprivate var dates: [DateRange] { rules.flatMap(\.selectors.dates) }
}

extension DateRange {
    fileprivate var bounds: [DateBound] {
        switch self {
        case .months: []
        case .dates(let first, let last, _): [first, last]
        case .onwards(let first): [first]
        }
    }

    fileprivate var namesYear: Bool {
        switch self {
        case .months(let year, _, _): year != nil
        case .dates, .onwards: bounds.contains { $0.year != nil }
        }
    }
}

import CivilCalendar
import Foundation
import OpeningHours
import OpeningHoursFoundation
import Testing

@Suite("Opening hours by Foundation's dates")
struct DateTests {
    private let evaluator: Evaluator

    init() throws {
        evaluator = Evaluator(
            try Schedule(parsing: "Mo-Fr 09:00-18:00"),
            in: Place(timeZone: try TimeZoneDatabase().rules(for: "Europe/Paris")))
    }

    /// 2026-11-23, a Monday, 09:00 in Paris.
    private let nine = Date(timeIntervalSince1970: 1_795_420_800)

    @Test("a date is asked as the second that it lies in")
    func fractions() {
        #expect(!evaluator.isOpen(at: nine.addingTimeInterval(-0.001)))
        #expect(evaluator.isOpen(at: nine))
        #expect(evaluator.isOpen(at: nine.addingTimeInterval(9 * 3600 - 0.001)))
        #expect(!evaluator.isOpen(at: nine.addingTimeInterval(9 * 3600)))
    }

    @Test("answers are dates, and later than the question")
    func answers() {
        let justBefore = nine.addingTimeInterval(-0.5)

        #expect(evaluator.nextChange(after: justBefore) == nine)
        #expect(evaluator.nextOpening(onOrAfter: justBefore) == nine)
        #expect(
            evaluator.nextOpening(onOrAfter: nine.addingTimeInterval(0.5)) == nine.addingTimeInterval(0.5))
        #expect(evaluator.status(at: nine).untilDate == nine.addingTimeInterval(9 * 3600))
        #expect(evaluator.explain(at: nine).outcomes == [.won])
    }

    @Test("intervals have dates")
    func intervals() {
        let day = nine.addingTimeInterval(-3600)..<nine.addingTimeInterval(12 * 3600)

        let open = evaluator.intervals(in: day).filter { $0.state == .open }.map(\.dates)

        #expect(open == [nine..<nine.addingTimeInterval(9 * 3600)])
    }

    @Test(
        "dates that cannot be counted are taken for an end of time",
        arguments: [.nan, .infinity, -.infinity, 1e300])
    func uncountable(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)

        #expect(!evaluator.isOpen(at: date))
        #expect(Instant(date).secondsSinceEpoch == (seconds > 0 ? .max : .min))
    }
}

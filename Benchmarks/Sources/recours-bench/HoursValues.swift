import CivilCalendar
import OpeningHours

/// The twelve kinds of opening hours that channels have, and the moments they are asked for.
///
/// `peers/opening_hours_py.py` has the same values and the same number of moments of the same year.
struct HoursValues {
    static let reference = "Mo-Sa 06:00-24:00; Su 10:00-19:00; PH off"

    static let texts = [
        "24/7",
        "Mo-Fr 09:00-18:00",
        "Mo-Fr 09:00-18:00; PH off",
        "Mo-Fr 09:00-18:00; PH unknown",
        reference,
        "Fr,Sa 22:00-04:00",
        "Apr 01-Oct 15 09:00-19:00",
        "week 01-53/2 Mo-Fr 09:00-12:00",
        "Mo[1],Th[-1] 14:00-17:00",
        "Mo-Fr 09:00-18:00 \"by appointment\"",
        "Mo-Fr 09:00-12:00 || \"call\"",
        "Mo-Fr 18:00+",
    ]

    let place: Place
    let evaluators: [Evaluator]
    let moments: [Instant]
    /// 2026 in Paris.
    let year: Range<Instant>

    init() throws {
        let zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let place = Place(timeZone: zone, holidays: FrenchHolidays(.metropole))
        self.place = place
        evaluators = try Self.texts.map { Evaluator(try Schedule(parsing: $0), in: place) }
        let first = zone.startOfDay(CivilDay(dayNumber: Self.firstDay))
        year = first..<zone.startOfDay(CivilDay(dayNumber: Self.firstDay + 365))
        let seconds = first.seconds(until: year.upperBound)
        // Steps of a prime length: every hour and every season come up, in an order no branch predictor knows.
        moments = (0..<4096).map { first.adding(seconds: $0 * 7_654_321 % seconds) }
    }

    /// 2026-01-01.
    private static let firstDay: Int32 = 20_454

    /// How long the reference value is open in the year, counted day by day from the text.
    var referenceOpen: Duration {
        let holidays = PublicHolidays.france(.metropole)
        let days = (0..<365).map { CivilDay(dayNumber: Self.firstDay + $0) }
        let hours = days.map { holidays.contains($0) ? 0 : $0.weekday == .sunday ? 9 : 18 }
        return .seconds(hours.reduce(0, +) * 3600)
    }

    /// Ends with an error when answers that are found in different ways differ.
    func check() throws {
        for (text, evaluator) in zip(Self.texts, evaluators) {
            let intervals = Array(evaluator.intervals(in: year))
            for moment in moments {
                guard let interval = intervals.first(where: { $0.range.contains(moment) }),
                    evaluator.isOpen(at: moment) == (interval.state == .open)
                else { throw WrongResult(description: "\(text) has two answers at \(moment)") }
                let end = interval.range.upperBound
                guard end == year.upperBound || evaluator.nextChange(after: moment, of: .any) == end
                else { throw WrongResult(description: "\(text) changes at two moments after \(moment)") }
            }
        }
        guard let reference = Self.texts.firstIndex(of: Self.reference),
            evaluators[reference].duration(of: .open, in: year) == referenceOpen
        else { throw WrongResult(description: "the reference value has other hours in 2026") }
    }
}

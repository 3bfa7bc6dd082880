import CivilCalendar
import OpeningHours

/// What `recours hours` tells of a schedule at a moment.
struct HoursReport {
    /// The expression as it was typed.
    let text: String
    let schedule: Schedule
    let diagnostics: [Diagnostic]
    let place: HoursPlace
    let now: Instant
    let status: Status
    /// The next moment at which it is open; nil when it is open now, or never again.
    let nextOpening: Instant?
    /// Seven days, today first.
    let week: [Day]

    /// A day of the week to come.
    struct Day {
        let day: CivilDay
        let isToday: Bool
        let holiday: PublicHoliday?
        /// The holiday's name in the language of the country.
        let holidayName: String?
        /// Empty for a day that the zone skips.
        let range: Range<Instant>
        let parts: [OpenParts.Part]
    }

    /// - Parameter place: makes the place when it is known what the schedule needs.
    /// - Throws: `HoursFault` when the expression cannot be read, and what `place` throws.
    init(
        _ text: String, at now: Instant, in place: (Schedule) throws(HoursFault) -> HoursPlace
    ) throws(HoursFault) {
        let (result, diagnostics) = Schedule.parse(text)
        let schedule: Schedule
        do throws(ParseError) { schedule = try result.get() } catch { throw HoursFault(error) }
        let place = try place(schedule)
        let evaluator = Evaluator(schedule, in: place.place)
        self.text = text
        self.schedule = schedule
        self.diagnostics = diagnostics
        self.place = place
        self.now = now
        status = evaluator.status(at: now)
        nextOpening = evaluator.isOpen(at: now) ? nil : evaluator.nextOpening(onOrAfter: now)
        let today = place.timeZone.day(at: now)
        week = (0..<7).map { index in Self.day(today.adding(days: index), today: today, evaluator, place) }
    }

    private static func day(
        _ day: CivilDay, today: CivilDay, _ evaluator: Evaluator, _ place: HoursPlace
    ) -> Day {
        let start = place.timeZone.startOfDay(day)
        let range = start..<max(start, place.timeZone.endOfDay(day))
        return Day(
            day: day, isToday: day == today, holiday: place.publicHolidays?.holiday(on: day),
            holidayName: place.publicHolidays?.localName(on: day), range: range,
            parts: Array(OpenParts(evaluator, in: range)))
    }

    /// The text of the rule that decides now; nil when none does.
    var decidingRule: String? {
        guard let index = status.ruleIndex, schedule.rules.indices.contains(index) else { return nil }
        let range = schedule.rules[index].sourceRange
        let bytes = Array(text.utf8)
        guard range.upperBound <= bytes.count else { return nil }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether the sun's times are those of the time zone's principal location.
    var guessesPosition: Bool {
        switch place.place.position {
        case .principalLocation: schedule.usesSunEvents
        case .exact, nil: false
        }
    }

    /// Whether something in the week depends on holidays that are not known here.
    var lacksHolidays: Bool {
        let kinds = [
            schedule.usesPublicHolidays ? HolidayKind.publicHoliday : nil,
            schedule.usesSchoolHolidays ? .schoolHoliday : nil,
        ]
        return kinds.contains { kind in
            guard let kind else { return false }
            return week.contains { place.place.holidays.contains(kind, $0.day) == .outOfCoverage }
        }
    }
}

public import CivilCalendar

/// A schedule at a place, ready to be asked.
///
/// Cheap to copy, and safe to ask from many threads at once. Each table of days is made at the first question
/// about its year and kept.
///
/// Spans are made of clock times and become moments by `TimeZoneRules.instant(of:secondOfDay:)`: a time that
/// the clock skips is the moment of the change, a repeated one its first occurrence. Moments outside the
/// years 1 to 9999 are taken for the calendar's nearest edge.
public struct Evaluator: Sendable {
    /// The schedule that is asked.
    public let schedule: Schedule
    let timetable: Timetable

    /// Years that a search goes beyond its start, or beyond the last year that the schedule names.
    ///
    /// The Gregorian calendar repeats after 400 years, so nothing is missed.
    static let searchYears = 400

    /// The same for a schedule that depends on easter, on holidays or on every n-th year.
    ///
    /// Each of its years has a table of its own, so the search has to end earlier.
    static let searchYearsIrregular = 50

    /// Makes the schedule ready.
    ///
    /// - Complexity: O(rules); tables of years come later.
    public init(_ schedule: Schedule, in place: Place) {
        self.schedule = schedule
        timetable = Timetable(schedule, in: place)
    }

    /// What holds at that moment, and until when.
    public func status(at instant: Instant) -> Status {
        let slot = slot(at: instant)
        return Status(
            state: slot.state, comment: comment(of: slot), ruleIndex: slot.ruleIndex,
            until: next(after: instant) { $0.differs(from: slot, .state) })
    }

    /// Whether the place is open for sure: unknown is false.
    public func isOpen(at instant: Instant) -> Bool { slot(at: instant).code == .open }

    /// The first change after that moment; nil when there is none.
    ///
    /// - Complexity: O(days until the change). A search that finds nothing ends after 400 years, or after 50
    ///   when the schedule depends on easter, holidays or every n-th year.
    public func nextChange(after instant: Instant, of kind: ChangeKind = .state) -> Instant? {
        let current = slot(at: instant)
        return next(after: instant) { $0.differs(from: current, kind) }
    }

    /// The moment itself when it is open, else the next at which the place opens; nil when it never does.
    public func nextOpening(onOrAfter instant: Instant) -> Instant? {
        isOpen(at: instant) ? instant : next(after: instant) { $0.code == .open }
    }

    func comment(of slot: Slot) -> String? {
        slot.comment == 0 ? nil : timetable.comments[Int(slot.comment) - 1]
    }
}

extension Evaluator {
    /// A minute of a local day.
    private struct Wall {
        /// A day of the calendar.
        var day: Int
        var minute: Int
    }

    private func wall(at instant: Instant) -> Wall {
        let first = Int64(CivilDay.first.dayNumber) * 86_400
        let last = (Int64(CivilDay.last.dayNumber) + 1) * 86_400 - 1
        let second = min(max(timetable.zone.steadyWallSecond(at: instant), first), last)
        // Counted from a Monday before the calendar, so that the division below has no sign to care for.
        let sinceOrigin = Int(second - first)
        return Wall(
            day: sinceOrigin / 86_400 + Int(CivilDay.first.dayNumber), minute: sinceOrigin % 86_400 / 60)
    }

    func slot(at instant: Instant) -> Slot {
        let wall = wall(at: instant)
        if let week = timetable.week {
            return week.slot(day: YearFrame.weekdayIndex(wall.day), minute: wall.minute)
        }
        let year = CivilDay(dayNumber: Int32(wall.day)).year
        return timetable.table(year: year).slot(day: wall.day - YearFrame.newYear(year), minute: wall.minute)
    }

    /// The first moment after the given one at which something passes the test that did not before.
    ///
    /// A break in an hour that the clock skips is reached only together with those after it, so what is found
    /// is asked once more as a moment.
    ///
    /// - Parameter end: where the search may end; what is found can lie after it.
    func next(
        after instant: Instant, upTo end: Instant? = nil, where matches: (Slot) -> Bool
    ) -> Instant? {
        var wall = wall(at: instant)
        let lastYear = end.map { year(at: $0) } ?? lastYear(from: year(at: instant))
        while let found = nextBreak(after: wall, lastYear: lastYear, where: matches) {
            let day = CivilDay(dayNumber: Int32(found.day))
            let moment = timetable.zone.instant(of: day, secondOfDay: found.minute * 60)
            if moment > instant, matches(slot(at: moment)) { return moment }
            wall = found
        }
        return nil
    }

    private func year(at instant: Instant) -> Int { CivilDay(dayNumber: Int32(wall(at: instant).day)).year }

    /// The last year of a search that may end nowhere earlier.
    private func lastYear(from year: Int) -> Int {
        let years = timetable.isRegular ? Self.searchYears : Self.searchYearsIrregular
        return min(9999, max(year, timetable.lastNamedYear) + years)
    }

    private func nextBreak(
        after wall: Wall, lastYear: Int, where matches: (Slot) -> Bool
    ) -> Wall? {
        if let week = timetable.week { return nextBreak(after: wall, in: week, where: matches) }
        var year = CivilDay(dayNumber: Int32(wall.day)).year
        var day = wall.day - YearFrame.newYear(year)
        var minute = wall.minute
        while year <= lastYear {
            if let found = timetable.table(year: year).next(day: day, after: minute, where: matches) {
                return Wall(day: YearFrame.newYear(year) + found.day, minute: found.minute)
            }
            (year, day, minute) = (year + 1, 0, -1)
        }
        return nil
    }

    /// In a week, the search is over after the rest of this one and the whole of the next.
    private func nextBreak(
        after wall: Wall, in week: DayTable, where matches: (Slot) -> Bool
    ) -> Wall? {
        let weekday = YearFrame.weekdayIndex(wall.day)
        let monday = wall.day - weekday
        if let found = week.next(day: weekday, after: wall.minute, where: matches) {
            return Wall(day: monday + found.day, minute: found.minute)
        }
        guard let found = week.next(day: 0, after: -1, where: matches),
            monday + 7 + found.day <= Int(CivilDay.last.dayNumber)
        else { return nil }
        return Wall(day: monday + 7 + found.day, minute: found.minute)
    }
}

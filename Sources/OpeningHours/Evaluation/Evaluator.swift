public import CivilCalendar

/// A schedule at a place, ready to be asked.
///
/// Cheap to copy, and safe to ask from many threads at once: in the years 1970 to 2069, no answer takes a lock
/// once the table of its year is there. Each table of days is made at the first question about its year and kept.
///
/// Spans are made of clock times and become moments by `TimeZoneRules.instant(of:secondOfDay:)`: a time that
/// the clock skips is the moment of the change, a repeated one its first occurrence. Moments outside the
/// years 1 to 9999 are taken for the calendar's nearest edge.
public struct Evaluator: Sendable {
    /// The schedule that is asked.
    public let schedule: Schedule
    let timetable: Timetable
    private let place: Place

    /// Makes the schedule ready.
    ///
    /// - Complexity: O(rules); tables of years come later, each O(rules × days of a year).
    public init(_ schedule: Schedule, in place: Place) {
        self.schedule = schedule
        self.place = place
        timetable = Timetable(schedule, in: place)
    }

    /// What holds at that moment, and until when.
    public func status(at instant: Instant) -> Status {
        var cursor = Cursor(timetable, at: instant)
        let slot = cursor.slot
        var limit = cursor.searchLimit(in: timetable)
        let until = cursor.advance(after: instant, to: .change(from: slot, .state), in: timetable, &limit)
        return Status(
            state: slot.state, comment: timetable.comments.text(of: slot), ruleIndex: slot.ruleIndex,
            until: until)
    }

    /// Whether the place is open for sure: unknown is false.
    ///
    /// - Complexity: O(breaks of a day).
    public func isOpen(at instant: Instant) -> Bool { slot(at: instant).code == .open }

    /// The first change after that moment; nil when there is none.
    ///
    /// - Complexity: O(different days until the change). A search that finds nothing ends 400 years after the
    ///   last year that the schedule names, for the calendar repeats then. Where years have a table each (easter,
    ///   holidays, the sun), it looks at 50 of them in a row, and at 1000 in all.
    public func nextChange(after instant: Instant, of kind: ChangeKind = .state) -> Instant? {
        var cursor = Cursor(timetable, at: instant)
        var limit = cursor.searchLimit(in: timetable)
        return cursor.advance(after: instant, to: .change(from: cursor.slot, kind), in: timetable, &limit)
    }

    /// The moment itself when it is open, else the next at which the place opens; nil when it never does.
    ///
    /// Ends as `nextChange(after:of:)` does.
    public func nextOpening(onOrAfter instant: Instant) -> Instant? {
        var cursor = Cursor(timetable, at: instant)
        if cursor.slot.code == .open { return instant }
        var limit = cursor.searchLimit(in: timetable)
        return cursor.advance(after: instant, to: .open, in: timetable, &limit)
    }

    /// Whether times of the sun are those of the time zone's principal location, because no other is known.
    ///
    /// Within a zone they can be an hour off. False for a schedule without such times.
    public var assumesPrincipalLocation: Bool {
        switch place.position {
        case .principalLocation: schedule.usesSunEvents
        case .exact, nil: false
        }
    }

    func slot(at instant: Instant) -> Slot {
        let wall = WallMinute(timetable.zone.steadyWallSecond(at: instant))
        let chunk = timetable.chunk(around: wall.day)
        return chunk.view.slot(day: wall.day &- chunk.firstDay, minute: wall.minute, keptBy: chunk.keep)
    }
}

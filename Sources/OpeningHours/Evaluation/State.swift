public import CivilCalendar

/// Whether a place is open.
public enum State: Hashable, Sendable {
    /// Open for sure.
    case open
    /// Closed for sure, or nothing is said.
    case closed
    /// It may be open or closed.
    case unknown(Reason)

    /// Why it is not known.
    public enum Reason: Hashable, Sendable, CaseIterable {
        /// The schedule says so: `unknown`, or a comment alone.
        case declared
        /// After the sure part of an open end, `18:00+`.
        case openEnd
        /// It depends on a holiday, and the calendar does not cover the day.
        case holidayCalendarMissing
        /// It depends on the sun, and nobody said where the place is.
        case positionMissing
    }
}

/// What holds at a moment.
public struct Status: Hashable, Sendable {
    /// Whether it is open.
    public let state: State
    /// The comment of the rule that decided, without quotes.
    public let comment: String?
    /// The rule that decided, as an index of `Schedule.rules`; nil when no rule said anything.
    public let ruleIndex: Int?
    /// The moment at which the state becomes another; nil when it never does.
    ///
    /// One unknown state after another is no change, nor is another comment.
    public let until: Instant?
}

/// What counts as a change.
public enum ChangeKind: Hashable, Sendable {
    /// Between open, closed and unknown.
    case state
    /// Also between reasons for not knowing, and between comments.
    case any
}

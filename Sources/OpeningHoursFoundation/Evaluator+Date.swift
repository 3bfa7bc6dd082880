public import CivilCalendar
public import Foundation
public import OpeningHours

extension Instant {
    /// The second that the date lies in; a date that no `Int64` can count, or none at all, is the nearest end.
    public init(_ date: Date) {
        let seconds = date.timeIntervalSince1970.rounded(.down)
        self.init(secondsSinceEpoch: Int64(exactly: seconds) ?? (seconds > 0 ? .max : .min))
    }
}

extension Date {
    /// The moment as a date.
    public init(_ instant: Instant) { self.init(timeIntervalSince1970: Double(instant.secondsSinceEpoch)) }
}

extension Evaluator {
    /// What holds at that date; see `status(at:)` for moments.
    public func status(at date: Date) -> Status { status(at: Instant(date)) }

    /// Whether the place is open for sure: unknown is false.
    public func isOpen(at date: Date) -> Bool { isOpen(at: Instant(date)) }

    /// The first change after that date; nil when there is none.
    public func nextChange(after date: Date, of kind: ChangeKind = .state) -> Date? {
        // A change is a whole second, so none lies between the date's second and the date.
        nextChange(after: Instant(date), of: kind).map(Date.init)
    }

    /// The date itself when the place is open, else the next at which it opens; nil when it never does.
    public func nextOpening(onOrAfter date: Date) -> Date? {
        isOpen(at: date) ? date : nextOpening(onOrAfter: Instant(date)).map(Date.init)
    }

    /// Everything that holds in the range, widened to whole seconds at its start and cut at its end.
    public func intervals(in range: Range<Date>) -> Intervals {
        intervals(in: Instant(range.lowerBound)..<Instant(range.upperBound))
    }

    /// What became of each rule at that date.
    public func explain(at date: Date) -> Explanation { explain(at: Instant(date)) }
}

extension Status {
    /// The date at which the state becomes another; nil when it never does.
    public var untilDate: Date? { until.map(Date.init) }
}

extension Interval {
    /// From the first moment to the first moment after it, as dates.
    public var dates: Range<Date> { Date(range.lowerBound)..<Date(range.upperBound) }
}

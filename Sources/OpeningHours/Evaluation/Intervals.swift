public import CivilCalendar

/// The intervals of a range of time: in order, without gaps and overlaps, neighbours different.
///
/// Worked out one at a time, as they are asked for.
public struct Intervals: Sequence, Sendable {
    let evaluator: Evaluator
    let range: Range<Instant>

    public func makeIterator() -> Iterator { Iterator(evaluator: evaluator, range: range) }

    /// Walks from change to change.
    public struct Iterator: IteratorProtocol {
        private let evaluator: Evaluator
        private let end: Instant
        private var moment: Instant
        private var cursor: Cursor
        private var limit: SearchLimit

        init(evaluator: Evaluator, range: Range<Instant>) {
            self.evaluator = evaluator
            end = range.upperBound
            moment = range.lowerBound
            cursor = Cursor(evaluator.timetable, at: moment)
            limit = SearchLimit(before: end, in: evaluator.timetable)
        }

        public mutating func next() -> Interval? {
            guard moment < end else { return nil }
            let slot = cursor.slot
            let start = moment
            let change = cursor.advance(
                after: start, to: .change(from: slot, .any), in: evaluator.timetable, &limit)
            moment = Swift.min(change ?? end, end)
            return Interval(range: start..<moment, slot: slot, comments: evaluator.timetable.comments)
        }
    }
}

extension Evaluator {
    /// Everything that holds in the range, closed time included, clipped to it.
    ///
    /// - Complexity: O(1) here, and O(different days) for each interval that is taken.
    public func intervals(in range: Range<Instant>) -> Intervals {
        Intervals(evaluator: self, range: range)
    }

    /// How long the state holds in the range.
    ///
    /// - Parameter state: compared with the reason for not knowing.
    public func duration(of state: State, in range: Range<Instant>) -> Duration {
        var seconds: Int64 = 0
        for interval in intervals(in: range) where interval.state == state {
            seconds += interval.range.lowerBound.seconds(until: interval.range.upperBound)
        }
        return .seconds(seconds)
    }
}

import CivilCalendar
import OpeningHours

/// What is open or unknown in a range of time, in order, neighbours of equal state and comment made one.
///
/// For a reader, unknown is one state: why it is unknown does not cut a part in two.
struct OpenParts: Sequence {
    struct Part {
        var range: Range<Instant>
        /// Else unknown.
        let isOpen: Bool
        let comment: String?
    }

    let intervals: Intervals

    init(_ evaluator: Evaluator, in range: Range<Instant>) { intervals = evaluator.intervals(in: range) }

    func makeIterator() -> Iterator { Iterator(intervals: intervals.makeIterator()) }

    struct Iterator: IteratorProtocol {
        private var intervals: Intervals.Iterator
        private var pending: Part?

        init(intervals: Intervals.Iterator) { self.intervals = intervals }

        mutating func next() -> Part? {
            while let interval = intervals.next() {
                let part: Part
                switch interval.state {
                case .closed: continue
                case .open: part = Part(range: interval.range, isOpen: true, comment: interval.comment)
                case .unknown: part = Part(range: interval.range, isOpen: false, comment: interval.comment)
                }
                guard let before = pending else {
                    pending = part
                    continue
                }
                if before.range.upperBound == part.range.lowerBound, before.isOpen == part.isOpen,
                    before.comment == part.comment
                {
                    pending?.range = before.range.lowerBound..<part.range.upperBound
                } else {
                    pending = part
                    return before
                }
            }
            defer { pending = nil }
            return pending
        }
    }
}

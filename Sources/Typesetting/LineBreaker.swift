/// Breaks a paragraph into lines so that the whole looks best, not line by line.
///
/// The cost of a line grows with the third power of how far its spaces are stretched or shrunk; the paragraph with
/// the lowest sum of squares wins. Whole numbers only, so every machine finds the same lines.
///
/// - Source: D. E. Knuth and M. F. Plass, "Breaking Paragraphs into Lines", 1981, without hyphenation classes.
struct LineBreaker {
    /// A word and what comes between it and the next.
    ///
    /// - Unit: 1/1000 em.
    struct Item {
        var width: Int
        /// What follows when the line goes on.
        var gap = 0
        /// What the line needs beside the word when it ends here: a hyphen.
        var endWidth = 0
        /// Whether the gap takes part in justification.
        var stretches = false
        var end: End = .forbidden
    }

    /// Whether a line may end after an item.
    enum End { case forbidden, allowed, hyphen, forced }

    /// A line that was found.
    struct Line: Hashable {
        var items: Range<Int>
        /// The width as it stands, without stretching.
        var width: Int
        /// How many gaps inside the line stretch.
        var gaps: Int
    }

    /// How lines fill the measure.
    enum Style { case justified, ragged }

    /// How far one space stretches or shrinks at its ease, in 1/1000 em: half and a fifth of a usual one.
    static let stretchUnit = 139
    static let shrinkUnit = 55

    /// More than any hyphen takes; a line that is too wide by less may still be the lesser evil.
    private static let endWidthMax = 1000

    let measure: Int
    let style: Style

    /// The cost of passing the margin, which only a word wider than the measure does, and of each 1/1000 em beyond it.
    ///
    /// Both outweigh any two lines that fit, so that breaking such a line is always cheaper; a paragraph of the
    /// longest kind stays far below the largest `Int`.
    private static let overfull = 100_000_000_000
    private static let overfullUnit = 1_000_000_000
    private static let excessMax = 100_000_000

    /// - Returns: lines that cover all items; none for no items.
    /// - Complexity: O(items × items in a line).
    func lines(of items: [Item]) -> [Line] {
        guard !items.isEmpty else { return [] }
        if let line = only(items) { return [line] }
        let sums = Sums(items)
        var best = [Int](repeating: Int.max, count: items.count + 1)
        var start = [Int](repeating: 0, count: items.count + 1)
        best[0] = 0
        // Where a line may begin, ascending; from `oldest` on, when a line has been ended by force.
        var starts = [0]
        var oldest = 0
        for end in items.indices where items[end].end != .forbidden || end == items.count - 1 {
            let kind = items[end].end
            let isLast = kind == .forced || end == items.count - 1
            var (lowest, from) = (Int.max, 0)
            for first in starts[oldest...].reversed() {
                let line = sums.line(first...end)
                if lowest < Int.max, line.width - measure > Self.endWidthMax, !fits(line) { break }
                let total = best[first] + cost(of: line, end: kind, isLast: isLast)
                if total < lowest { (lowest, from) = (total, first) }
            }
            (best[end + 1], start[end + 1]) = (lowest, from)
            starts.append(end + 1)
            if kind == .forced { oldest = starts.count - 1 }
        }
        return chain(start, sums: sums)
    }

    /// All items in one line, when they fit without shrinking: two lines are never cheaper.
    private func only(_ items: [Item]) -> Line? {
        var (width, gaps) = (0, 0)
        for item in items.dropLast() {
            guard item.end != .forced, width <= measure else { return nil }
            width += item.width + item.gap
            if item.stretches { gaps += 1 }
        }
        guard let last = items.last, width + last.width + last.endWidth <= measure else { return nil }
        return Line(items: 0..<items.count, width: width + last.width + last.endWidth, gaps: gaps)
    }

    /// Whether a line can be set without passing the margin.
    func fits(_ line: Line) -> Bool {
        switch style {
        case .justified: line.width - line.gaps * Self.shrinkUnit <= measure
        case .ragged: line.width <= measure
        }
    }

    /// What a line adds to the cost of its paragraph.
    func cost(of line: Line, end: End, isLast: Bool) -> Int {
        guard fits(line) else {
            return Self.overfull + min(line.width - measure, Self.excessMax) * Self.overfullUnit
        }
        let slack = measure - line.width
        let ratio: Int
        if isLast && slack >= 0 {
            // A last line of one short word looks like a mistake.
            ratio = line.gaps == 0 && line.width * 8 < measure ? 800 : 0
        } else if style == .ragged {
            ratio = slack * 10_000 / max(measure, 1)
        } else if slack >= 0 {
            ratio = slack * 1000 / max(line.gaps * Self.stretchUnit, 1)
        } else {
            ratio = -slack * 1000 / max(line.gaps * Self.shrinkUnit, 1)
        }
        // Clamped before it is cubed: a line of one word would overflow.
        let clamped = min(ratio, 10_000)
        let badness = 10 + clamped * clamped * clamped / 10_000_000
        return badness * badness + (end == .hyphen ? 2_500 : 0)
    }

    private func chain(_ start: [Int], sums: Sums) -> [Line] {
        var lines: [Line] = []
        var end = start.count - 1
        while end > 0 {
            lines.append(sums.line(start[end]...(end - 1)))
            end = start[end]
        }
        return lines.reversed()
    }

    /// Sums over all items before a place, so that a line is measured in one step.
    struct Sums {
        private var widths: [Int] = [0]
        private var gaps: [Int] = [0]
        /// The width of each item at the end of a line.
        private var ends: [Int] = []

        init(_ items: [Item]) {
            widths.reserveCapacity(items.count + 1)
            gaps.reserveCapacity(items.count + 1)
            ends.reserveCapacity(items.count)
            for (index, item) in items.enumerated() {
                widths.append(widths[index] + item.width + item.gap)
                gaps.append(gaps[index] + (item.stretches ? 1 : 0))
                ends.append(item.width + item.endWidth)
            }
        }

        func line(_ range: ClosedRange<Int>) -> Line {
            let (first, last) = (range.lowerBound, range.upperBound)
            return Line(
                items: first..<(last + 1),
                width: widths[last] - widths[first] + ends[last],
                gaps: gaps[last] - gaps[first])
        }
    }
}

import Testing

@testable import Typesetting

@Suite("LineBreaker")
struct LineBreakerTests {
    @Test("property: no other way to break costs less", arguments: 0..<300 as Range<UInt64>)
    func optimum(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let items = Self.items(count: Int.random(in: 1...11, using: &random), using: &random)
        let style: LineBreaker.Style = Bool.random(using: &random) ? .justified : .ragged
        let breaker = LineBreaker(measure: Int.random(in: 1500...6000, using: &random), style: style)

        let lines = breaker.lines(of: items)

        let found = Self.cost(of: lines.map(\.items), items: items, breaker: breaker)
        #expect(found == Self.lowestCost(items: items, breaker: breaker))
    }

    @Test("property: lines cover all words once, in order", arguments: 0..<100 as Range<UInt64>)
    func coverage(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let items = Self.items(count: Int.random(in: 0...200, using: &random), using: &random)

        let lines = LineBreaker(measure: 8000, style: .justified).lines(of: items)

        #expect(lines.flatMap(\.items) == Array(items.indices))
    }

    @Test("a forced end is kept, however short the line")
    func forced() {
        let items = [
            LineBreaker.Item(width: 100, end: .forced),
            LineBreaker.Item(width: 100, gap: 278, stretches: true, end: .allowed),
            LineBreaker.Item(width: 100, end: .forced),
        ]

        let lines = LineBreaker(measure: 10_000, style: .justified).lines(of: items)

        #expect(lines.map(\.items) == [0..<1, 1..<3])
    }

    @Test("a word wider than the measure stands alone and stops nothing")
    func overfull() {
        let word = LineBreaker.Item(width: 900, gap: 278, stretches: true, end: .allowed)
        var wide = word
        wide.width = Int(Int32.max)

        let lines = LineBreaker(measure: 1000, style: .justified).lines(of: [word, wide, word])

        #expect(lines.map(\.items) == [0..<1, 1..<2, 2..<3])
    }

    @Test("a no-break space keeps its words together")
    func noBreak() {
        let free = LineBreaker.Item(width: 500, gap: 278, stretches: true, end: .allowed)
        var bound = free
        bound.end = .forbidden

        let lines = LineBreaker(measure: 1300, style: .ragged).lines(of: [free, bound, free])

        #expect(lines.map(\.items) == [0..<1, 1..<3])
    }

    private static func items(count: Int, using random: inout SeededGenerator) -> [LineBreaker.Item] {
        let ends: [LineBreaker.End] = [.allowed, .allowed, .allowed, .allowed, .forbidden, .hyphen, .forced]
        return (0..<count).map { _ in
            let end = ends[Int.random(in: 0..<ends.count, using: &random)]
            let isSpace = end == .allowed || end == .forbidden
            return LineBreaker.Item(
                width: Int.random(in: 100...2500, using: &random), gap: isSpace ? 278 : 0,
                endWidth: end == .hyphen ? 333 : 0, stretches: isSpace, end: end)
        }
    }

    /// Tries every set of ends: 2 to the power of the places where a line may end.
    private static func lowestCost(items: [LineBreaker.Item], breaker: LineBreaker) -> Int {
        let free = items.indices.dropLast().filter { items[$0].end == .allowed || items[$0].end == .hyphen }
        let forced = items.indices.filter { items[$0].end == .forced || $0 == items.count - 1 }
        var lowest = Int.max
        for choice in 0..<(1 << free.count) {
            let chosen = free.indices.filter { choice >> $0 & 1 == 1 }.map { free[$0] }
            var start = 0
            let lines = (forced + chosen).sorted().map { end in
                defer { start = end + 1 }
                return start..<(end + 1)
            }
            lowest = min(lowest, cost(of: lines, items: items, breaker: breaker))
        }
        return lowest
    }

    /// Measures lines without the breaker's running sums.
    private static func cost(of lines: [Range<Int>], items: [LineBreaker.Item], breaker: LineBreaker) -> Int {
        lines.reduce(0) { sum, range in
            let last = range.upperBound - 1
            let inner = items[range.lowerBound..<last]
            let width = inner.reduce(0) { $0 + $1.width + $1.gap } + items[last].width + items[last].endWidth
            let line = LineBreaker.Line(items: range, width: width, gaps: inner.count { $0.stretches })
            let isLast = items[last].end == .forced || last == items.count - 1
            return sum + breaker.cost(of: line, end: items[last].end, isLast: isLast)
        }
    }
}

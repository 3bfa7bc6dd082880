import ArgumentParser
import CivilCalendar
import Glibc
import OpeningHours

/// Operations on opening hours a second, on one thread.
struct HoursBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hours",
        abstract: "Parse, is open, next change, a year of intervals, first answer: operations a second.",
        discussion: """
            Over the twelve kinds of value that channels have, a year over the reference value. Without an \
            operation, all of them in turn, and the value is their geometric mean.
            """)

    enum Operation: String, CaseIterable, ExpressibleByArgument {
        case parse
        case isOpen = "is-open"
        case nextChange = "next-change"
        case year
        /// From the text to its first answer: what a program pays that asks each value once.
        case first
    }

    @Option(help: "The operation to measure; all without it.")
    var operation: Operation?

    @Option(help: "How long to measure each operation, in seconds.")
    var seconds = 3.0

    func run() throws {
        let values = try HoursValues()
        try values.check()
        let operations = operation.map { [$0] } ?? Operation.allCases
        var product = 1.0
        for operation in operations {
            let rates = try measure(operation, values)
            // Each kind counts as often as another, so the mean is that of the times.
            let rate = Double(rates.count) / rates.reduce(0) { $0 + 1 / $1.rate }
            product *= rate
            let slowest =
                rates.min { $0.rate < $1.rate }.map { ", slowest \(Int($0.rate)) with \($0.text)" } ?? ""
            print("\(operation.rawValue): \(Int(rate))/s\(slowest)")
        }
        print("{\"value\": \(Self.root(product, operations.count))}")
    }

    private typealias Rate = (text: String, rate: Double)

    private func measure(_ operation: Operation, _ values: HoursValues) throws -> [Rate] {
        let share = seconds / Double(operation == .year ? 1 : HoursValues.texts.count)
        var rates: [Rate] = []
        for (text, evaluator) in zip(HoursValues.texts, values.evaluators) {
            switch operation {
            case .parse:
                rates.append((text, try Self.rate(64, share) { try Self.parse(text, 64) }))
            case .isOpen:
                rates.append((text, Self.rate(values.moments.count, share) { Self.open(evaluator, values) }))
            case .nextChange:
                rates.append(
                    (text, Self.rate(values.moments.count, share) { Self.changes(evaluator, values) }))
            case .year:
                guard text == HoursValues.reference else { continue }
                rates.append((text, Self.rate(1, share) { Self.open(evaluator, in: values.year) }))
            case .first:
                rates.append((text, try Self.rate(64, share) { try Self.first(text, values, 64) }))
            }
        }
        return rates
    }

    /// Calls a second of a body that makes `count` of them and gives the same result every time.
    private static func rate(_ count: Int, _ seconds: Double, _ body: () throws -> Int) rethrows -> Double {
        let expected = try body()
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(seconds))
        var runs = 0
        var differing = 0
        while clock.now < end {
            if try body() != expected { differing += 1 }
            runs += 1
        }
        // Equal questions have equal answers; the comparison also keeps the compiler from leaving them out.
        precondition(differing == 0, "the same question was answered otherwise")
        return Double(runs * count) / (start.duration(to: clock.now) / .seconds(1))
    }

    @inline(never)
    private static func parse(_ text: String, _ count: Int) throws -> Int {
        try (0..<count).reduce(0) { sum, _ in try sum + Schedule(parsing: text).rules.count }
    }

    @inline(never)
    private static func open(_ evaluator: Evaluator, _ values: HoursValues) -> Int {
        var count = 0
        for moment in values.moments where evaluator.isOpen(at: moment) { count += 1 }
        return count
    }

    @inline(never)
    private static func changes(_ evaluator: Evaluator, _ values: HoursValues) -> Int {
        var sum = 0
        for moment in values.moments {
            sum &+= Int(evaluator.nextChange(after: moment)?.secondsSinceEpoch ?? 0)
        }
        return sum
    }

    @inline(never)
    private static func open(_ evaluator: Evaluator, in range: Range<Instant>) -> Int {
        var seconds = 0
        for interval in evaluator.intervals(in: range) where interval.state == .open {
            seconds += Int(interval.range.lowerBound.seconds(until: interval.range.upperBound))
        }
        return seconds
    }

    @inline(never)
    private static func first(_ text: String, _ values: HoursValues, _ count: Int) throws -> Int {
        try values.moments.prefix(count).reduce(0) { sum, moment in
            let evaluator = Evaluator(try Schedule(parsing: text), in: values.place)
            return sum + (evaluator.isOpen(at: moment) ? 1 : 0)
        }
    }

    private static func root(_ product: Double, _ count: Int) -> Double {
        count == 1 ? product : exp(log(product) / Double(count))
    }
}

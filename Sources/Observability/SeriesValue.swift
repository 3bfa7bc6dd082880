/// Names one series: a metric with its labels.
struct SeriesName: Hashable, Comparable {
    let label: String
    /// The labels as they stand between the braces, in order of their names.
    let labels: String

    init(_ label: String, _ dimensions: [(String, String)]) {
        self.label = label
        labels = dimensions.sorted { $0.0 < $1.0 }
            .map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ",")
    }

    /// The series with one more label.
    func written(_ suffix: String = "", and extra: String? = nil) -> String {
        let all = [labels, extra ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return label + suffix + (all.isEmpty ? "" : "{\(all)}")
    }

    static func < (lhs: Self, rhs: Self) -> Bool { (lhs.label, lhs.labels) < (rhs.label, rhs.labels) }

    private static func escaped(_ value: String) -> String {
        var text = ""
        for character in value {
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)  // tidy-allow: characters
            }
        }
        return text
    }
}

enum SeriesValue {
    case counter(Double)
    case gauge(Double)
    case histogram(SecondsHistogram)

    var type: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }

    func lines(_ name: SeriesName) -> String {
        switch self {
        case .counter(let value), .gauge(let value): "\(name.written()) \(Self.number(value))\n"
        case .histogram(let histogram): histogram.lines(name)
        }
    }

    /// Whole numbers without a point.
    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}

/// How long things took, in steps from a tenth of a second to a quarter of an hour.
struct SecondsHistogram {
    static let bounds = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900]

    private var counts = [Int64](repeating: 0, count: bounds.count)
    private var count: Int64 = 0
    private var sum = 0.0

    mutating func add(_ seconds: Double) {
        count += 1
        sum += seconds
        for (index, bound) in Self.bounds.enumerated() where seconds <= bound { counts[index] += 1 }
    }

    func lines(_ name: SeriesName) -> String {
        var text = ""
        for (bound, count) in zip(Self.bounds, counts) {
            text += "\(name.written("_bucket", and: "le=\"\(SeriesValue.number(bound))\"")) \(count)\n"
        }
        text += "\(name.written("_bucket", and: "le=\"+Inf\"")) \(count)\n"
        text += "\(name.written("_sum")) \(SeriesValue.number(sum))\n"
        return text + "\(name.written("_count")) \(count)\n"
    }
}

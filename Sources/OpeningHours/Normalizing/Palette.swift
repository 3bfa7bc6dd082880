/// Rules made ready to fill the minutes of a day, with a number for each state and comment.
///
/// The rules have only spans between times of the clock.
struct Palette {
    /// The number of a state with its comment.
    typealias Number = UInt16

    /// Closed without a comment, which is what holds where no rule says anything.
    static let silent: Number = 0

    private let tones: [DayEffect.Tone]
    private let rules: [ReadyRule]

    private struct ReadyRule {
        let tone: Number
        let replaces: Bool
        let isFallback: Bool
        let today: [Range<Int>]
        let tomorrow: [Range<Int>]
    }

    init(_ rules: [Rule]) {
        var tones = Interned<DayEffect.Tone>()
        _ = tones.number(of: DayEffect.Tone(state: .closed, comment: nil))
        self.rules = rules.map { rule in
            let spans =
                rule.selectors.times.isEmpty ? [0..<1440] : rule.selectors.times.compactMap(\.clockRange)
            return ReadyRule(
                tone: Number(tones.number(of: DayEffect.Tone(state: rule.state, comment: rule.comment))),
                replaces: rule.separator == .normal && rule.state != .closed,
                isFallback: rule.separator == .fallback, today: spans.map { $0.clamped(to: 0..<1440) },
                tomorrow: spans.filter { $0.upperBound > 1440 }.map {
                    max($0.lowerBound - 1440, 0)..<$0.upperBound - 1440
                })
        }
        self.tones = tones.values
    }

    func tone(_ number: Number) -> DayEffect.Tone { tones[Int(number)] }

    /// What holds in each of the 1440 minutes of a day.
    ///
    /// - Parameters:
    ///   - today: whether a rule matches the day.
    ///   - yesterday: whether it matches the day before.
    func minutes(today: (Int) -> Bool, yesterday: (Int) -> Bool = { _ in false }) -> [Number] {
        var minutes = [Number](repeating: Self.silent, count: 1440)
        for (index, rule) in rules.enumerated() {
            if today(index) {
                if rule.replaces {
                    for minute in 0..<1440 { minutes[minute] = Self.silent }
                }
                fill(&minutes, rule.today, rule)
            }
            if yesterday(index) { fill(&minutes, rule.tomorrow, rule) }
        }
        return minutes
    }

    private func fill(_ minutes: inout [Number], _ spans: [Range<Int>], _ rule: ReadyRule) {
        for span in spans {
            for minute in span where !rule.isFallback || tones[Int(minutes[minute])].state == .closed {
                minutes[minute] = rule.tone
            }
        }
    }
}

extension TimeSpan {
    /// Minutes after 00:00; nil unless both ends are times of the clock.
    fileprivate var clockRange: Range<Int>? {
        guard case .span(.clock(let start), .clock(let end), isOpenEnded: false) = self else { return nil }
        return start.minutes..<end.minutes
    }
}

/// Values with numbers, equal ones with the same.
struct Interned<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}

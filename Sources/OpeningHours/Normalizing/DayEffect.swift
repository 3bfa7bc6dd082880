/// What a day is like: spans with a state and a comment, in order; everything else is closed.
struct DayEffect: Hashable {
    struct Part: Hashable {
        let state: RuleState
        let comment: String?
        /// Minutes after 00:00, in order and apart; the end is at most 48:00.
        var spans: [Range<Int>]
    }

    var parts: [Part] = []

    /// A state with its comment.
    struct Tone: Hashable {
        let state: RuleState
        let comment: String?
    }

    /// The effect of the minutes of a day.
    init(_ minutes: [Palette.Number], _ palette: Palette) {
        var start = 0
        while start < minutes.count {
            var end = start + 1
            while end < minutes.count, minutes[end] == minutes[start] { end += 1 }
            if minutes[start] != Palette.silent { append(start..<end, palette.tone(minutes[start])) }
            start = end
        }
    }

    mutating func append(_ span: Range<Int>, _ tone: Tone) {
        if let index = parts.firstIndex(where: { $0.state == tone.state && $0.comment == tone.comment }) {
            parts[index].spans.append(span)
        } else {
            parts.append(Part(state: tone.state, comment: tone.comment, spans: [span]))
        }
    }

    /// The rules that say it for some days.
    func rules(for selectors: Selectors) -> [Rule] {
        parts.enumerated().map { index, part in
            var rule = Rule(
                separator: index == 0 ? .normal : .additional, selectors: selectors, state: part.state,
                comment: part.comment)
            if part.spans != [0..<1440] {
                rule.selectors.times = part.spans.map { span in
                    .span(
                        from: .clock(RuleMinute(unchecked: span.lowerBound)),
                        to: .clock(RuleMinute(unchecked: span.upperBound)), isOpenEnded: false)
                }
            } else if part.state == .open, part.comment == nil, !selectors.selectsDays {
                rule.selectors.isAlways = true
            }
            return rule
        }
    }
}

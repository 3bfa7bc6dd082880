/// Fills a day by the rules that match it and the day before.
///
/// Rules work in the order written. A normal rule that is not closed takes away what earlier rules said for
/// the day. The part of a rule that runs past midnight enters at the rule's own place. What is filled later
/// wins, but a fallback fills only what is closed so far.
///
/// - Source: OSM wiki, *Key:opening_hours/specification*, "rule_separator".
struct DayPainter {
    let rules: [CompiledRule]

    /// What is filled, first to last.
    func paints(today: MatchSet, yesterday: MatchSet) -> [Paint] {
        var paints: [Paint] = []
        for (index, rule) in rules.enumerated() {
            if today[index] {
                if rule.replaces { paints.removeAll(keepingCapacity: true) }
                paints += rule.today
            }
            if yesterday[index] { paints += rule.tomorrow }
        }
        return paints
    }

    /// What holds in each of the 1440 minutes.
    func minutes(today: MatchSet, yesterday: MatchSet) -> [Slot] {
        var minutes = [Slot](repeating: .silent, count: 1440)
        for paint in paints(today: today, yesterday: yesterday) {
            for minute in paint.minutes where !paint.isFallback || minutes[minute].code == .closed {
                minutes[minute] = paint.slot
            }
        }
        return minutes
    }

    /// The minutes as breaks, neighbours different in anything but the rule merged.
    static func breaks(_ minutes: [Slot]) -> [Break] {
        var breaks: [Break] = []
        for (minute, slot) in minutes.enumerated() {
            if let last = breaks.last, !last.slot.differs(from: slot, .any) { continue }
            breaks.append(Break(minute: UInt16(minute), slot: slot))
        }
        return breaks
    }

    /// What holds whatever the unknown holidays are; unknown where they decide.
    static func agreement(_ cases: [[Slot]]) -> [Slot] {
        guard var result = cases.first else { return [] }
        for other in cases.dropFirst() {
            for minute in result.indices where result[minute].code != other[minute].code {
                result[minute] = .undetermined
            }
        }
        return result
    }
}

/// Which rules match a day, one bit each.
struct MatchSet: Hashable, Sendable {
    private var words: [UInt64]

    init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

    subscript(rule: Int) -> Bool { words[rule >> 6] >> UInt64(rule & 63) & 1 == 1 }

    mutating func insert(_ rule: Int) { words[rule >> 6] |= 1 << UInt64(rule & 63) }
}

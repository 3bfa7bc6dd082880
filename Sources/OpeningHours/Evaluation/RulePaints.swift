import CivilCalendar

/// What a rule fills because of one day that it matches.
struct RulePaints: Sendable {
    /// On the day itself, up to 24:00.
    private(set) var today: [Paint] = []
    /// On the day after it.
    private(set) var tomorrow: [Paint] = []

    fileprivate mutating func fill(_ minutes: Range<Int>, _ slot: Slot, isFallback: Bool) {
        let limited = minutes.clamped(to: 0..<2880)
        if limited.lowerBound < min(limited.upperBound, 1440) {
            let part = limited.lowerBound..<min(limited.upperBound, 1440)
            today.append(Paint(minutes: part, slot: slot, isFallback: isFallback))
        }
        if max(limited.lowerBound, 1440) < limited.upperBound {
            let part = max(limited.lowerBound - 1440, 0)..<limited.upperBound - 1440
            tomorrow.append(Paint(minutes: part, slot: slot, isFallback: isFallback))
        }
    }
}

/// Makes the paints of one rule.
struct RulePainter: Sendable {
    let times: [TimeSpan]
    let state: RuleState
    let slot: Slot
    let isFallback: Bool

    /// Where the sun decides: its clock and the day; without them such times are not known.
    typealias Sun = (clock: SunClock, day: Int)

    func paints(_ sun: Sun? = nil) -> RulePaints {
        var paints = RulePaints()
        guard !times.isEmpty else {
            paints.fill(0..<1440, slot, isFallback: isFallback)
            return paints
        }
        for time in times { fill(time, sun, &paints) }
        return paints
    }

    private func fill(_ span: TimeSpan, _ sun: Sun?, _ paints: inout RulePaints) {
        if sun == nil, span.usesSunEvents { return fillUnknown(span, &paints) }
        switch span {
        case .span(let from, let to, let isOpenEnded):
            guard let minutes = Self.minutes(from, to, sun) else { return }
            paints.fill(minutes, slot, isFallback: isFallback)
            if isOpenEnded { fillTail(after: minutes.upperBound, &paints) }
        case .openEnd(let from): fillTail(after: Self.minute(from, sun), &paints)
        case .point(let time):
            let minute = Self.minute(time, sun)
            paints.fill(minute..<minute + 1, slot, isFallback: isFallback)
        case .points(let from, let to, let interval):
            guard let minutes = Self.minutes(from, to, sun) else { return }
            for minute in stride(from: minutes.lowerBound, through: minutes.upperBound, by: interval) {
                paints.fill(minute..<minute + 1, slot, isFallback: isFallback)
            }
        }
    }

    /// Only an open rule becomes unknown at its open end; closed stays closed.
    private func fillTail(after end: Int, _ paints: inout RulePaints) {
        var tail = slot
        if state == .open { tail.code = .openEnd }
        let end = min(max(end, 0), 2880)
        let last = TimeSpan.openEnd(after: RuleMinute(unchecked: end)).minutes
        if end < last { paints.fill(end..<last, tail, isFallback: isFallback) }
    }

    /// Fills all that the span can reach, whenever the sun's event is.
    private func fillUnknown(_ span: TimeSpan, _ paints: inout RulePaints) {
        var unknown = slot
        unknown.code = .positionMissing
        let minutes: Range<Int> =
            switch span {
            case .span(let from, let to, let isOpenEnded):
                (from.clockMinute ?? 0)..<(isOpenEnded ? 2880 : to.clockMinute.map { max($0, 1) } ?? 1440)
            case .points(let from, let to, _): (from.clockMinute ?? 0)..<(to.clockMinute ?? 1439) + 1
            case .openEnd: 0..<2880
            case .point: 0..<1440
            }
        paints.fill(minutes, unknown, isFallback: isFallback)
    }

    /// From the start to the end; nil when the sun leaves nothing between them.
    private static func minutes(_ from: RuleTime, _ to: RuleTime, _ sun: Sun?) -> Range<Int>? {
        let (start, end) = (minute(from, sun), minute(to, sun))
        if end > start { return start..<end }
        // From morning to evening there is no night between, so what has no length is nothing: polar night.
        if case .sun(let first, _) = from, case .sun(let last, _) = to, first.position < last.position {
            return nil
        }
        let later = sun.map { minute(to, ($0.clock, $0.day + 1)) } ?? end
        return later + 1440 > start ? start..<later + 1440 : nil
    }

    private static func minute(_ time: RuleTime, _ sun: Sun?) -> Int {
        guard case .sun(let event, let offset) = time, let sun else { return time.nominal.minutes }
        return sun.clock.minute(of: event, day: sun.day) + offset
    }
}

extension RuleTime {
    fileprivate var clockMinute: Int? {
        switch self {
        case .clock(let minute): minute.minutes
        case .sun: nil
        }
    }
}

extension SunEvent {
    /// The place in the day's order.
    fileprivate var position: Int {
        switch self {
        case .dawn: 0
        case .sunrise: 1
        case .sunset: 2
        case .dusk: 3
        }
    }
}

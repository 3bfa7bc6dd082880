extension TimeZoneRules {
    /// The local clock's reading as seconds since 1970-01-01T00:00 on that clock, never going back.
    ///
    /// While a clock repeats an hour it is held at the last second before the repeat. So the reading never
    /// falls, and `instant(of:secondOfDay:)` is the first moment at which it reaches a value. Whoever asks
    /// what holds at a moment by a plan in local time asks the plan at this reading.
    public func steadyWallSecond(at instant: Instant) -> Int64 { steadyReading(at: instant).second }

    /// The same reading, with the later readings that one subtraction turns back into moments.
    public func steadyReading(at instant: Instant) -> SteadyReading {
        let (second, shift) = table.folded(instant.secondsSinceEpoch)
        let segment = table.segment(at: second)
        let offset = Int64(table.offsets[segment])
        let next = segment + 1
        let end = next < table.starts.count ? table.starts[next] + offset + shift : Int64.max
        guard segment > 0 else { return SteadyReading(second: second + offset, end: end, offset: offset) }
        let before = Int64(table.offsets[segment - 1])
        let start = table.starts[segment]
        let isRepeating = second - start < before - offset
        let reading = (isRepeating ? start + before - 1 : second + offset) + shift
        return SteadyReading(second: reading, end: end, offset: offset)
    }
}

/// What a local clock shows at a moment, and how long that goes on without a change.
public struct SteadyReading: Hashable, Sendable {
    /// The reading, as seconds since 1970-01-01T00:00 on that clock.
    public let second: Int64
    /// The reading at which the clock changes next, or the largest number.
    ///
    /// A later reading before it belongs to the moment that `instant(ofLater:)` gives.
    public let end: Int64
    /// Seconds east of UTC.
    public let offset: Int64

    /// The moment at which the clock reaches a later reading; nil when it changes before that.
    ///
    /// - Complexity: constant, and a few instructions only.
    @inlinable
    public func instant(ofLater second: Int64) -> Instant? {
        second < end ? Instant(secondsSinceEpoch: second &- offset) : nil
    }
}

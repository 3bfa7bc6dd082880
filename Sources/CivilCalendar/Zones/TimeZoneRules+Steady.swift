extension TimeZoneRules {
    /// The local clock's reading as seconds since 1970-01-01T00:00 on that clock, never going back.
    ///
    /// While a clock repeats an hour it is held at the last second before the repeat. So the reading never
    /// falls, and `instant(of:secondOfDay:)` is the first moment at which it reaches a value. Whoever asks
    /// what holds at a moment by a plan in local time asks the plan at this reading.
    public func steadyWallSecond(at instant: Instant) -> Int64 {
        let (second, shift) = table.folded(instant.secondsSinceEpoch)
        let segment = table.segment(at: second)
        let offset = Int64(table.offsets[segment])
        guard segment > 0 else { return second + offset }
        let before = Int64(table.offsets[segment - 1])
        let start = table.starts[segment]
        let isRepeating = second - start < before - offset
        return (isRepeating ? start + before - 1 : second + offset) + shift
    }
}

extension TimeZoneRules {
    /// The moment in ISO 8601 with this zone's offset: `2026-11-26T09:00:00+01:00`.
    ///
    /// An offset that is not whole minutes (before about 1900) ends in seconds; `Instant(parsing:)` reads
    /// it back.
    public func text(_ instant: Instant) -> String {
        let time = civilTime(at: instant)
        let clock = "\(padded(time.hour, to: 2)):\(padded(time.minute, to: 2)):\(padded(time.second, to: 2))"
        return "\(time.day)T\(clock)\(Self.text(offset: time.offset))"
    }

    private static func text(offset: Int) -> String {
        let size = abs(offset)
        let minutes = "\(padded(size / 3600, to: 2)):\(padded(size / 60 % 60, to: 2))"
        let seconds = size % 60 == 0 ? "" : ":\(padded(size % 60, to: 2))"
        return "\(offset < 0 ? "-" : "+")\(minutes)\(seconds)"
    }
}

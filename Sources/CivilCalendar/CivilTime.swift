/// What a clock on the wall shows: a day and the seconds since its midnight, with the zone's offset.
public struct CivilTime: Hashable, Sendable {
    /// The local day.
    public let day: CivilDay
    /// Seconds shown by the clock since 00:00, `0..<86_400`.
    ///
    /// Not the seconds that have passed: on a day with a clock change they differ.
    public let secondOfDay: Int
    /// Seconds east of UTC at that moment.
    public let offset: Int

    /// Makes a wall-clock reading from its parts.
    public init(day: CivilDay, secondOfDay: Int, offset: Int) {
        self.day = day
        self.secondOfDay = secondOfDay
        self.offset = offset
    }

    /// The hour shown, 0 to 23.
    public var hour: Int { secondOfDay / 3600 }
    /// The minute shown, 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }
    /// The second shown, 0 to 59.
    public var second: Int { secondOfDay % 60 }
}

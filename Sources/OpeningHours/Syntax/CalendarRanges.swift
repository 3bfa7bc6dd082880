/// Years, such as `2026`, `2026-2030/2` or `2026+`.
public struct YearRange: Hashable, Sendable {
    /// The first year, 1 to 9999.
    public var first: Int
    /// The last year, `first` to 9999; 9999 is written `+`.
    public var last: Int
    /// Every how many years, 1 or more, counted from the first.
    public var step: Int

    /// Makes a range; a single year unless said otherwise.
    public init(first: Int, last: Int? = nil, step: Int = 1) {
        self.first = first
        self.last = last ?? first
        self.step = step
    }

    func contains(_ year: Int) -> Bool {
        year >= first && year <= last && (year - first) % step == 0
    }
}

/// Weeks of the year after ISO 8601, such as `week 01-09/2`.
public struct WeekRange: Hashable, Sendable {
    /// The first week, 1 to 53.
    public var first: Int
    /// The last week, 1 to 53; before the first, the range goes over the turn of the year.
    public var last: Int
    /// Every how many weeks, counted from the first; 1 in a range over the turn of the year.
    public var step: Int

    /// Makes a range; a single week unless said otherwise.
    public init(first: Int, last: Int? = nil, step: Int = 1) {
        self.first = first
        self.last = last ?? first
        self.step = step
    }

    func contains(_ week: Int) -> Bool {
        guard first <= last else { return week >= first || week <= last }
        return week >= first && week <= last && (week - first) % step == 0
    }
}

/// One kind of local time that a zone has had, such as CET.
struct ZoneType: Hashable, Sendable {
    /// Seconds east of UTC, within ±26 hours.
    var offset: Int32
    var isDaylight: Bool
    var abbreviation: String

    static let utc = ZoneType(offset: 0, isDaylight: false, abbreviation: "UTC")

    /// No offset reaches this many seconds: 26 hours.
    ///
    /// - Source: RFC 9636, section 3.2, utoff.
    static let offsetLimit: Int32 = 26 * 3600
}

/// What a TZif file says: the times at which the local time type changes, and the rule for later ones.
struct ZoneFile: Hashable, Sendable {
    /// The type before the first change.
    var initial: ZoneType
    /// Strictly ascending.
    var changes: [ZoneChange]
    var rule: PosixZoneRule?
}

/// From this second on, this type of local time.
struct ZoneChange: Hashable, Sendable {
    var second: Int64
    var type: ZoneType
}

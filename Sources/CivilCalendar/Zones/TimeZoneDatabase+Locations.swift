extension TimeZoneDatabase {
    /// The table of principal locations, a file of the database.
    private static let locationsFile = "zone.tab"

    /// Where the zone's principal location lies, most often its largest town; nil when the table has no such
    /// zone, as for UTC.
    ///
    /// - Parameter identifier: an IANA name such as `Europe/Paris`.
    /// - Throws: `malformedZoneName`, `zoneDatabaseMissing`, `zoneFileUnreadable` or `zoneFileTooLarge` of
    ///   `CivilCalendarError`.
    /// - Source: tzdata, zone.tab.
    public func principalLocation(of identifier: String) throws(CivilCalendarError) -> Coordinates? {
        guard Self.isWellFormed(identifier) else {
            throw .malformedZoneName(String(identifier.unicodeScalars.prefix(64)))
        }
        let bytes = try contents(ofFile: Self.locationsFile, for: identifier)
        let name = Array(identifier.utf8)
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let columns = line.split(
                separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
            guard columns.count >= 3, columns[2].elementsEqual(name) else { continue }
            return Coordinates(iso6709: columns[1])
        }
        return nil
    }
}

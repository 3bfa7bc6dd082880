/// Everything that can go wrong in `CivilCalendar`.
public enum CivilCalendarError: Error, Hashable, Sendable {
    /// The text is not an RFC 3339 timestamp.
    case malformedInstant(String)
    /// The timestamp has neither `Z` nor an offset, so it names no moment.
    case offsetMissing(String)
    /// The zone name holds characters or a form that no IANA name has.
    case malformedZoneName(String)
    /// The time zone database has no such zone.
    case unknownZone(String)
    /// The folder of the time zone database is missing.
    case zoneDatabaseMissing(folder: String)
    /// The zone's file exists but could not be read.
    case zoneFileUnreadable(zone: String, path: String, errno: Int32)
    /// The zone's file is larger than the limit.
    case zoneFileTooLarge(zone: String, bytes: Int, bytesMax: Int)
    /// The zone's bytes break RFC 9636.
    case malformedZoneFile(zone: String, flaw: ZoneFileFlaw)
}

/// What is wrong with the bytes of a zone file.
public enum ZoneFileFlaw: String, Error, Hashable, Sendable {
    case notTZif = "it does not begin with \"TZif\""
    case unknownVersion = "its version is not 1 to 4"
    case truncated = "it ends too early"
    case tooManyTransitions = "it has more than 4096 transitions"
    case noTypes = "it has no local time type, or more than 256"
    case badTypeIndex = "a transition names a local time type that is not there"
    case badAbbreviation = "an abbreviation is missing its end"
    case badOffset = "an offset is not between -26 and +26 hours"
    case unorderedTransitions = "its transitions are not in ascending order"
    case leapSeconds = "it counts leap seconds, which the calendar here does not"
    case badFooter = "its footer is not a POSIX TZ rule"
}

extension CivilCalendarError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformedInstant(let text):
            "\"\(text)\" is not a moment: write it like 2026-11-26T09:00:00+01:00."
        case .offsetMissing(let text):
            "\"\(text)\" has no offset: add Z or one such as +01:00."
        case .malformedZoneName(let name):
            "\"\(name)\" is not a time zone name: write it like Europe/Paris."
        case .unknownZone(let name):
            "There is no time zone \"\(name)\": use a name of the IANA database, such as Europe/Paris."
        case .zoneDatabaseMissing(let folder):
            "The time zone database is not in \(folder): install the package tzdata."
        case .zoneFileUnreadable(let zone, let path, let errno):
            "The file \(path) of time zone \(zone) cannot be read (errno \(errno)): check its permissions."
        case .zoneFileTooLarge(let zone, let bytes, let bytesMax):
            "The file of time zone \(zone) has \(bytes) bytes, more than \(bytesMax): reinstall tzdata."
        case .malformedZoneFile(let zone, let flaw):
            "The file of time zone \(zone) is damaged, \(flaw.rawValue): reinstall tzdata."
        }
    }
}

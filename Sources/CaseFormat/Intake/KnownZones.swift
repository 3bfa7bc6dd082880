public import CivilCalendar

/// Answers whether a time zone exists, without reading a file for the zones of France.
public struct KnownZones: Sendable {
    private let database: TimeZoneDatabase
    private let usual: Set<String>

    /// The zones of the regions of France.
    static let usual: [String] = Array(Set(FrenchRegion.allCases.map(\.timeZone))).sorted()

    /// Looks once for the zones of France.
    public init(_ database: TimeZoneDatabase = TimeZoneDatabase()) {
        self.database = database
        usual = Set(Self.usual.filter { Self.isIn(database, $0) })
    }

    /// Whether the database has the zone; for any other zone than those of France it reads the zone's file.
    public func contains(_ name: String) -> Bool { usual.contains(name) || Self.isIn(database, name) }

    /// The rules of a zone.
    ///
    /// - Throws: `CivilCalendarError` for one that the database has not.
    func rules(_ name: String) throws -> TimeZoneRules { try database.rules(for: name) }

    private static func isIn(_ database: TimeZoneDatabase, _ name: String) -> Bool {
        (try? database.rules(for: name)) != nil
    }
}

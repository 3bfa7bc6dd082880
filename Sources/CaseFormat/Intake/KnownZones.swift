public import CivilCalendar
import Synchronization

/// Answers whether a time zone exists, and reads the file of each zone once.
public struct KnownZones: Sendable {
    private let database: TimeZoneDatabase
    private let shelf = Shelf()

    /// Zones that were found; a name that is in no database is never kept, so the shelf has a bound.
    private final class Shelf: Sendable {
        let found = Mutex<[String: TimeZoneRules]>([:])
    }

    /// The zones of the regions of France.
    static let usual: [String] = Array(Set(FrenchRegion.allCases.map(\.timeZone))).sorted()

    public init(_ database: TimeZoneDatabase = TimeZoneDatabase()) { self.database = database }

    /// Whether the database has the zone.
    public func contains(_ name: String) -> Bool { (try? rules(name)) != nil }

    /// The rules of a zone.
    ///
    /// - Throws: `CivilCalendarError` for one that the database has not.
    func rules(_ name: String) throws -> TimeZoneRules {
        if let rules = shelf.found.withLock({ $0[name] }) { return rules }
        let rules = try database.rules(for: name)
        shelf.found.withLock { $0[name] = rules }
        return rules
    }
}

import CivilCalendar
import ContactRouting
import OpeningHours
import Synchronization

/// The time zones that were read so far: each file is read once.
final class ZoneShelf: Sendable {
    private let database: TimeZoneDatabase
    private let known = Mutex<[String: TimeZoneRules]>([:])
    /// The zone of nearly every case, which needs no lock.
    private let usual: TimeZoneRules?

    init(_ database: TimeZoneDatabase) {
        self.database = database
        usual = try? database.rules(for: Self.usualName)
    }

    private static let usualName = "Europe/Paris"

    /// - Throws: `CaseFlowError.timeZones` for a zone that this machine does not know.
    func rules(_ identifier: String) throws(CaseFlowError) -> TimeZoneRules {
        if let usual, identifier == Self.usualName { return usual }
        if let rules = known.withLock({ $0[identifier] }) { return rules }
        let rules: TimeZoneRules
        do { rules = try database.rules(for: identifier) } catch { throw .timeZones(error) }
        known.withLock { $0[identifier] = rules }
        return rules
    }

    /// Where a schedule is valid; without holidays, what depends on them is unknown.
    func place(_ identifier: String, holidays: PublicHolidays?) throws(CaseFlowError) -> Place {
        let zone = try rules(identifier)
        guard let holidays else { return Place(timeZone: zone) }
        return Place(timeZone: zone, holidays: KnownHolidays(holidays))
    }
}

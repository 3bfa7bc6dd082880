public import CivilCalendar

/// The public holidays of a place, and its school holidays as far as they are known.
///
/// A day that no list of school holidays covers is `outOfCoverage`, so that a schedule with `SH` is *unknown* then and
/// not wrongly closed.
public struct KnownHolidays: HolidayCalendar, Hashable {
    private let publicHolidays: PublicHolidays
    private let schoolHolidays: SchoolHolidays?

    /// Makes the calendar of a place.
    ///
    /// - Parameter schoolZone: the zone of its school holidays. When nil it is the one in which the whole French region
    ///   lies; the mainland has several zones and the other countries have none here, so that `SH` is then unknown.
    public init(_ publicHolidays: PublicHolidays, schoolZone: SchoolZone? = nil) {
        self.publicHolidays = publicHolidays
        let zone = schoolZone ?? publicHolidays.region.flatMap { SchoolZone($0) }
        schoolHolidays = zone.map { SchoolHolidays($0) }
    }

    public func contains(_ kind: HolidayKind, _ day: CivilDay) -> HolidayLookup {
        switch kind {
        case .publicHoliday:
            guard let name = publicHolidays.localName(on: day) else { return .notHoliday }
            return .holiday(name: name)
        case .schoolHoliday:
            switch schoolHolidays?.lookup(day) ?? .outOfCoverage {
            case .off(let time): return .holiday(name: time.frenchName)
            case .term: return .notHoliday
            case .outOfCoverage: return .outOfCoverage
            }
        }
    }
}

/// The school holidays of one zone, as far as an official text gives them.
///
/// The texts name the day *after whose classes* pupils leave and the day on whose morning they return. A holiday runs
/// here from the first day without school to the day before the return:
///
/// - leaving on a Saturday, that Saturday is the first day, since most pupils have no school then;
/// - leaving on another day, the first day is the next one.
///
/// A day outside of ``coverage`` is unknown, not a day with school.
public struct SchoolHolidays: Hashable, Sendable {
    /// What is known of a day.
    public enum Day: Hashable, Sendable {
        /// No school, and why.
        case off(SchoolBreak)
        /// No holiday. Weekends and public holidays of the term count here too.
        case term
        /// No text that is known covers the day.
        case outOfCoverage
    }

    /// The zone.
    public let zone: SchoolZone

    /// The holidays of a zone; those of a zone for which no text is known are never covered.
    public init(_ zone: SchoolZone) { self.zone = zone }

    /// The days that are known, the first and the last included; nil when there are none.
    public var coverage: ClosedRange<CivilDay>? { SchoolTable.of(zone)?.coverage }

    /// What is known of the day.
    ///
    /// - Complexity: O(n), n the holidays of the zone, some 30.
    public func lookup(_ day: CivilDay) -> Day {
        guard let table = SchoolTable.of(zone), table.coverage.contains(day) else { return .outOfCoverage }
        for line in table.lines where line.last >= day {
            return line.first <= day ? .off(line.kind) : .term
        }
        return .term
    }
}

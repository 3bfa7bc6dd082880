/// The public holidays of one place, computed for any year.
///
/// The law of today applied to every year, with one exception: Saint-Martin's day moved in 2018. From 2006 to
/// 2031 it is the set that the French state publishes as open data (etalab, jours-feries-france).
public struct PublicHolidays: Hashable, Sendable {
    private let region: FrenchRegion

    /// The public holidays of a part of France.
    public static func france(_ region: FrenchRegion) -> PublicHolidays { PublicHolidays(region: region) }

    /// Whether the day is a public holiday.
    public func contains(_ day: CivilDay) -> Bool { holiday(on: day) != nil }

    /// The public holiday on that day; nil when it is none.
    ///
    /// Where two fall on one day (Ascension on 1 May 2008), it is the one with the fixed date.
    public func holiday(on day: CivilDay) -> PublicHoliday? {
        let (year, month, dayOfMonth) = day.components
        if let fixed = fixedHoliday(month: month, day: dayOfMonth, year: year) { return fixed }
        // Easter's days lie between 20 March and 14 June, on a Monday, Thursday or Friday.
        guard (3...6).contains(month) else { return nil }
        switch day.weekday {
        case .monday: return easterHoliday(on: day, year: year, [(1, .easterMonday), (50, .whitMonday)])
        case .thursday: return easterHoliday(on: day, year: year, [(39, .ascensionDay)])
        case .friday:
            guard region == .alsaceMoselle else { return nil }
            return easterHoliday(on: day, year: year, [(-2, .goodFriday)])
        case .tuesday, .wednesday, .saturday, .sunday: return nil
        }
    }

    private func easterHoliday(
        on day: CivilDay, year: Int, _ candidates: [(Int, PublicHoliday)]
    ) -> PublicHoliday? {
        let distance = CivilDay.easterSunday(ofYear: year).days(until: day)
        return candidates.first { $0.0 == distance }?.1
    }

    private func fixedHoliday(month: Int, day: Int, year: Int) -> PublicHoliday? {
        switch (month, day) {
        case (1, 1): .newYearsDay
        case (5, 1): .labourDay
        case (5, 8): .victoryDay
        case (7, 14): .nationalDay
        case (8, 15): .assumption
        case (11, 1): .allSaintsDay
        case (11, 11): .armisticeDay
        case (12, 25): .christmasDay
        case (12, 26): region == .alsaceMoselle ? .saintStephensDay : nil
        default:  // tidy-allow: numbers
            isAbolitionDay(month: month, day: day, year: year) ? .abolitionOfSlavery : nil
        }
    }

    private func isAbolitionDay(month: Int, day: Int, year: Int) -> Bool {
        guard let abolition = abolitionDay(year: year) else { return false }
        return abolition == (month, day)
    }

    /// Month and day on which the region remembers the abolition of slavery.
    ///
    /// - Source: decree 83-1003 of 23 November 1983 and its amendments.
    private func abolitionDay(year: Int) -> (Int, Int)? {
        switch region {
        case .metropole, .alsaceMoselle: nil
        case .guadeloupe: (5, 27)
        case .martinique: (5, 22)
        case .guyane: (6, 10)
        case .reunion: (12, 20)
        case .mayotte: (4, 27)
        case .saintMartin: year < 2018 ? (5, 27) : (5, 28)
        case .saintBarthelemy: (10, 9)
        }
    }
}

internal import CivilCalendar
internal import ContactRouting

/// What La Poste takes for a registered letter, with the day the price was fixed.
///
/// - Source: moneyvox.fr, tariff of 2026-01-01. The price of the acknowledgement of receipt in 2026, and R2 and R3, were
///   not found.
enum PostalTariff {
    /// Registered letter R1 up to 20 g, without the acknowledgement of receipt.
    static let registeredR1 = Money(hundredths: 611)
    static let since = CivilDay(dayNumber: 20_454)
    /// The last day of the year that the tariff was fixed for; La Poste sets a new one each January.
    static let knownThrough = CivilDay(dayNumber: 20_818)
    /// Days for which a letter that was not handed over waits at the post office (CPCE R1-1-6).
    static let daysKept = 15
}

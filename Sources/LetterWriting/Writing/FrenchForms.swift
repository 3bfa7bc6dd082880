import CivilCalendar
import ContactRouting
internal import Texts

/// Dates, sums and counts as a French letter writes them.
enum FrenchForms {
    private static let formats = Formats(.french)

    static func date(_ day: CivilDay) -> String { formats.date(day) }
    static func sum(_ money: Money) -> String { formats.money(money) }
    static func percent(_ percent: Int) -> String { "\(percent)\u{A0}%" }
    /// `1 jour`, `6 jours`.
    static func days(_ count: Int) -> String { formats.length(.days(count)) }
}

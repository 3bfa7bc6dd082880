public import CivilCalendar
public import ContactRouting

/// Sums, spans of time and lists.
extension Formats {
    /// A sum of money: `1 234,50 €`, `€1,234.50`; other currencies by their code: `12,00 CHF`, `CHF 12.00`.
    ///
    /// Thousands in French are parted by a narrow no-break space, the sign by a no-break space.
    public func money(_ money: Money) -> String {
        let whole = grouped(money.hundredths / 100, separator: pick("\u{202F}", ","))
        let cents = money.hundredths % 100
        let amount = whole + pick(",", ".") + (cents < 10 ? "0\(cents)" : "\(cents)")
        let isEuro = money.currency == .euro
        return switch language {
        case .french: "\(amount)\u{A0}\(isEuro ? "€" : money.currency.code)"
        case .english: isEuro ? "€\(amount)" : "\(money.currency.code)\u{A0}\(amount)"
        }
    }

    private func grouped(_ number: Int64, separator: String) -> String {
        let digits = Array(String(number))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }

    /// How long a time limit is: `48 heures`, `14 jours`, `1 mois`, `2 jours ouvrés`, `2 working days`.
    public func length(_ length: TimeLimit.Length) -> String {
        switch length {
        case .hours(let count): counted(count, "heure", "heures", "hour", "hours")
        case .days(let count): counted(count, "jour", "jours", "day", "days")
        case .weeks(let count): counted(count, "semaine", "semaines", "week", "weeks")
        case .months(let count): counted(count, "mois", "mois", "month", "months")
        case .years(let count): counted(count, "an", "ans", "year", "years")
        case .workedDays(let count):
            counted(count, "jour ouvré", "jours ouvrés", "working day", "working days")
        case .businessDays(let count):
            counted(
                count, "jour ouvrable", "jours ouvrables", "business day (Monday to Saturday)",
                "business days (Monday to Saturday)")
        }
    }

    /// An estimated span between two moments: `de 5 à 60 minutes`, `moins d’une heure`, `1 to 3 days`.
    ///
    /// - Parameter seconds: from, to; the unit follows the longer one, and both are rounded up.
    public func estimate(seconds: ClosedRange<Int64>) -> String {
        let (size, words): (Int64, (String, String, String, String)) =
            switch seconds.upperBound {
            case ...3600: (60, ("minute", "minutes", "minute", "minutes"))
            case ...172_800: (3600, ("heure", "heures", "hour", "hours"))
            default: (86_400, ("jour", "jours", "day", "days"))  // tidy-allow: ranges of a number
            }
        let upper = Int((max(seconds.upperBound, 1) - 1) / size) + 1
        let lower = seconds.lowerBound <= 0 ? 0 : Int((seconds.lowerBound - 1) / size) + 1
        let most = counted(upper, words.0, words.1, words.2, words.3)
        guard lower > 0 else { return pick("au plus \(most)", "at most \(most)") }
        guard lower < upper else { return pick("environ \(most)", "about \(most)") }
        return pick("de \(lower) à \(most)", "\(lower) to \(most)")
    }

    private func counted(_ count: Int, _ un: String, _ des: String, _ one: String, _ many: String) -> String {
        pick("\(count)\u{A0}\(count < 2 ? un : des)", "\(count)\u{A0}\(count == 1 ? one : many)")
    }

    /// A list in a sentence: `a, b et c`, `a, b and c`.
    public func list(_ items: [String]) -> String { joined(items, last: pick(" et ", " and ")) }

    /// A choice in a sentence: `a, b ou c`, `a, b or c`.
    public func choice(_ items: [String]) -> String { joined(items, last: pick(" ou ", " or ")) }

    private func joined(_ items: [String], last: String) -> String {
        guard let final = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + last + final
    }
}

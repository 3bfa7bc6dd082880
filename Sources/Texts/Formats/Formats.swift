public import CivilCalendar
public import ContactRouting

/// Writes dates, times and spans as people of a language write them.
///
/// French follows the usage of the Imprimerie nationale: "1er décembre 2026", "9 h 30", "1 234,50 €". English is
/// British with the 24-hour clock: "1 December 2026", "9:30", "€1,234.50". Letters and screens share these forms.
public struct Formats: Hashable, Sendable {
    /// The language that is written.
    public let language: Language

    /// Makes the formats of a language.
    public init(_ language: Language) { self.language = language }

    /// A date: `3 décembre 2026`, `1er décembre 2026`, `3 December 2026`.
    public func date(_ day: CivilDay) -> String {
        let (year, month, dayOfMonth) = day.components
        let number = language == .french && dayOfMonth == 1 ? "1er" : "\(dayOfMonth)"
        return "\(number) \(monthName(month)) \(year)"
    }

    /// A date with its day of the week: `lundi 23 novembre 2026`, `Monday 23 November 2026`.
    public func longDate(_ day: CivilDay) -> String { "\(weekdayName(day.weekday)) \(date(day))" }

    /// A time of the day: `9 h`, `9 h 30`, `9:00`, `9:30`.
    ///
    /// - Parameter secondOfDay: seconds since 00:00, `0...86_400`; seconds below a minute are left out.
    public func time(secondOfDay: Int) -> String {
        let (hour, minute) = (secondOfDay / 3600, secondOfDay / 60 % 60)
        let digits = minute < 10 ? "0\(minute)" : "\(minute)"
        return switch language {
        case .french: minute == 0 ? "\(hour)\u{A0}h" : "\(hour)\u{A0}h\u{A0}\(digits)"
        case .english: "\(hour):\(digits)"
        }
    }

    /// The name of a day of the week, as inside a sentence.
    public func weekdayName(_ weekday: Weekday) -> String {
        switch weekday {
        case .monday: pick("lundi", "Monday")
        case .tuesday: pick("mardi", "Tuesday")
        case .wednesday: pick("mercredi", "Wednesday")
        case .thursday: pick("jeudi", "Thursday")
        case .friday: pick("vendredi", "Friday")
        case .saturday: pick("samedi", "Saturday")
        case .sunday: pick("dimanche", "Sunday")
        }
    }

    private func monthName(_ month: Int) -> String {
        let names = language == .french ? Self.frenchMonths : Self.englishMonths
        return names[min(max(month, 1), 12) - 1]
    }

    private static let frenchMonths = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    func pick(_ french: String, _ english: String) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

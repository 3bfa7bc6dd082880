public import CivilCalendar

/// What La Poste takes for a registered letter inside France, as far as it is known: the only place that says so.
///
/// La Poste sets new prices each January. The price of the acknowledgement of receipt, and those of R2 and R3, were not
/// found for 2026.
public enum PostalTariff {
    /// A registered letter R1 of at most ``gramsMax``, without the acknowledgement of receipt.
    public static let registeredR1 = Money(hundredths: 611)
    /// - Unit: grams, the envelope included.
    public static let gramsMax = 20
    /// The day from which the price holds.
    public static let since = CivilDay(dayNumber: 20_454)
    /// The last day of the year that the price was fixed for.
    public static let knownThrough = CivilDay(dayNumber: 20_818)
    /// Where the price comes from.
    public static let source = Source(
        url: nil, title: "La Poste, prices of 2026-01-01: moneyvox 104464; rci.fm", checkedOn: since,
        confidence: .high, staleAfter: knownThrough)

    /// The price as a fact that must be checked again, like those of the directory.
    public static let fact = SourcedFact(
        entry: "la-poste", subject: .cost(.registeredMail), source: source, validity: .always)

    /// Days for which a letter that was not handed over waits at the post office.
    ///
    /// - Source: CPCE R1-1-6.
    public static let daysKept = 15

    /// How much La Poste owes when it loses the letter.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case r1 = "R1"
        case r2 = "R2"
        case r3 = "R3"

        /// The most that is paid.
        ///
        /// - Source: CPCE R2-1 for R1; La Poste, terms of 2023, for R2 and R3.
        public var indemnity: Money {
            switch self {
            case .r1: Money(hundredths: 1_600)
            case .r2: Money(hundredths: 15_300)
            case .r3: Money(hundredths: 45_800)
            }
        }

        /// The lowest level whose indemnity covers a value; nil when none does, or it is in another currency.
        public init?(covering value: Money) {
            guard value.currency == .euro,
                let level = Self.allCases.first(where: { $0.indemnity.hundredths >= value.hundredths })
            else { return nil }
            self = level
        }
    }

    /// The year in which the indemnities of R2 and R3 were read.
    public static let higherIndemnitiesOf = 2023
}

/// Each set was checked beside the Python package `holidays` 0.109 for 2020 to 2035; `OtherCalendarsTests` does it again.
extension HolidaySet {
    /// The ten days of Belgian law.
    ///
    /// Easter and Whit Sunday are Sundays like any other in it.
    ///
    /// - Source: law of 4 January 1974 on public holidays.
    static let belgium = HolidaySet([
        .fixed(.newYearsDay, 1, 1),
        .easter(.easterMonday, 1),
        .fixed(.labourDay, 5, 1),
        .easter(.ascensionDay, 39),
        .easter(.whitMonday, 50),
        .fixed(.nationalDay, 7, 21),
        .fixed(.assumption, 8, 15),
        .fixed(.allSaintsDay, 11, 1),
        .fixed(.armisticeDay, 11, 11),
        .fixed(.christmasDay, 12, 25),
    ])

    /// The eleven days of Luxembourg law, Europe Day since 2019.
    ///
    /// - Source: code du travail of Luxembourg, on public holidays.
    static let luxembourg = HolidaySet([
        .fixed(.newYearsDay, 1, 1),
        .easter(.easterMonday, 1),
        .fixed(.labourDay, 5, 1),
        .fixed(.europeDay, 5, 9, years: 2019...9999),
        .easter(.ascensionDay, 39),
        .easter(.whitMonday, 50),
        .fixed(.nationalDay, 6, 23),
        .fixed(.assumption, 8, 15),
        .fixed(.allSaintsDay, 11, 1),
        .fixed(.christmasDay, 12, 25),
        .fixed(.saintStephensDay, 12, 26),
    ])

    /// The nine days that are holidays in each of the sixteen Länder.
    ///
    /// Federal law makes one of them, 3 October; the others stand in the law of every Land. What only some Länder have
    /// (Epiphany, Corpus Christi, Reformation Day and so on) is left out.
    ///
    /// - Source: Unification Treaty of 31 August 1990 (3 October); the Länder's laws on Sundays and holidays.
    static let germany = HolidaySet([
        .fixed(.newYearsDay, 1, 1, "Neujahr"),
        .easter(.goodFriday, -2, "Karfreitag"),
        .easter(.easterMonday, 1, "Ostermontag"),
        .fixed(.labourDay, 5, 1, "Tag der Arbeit"),
        .easter(.ascensionDay, 39, "Christi Himmelfahrt"),
        .easter(.whitMonday, 50, "Pfingstmontag"),
        .fixed(.germanUnityDay, 10, 3, "Tag der Deutschen Einheit", years: 1990...9999),
        .fixed(.christmasDay, 12, 25, "Erster Weihnachtstag"),
        .fixed(.saintStephensDay, 12, 26, "Zweiter Weihnachtstag"),
    ])

    /// The four days that are holidays in each of the twenty-six cantons.
    ///
    /// Federal law makes one of them, 1 August; the cantons choose up to eight others.
    ///
    /// - Source: federal constitution (1 August); the cantons' laws.
    static let switzerland = HolidaySet([
        .fixed(.newYearsDay, 1, 1),
        .easter(.ascensionDay, 39),
        .fixed(.nationalDay, 8, 1, years: 1994...9999),
        .fixed(.christmasDay, 12, 25),
    ])

    /// The twelve weekdays of Italian law, 4 October since 2026.
    ///
    /// Every Sunday is a holiday anyway; Easter Sunday and National Unity Day, kept on the first Sunday
    /// of November, are therefore not listed. Neither is the patron saint of each town.
    ///
    /// - Source: law 260 of 27 May 1949 on holidays, as amended since.
    static let italy = HolidaySet([
        .fixed(.newYearsDay, 1, 1, "Capodanno"),
        .fixed(.epiphany, 1, 6, "Epifania"),
        .easter(.easterMonday, 1, "Lunedì dell’Angelo"),
        .fixed(.liberationDay, 4, 25, "Festa della Liberazione"),
        .fixed(.labourDay, 5, 1, "Festa del Lavoro"),
        .fixed(.republicDay, 6, 2, "Festa della Repubblica", years: 2001...9999),
        .fixed(.assumption, 8, 15, "Assunzione di Maria"),
        .fixed(.saintFrancisDay, 10, 4, "San Francesco d’Assisi", years: 2026...9999),
        .fixed(.allSaintsDay, 11, 1, "Ognissanti"),
        .fixed(.immaculateConception, 12, 8, "Immacolata Concezione"),
        .fixed(.christmasDay, 12, 25, "Natale"),
        .fixed(.saintStephensDay, 12, 26, "Santo Stefano"),
    ])

    /// The ten days that the autonomous communities cannot replace, or that none of them replaces (6 January).
    ///
    /// A day of rest that falls on a Sunday passes to the Monday, which each community may exchange for a day of its
    /// own. The yearly national list therefore leaves such a day out, and so does this one.
    ///
    /// - Source: Estatuto de los Trabajadores; the yearly resolutions in the Boletín Oficial del Estado.
    static let spain = HolidaySet([
        .fixed(.newYearsDay, 1, 1, "Año Nuevo", isNoneOnSunday: true),
        .fixed(.epiphany, 1, 6, "Epifanía del Señor", isNoneOnSunday: true),
        .easter(.goodFriday, -2, "Viernes Santo"),
        .fixed(.labourDay, 5, 1, "Fiesta del Trabajo", isNoneOnSunday: true),
        .fixed(.assumption, 8, 15, "Asunción de la Virgen", isNoneOnSunday: true),
        .fixed(.nationalDay, 10, 12, "Fiesta Nacional de España", isNoneOnSunday: true),
        .fixed(.allSaintsDay, 11, 1, "Todos los Santos", isNoneOnSunday: true),
        .fixed(.constitutionDay, 12, 6, "Día de la Constitución Española", isNoneOnSunday: true),
        .fixed(.immaculateConception, 12, 8, "Inmaculada Concepción", isNoneOnSunday: true),
        .fixed(.christmasDay, 12, 25, "Natividad del Señor", isNoneOnSunday: true),
    ])
}

extension HolidaySet {
    /// The list of a region, from a table made once.
    static func france(_ region: FrenchRegion, localUsage: Bool) -> HolidaySet {
        let table = localUsage ? franceWithLocalUsage : france
        guard let set = table[region] else { preconditionFailure("the tables are made of every region") }
        return set
    }

    private static let france = table { mainland + byLaw($0) }
    private static let franceWithLocalUsage = table { mainland + byLaw($0) + byLocalUsage($0) }

    private static func table(_ rules: (FrenchRegion) -> [HolidayRule]) -> [FrenchRegion: HolidaySet] {
        // Fixed dates first: they give the name of a day that is two holidays.
        Dictionary(
            uniqueKeysWithValues: FrenchRegion.allCases.map { region in
                let rules = rules(region)
                return (region, HolidaySet(rules.filter(\.isFixed) + rules.filter { !$0.isFixed }))
            })
    }

    /// - Source: code du travail, article L3133-1.
    private static let mainland: [HolidayRule] = [
        .fixed(.newYearsDay, 1, 1),
        .fixed(.labourDay, 5, 1),
        .fixed(.victoryDay, 5, 8),
        .fixed(.nationalDay, 7, 14),
        .fixed(.assumption, 8, 15),
        .fixed(.allSaintsDay, 11, 1),
        .fixed(.armisticeDay, 11, 11),
        .fixed(.christmasDay, 12, 25),
        .easter(.easterMonday, 1),
        .easter(.ascensionDay, 39),
        .easter(.whitMonday, 50),
    ]

    /// What a law or decree adds in a region.
    ///
    /// - Source: code du travail, article L3134-13 (Alsace-Moselle; Good Friday only where a municipality has a
    ///   Protestant or mixed church) and L3422-2 (overseas); decree 83-1003 of 23 November 1983 with its amendments
    ///   (abolition of slavery).
    private static func byLaw(_ region: FrenchRegion) -> [HolidayRule] {
        switch region {
        case .metropole: []
        case .alsaceMoselle: [.easter(.goodFriday, -2), .fixed(.saintStephensDay, 12, 26)]
        case .guadeloupe: [.fixed(.abolitionOfSlavery, 5, 27)]
        case .martinique: [.fixed(.abolitionOfSlavery, 5, 22)]
        case .guyane: [.fixed(.abolitionOfSlavery, 6, 10)]
        case .reunion: [.fixed(.abolitionOfSlavery, 12, 20)]
        case .mayotte: [.fixed(.abolitionOfSlavery, 4, 27)]
        case .saintMartin:
            [
                .fixed(.abolitionOfSlavery, 5, 27, years: 1...2017),
                .fixed(.abolitionOfSlavery, 5, 28, years: 2018...9999),
            ]
        case .saintBarthelemy: [.fixed(.abolitionOfSlavery, 10, 9)]
        }
    }

    /// What is kept in a region by custom, without a text that says so for everybody.
    ///
    /// - Source: the PyPI package `holidays` 0.109; the state's open data (etalab) do not have these days.
    private static func byLocalUsage(_ region: FrenchRegion) -> [HolidayRule] {
        switch region {
        case .guadeloupe:
            [.easter(.midLent, -24), .easter(.goodFriday, -2), .fixed(.victorSchoelcherDay, 7, 21)]
        case .martinique, .saintMartin: [.fixed(.victorSchoelcherDay, 7, 21)]
        case .metropole, .alsaceMoselle, .guyane, .reunion, .mayotte, .saintBarthelemy: []
        }
    }
}

/// An area with school holidays of its own, as the French ministry of education divides the country.
public enum SchoolZone: String, CaseIterable, Hashable, Sendable {
    /// Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.
    case a = "A"
    /// Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims, Rennes, Strasbourg.
    case b = "B"
    /// Créteil, Montpellier, Paris, Toulouse, Versailles.
    case c = "C"
    case corse
    case guadeloupe
    case martinique
    case guyane
    case reunion
    case mayotte
    case saintMartin = "saint-martin"
    case saintBarthelemy = "saint-barthelemy"

    /// The zone in which the whole region lies; nil for the mainland, which has several.
    ///
    /// Alsace and Moselle are in zone B with Strasbourg and Nancy-Metz.
    public init?(_ region: FrenchRegion) {
        switch region {
        case .metropole: return nil
        case .alsaceMoselle: self = .b
        case .guadeloupe: self = .guadeloupe
        case .martinique: self = .martinique
        case .guyane: self = .guyane
        case .reunion: self = .reunion
        case .mayotte: self = .mayotte
        case .saintMartin: self = .saintMartin
        case .saintBarthelemy: self = .saintBarthelemy
        }
    }
}

/// A time without school.
public enum SchoolBreak: String, CaseIterable, Hashable, Sendable {
    case allSaints
    case christmas
    case winter
    case carnival
    case spring
    case easter
    case ascension
    case firstPeriod
    case australSummer
    case thirdPeriod
    case fourthPeriod
    case australWinter
    case summer
    /// A day or a few without school, besides the long holidays.
    case dayOff

    /// The name in English.
    public var englishName: String {
        switch self {
        case .allSaints: "All Saints' holidays"
        case .christmas: "Christmas holidays"
        case .winter: "Winter holidays"
        case .carnival: "Carnival holidays"
        case .spring: "Spring holidays"
        case .easter: "Easter holidays"
        case .ascension: "Ascension weekend"
        case .firstPeriod: "Holidays after the first period"
        case .australSummer: "Austral summer holidays"
        case .thirdPeriod: "Holidays after the third period"
        case .fourthPeriod: "Holidays after the fourth period"
        case .australWinter: "Austral winter holidays"
        case .summer: "Summer holidays"
        case .dayOff: "Day without school"
        }
    }

    /// The name in French.
    public var frenchName: String {
        switch self {
        case .allSaints: "Vacances de la Toussaint"
        case .christmas: "Vacances de Noël"
        case .winter: "Vacances d’hiver"
        case .carnival: "Vacances de Carnaval"
        case .spring: "Vacances de printemps"
        case .easter: "Vacances de Pâques"
        case .ascension: "Pont de l’Ascension"
        case .firstPeriod: "Vacances après la première période"
        case .australSummer: "Vacances d’été austral"
        case .thirdPeriod: "Vacances après la troisième période"
        case .fourthPeriod: "Vacances après la quatrième période"
        case .australWinter: "Vacances d’hiver austral"
        case .summer: "Vacances d’été"
        case .dayOff: "Journée sans classe"
        }
    }
}

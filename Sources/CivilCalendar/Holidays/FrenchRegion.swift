/// A part of France with public holidays or a clock of its own.
public enum FrenchRegion: String, CaseIterable, Hashable, Sendable {
    case metropole
    case alsaceMoselle = "alsace-moselle"
    case guadeloupe
    case martinique
    case guyane
    case reunion
    case mayotte
    case saintMartin = "saint-martin"
    case saintBarthelemy = "saint-barthelemy"

    /// The IANA name of the region's time zone.
    public var timeZone: String {
        switch self {
        case .metropole, .alsaceMoselle: "Europe/Paris"
        case .guadeloupe: "America/Guadeloupe"
        case .martinique: "America/Martinique"
        case .guyane: "America/Cayenne"
        case .reunion: "Indian/Reunion"
        case .mayotte: "Indian/Mayotte"
        case .saintMartin: "America/Marigot"
        case .saintBarthelemy: "America/St_Barthelemy"
        }
    }
}

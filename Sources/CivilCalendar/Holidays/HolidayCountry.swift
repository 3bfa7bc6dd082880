/// A country whose public holidays can be computed: France and its neighbours.
public enum HolidayCountry: String, CaseIterable, Hashable, Sendable {
    case belgium = "BE"
    case france = "FR"
    case germany = "DE"
    case italy = "IT"
    case luxembourg = "LU"
    case spain = "ES"
    case switzerland = "CH"

    /// The IANA name of the zone of the country's European mainland.
    public var timeZone: String {
        switch self {
        case .belgium: "Europe/Brussels"
        case .france: "Europe/Paris"
        case .germany: "Europe/Berlin"
        case .italy: "Europe/Rome"
        case .luxembourg: "Europe/Luxembourg"
        case .spain: "Europe/Madrid"
        case .switzerland: "Europe/Zurich"
        }
    }
}

extension FrenchRegion {
    /// The region that has an ISO 3166-1 alpha-2 code of its own, such as `RE`; nil for every other code, `FR` included.
    public init?(countryCode: String) {
        switch countryCode {
        case "GP": self = .guadeloupe
        case "MQ": self = .martinique
        case "GF": self = .guyane
        case "RE": self = .reunion
        case "YT": self = .mayotte
        case "MF": self = .saintMartin
        case "BL": self = .saintBarthelemy
        default: return nil  // tidy-allow: text
        }
    }
}

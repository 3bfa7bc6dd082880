/// The public holidays of one place, computed for any year.
///
/// The law of today applied to every year, with the exceptions that the lists name. For France, from 2006 to 2031 it
/// is the set that the French state publishes as open data (etalab, jours-feries-france).
///
/// For the other countries it is the *national* set: the days that are holidays everywhere in the country. A day that
/// only a Land, a canton, a community or a town has is not in it.
public struct PublicHolidays: Sendable {
    private let place: HolidayPlace
    private let set: HolidaySet

    private init(_ place: HolidayPlace) {
        self.place = place
        set = place.set
    }

    /// The public holidays of a part of France.
    ///
    /// - Parameter localUsage: whether days count that are kept by custom but that no law names: in Guadeloupe
    ///   Mid-Lent, Good Friday and Victor Schœlcher Day, which Martinique and Saint-Martin keep too. Not for counting
    ///   time limits, which know the law's days only.
    public static func france(_ region: FrenchRegion, localUsage: Bool = false) -> PublicHolidays {
        PublicHolidays(.france(region, localUsage: localUsage))
    }

    /// The public holidays that hold in the whole country; for France those of the mainland.
    public static func national(_ country: HolidayCountry) -> PublicHolidays {
        switch country {
        case .france: france(.metropole)
        case .belgium, .germany, .italy, .luxembourg, .spain, .switzerland: PublicHolidays(.abroad(country))
        }
    }

    /// The public holidays of the country with this code; nil when they are not known.
    ///
    /// - Parameters:
    ///   - countryCode: ISO 3166-1 alpha-2 in capitals: one of ``HolidayCountry``, or that of a French region with a
    ///     code of its own, such as `RE`.
    ///   - region: which part of France is meant by `FR`; the mainland when nil. Any other code ignores it.
    public init?(countryCode: String, region: FrenchRegion? = nil) {
        if let overseas = FrenchRegion(countryCode: countryCode) {
            self = .france(overseas)
        } else if let country = HolidayCountry(rawValue: countryCode) {
            self = country == .france ? .france(region ?? .metropole) : .national(country)
        } else {
            return nil
        }
    }

    /// The country.
    public var country: HolidayCountry { place.country }

    /// The part of France; nil abroad.
    public var region: FrenchRegion? { place.region }

    /// The IANA name of the zone that is usual there.
    public var timeZone: String { region?.timeZone ?? country.timeZone }

    /// Whether the day is a public holiday.
    public func contains(_ day: CivilDay) -> Bool { set.rule(on: day) != nil }

    /// The public holiday on that day; nil when it is none.
    ///
    /// Where two fall on one day (Ascension on 1 May 2008), it is the one with the fixed date in France, elsewhere the
    /// one that comes first in the law's list.
    public func holiday(on day: CivilDay) -> PublicHoliday? { set.rule(on: day)?.holiday }

    /// The holiday's name in the country's own language; French where that is one of several.
    public func localName(on day: CivilDay) -> String? {
        set.rule(on: day).map { $0.localName ?? $0.holiday.frenchName }
    }
}

extension PublicHolidays: Hashable {
    public static func == (one: PublicHolidays, other: PublicHolidays) -> Bool { one.place == other.place }

    public func hash(into hasher: inout Hasher) { hasher.combine(place) }
}

/// Whose law it is.
private enum HolidayPlace: Hashable, Sendable {
    case france(FrenchRegion, localUsage: Bool)
    /// Any country but France.
    case abroad(HolidayCountry)

    var country: HolidayCountry {
        switch self {
        case .france: .france
        case .abroad(let country): country
        }
    }

    var region: FrenchRegion? {
        switch self {
        case .france(let region, _): region
        case .abroad: nil
        }
    }

    var set: HolidaySet {
        switch self {
        case .france(let region, let localUsage): .france(region, localUsage: localUsage)
        case .abroad(.belgium): .belgium
        case .abroad(.france): .france(.metropole, localUsage: false)
        case .abroad(.germany): .germany
        case .abroad(.italy): .italy
        case .abroad(.luxembourg): .luxembourg
        case .abroad(.spain): .spain
        case .abroad(.switzerland): .switzerland
        }
    }
}

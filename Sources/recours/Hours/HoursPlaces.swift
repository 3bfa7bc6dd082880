import CivilCalendar
import ContactRouting
import JSONText
import OpeningHours

/// Why opening hours cannot be answered for.
struct HoursFault: Error {
    /// One sentence that says what to do.
    let message: String
    /// Where in the expression, in UTF-8 bytes; nil when the fault is not in the expression.
    let offset: Int?

    init(_ message: String, offset: Int? = nil) {
        self.message = message
        self.offset = offset
    }

    init(_ error: ParseError) { self.init(error.description, offset: error.range.lowerBound) }
}

/// Where hours are asked for.
struct HoursPlace {
    let place: Place
    /// Nil when the country's holidays are not known.
    let publicHolidays: PublicHolidays?

    var timeZone: TimeZoneRules { place.timeZone }
}

/// The places that hours are asked for: each zone is read once.
struct HoursPlaces {
    private var zones: [String: TimeZoneRules] = [:]
    private var locations: [String: Coordinates] = [:]
    private let database = TimeZoneDatabase()

    /// The place of a zone, with the holidays of a country.
    ///
    /// Without a country, or with one whose holidays this program does not know, what depends on holidays is
    /// unknown. A region alone means France. The sun's times are those of the zone's principal location.
    ///
    /// - Parameter usesSun: whether the sun is asked for at all: looking the location up takes time.
    mutating func place(
        zone identifier: String, country: String?, region: String?, usesSun: Bool
    ) throws(HoursFault) -> HoursPlace {
        let zone = try zone(identifier)
        let position = usesSun ? try location(identifier).map(Place.Position.principalLocation) : nil
        let region = try region.map(HoursRegion.init(named:))
        guard let holidays = try Self.publicHolidays(country, region?.region) else {
            return HoursPlace(place: Place(timeZone: zone, position: position), publicHolidays: nil)
        }
        let calendar = KnownHolidays(holidays, schoolZone: region?.schoolZone)
        return HoursPlace(
            place: Place(timeZone: zone, holidays: calendar, position: position), publicHolidays: holidays)
    }

    /// The principal location of a zone; nil for one without, such as UTC.
    private mutating func location(_ identifier: String) throws(HoursFault) -> Coordinates? {
        if let known = locations[identifier] { return known }
        do {
            let found = try database.principalLocation(of: identifier)
            locations[identifier] = found
            return found
        } catch {
            throw HoursFault(error.description)
        }
    }

    private mutating func zone(_ identifier: String) throws(HoursFault) -> TimeZoneRules {
        if let known = zones[identifier] { return known }
        do {
            let rules = try database.rules(for: identifier)
            zones[identifier] = rules
            return rules
        } catch {
            throw HoursFault(error.description)
        }
    }

    /// The public holidays of a country or a region; nil when they are not known.
    private static func publicHolidays(
        _ country: String?, _ region: FrenchRegion?
    ) throws(HoursFault) -> PublicHolidays? {
        guard let country else { return region.map { PublicHolidays.france($0) } }
        let code: CountryCode
        do { code = try CountryCode(parsing: country) } catch {
            throw HoursFault("A country is two capital letters, such as FR; write its ISO 3166-1 code.")
        }
        guard region == nil || code == .france else {
            throw HoursFault("A region is a part of France; leave it out, or write the country FR.")
        }
        return PublicHolidays(countryCode: code.text, region: region)
    }
}

/// A part of France, as the command line and the batch name it.
///
/// Besides the regions of a case, the mainland's school zones: its public holidays are the same everywhere, its school
/// holidays are not.
struct HoursRegion {
    let region: FrenchRegion
    let schoolZone: SchoolZone?

    private static let schoolZones: [(name: String, zone: SchoolZone)] = [
        ("zone-a", .a), ("zone-b", .b), ("zone-c", .c), ("corse", .corse),
    ]

    /// - Throws: `HoursFault` with the name that was probably meant.
    init(named name: String) throws(HoursFault) {
        if let region = FrenchRegion(rawValue: name) {
            self.region = region
            schoolZone = nil
        } else if let known = Self.schoolZones.first(where: { $0.name == name }) {
            region = .metropole
            schoolZone = known.zone
        } else {
            let names = FrenchRegion.allCases.map(\.rawValue) + Self.schoolZones.map(\.name)
            let advice =
                nearestName(to: name, among: names).map { "did you mean \($0)?" }
                ?? "use one of \(names.joined(separator: ", "))."
            throw HoursFault("There is no such region: \(advice)")
        }
    }
}

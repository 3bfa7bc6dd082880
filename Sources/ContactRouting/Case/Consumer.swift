public import CivilCalendar

/// The person who has the trouble.
public struct Consumer: Hashable, Sendable {
    public var name: Private<TextLine>?
    public var address: Private<PostalAddress>?
    public var email: Private<EmailAddress>?
    public var phone: Private<PhoneNumber>?
    public var country: CountryCode?
    public var region: FrenchRegion?
    /// IANA name of the person's zone; the region's zone, else Europe/Paris, when absent.
    public var timeZone: String?
    public var language: Language?
    /// When the person can take a call: an `opening_hours` value in their zone, checked at the edge.
    public var reachable: String?
    public var hasAccount: Bool?
    public var canLogIn: Bool?
    public var canCall: Bool?
    public var deaf: Bool?
    public var professional: Bool?
    /// Picture of the signature, relative to the case file.
    public var signature: TextLine?

    public init() {}

    /// The zone in which the person lives and in which their instants are written.
    public var effectiveTimeZone: String { timeZone ?? (region ?? .metropole).timeZone }

    public var effectiveLanguage: Language { language ?? .french }

    /// The public holidays where the person lives: those of the region, else of the country.
    ///
    /// Those of mainland France when the case names neither, or a country whose holidays are not known.
    public var publicHolidays: PublicHolidays {
        if let region { return .france(region) }
        return country.flatMap { PublicHolidays(countryCode: $0.text) } ?? .france(.metropole)
    }
}

/// What the person would rather have.
public struct Preferences: Hashable, Sendable {
    public enum Priority: String, Hashable, Sendable, CaseIterable {
        case fastest, cheapest
        case strongestEvidence = "strongest-evidence"
        case leastEffort = "least-effort"
    }

    /// Absent means equal weights.
    public var priority: Priority?
    /// Refuses every channel whose proof is below `dated`.
    public var needsWrittenProof: Bool?
    /// Adds to that channel's score.
    public var preferredChannel: ChannelName?
    /// Changes nothing, but is answered.
    public var askedChannel: ChannelName?
    /// Excluded by the person.
    public var avoid: [ChannelName] = []

    public init() {}
}

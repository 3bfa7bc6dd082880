public import CivilCalendar
public import ContactRouting

/// The line of a call as it works from where the person is: its number, its cost, its hours.
///
/// Computed beforehand by the program. What is not known is nil, and is then said to be unknown.
public struct CallLine: Hashable, Sendable {
    /// Who answers, by the name that people know: the shop's, not the company's.
    public var service: TextLine?
    /// Nil for a service that is reached otherwise, such as a page with an interpreter.
    public var number: PhoneNumber?
    /// The number as the person dials it from where they are.
    public var dialled: TextLine?
    /// Whether the number belongs to another country than the person's.
    public var isAbroad = false
    public var cost: Endpoint.CallCost?
    /// What a call costs in money, where the directory knows it.
    public var price: Money?
    public var hours: CallHours?
    /// The languages that the line is known to take, as IETF tags; empty when unknown.
    public var languages: [String] = []
    /// What the directory advises, in the person's language.
    public var advice: String?

    public init() {}
}

/// When somebody answers a line, seen from one moment.
public struct CallHours: Hashable, Sendable {
    public var availability: Availability
    /// The parts of the person's day in which somebody surely answers, earliest first.
    public var today: [CallSlot]
    /// Whether the hours of a part of that day are not known, such as on a public holiday.
    public var isPartlyUnknown: Bool
    /// When the line opens next: after it closes when it is open, from now on when it is closed; nil when unknown.
    public var nextOpening: Instant?
    /// The zone that the line's hours are told in.
    public var zone: TimeZoneRules

    public init(
        availability: Availability, today: [CallSlot], isPartlyUnknown: Bool = false,
        nextOpening: Instant? = nil, zone: TimeZoneRules
    ) {
        self.availability = availability
        self.today = today
        self.isPartlyUnknown = isPartlyUnknown
        self.nextOpening = nextOpening
        self.zone = zone
    }
}

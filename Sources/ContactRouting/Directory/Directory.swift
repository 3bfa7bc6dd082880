public import CivilCalendar

/// What is known of merchants, institutions and closed services: `channels.json` as values.
///
/// Loaded once, all or nothing, and never changed.
public struct Directory: Hashable, Sendable {
    public let updatedOn: CivilDay
    public let merchants: [Merchant]
    public let institutions: [Institution]
    public let closed: [ClosedService]
    /// Every opening-hours value that occurs, once: ``ChannelEntry/hours`` points into it.
    public let hours: [HoursKey]
    /// Sites from which nothing is taken.
    public let distrusted: [DistrustedHost]

    private let merchantIndex: [EntryID: Int]

    public init(
        updatedOn: CivilDay, merchants: [Merchant], institutions: [Institution], closed: [ClosedService],
        hours: [HoursKey], distrusted: [DistrustedHost] = []
    ) {
        self.updatedOn = updatedOn
        self.merchants = merchants
        self.institutions = institutions
        self.closed = closed
        self.hours = hours
        self.distrusted = distrusted
        merchantIndex = Dictionary(
            merchants.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Complexity: O(1).
    public func merchant(_ id: EntryID) -> Merchant? { merchantIndex[id].map { merchants[$0] } }

    /// The mediator that a merchant named.
    public func mediator(_ id: EntryID) -> Institution? {
        institutions.first { $0.id == id && $0.kind == .mediator }
    }
}

/// One opening-hours value in its place: the same text means other instants elsewhere.
public struct HoursKey: Hashable, Sendable {
    /// In the `opening_hours` language of OpenStreetMap.
    public var text: String
    /// IANA name of the zone.
    public var timeZone: String
    /// Which public holidays `PH` means; without them `PH` cannot be answered.
    public var holidays: PublicHolidays?

    public init(text: String, timeZone: String, holidays: PublicHolidays?) {
        self.text = text
        self.timeZone = timeZone
        self.holidays = holidays
    }
}

/// A merchant with its channels.
public struct Merchant: Hashable, Sendable {
    public var id: EntryID
    public var name: String
    /// The country whose consumers it serves under this name.
    public var country: CountryCode
    public var legal: LegalEntity?
    public var timeZone: String
    /// Whether others sell on its site; nil when unknown.
    public var marketplace: Bool?
    /// The mediator that it named, when known.
    public var mediator: EntryID?
    public var mediatorSource: Source?
    public var website: WebLink?
    public var policies: [Policy]
    public var channels: [ChannelEntry]

    public init(
        id: EntryID, name: String, country: CountryCode, legal: LegalEntity?, timeZone: String,
        marketplace: Bool?,
        mediator: EntryID?, mediatorSource: Source?, website: WebLink?, policies: [Policy],
        channels: [ChannelEntry]
    ) {
        self.id = id
        self.name = name
        self.country = country
        self.legal = legal
        self.timeZone = timeZone
        self.marketplace = marketplace
        self.mediator = mediator
        self.mediatorSource = mediatorSource
        self.website = website
        self.policies = policies
        self.channels = channels
    }
}

/// The person in law behind a merchant's name.
public struct LegalEntity: Hashable, Sendable {
    public var name: String
    public var registration: String?
    public var seatCountry: CountryCode?
    public var seatAddress: PostalAddress?
    /// Countries in which it contracts through a branch; there it counts as domestic.
    public var branchIn: [CountryCode]
    public var source: Source

    public init(
        name: String, registration: String?, seatCountry: CountryCode?, seatAddress: PostalAddress?,
        branchIn: [CountryCode], source: Source
    ) {
        self.name = name
        self.registration = registration
        self.seatCountry = seatCountry
        self.seatAddress = seatAddress
        self.branchIn = branchIn
        self.source = source
    }
}

/// Until when a merchant, of its own will, lets a thing be done.
public struct Policy: Hashable, Sendable {
    /// A longer time for what was ordered between two days.
    public struct Extension: Hashable, Sendable {
        public var orderedFrom: CivilDay
        public var orderedTo: CivilDay
        /// The last day; the ordinary end when that is later.
        public var until: CivilDay
        public var source: Source

        public init(orderedFrom: CivilDay, orderedTo: CivilDay, until: CivilDay, source: Source) {
            self.orderedFrom = orderedFrom
            self.orderedTo = orderedTo
            self.until = until
            self.source = source
        }
    }

    public var id: String
    public var channel: ChannelName
    public var after: CaseEventName
    public var days: Int
    public var extensions: [Extension]
    public var source: Source
    /// The days on which the merchant promises it.
    public var validity: Validity

    public init(
        id: String, channel: ChannelName, after: CaseEventName, days: Int, extensions: [Extension],
        source: Source, validity: Validity = .always
    ) {
        self.id = id
        self.channel = channel
        self.after = after
        self.days = days
        self.extensions = extensions
        self.source = source
        self.validity = validity
    }
}

/// A body that helps, decides or investigates, with its channels.
public struct Institution: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Serves the merchants that name it; every other kind serves every case.
        case mediator
        case europeanConsumerCentre = "european-consumer-centre"
        case conciliator, court, association, authority, police
        case fraudReporting = "fraud-reporting"
        case bank
    }

    public var id: EntryID
    public var name: String
    public var kind: Kind
    public var country: CountryCode?
    public var timeZone: String
    public var channels: [ChannelEntry]
    /// The days on which it does its work.
    public var validity: Validity

    public init(
        id: EntryID, name: String, kind: Kind, country: CountryCode?, timeZone: String,
        channels: [ChannelEntry], validity: Validity = .always
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.timeZone = timeZone
        self.channels = channels
        self.validity = validity
    }
}

/// A service that has ended, known so that it can be refused with the day and the successor.
public struct ClosedService: Hashable, Sendable {
    public var id: ChannelName
    /// The first day without the service.
    public var since: CivilDay
    public var successor: [ChannelName]
    public var source: Source

    public init(id: ChannelName, since: CivilDay, successor: [ChannelName], source: Source) {
        self.id = id
        self.since = since
        self.successor = successor
        self.source = source
    }
}

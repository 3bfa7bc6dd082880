public import CivilCalendar

/// One channel as a merchant or an institution offers it.
public struct ChannelEntry: Hashable, Sendable {
    public var channel: ChannelName
    public var endpoints: [Endpoint]
    /// Index into ``Directory/hours``; nil when no hours are known or nobody is needed at the other end.
    public var hours: Int?
    public var conditions: [Condition]
    /// Facts that are needed to fill it in, as pointers into the case: `order.number`.
    public var requires: [FactPath]
    /// Languages it is known to take; empty when unknown.
    public var languages: [String]
    /// Longest message, in characters, where the channel has a limit.
    public var charactersMax: Int?
    /// Silence after this long is a failure; the program's own estimate when nil.
    public var answerTime: TimeLimit.Length?
    /// Where the answering time comes from, when it is not ``source``.
    public var answerTimeSource: Source?
    /// Issues it serves, when they are fewer than the channel serves in general.
    public var issues: IssueSet?
    /// What using it costs; nil when unknown.
    public var cost: Money?
    /// Where the cost comes from, when it is not ``source``.
    public var costSource: Source?
    /// Social networks on which it is offered.
    public var networks: [String]
    /// Short advice for the person: a path through menus, what to have at hand.
    public var note: LocalText?
    public var source: Source
    /// The days on which it is offered so.
    public var validity: Validity

    public init(
        channel: ChannelName, endpoints: [Endpoint] = [], hours: Int? = nil, conditions: [Condition] = [],
        requires: [FactPath] = [], languages: [String] = [], charactersMax: Int? = nil,
        answerTime: TimeLimit.Length? = nil, answerTimeSource: Source? = nil,
        issues: IssueSet? = nil, cost: Money? = nil, costSource: Source? = nil, networks: [String] = [],
        note: LocalText? = nil, source: Source, validity: Validity = .always
    ) {
        self.channel = channel
        self.endpoints = endpoints
        self.hours = hours
        self.conditions = conditions
        self.requires = requires
        self.languages = languages
        self.charactersMax = charactersMax
        self.answerTime = answerTime
        self.answerTimeSource = answerTimeSource
        self.issues = issues
        self.cost = cost
        self.costSource = costSource
        self.networks = networks
        self.note = note
        self.source = source
        self.validity = validity
    }
}

/// A text of the directory in both languages.
public struct LocalText: Hashable, Sendable, Codable {
    public var french: String
    public var english: String

    public init(french: String, english: String) {
        self.french = french
        self.english = english
    }

    public subscript(language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

/// Where a channel is reached.
public struct Endpoint: Hashable, Sendable {
    public enum Address: Hashable, Sendable {
        case url(WebLink)
        case tel(PhoneNumber)
        case email(EmailAddress)
        case post(PostalAddress)
        case handle(String)
        /// A path through the merchant's own menus.
        case menu(String)
    }

    /// For whom the endpoint is meant.
    public struct Audience: Hashable, Sendable {
        public var callerCountry: [CountryCode]
        public var callerCountryNot: [CountryCode]

        public init(callerCountry: [CountryCode], callerCountryNot: [CountryCode]) {
            self.callerCountry = callerCountry
            self.callerCountryNot = callerCountryNot
        }

        public func includes(_ country: CountryCode) -> Bool {
            (callerCountry.isEmpty || callerCountry.contains(country)) && !callerCountryNot.contains(country)
        }
    }

    /// What a call costs.
    public enum CallCost: String, Hashable, Sendable, CaseIterable {
        case free
        case normalCall = "normal-call"
        case premium
    }

    public var address: Address
    public var label: LocalText?
    public var audience: Audience?
    public var cost: CallCost?
    public var source: Source?
    /// The days on which it is reached there.
    public var validity: Validity

    public init(
        address: Address, label: LocalText? = nil, audience: Audience? = nil, cost: CallCost? = nil,
        source: Source? = nil, validity: Validity = .always
    ) {
        self.address = address
        self.label = label
        self.audience = audience
        self.cost = cost
        self.source = source
        self.validity = validity
    }
}

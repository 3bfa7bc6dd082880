import CivilCalendar

/// A channel that the law obliges every trader to have.
struct LawOffer: Sendable {
    let channel: ChannelName
    let citation: Citation
    /// What the person must state to use it.
    let requires: [FactPath]
    /// What using it costs everywhere; nil when that depends on more.
    let cost: Money?
    let costSource: Source?

    private init(
        _ channel: ChannelName, _ citation: Citation, requires: [FactPath] = [], cost: Money? = nil,
        costSource: Source? = nil
    ) {
        self.channel = channel
        self.citation = citation
        self.requires = requires
        self.cost = cost
        self.costSource = costSource
    }

    static let emailRequires: [FactPath] = [.consumerName, .consumerEmail]
    static let letterRequires: [FactPath] = [.consumerName, .consumerAddress]

    /// - Source: C. conso. L221-21 (withdrawal function), L221-5 (address, phone, e-mail), L616-1 (mediator).
    static let all = [
        LawOffer(.withdrawalButton, .consoL22121),
        LawOffer(.email, .consoL2215, requires: emailRequires),
        LawOffer(.phone, .consoL2215),
        LawOffer(
            .registeredMail, .consoL2215, requires: letterRequires, cost: PostalTariff.registeredR1,
            costSource: PostalTariff.source),
        LawOffer(.mediator, .consoL6161),
    ]

    /// Those that a seller on a marketplace has itself, instead of the marketplace.
    static var sellersOwn: ChannelSet { [.registeredMail, .mediator] }
}

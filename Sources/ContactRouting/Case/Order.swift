public import CivilCalendar

/// What was bought and what happened to it.
///
/// Every fact may be unknown.
public struct Order: Hashable, Sendable {
    public enum Payment: String, Hashable, Sendable, CaseIterable {
        case card
        case bankTransfer = "bank-transfer"
        case directDebit = "direct-debit"
        case paypal
        case giftCard = "gift-card"
        case instalments
        case cashOnDelivery = "cash-on-delivery"
        case other
    }

    public var number: Private<TextLine>?
    public var orderedOn: CivilDay?
    public var promisedOn: CivilDay?
    public var latestEstimatedDelivery: CivilDay?
    public var deliveredOn: CivilDay?
    public var parcelsDeliveredOn: [CivilDay] = []
    public var withdrawalNotifiedOn: CivilDay?
    public var returnShippedOn: CivilDay?
    public var returnReceivedOn: CivilDay?
    public var defectFoundOn: CivilDay?
    public var repairRequestedOn: CivilDay?
    public var repairedOn: CivilDay?
    public var terminatedOn: CivilDay?
    public var debitedOn: CivilDay?
    public var deliveredIn: CountryCode?
    public var amount: Money?
    public var payment: Payment?
    /// Whether the seller told of the right of withdrawal.
    ///
    /// - Source: C. conso. L221-20.
    public var withdrawalInformed: Bool?
    /// Whether the person waived withdrawal for digital content.
    ///
    /// - Source: C. conso. L221-28, 13.
    public var digitalWaiver: Bool?
    public var carrierChosenByConsumer: Bool?
    public var carrierTracking: TextLine?
    public var item = Item()

    public init() {}

    /// The day the last parcel came: the one from which withdrawal runs.
    ///
    /// - Source: C. conso. L221-18.
    public var lastDeliveredOn: CivilDay? {
        parcelsDeliveredOn.max().map { parcel in deliveredOn.map { max($0, parcel) } ?? parcel }
            ?? deliveredOn
    }
}

/// The thing that was bought.
public struct Item: Hashable, Sendable {
    public enum Category: String, Hashable, Sendable, CaseIterable {
        case homeware, electronics, clothing, shoes, luggage, watch, jewellery, toys, book, press
        case audioVideo = "audio-video"
        case software, game, digital
        case eBook = "e-book"
        case freshFood = "fresh-food"
        case food, alcohol, hygiene, cosmetics, personalised
        case giftCard = "gift-card"
        case handmade
        case largeAppliance = "large-appliance"
        case furniture, other
    }

    public enum Condition: String, Hashable, Sendable, CaseIterable {
        case new
        case secondHand = "second-hand"
        case refurbished
    }

    public var name: TextLine?
    public var category: Category?
    public var condition: Condition?
    public var opened: Bool?
    public var sealBroken: Bool?
    public var partlyUsed: Bool?

    public init() {}
}

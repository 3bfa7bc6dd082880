import CivilCalendar
import ContactRouting

/// A random case with every fact of the format varied: the closed lists in full, days before and after the moment,
/// histories of up to eight contacts with all that a contact may carry.
struct WideCase {
    private var random: SeededGenerator
    private(set) var facts: ContactCase
    let now: Instant

    init(seed: UInt64) {
        let narrow = RandomCase(seed: seed)
        random = SeededGenerator(seed: seed ^ 0x5EED)
        facts = narrow.facts
        now = narrow.now
        fillOrder()
        fillItem()
        fillConsumer()
        fillPreferences()
        for _ in 0..<Int.random(in: 0...4, using: &random) { addContact() }
    }

    private mutating func maybe<Value>(_ values: [Value]) -> Value? {
        Bool.random(using: &random) ? values.randomElement(using: &random) : nil
    }

    /// Up to three years before the moment, and a little after it.
    private mutating func someDay() -> CivilDay? {
        guard Bool.random(using: &random) else { return nil }
        let days = Int.random(in: -30...1100, using: &random)
        return World.shared.paris.day(at: now).adding(days: -days)
    }

    private mutating func fillOrder() {
        facts.issue.demand = maybe([
            .refund, .replacement, .repair, .delivery, .cancellation, .priceReduction,
        ])
        facts.issue.clicked = maybe([true, false])
        facts.issue.dataGiven = maybe([[], [.bankDetails], [.identityDocument], GivenData.allCases])
        facts.order.orderedOn = someDay()
        facts.order.deliveredOn = someDay()
        facts.order.parcelsDeliveredOn = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
            someDay()
        }
        facts.order.returnReceivedOn = someDay()
        facts.order.defectFoundOn = someDay()
        facts.order.repairRequestedOn = someDay()
        facts.order.repairedOn = someDay()
        facts.order.terminatedOn = someDay()
        facts.order.withdrawalInformed = maybe([true, false])
        facts.order.digitalWaiver = maybe([true, false])
        facts.order.carrierChosenByConsumer = maybe([true, false])
        facts.order.deliveredIn = maybe(["FR", "DE"].map(Draft.country))
        facts.order.amount = maybe([Money(hundredths: 500_000), Money(hundredths: 500_001), Draft.euros(1)])
    }

    private mutating func fillItem() {
        facts.order.item.condition = maybe(Item.Condition.allCases)
        facts.order.item.opened = maybe([true, false])
        facts.order.item.partlyUsed = maybe([true, false])
    }

    private mutating func fillConsumer() {
        facts.consumer.country = maybe(["FR", "BE", "DE", "CH"].map(Draft.country))
        facts.consumer.language = maybe([.french, .english])
        facts.consumer.hasAccount = maybe([true, false])
    }

    private mutating func fillPreferences() {
        let names = ChannelProfile.table.map(\.channel) + ["odr", "bloctel"].map(Draft.channel)
        facts.preferences.priority = maybe(Preferences.Priority.allCases)
        facts.preferences.preferredChannel = maybe(names)
        facts.preferences.askedChannel = maybe(names)
        facts.preferences.avoid = maybe([[.phone], [.registeredMail, .mediator], names]) ?? []
    }

    private mutating func addContact() {
        let channel = ChannelProfile.table.randomElement(using: &random)?.channel ?? .chat
        let outcome = PastContact.Outcome.allCases.randomElement(using: &random) ?? .sent
        let seconds = Int64.random(in: 0..<(900 * 86_400), using: &random)
        var contact = PastContact(channel: channel, at: now.adding(seconds: -seconds), outcome: outcome)
        contact.deadline = someDay()
        contact.promisedOn = someDay()
        contact.deliveredOn = someDay()
        contact.transcriptKept = maybe([true, false])
        facts.history.append(contact)
    }
}

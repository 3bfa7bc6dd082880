internal import CivilCalendar
internal import ContactRouting
internal import JSONText

/// Finds facts of a case that cannot all be true.
struct Contradictions {
    private let facts: ContactCase
    private let root: JSONValue
    private let intake: Intake
    private let decidedAt: Instant?

    init(_ facts: ContactCase, _ root: JSONValue, _ intake: Intake, decidedAt: Instant?) {
        self.facts = facts
        self.root = root
        self.intake = intake
        self.decidedAt = decidedAt
    }

    func note() {
        noteDaysInWrongOrder()
        noteDaysToCome()
        for (index, contact) in facts.history.enumerated() { noteDays(of: contact, at: index) }
        for (contradiction, object, key) in found {
            guard let value = (object.flatMap { root[$0] } ?? root)[key] else { continue }
            intake.note(.contradiction(contradiction), at: value)
        }
    }

    /// What contradicts, and where: the object of the case, and the key in it.
    private var found: [(Contradiction, StaticString?, StaticString)] {
        var found: [(Contradiction, StaticString?, StaticString)] = []
        let (consumer, seller, order, item) = (facts.consumer, facts.seller, facts.order, facts.order.item)
        if facts.issue.kind == .notDelivered, order.deliveredOn != nil {
            found.append((.deliveredButNotDelivered, "order", "deliveredOn"))
        }
        if seller.kind == .firstParty, seller.fulfilledBy == .seller {
            found.append((.firstPartyShippedBySeller, "seller", "fulfilledBy"))
        }
        if item.opened == false, item.sealBroken == true {
            found.append((.sealBrokenUnopened, "order", "item"))
        }
        if item.opened == false, item.partlyUsed == true, !item.isUsedWithoutOpening {
            found.append((.usedUnopened, "order", "item"))
        }
        if consumer.hasAccount == false, consumer.canLogIn == true {
            found.append((.loginWithoutAccount, "consumer", "canLogIn"))
        }
        if consumer.region != nil, let country = consumer.country, !country.isFrench {
            found.append((.regionAbroad, "consumer", "region"))
        }
        if let preferred = facts.preferences.preferredChannel, facts.preferences.avoid.contains(preferred) {
            found.append((.preferredButAvoided, "preferences", "preferredChannel"))
        }
        return found
    }

    // MARK: Days

    /// Every pair of days of an order of which the second cannot be earlier than the first.
    private static let pairs: [(earlier: OrderDay, later: OrderDay)] = [
        (.orderedOn, .promisedOn), (.orderedOn, .latestEstimatedDelivery), (.orderedOn, .deliveredOn),
        (.orderedOn, .parcelsDeliveredOn), (.orderedOn, .withdrawalNotifiedOn),
        (.orderedOn, .returnShippedOn),
        (.orderedOn, .returnReceivedOn), (.orderedOn, .terminatedOn), (.orderedOn, .debitedOn),
        (.deliveredOn, .returnShippedOn), (.deliveredOn, .returnReceivedOn), (.deliveredOn, .defectFoundOn),
        (.deliveredOn, .repairRequestedOn), (.deliveredOn, .repairedOn),
        (.parcelsDeliveredOn, .returnShippedOn), (.parcelsDeliveredOn, .returnReceivedOn),
        (.parcelsDeliveredOn, .defectFoundOn), (.parcelsDeliveredOn, .repairRequestedOn),
        (.parcelsDeliveredOn, .repairedOn),
        (.returnShippedOn, .returnReceivedOn), (.repairRequestedOn, .repairedOn),
    ]

    private func noteDaysInWrongOrder() {
        let order = facts.order
        for (earlier, later) in Self.pairs {
            guard let first = earlier.day(in: order), let second = later.day(in: order), second < first else {
                continue
            }
            // A part of the order may go back before the rest has come.
            if earlier == .deliveredOn, !order.parcelsDeliveredOn.isEmpty { continue }
            // A charge that nobody allowed may be older than the order it is found with.
            if later == .debitedOn, facts.issue.kind == .unauthorisedCharge { continue }
            note(.before(later.name, earlier.name), order: later)
        }
    }

    /// What has happened cannot lie after the decision, wherever on Earth the person is.
    private func noteDaysToCome() {
        guard let decidedAt else { return }
        let today = TimeZoneRules.utc.day(at: decidedAt.adding(hours: 14))
        for day in OrderDay.allCases where day.isPast {
            guard let moment = day.latest(in: facts.order), moment > today else { continue }
            note(.laterThanDecision, order: day)
        }
    }

    private func note(_ fault: Fault, order day: OrderDay) {
        guard let value = root["order"]?.member(named: day.rawValue) else { return }
        intake.note(fault, at: value)
    }

    /// Days that follow from a contact are not before it, wherever on Earth it was.
    private func noteDays(of contact: PastContact, at index: Int) {
        let earliest = TimeZoneRules.utc.day(at: contact.at.adding(hours: -12))
        let days: [(CivilDay?, StaticString)] = [
            (contact.deliveredOn, "deliveredOn"), (contact.promisedOn, "promisedOn"),
            (contact.deadline, "deadline"),
        ]
        for (day, key) in days {
            guard let day, day < earliest else { continue }
            // The index counts contacts that were read without a fault, so it is right only when all were.
            guard intake.isClean, let entries = root["history"]?.elements else { return }
            guard let value = entries.dropFirst(index).first(where: { _ in true })?[key] else { continue }
            intake.note(.before("history.\(key)", "history.at"), at: value)
        }
    }
}

extension Item {
    /// A voucher or a code is used without opening anything.
    fileprivate var isUsedWithoutOpening: Bool { category == .giftCard || category == .digital }
}

extension CountryCode {
    /// France, or one of the territories with a code of its own that are among its regions.
    fileprivate var isFrench: Bool { ["FR", "GP", "MQ", "GF", "RE", "YT", "MF", "BL"].contains(text) }
}

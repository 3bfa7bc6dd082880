import CivilCalendar
import ContactRouting
import Testing

@Suite("Marketplace")
struct MarketplaceTests {
    let world = World.shared

    private func silent(_ kind: IssueKind = .itemNotAsDescribed, _ contacts: PastContact...) -> ContactCase {
        Draft.marketplace(kind) {
            $0.order.deliveredOn = Draft.day("2026-11-21")
            $0.order.latestEstimatedDelivery = Draft.day("2026-11-22")
            $0.order.payment = .card
            $0.history =
                contacts.isEmpty
                ? [Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply)] : contacts
        }
    }

    @Test(
        "The guarantee opens 48 clock hours after the seller was written to, to the minute",
        arguments: [("08:59:00", false), ("09:00:00", true), ("09:01:00", true)])
    func fortyEightHours(time: String, isOpen: Bool) {
        let decision = world.decide(silent(), at: Draft.at("2026-11-26T\(time)+01:00"))

        #expect(decision.isUsable(.marketplaceGuarantee) == isOpen)
        #expect((decision.best?.channel == .marketplaceGuarantee) == isOpen)
        #expect((decision.waitsUntil == Draft.at("2026-11-26T09:00:00+01:00")) == !isOpen)
    }

    @Test("A seller that refuses opens the guarantee at once")
    func refusal() {
        let decision = world.decide(
            silent(
                .itemNotAsDescribed, Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .refused)),
            at: Draft.at("2026-11-24T10:00:00+01:00"))

        #expect(decision.best?.channel == .marketplaceGuarantee)
    }

    @Test(
        "For an item that has not arrived the guarantee also waits three days after the latest day",
        arguments: [("2026-11-25T23:59:00+01:00", false), ("2026-11-26T00:00:00+01:00", true)])
    func threeDays(now: String, isOpen: Bool) {
        var facts = silent(
            .notDelivered, Draft.contact(.sellerMessaging, "2026-11-20T09:00:00+01:00", .noReply))
        facts.order.deliveredOn = nil

        let decision = world.decide(facts, at: Draft.at(now))

        #expect((decision.best?.channel == .marketplaceGuarantee) == isOpen)
        #expect((decision.waitsUntil == Draft.at("2026-11-26T00:00:00+01:00")) == !isOpen)
    }

    @Test(
        "The guarantee closes ninety days after the latest day of delivery",
        arguments: [("2027-02-20T23:59:00+01:00", true), ("2027-02-21T00:00:00+01:00", false)])
    func ninetyDays(now: String, isOpen: Bool) {
        let decision = world.decide(silent(), at: Draft.at(now))

        #expect(decision.isUsable(.marketplaceGuarantee) == isOpen)
        #expect(decision.refuses(.marketplaceGuarantee, .tooLate) == !isOpen)
        #expect(decision.deadline(.marketplaceGuarantee)?.lastDay == Draft.day("2027-02-20"))
    }

    @Test("While the guarantee is open or running the chargeback would forfeit it")
    func chargeback() {
        let open = world.decide(silent(), at: Draft.at("2026-11-26T10:00:00+01:00"))
        let running = world.decide(
            silent(
                .itemNotAsDescribed, Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply),
                Draft.contact(.marketplaceGuarantee, "2026-11-26T10:00:00+01:00", .sent)),
            at: Draft.at("2026-11-27T10:00:00+01:00"))

        #expect(open.refuses(.bankChargeback, .blockedBy))
        #expect(running.refuses(.bankChargeback, .blockedBy))
        #expect(running.waitsUntil == Draft.at("2026-12-04T00:00:00+01:00"))
    }

    @Test("A chargeback forfeits the guarantee")
    func forfeited() {
        let decision = world.decide(
            silent(
                .itemNotAsDescribed, Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply),
                Draft.contact(.bankChargeback, "2026-11-25T10:00:00+01:00", .sent)),
            at: Draft.at("2026-11-27T10:00:00+01:00"))

        #expect(decision.refuses(.marketplaceGuarantee, .blockedBy))
    }

    @Test("A guarantee that was refused leads to a letter to the seller, and is not claimed twice")
    func decided() {
        let decision = world.decide(
            silent(
                .itemNotAsDescribed, Draft.contact(.sellerMessaging, "2026-11-24T09:00:00+01:00", .noReply),
                Draft.contact(.marketplaceGuarantee, "2026-11-26T10:00:00+01:00", .refused)),
            at: Draft.at("2026-11-27T10:00:00+01:00"))

        #expect(decision.best?.channel == .registeredMail)
        #expect(decision.best?.missing.contains(.sellerAddress) ?? false)
        #expect(decision.best?.offer.entry.endpoints == [])
        #expect(decision.refuses(.marketplaceGuarantee, .alreadyTried))
    }

    @Test("The mediator of the marketplace is not the seller's")
    func mediator() {
        let decision = world.decide(
            silent(
                .itemNotAsDescribed, Draft.contact(.registeredMail, "2026-11-24T09:00:00+01:00", .refused)),
            at: Draft.at("2026-11-27T10:00:00+01:00"))

        #expect(decision.best?.channel == .mediator)
        #expect(decision.best?.missing == [.merchantMediator])
        #expect(decision.best?.offer.entry.endpoints == [])
    }

    @Test("The merchant's own channels are the wrong side until the seller has failed")
    func wrongSide() {
        var fresh = silent()
        fresh.history = []

        let before = world.decide(fresh, at: Draft.at("2026-11-26T10:00:00+01:00"))
        let after = world.decide(silent(), at: Draft.at("2026-11-26T10:00:00+01:00"))

        #expect(before.refuses(.chat, .wrongSeller))
        #expect(before.isUsable(.sellerMessaging))
        #expect(after.isUsable(.chat))
    }

    @Test("What the merchant ships is the merchant's matter, and the guarantee is the wrong side")
    func shippedByMerchant() {
        var facts = silent()
        facts.seller.fulfilledBy = .merchant
        facts.history = []

        let decision = world.decide(facts, at: Draft.at("2026-11-26T10:00:00+01:00"))

        #expect(decision.isUsable(.chat))
        #expect(decision.refuses(.marketplaceGuarantee, .wrongSeller))
        #expect(decision.refuses(.sellerMessaging, .wrongSeller))
    }

    @Test("An unknown seller type refuses the guarantee for want of the fact and leaves the merchant usable")
    func unknownSeller() {
        var facts = silent()
        facts.seller = Seller()
        facts.history = []

        let decision = world.decide(facts, at: Draft.at("2026-11-26T10:00:00+01:00"))

        #expect(decision.refuses(.marketplaceGuarantee, .factUnknown))
        #expect(decision.best != nil)
        #expect(decision.isUsable(.chat))
    }

    @Test(
        "The guarantee covers neither gift cards nor digital goods",
        arguments: [Item.Category.giftCard, .digital, .eBook])
    func excluded(category: Item.Category) {
        var facts = silent()
        facts.order.item.category = category

        let decision = world.decide(facts, at: Draft.at("2026-11-26T10:00:00+01:00"))

        #expect(decision.refuses(.marketplaceGuarantee, .outOfScope))
    }

    @Test("The chargeback ranks behind the mediator, and needs a card")
    func bank() {
        let facts = Draft.amazon(.notDelivered) {
            $0.order.deliveredIn = .france
            $0.order.payment = .card
            $0.past(Draft.contact(.registeredMail, "2026-11-01T09:00:00+01:00", .refused))
        }
        var transfer = facts
        transfer.order.payment = .bankTransfer
        var unknown = facts
        unknown.order.payment = nil
        let now = Draft.at("2026-11-26T10:00:00+01:00")

        #expect(world.decide(facts, at: now).usable.prefix(2).map(\.channel) == [.mediator, .bankChargeback])
        #expect(world.decide(transfer, at: now).refuses(.bankChargeback, .outOfScope))
        #expect(world.decide(unknown, at: now).refuses(.bankChargeback, .factUnknown))
    }
}

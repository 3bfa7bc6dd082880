import CivilCalendar
import ContactRouting
import Testing

@Suite("Withdrawal and returns")
struct WithdrawalTests {
    let world = World.shared

    private func changed(_ delivered: String, _ change: (inout ContactCase) -> Void = { _ in }) -> ContactCase
    {
        Draft.shop(.changeOfMind) {
            $0.order.deliveredOn = Draft.day(delivered)
            change(&$0)
        }
    }

    @Test(
        "Fourteen days from receipt; Saturdays, Sundays and holidays move the end to the next working day",
        arguments: [
            ("2026-11-10", "2026-11-24"), ("2026-11-07", "2026-11-23"), ("2026-12-11", "2026-12-28"),
        ])
    func end(delivered: String, last: String) {
        let decision = world.decide(changed(delivered), at: Draft.at("2026-12-12T10:00:00+01:00"))

        #expect(decision.deadline(.withdrawal)?.lastDay == Draft.day(last))
    }

    @Test("In Alsace-Moselle Good Friday moves the end over Easter, elsewhere it does not")
    func alsace() {
        var facts = changed("2026-03-20") { $0.consumer.region = .alsaceMoselle }
        let now = Draft.at("2026-03-25T10:00:00+01:00")

        #expect(world.decide(facts, at: now).deadline(.withdrawal)?.lastDay == Draft.day("2026-04-07"))
        facts.consumer.region = .metropole
        #expect(world.decide(facts, at: now).deadline(.withdrawal)?.lastDay == Draft.day("2026-04-03"))
    }

    @Test("The holidays of the person's country move the end")
    func abroad() throws {
        var facts = changed("2026-07-07") { $0.consumer.region = nil }
        let now = Draft.at("2026-07-10T10:00:00+02:00")

        // 21 July is the Belgian national day.
        #expect(world.decide(facts, at: now).deadline(.withdrawal)?.lastDay == Draft.day("2026-07-21"))
        facts.consumer.country = try CountryCode(parsing: "BE")
        #expect(world.decide(facts, at: now).deadline(.withdrawal)?.lastDay == Draft.day("2026-07-22"))
    }

    @Test("A person's holidays are those of the region, else of the country, else of mainland France")
    func personsHolidays() throws {
        var consumer = Consumer()
        #expect(consumer.publicHolidays == .france(.metropole))
        consumer.country = try CountryCode(parsing: "DE")
        #expect(consumer.publicHolidays == .national(.germany))
        consumer.country = try CountryCode(parsing: "RE")
        #expect(consumer.publicHolidays == .france(.reunion))
        consumer.country = try CountryCode(parsing: "US")
        #expect(consumer.publicHolidays == .france(.metropole))
        consumer.country = .france
        consumer.region = .alsaceMoselle
        #expect(consumer.publicHolidays == .france(.alsaceMoselle))
    }

    @Test("Several parcels: the time runs from the last")
    func parcels() {
        let facts = changed("2026-11-02") {
            $0.order.parcelsDeliveredOn = [Draft.day("2026-11-02"), Draft.day("2026-11-10")]
        }

        let decision = world.decide(facts, at: Draft.at("2026-11-20T10:00:00+01:00"))

        #expect(decision.best?.channel == .withdrawalButton)
        #expect(decision.deadline(.withdrawal)?.lastDay == Draft.day("2026-11-24"))
    }

    @Test("A seller that did not tell of the right gives twelve months more")
    func notInformed() {
        let facts = changed("2026-11-10") { $0.order.withdrawalInformed = false }

        let decision = world.decide(facts, at: Draft.at("2027-06-01T10:00:00+02:00"))

        #expect(decision.best?.channel == .withdrawalButton)
        #expect(decision.deadline(.withdrawal)?.lastDay == Draft.day("2027-11-24"))
    }

    @Test(
        "The last minute counts; after it no right is left, and only goodwill helps",
        arguments: [("2026-11-24T23:59:00+01:00", true), ("2026-11-25T00:00:00+01:00", false)])
    func lastMinute(now: String, isOpen: Bool) {
        let decision = world.decide(changed("2026-11-10"), at: Draft.at(now))

        #expect((decision.best?.channel == .withdrawalButton) == isOpen)
        #expect(decision.isNone == !isOpen)
        if !isOpen {
            #expect(decision.outcome == .none(because: .noRightLeft))
            #expect(decision.usable.allSatisfy { $0.reasons.contains(.goodwill) })
        }
    }

    @Test("The merchant's thirty days go on when the law's fourteen are over, without moving off a weekend")
    func merchantReturn() {
        let facts = Draft.amazon(.changeOfMind) { $0.order.deliveredOn = Draft.day("2026-11-05") }

        let inside = world.decide(facts, at: Draft.at("2026-12-05T23:00:00+01:00"))
        let outside = world.decide(facts, at: Draft.at("2026-12-06T00:00:00+01:00"))

        #expect(inside.best?.channel == .onlineReturn)
        #expect(inside.refuses(.withdrawalButton, .tooLate))
        #expect(outside.outcome == .none(because: .noRightLeft))
    }

    @Test("Orders of the holiday season return until the day that the merchant named")
    func holidayReturn() {
        let facts = Draft.amazon(.changeOfMind) {
            $0.order.orderedOn = Draft.day("2025-11-05")
            $0.order.deliveredOn = Draft.day("2025-11-10")
        }

        let decision = world.decide(facts, at: Draft.at("2026-01-15T10:00:00+01:00"))

        #expect(decision.deadline(.merchantReturn)?.lastDay == Draft.day("2026-01-31"))
        #expect(decision.best?.channel == .onlineReturn)
    }

    @Test(
        "Goods that the law excludes do not come back for a change of mind",
        arguments: [Item.Category.personalised, .freshFood, .press])
    func excluded(category: Item.Category) {
        let facts = changed("2026-11-10") { $0.order.item.category = category }

        let decision = world.decide(facts, at: Draft.at("2026-11-12T10:00:00+01:00"))

        #expect(decision.refuses(.withdrawalButton, .outOfScope))
        #expect(decision.outcome == .none(because: .goodsExcluded))
    }

    @Test(
        "An unsealed game is excluded, a sealed one is not, and an unknown seal does not exclude",
        arguments: [(true, false), (false, true), (nil, true)] as [(Bool?, Bool)])
    func seal(broken: Bool?, isOpen: Bool) {
        let facts = changed("2026-11-10") {
            $0.order.item.category = .game
            $0.order.item.sealBroken = broken
        }

        let decision = world.decide(facts, at: Draft.at("2026-11-12T10:00:00+01:00"))

        #expect(decision.isUsable(.withdrawalButton) == isOpen)
    }

    @Test("Excluded goods that are defective are another right")
    func defective() {
        let facts = Draft.amazon(.itemDefective) {
            $0.order.deliveredOn = Draft.day("2026-11-10")
            $0.order.item.category = .personalised
        }

        let decision = world.decide(facts, at: Draft.at("2026-11-12T10:00:00+01:00"))

        #expect(decision.best?.channel == .onlineReturn)
    }

    @Test("The online function stands for contracts since 19 June 2026 only")
    func functionDate() {
        let old = changed("2026-06-20") { $0.order.orderedOn = Draft.day("2026-06-18") }
        let new = changed("2026-06-20") { $0.order.orderedOn = Draft.day("2026-06-19") }
        let now = Draft.at("2026-06-22T10:00:00+02:00")

        #expect(world.decide(old, at: now).refuses(.withdrawalButton, .notOffered))
        #expect(world.decide(new, at: now).best?.channel == .withdrawalButton)
    }

    @Test("Whose withdrawal is told waits for the refund and does not withdraw twice")
    func notified() {
        let facts = changed("2026-11-10") {
            $0.order.withdrawalNotifiedOn = Draft.day("2026-11-12")
            $0.order.returnShippedOn = Draft.day("2026-11-13")
        }

        let decision = world.decide(facts, at: Draft.at("2026-11-14T10:00:00+01:00"))

        #expect(decision.waitsUntil == Draft.at("2026-11-27T00:00:00+01:00"))
        #expect(decision.refuses(.withdrawalButton, .alreadyTried))
    }

    @Test(
        "A letter is too late when no counter opens before the end",
        arguments: [("2026-11-24T16:59:00+01:00", false), ("2026-11-24T17:00:00+01:00", true)])
    func postCounter(now: String, isTooLate: Bool) {
        let decision = world.decide(changed("2026-11-10"), at: Draft.at(now))

        #expect(decision.refuses(.registeredMail, .tooLate) == isTooLate)
    }

    @Test("The days are counted where the person lives")
    func reunion() {
        let facts = changed("2026-11-10") { $0.consumer.region = .reunion }

        let before = world.decide(facts, at: Draft.at("2026-11-24T20:59:00+01:00"))
        let after = world.decide(facts, at: Draft.at("2026-11-24T21:00:00+01:00"))

        #expect(before.deadline(.withdrawal)?.closes == Draft.at("2026-11-25T00:00:00+04:00"))
        #expect(before.best?.channel == .withdrawalButton)
        #expect(after.isNone)
    }

    @Test("A change of mind against a private seller leaves nothing but goodwill")
    func privateSeller() {
        let facts = changed("2026-11-10") { $0.seller.kind = .privatePerson }

        let decision = world.decide(facts, at: Draft.at("2026-11-12T10:00:00+01:00"))

        #expect(decision.outcome == .none(because: .privateSeller))
    }
}

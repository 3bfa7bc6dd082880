import CivilCalendar
import ContactRouting
import Testing

@Suite("Recourse")
struct RecourseTests {
    let world = World.shared

    private func against(_ country: String, _ contacts: PastContact...) -> ContactCase {
        Draft.shop(.refundRefused) { facts in
            var shop = Draft.description("Shop Exemple")
            shop.country = Draft.country(country)
            facts.merchant = .described(shop)
            facts.history = contacts
        }
    }

    @Test(
        "The mediator takes a complaint for one year, the day of the year included",
        arguments: [("2026-10-01T23:59:00+02:00", true), ("2026-10-02T00:00:00+02:00", false)])
    func mediatorYear(now: String, isOpen: Bool) {
        let facts = Draft.amazon(.refundRefused) {
            $0.order.deliveredIn = .france
            $0.preferences.askedChannel = .mediator
            $0.past(Draft.contact(.registeredMail, "2025-10-01T10:00:00+02:00", .refused))
        }

        let decision = world.decide(facts, at: Draft.at(now))

        #expect(decision.isUsable(.mediator) == isOpen)
        #expect(decision.refuses(.mediator, .tooLate) == !isOpen)
        #expect(decision.asked?.answer == (isOpen ? .yes : .noLonger))
        #expect(decision.asked?.since == (isOpen ? nil : Draft.day("2026-10-02")))
    }

    @Test("A mediator that asks where it was delivered is refused until that is known")
    func deliveredIn() {
        let facts = Draft.amazon(.refundRefused) {
            $0.past(Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused))
        }

        #expect(
            world.decide(facts, at: Draft.at("2026-11-02T10:00:00+01:00")).refuses(.mediator, .factUnknown))
    }

    @Test(
        "A request that never reached the mediator is made again, and opens no court",
        arguments: [PastContact.Outcome.bounced, .notReached, .unclaimed])
    func lostRequest(outcome: PastContact.Outcome) {
        let facts = Draft.amazon(.refundRefused) {
            $0.order.deliveredIn = .france
            $0.past(
                Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused),
                Draft.contact(.mediator, "2026-10-20T10:00:00+02:00", outcome))
        }

        let decision = world.decide(facts, at: Draft.at("2026-11-02T10:00:00+01:00"))

        #expect(decision.isUsable(.mediator))
        #expect(decision.refuses(.courtRequest, .blockedBy))
        #expect(!decision.deadlines.contains { $0.right == .smallClaims })
    }

    @Test("A court that is seised closes the mediator")
    func seised() {
        let facts = Draft.amazon(.refundRefused) {
            $0.order.deliveredIn = .france
            $0.past(
                Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused),
                Draft.contact(.courtRequest, "2026-10-20T10:00:00+02:00", .sent))
        }

        #expect(world.decide(facts, at: Draft.at("2026-11-02T10:00:00+01:00")).refuses(.mediator, .blockedBy))
    }

    @Test(
        "ECC-Net opens after three weeks of silence",
        arguments: [("2026-11-22T23:59:00+01:00", false), ("2026-11-23T00:00:00+01:00", true)])
    func threeWeeks(now: String, isOpen: Bool) {
        let facts = against("DE", Draft.contact(.registeredMail, "2026-11-01T10:00:00+01:00", .sent))

        let decision = world.decide(facts, at: Draft.at(now))

        #expect(decision.refuses(.eccNet, .tooEarly) == !isOpen)
    }

    @Test("A refusal opens ECC-Net at once")
    func eccRefusal() {
        let facts = against("DE", Draft.contact(.registeredMail, "2026-11-01T10:00:00+01:00", .refused))

        #expect(world.decide(facts, at: Draft.at("2026-11-03T10:00:00+01:00")).isUsable(.eccNet))
    }

    @Test(
        "Before its rung, too, the Centre ranks above the mediator of a foreign trader whom nobody has named")
    func centreBeforeUnnamedMediator() {
        let facts = against("DE", Draft.contact(.email, "2026-10-01T10:00:00+02:00", .refused))

        let ranked = world.decide(facts, at: Draft.at("2026-11-03T10:00:00+01:00")).usable.map(\.channel)

        #expect(ranked.first == .registeredMail)
        #expect(ranked.filter { $0 == .eccNet || $0 == .mediator } == [.eccNet, .mediator])
    }

    @Test(
        "ECC-Net covers the Union, Iceland and Norway, and not France or the rest",
        arguments: ["FR", "GB", "CN", "US"])
    func eccOutside(country: String) {
        let facts = against(country, Draft.contact(.registeredMail, "2026-11-01T10:00:00+01:00", .refused))

        #expect(world.decide(facts, at: Draft.at("2026-11-03T10:00:00+01:00")).refuses(.eccNet, .outOfScope))
    }

    @Test("A merchant that contracts through a French branch counts as domestic")
    func branch() {
        let facts = Draft.amazon(.refundRefused) {
            $0.past(Draft.contact(.registeredMail, "2026-10-01T10:00:00+02:00", .refused))
        }

        let decision = world.decide(facts, at: Draft.at("2026-11-03T10:00:00+01:00"))

        #expect(decision.refuses(.eccNet, .outOfScope))
        #expect(decision.isUsable(.conciliator) || decision.refuses(.conciliator, .blockedBy))
    }

    @Test("The conciliator hears traders in France only")
    func conciliator() {
        let letter = Draft.contact(.registeredMail, "2024-11-01T10:00:00+01:00", .refused)
        let now = Draft.at("2026-11-03T10:00:00+01:00")

        #expect(world.decide(against("DE", letter), at: now).refuses(.conciliator, .outOfScope))
        #expect(world.decide(against("FR", letter), at: now).best?.channel == .conciliator)
    }

    @Test("A closed service is answered with the day since which it is closed")
    func closedService() {
        let facts = Draft.amazon(.refundRefused) { $0.preferences.askedChannel = .odr }

        let decision = world.decide(facts, at: Draft.at("2026-11-03T10:00:00+01:00"))

        #expect(decision.asked?.answer == .noLonger)
        #expect(decision.asked?.since == Draft.day("2025-07-20"))
    }

    @Test("Asked for: yes, not yet, never")
    func asked() {
        func answer(_ channel: ChannelName) -> AskedAnswer? {
            let facts = Draft.marketplace(.itemDamaged) {
                $0.preferences.askedChannel = channel
                $0.order.latestEstimatedDelivery = Draft.day("2026-11-02")
                $0.past(Draft.contact(.sellerMessaging, "2026-11-03T09:00:00+01:00", .sent))
            }
            return world.decide(facts, at: Draft.at("2026-11-03T10:00:00+01:00")).asked
        }

        #expect(answer(.onlineReturn)?.answer == .yes)
        #expect(answer(.marketplaceGuarantee)?.answer == .notYet)
        #expect(answer(.marketplaceGuarantee)?.usableFrom == Draft.at("2026-11-05T09:00:00+01:00"))
        #expect(answer(.chat)?.answer == .notYet)
        #expect(answer(.report33700)?.answer == .never)
        #expect(answer(.webhook)?.answer == .never)
    }

    @Test("A shop that is not in the directory still has what the law obliges it to have")
    func byLaw() {
        let decision = world.decide(
            Draft.shop(.refundNotReceived), at: Draft.at("2026-11-03T10:00:00+01:00"))

        #expect(decision.isUsable(.email))
        #expect(decision.usableChannel(.email)?.missing.contains(.merchantEmail) ?? false)
        #expect(decision.refuses(.phone, .hoursUnknown))
    }
}

import CivilCalendar
import ContactRouting
import Testing

@Suite("Walls")
struct WallTests {
    let world = World.shared
    let now = Draft.at("2026-11-24T10:00:00+01:00")

    private func first(_ facts: ContactCase, _ count: Int = 1) -> [ChannelName] {
        world.decide(facts, at: now).usable.prefix(count).map(\.channel)
    }

    private func message(_ change: (inout ContactCase) -> Void) -> ContactCase {
        Draft.amazon(.suspiciousMessage) {
            $0.seller.kind = nil
            change(&$0)
        }
    }

    @Test(
        "A suspicious message is reported where its medium is",
        arguments: [
            (MessageMedium.sms, [ChannelName.report33700, .merchantPhishingReport]),
            (.call, [.report33700, .merchantPhishingReport]),
            (.email, [.signalSpam, .merchantPhishingReport]), (.letter, [.merchantPhishingReport]),
        ])
    func medium(medium: MessageMedium, expected: [ChannelName]) {
        #expect(first(message { $0.issue.medium = medium }, expected.count) == expected)
    }

    @Test("Without a medium both report services are named")
    func mediumUnknown() {
        #expect(first(message { _ in }, 3) == [.report33700, .signalSpam, .merchantPhishingReport])
    }

    @Test("Card or bank data given: the bank first", arguments: [GivenData.cardNumber, .bankDetails])
    func dataGiven(data: GivenData) {
        let facts = message {
            $0.issue.medium = .sms
            $0.issue.dataGiven = [data]
        }

        #expect(first(facts, 2) == [.bankCardBlock, .report33700])
    }

    @Test("A link that was clicked adds help for victims, after the report")
    func clicked() {
        let facts = message {
            $0.issue.medium = .sms
            $0.issue.clicked = true
        }

        #expect(first(facts, 3) == [.report33700, .merchantPhishingReport, .cyber17])
    }

    @Test("A merchant that only the suspicious message names is unsafe to write to")
    func unsafe() {
        var facts = message { $0.issue.medium = .email }
        var sender = Draft.description("Service Colis")
        sender.email = try? EmailAddress(parsing: "colis@exemple.fr")
        facts.merchant = .described(sender)

        #expect(world.decide(facts, at: now).refuses(.email, .unsafe))
    }

    @Test("An unauthorised charge: block the card, then claim")
    func charge() {
        let facts = Draft.amazon(.unauthorisedCharge) {
            $0.order.payment = .card
            $0.order.debitedOn = Draft.day("2026-11-20")
        }

        #expect(first(facts, 2) == [.bankCardBlock, .bankClaim])
    }

    @Test("Once the card is blocked the claim comes next")
    func blockedCard() {
        let facts = Draft.amazon(.unauthorisedCharge) {
            $0.order.payment = .card
            $0.past(Draft.contact(.bankCardBlock, "2026-11-23T10:00:00+01:00", .accepted))
        }

        #expect(first(facts) == [.bankClaim])
        #expect(world.decide(facts, at: now).refuses(.bankCardBlock, .alreadyTried))
    }

    @Test("A claim that runs is waited for")
    func claimRuns() {
        let facts = Draft.amazon(.unauthorisedCharge) {
            $0.order.payment = .card
            $0.past(
                Draft.contact(.bankCardBlock, "2026-11-23T10:00:00+01:00", .accepted),
                Draft.contact(.bankClaim, "2026-11-23T10:00:00+01:00", .sent))
        }

        #expect(world.decide(facts, at: now).waitsUntil != nil)
    }

    @Test("A direct debit has no card to block")
    func directDebit() {
        let facts = Draft.amazon(.unauthorisedCharge) { $0.order.payment = .directDebit }

        #expect(first(facts) == [.bankClaim])
    }

    @Test(
        "The bank hears of an unauthorised charge within thirteen months, the last day included",
        arguments: [("2025-10-24", true), ("2025-10-23", false)])
    func thirteenMonths(debited: String, isInTime: Bool) {
        let facts = Draft.amazon(.unauthorisedCharge) { $0.order.debitedOn = Draft.day(debited) }

        let decision = world.decide(facts, at: now)

        #expect(decision.isUsable(.bankClaim) == isInTime)
        #expect(decision.refuses(.bankClaim, .tooLate) == !isInTime)
    }

    @Test(
        "A shop that is gone: the bank when paid by card, then the police; letters and mediators lead nowhere"
    )
    func gone() {
        let facts = Draft.shop(.notDelivered) {
            $0.seller.siteReachable = false
            $0.order.payment = .card
        }

        let decision = world.decide(facts, at: now)

        #expect(first(facts, 3) == [.bankChargeback, .policeThesee, .pharos])
        for channel: ChannelName in [.registeredMail, .mediator, .signalConso, .email] {
            #expect(decision.refuses(channel, .outOfScope))
        }
    }

    @Test("Mail that came back from a shop of its own means that it is gone")
    func mailBounced() {
        let facts = Draft.shop(.notDelivered) {
            $0.order.payment = .bankTransfer
            $0.past(Draft.contact(.email, "2026-11-20T10:00:00+01:00", .bounced))
        }

        #expect(first(facts) == [.policeThesee])
    }

    @Test("A dangerous product is reported first, beside the seller")
    func dangerous() {
        let facts = Draft.amazon(.dangerousProduct)

        let decision = world.decide(facts, at: now)

        #expect(decision.best?.channel == .productSafety)
        #expect(decision.isUsable(.chat))
    }

    @Test("An unsolicited sales call goes to SignalConso and 33700; the closed list is refused with its day")
    func salesCall() {
        let facts = Draft.amazon(.unsolicitedSalesCall) {
            $0.seller.kind = nil
            $0.preferences.askedChannel = .bloctel
        }

        let decision = world.decide(facts, at: now)

        #expect(first(facts, 2) == [.signalConso, .report33700])
        #expect(decision.asked?.answer == .noLonger)
        #expect(decision.asked?.since == Draft.day("2026-08-11"))
    }

    @Test("An account taken over: the chat while login works, the phone without it")
    func account() {
        let open = Draft.amazon(.accountCompromised)
        var closed = open
        closed.consumer.canLogIn = false

        #expect(first(open) == [.chat])
        #expect(first(closed) == [.phone])
    }

    @Test("At night, without login, the card is blocked before the phone opens")
    func accountAtNight() {
        var facts = Draft.amazon(.accountCompromised)
        facts.consumer.canLogIn = false

        let decision = world.decide(facts, at: Draft.at("2026-11-24T05:00:00+01:00"))

        #expect(decision.best?.channel == .bankCardBlock)
        #expect(decision.refusal(of: .phone)?.usableFrom == Draft.at("2026-11-24T06:00:00+01:00"))
    }
}

import CivilCalendar
import ContactRouting
import Testing

@Suite("Declarations and performance")
struct DeclarationTests {
    let world = World.shared
    let now = Draft.at("2026-11-25T11:00:00+01:00")

    @Test("A notice to deliver that ran out asks for termination, a new letter and no repeat")
    func termination() {
        let facts = Draft.amazon(.notDelivered) {
            $0.order.promisedOn = Draft.day("2026-10-20")
            $0.order.deliveredIn = .france
            $0.past(
                Draft.contact(.chat, "2026-10-25T10:00:00+02:00", .refused),
                Draft.contact(
                    .registeredMail, "2026-11-02T10:00:00+01:00", .noReply, deadline: "2026-11-20"))
        }

        let decision = world.decide(facts, at: now)

        #expect(decision.best?.channel == .registeredMail)
        #expect(decision.best?.reasons.contains(.declarationDue) ?? false)
    }

    @Test("A notice to deliver that nobody fetched runs until its last day, and no letter is due before")
    func unclaimed() {
        let facts = Draft.amazon(.notDelivered) {
            $0.order.promisedOn = Draft.day("2026-11-01")
            $0.order.deliveredIn = .france
            $0.past(
                Draft.contact(
                    .registeredMail, "2026-11-05T10:00:00+01:00", .unclaimed, deadline: "2026-11-26"))
        }

        let running = world.decide(facts, at: now)
        let over = world.decide(facts, at: Draft.at("2026-11-27T00:00:00+01:00"))

        #expect(running.waitsUntil == Draft.at("2026-11-27T00:00:00+01:00"))
        #expect(over.best?.channel == .registeredMail)
        #expect(over.best?.reasons.contains(.declarationDue) == true)
    }

    @Test("After the termination nothing is declared twice: the refund has fourteen days")
    func terminated() {
        let facts = Draft.amazon(.notDelivered) {
            $0.order.promisedOn = Draft.day("2026-10-20")
            $0.order.terminatedOn = Draft.day("2026-11-22")
            $0.past(
                Draft.contact(
                    .registeredMail, "2026-11-02T10:00:00+01:00", .noReply, deadline: "2026-11-20"))
        }

        let decision = world.decide(facts, at: now)

        #expect(decision.waitsUntil == Draft.at("2026-12-07T00:00:00+01:00"))
        #expect(decision.refuses(.registeredMail, .alreadyTried))
    }

    @Test("A repair has thirty days, and is waited for")
    func repairRuns() {
        let facts = Draft.amazon(.itemDefective) {
            $0.order.deliveredOn = Draft.day("2026-05-01")
            $0.order.repairRequestedOn = Draft.day("2026-11-01")
        }

        #expect(world.decide(facts, at: now).waitsUntil == Draft.at("2026-12-02T00:00:00+01:00"))
    }

    @Test("An overdue repair asks for a price cut or termination before the mediator")
    func repairOverdue() {
        let facts = Draft.amazon(.itemDefective) {
            $0.order.deliveredOn = Draft.day("2026-05-01")
            $0.order.deliveredIn = .france
            $0.order.repairRequestedOn = Draft.day("2026-10-01")
            $0.past(
                Draft.contact(.chat, "2026-10-01T10:00:00+02:00", .refused),
                Draft.contact(.registeredMail, "2026-10-05T10:00:00+02:00", .refused))
        }

        let decision = world.decide(facts, at: now)

        #expect(decision.best?.channel == .registeredMail)
        #expect(decision.reached == .formal)
    }

    @Test("A refund after withdrawal has fourteen days from the notice")
    func refundDue() {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.withdrawalNotifiedOn = Draft.day("2026-11-15")
            $0.order.returnReceivedOn = Draft.day("2026-11-20")
        }

        #expect(world.decide(facts, at: now).waitsUntil == Draft.at("2026-11-30T00:00:00+01:00"))
    }

    @Test("A refund waits for the goods, or the proof that they were sent, when these come later")
    func goodsLate() {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.withdrawalNotifiedOn = Draft.day("2026-11-03")
            $0.order.returnShippedOn = Draft.day("2026-11-25")
        }

        let decision = world.decide(facts, at: now)

        #expect(decision.deadline(.refundAfterWithdrawal)?.lastDay == Draft.day("2026-11-25"))
        #expect(decision.waitsUntil == Draft.at("2026-11-26T00:00:00+01:00"))
    }

    @Test(
        "A letter for a refund names the return as missing when the case does not say that the goods are back"
    )
    func goodsUnknown() {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.withdrawalNotifiedOn = Draft.day("2026-11-03")
            $0.past(Draft.contact(.chat, "2026-11-20T10:00:00+01:00", .refused))
        }

        let letter = world.decide(facts, at: now).usableChannel(.registeredMail)

        #expect(letter?.missing.contains(.returnShippedOn) ?? false)
    }

    @Test("A refusal ends the waiting for a refund that is not due yet")
    func refused() {
        let facts = Draft.amazon(.refundNotReceived) {
            $0.order.withdrawalNotifiedOn = Draft.day("2026-11-15")
            $0.past(Draft.contact(.chat, "2026-11-20T10:00:00+01:00", .refused))
        }

        #expect(world.decide(facts, at: now).best?.channel == .registeredMail)
    }

    @Test("A promised day that has not passed is waited for; without one the merchant is asked")
    func delivery() {
        let promised = Draft.amazon(.lateDelivery) { $0.order.promisedOn = Draft.day("2026-11-28") }
        let unknown = Draft.amazon(.lateDelivery) { $0.order.orderedOn = Draft.day("2026-11-20") }

        #expect(world.decide(promised, at: now).waitsUntil == Draft.at("2026-11-29T00:00:00+01:00"))
        #expect(world.decide(unknown, at: now).best?.rung == .informal)
    }
}

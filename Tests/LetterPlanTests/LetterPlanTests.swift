import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan")
struct LetterPlanTests {
    static func deadline(_ right: RightName, _ day: String) -> Deadline {
        Deadline(right, lastDay: Sample.day(day), zone: Sample.zone(), grounds: .caseFacts)
    }

    static let refundDue = [deadline(.refundAfterWithdrawal, "2026-11-17")]

    @Test("an overdue refund gets eight days, the surcharge so far and the next one")
    func refundOverdue() {
        let plan = Sample.plan(Sample.refundOverdue, deadlines: Self.refundDue)

        #expect(plan.kind == .refundOverdue)
        #expect(plan.force == .notice)
        #expect(plan.demand == .refund(Money(hundredths: 12_900)))
        #expect(plan.daysLate == 6)
        #expect(plan.surcharge?.increase == .legalInterest)
        #expect(plan.nextSurcharge?.increase == .percent(5))
        #expect(plan.nextSurcharge?.daysLate == 11)
        #expect(plan.dueBy == Sample.day("2026-12-01"))
        #expect(plan.articles == [.consoL22124, .consoL2424, .consoL6121])
        #expect(plan.doubts.isEmpty)
    }

    @Test("while the seller may wait for the goods nothing is late and nothing is raised")
    func goodsUnknown() {
        let facts = Sample.facts(.refundNotReceived) {
            $0.order.withdrawalNotifiedOn = Sample.day("2026-11-03")
        }

        let plan = Sample.plan(facts, deadlines: Self.refundDue)

        #expect(plan.legalDay == nil && plan.surcharge == nil)
        #expect(plan.doubts == [.returnUnknown])
    }

    @Test("a refund under the guarantee is never raised, however late")
    func noSurchargeAfterReturn() {
        let facts = Sample.facts(.refundNotReceived) { facts in
            facts.order.defectFoundOn = Sample.day("2026-06-02")
            facts.order.returnShippedOn = Sample.day("2026-06-05")
        }

        let plan = Sample.plan(facts, deadlines: [Self.deadline(.refundAfterReturn, "2026-06-19")])

        #expect(plan.kind == .refundAfterReturn)
        #expect(plan.daysLate > 100 && plan.surcharge == nil)
        #expect(plan.articles == [.consoL21717, .consoL6121])
    }

    @Test(
        "termination needs a notice whose day has passed",
        arguments: [("2026-11-22", true), ("2026-11-23", false)])
    func termination(deadline: String, ends: Bool) {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .refund
            facts.history = [
                Sample.contact(.registeredMail, "2026-11-04T10:00:00+01:00", .delivered, deadline: deadline)
            ]
        }

        let plan = Sample.plan(facts, deadlines: [Self.deadline(.delivery, "2026-10-31")])

        #expect(plan.kind == (ends ? .deliveryTermination : .deliveryNotice))
        #expect((plan.failedNotice != nil) == ends)
    }

    @Test("money comes after the remedy, unless the remedy was refused, late or has failed")
    func remedyFirst() {
        let first = Sample.plan(Sample.facts(.itemDefective) { $0.issue.demand = .refund })
        let late = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .refund
                facts.order.repairRequestedOn = Sample.day("2026-10-15")
            }, deadlines: [Self.deadline(.repair, "2026-11-14")])
        let undecided = Sample.plan(
            Sample.facts(.itemDefective) { $0.order.repairRequestedOn = Sample.day("2026-10-15") },
            deadlines: [Self.deadline(.repair, "2026-11-14")])

        #expect(
            first.kind == .conformityRemedy
                && first.doubts == [.remedyComesFirst(.letter), .defectNotDescribed])
        #expect(late.kind == .priceReductionOrTermination && late.remedyGround == .late)
        #expect(
            undecided.kind == .conformityRemedy
                && undecided.doubts == [.choiceOpen(.letter), .defectNotDescribed])
    }

    @Test(
        "the presumption holds 24 months for new goods and 12 for others",
        arguments: [
            (.new, "2024-11-23", true), (.new, "2024-11-22", false), (.secondHand, "2025-11-23", true),
            (.secondHand, "2025-11-22", false), (nil, "2025-11-22", false), (nil, "2025-11-23", true),
        ] as [(Item.Condition?, String, Bool)])
    func presumption(condition: Item.Condition?, delivered: String, holds: Bool) {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.order.item.condition = condition
                facts.order.deliveredOn = Sample.day(delivered)
            })

        #expect(plan.defectPresumed == holds)
    }

    @Test("after the two years the guarantee is not relied on")
    func guaranteeOver() {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { $0.order.deliveredOn = Sample.day("2024-11-22") },
            deadlines: [Self.deadline(.conformityGuarantee, "2026-11-22")])

        #expect(plan.kind == .generalNotice)
        #expect(plan.doubts == [.guaranteeOver(.letter)])
    }

    @Test(
        "a withdrawal is declared inside its days only",
        arguments: [("2026-11-23", LetterKind.withdrawal), ("2026-11-22", .generalNotice)])
    func withdrawal(lastDay: String, kind: LetterKind) {
        let plan = Sample.plan(Sample.facts(.changeOfMind), deadlines: [Self.deadline(.withdrawal, lastDay)])

        #expect(plan.kind == kind)
        #expect(plan.doubts.contains(.withdrawalPeriodOver(.letter)) == (kind == .generalNotice))
    }

    @Test("a private seller and a business buyer are outside the consumer code")
    func outsideConsumerCode() {
        let privateSeller = Sample.plan(Sample.facts(.lateDelivery) { $0.seller.kind = .privatePerson })
        let business = Sample.plan(Sample.facts(.lateDelivery) { $0.consumer.professional = true })

        for plan in [privateSeller, business] {
            #expect(plan.kind == .generalNotice)
            #expect(plan.articles == [.civil1344])
            #expect(plan.recourse == [.conciliator, .court])
        }
    }

    @Test("a mail is a request until a contact has failed")
    func force() {
        let fresh = Sample.facts(.lateDelivery)
        let asked = Sample.facts(.lateDelivery) {
            $0.history = [Sample.contact(.chat, "2026-11-12T18:00:00+01:00", .noReply)]
        }

        #expect(Sample.plan(fresh, through: .email).force == .request)
        #expect(Sample.plan(asked, through: .email).force == .notice)
        #expect(Sample.plan(fresh).force == .notice)
    }

    @Test("only contacts with the trader are told, oldest first, dated in the person's zone")
    func contacts() {
        let facts = Sample.facts(.lateDelivery) { facts in
            facts.history = [
                Sample.contact(.email, "2026-11-12T23:30:00Z", .noReply),
                Sample.contact(.chat, "2026-11-09T18:00:00+01:00", .answered),
                Sample.contact(.bankClaim, "2026-11-10T18:00:00+01:00", .refused),
            ]
        }

        let plan = Sample.plan(facts)

        #expect(plan.contacts.map(\.channel) == [.chat, .email])
        #expect(plan.contacts.map(\.day) == [Sample.day("2026-11-09"), Sample.day("2026-11-13")])
    }

    @Test("a day of ours that falls on a holiday moves to the next working day")
    func movedDay() {
        let facts = Sample.facts(.lateDelivery)

        let plan = Sample.plan(facts, deadlines: [Self.deadline(.delivery, "2026-10-31")], on: "2026-12-11")

        #expect(plan.dueBy == Sample.day("2026-12-28"))
    }

    @Test("a delay of the law that runs from receipt is dated from the day the letter will be there")
    func fromReceipt() {
        let facts = Sample.facts(.changeOfMind) { $0.order.deliveredOn = Sample.day("2026-11-12") }
        let deadlines = [Self.deadline(.withdrawal, "2026-11-26")]

        let letter = Sample.plan(facts, deadlines: deadlines)
        let mail = Sample.plan(facts, through: .email, deadlines: deadlines)

        #expect(
            letter.expectedReceipt == Sample.day("2026-11-26") && letter.dueBy == Sample.day("2026-12-10"))
        #expect(mail.expectedReceipt == Sample.day("2026-11-23") && mail.dueBy == Sample.day("2026-12-07"))
    }
}

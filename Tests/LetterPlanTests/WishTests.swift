import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: what the person wished and what the letter asks for")
struct WishTests {
    typealias Demand = ContactRouting.Issue.Demand

    @Test(
        "where the law wants a notice to deliver first, the swap of the demand is told",
        arguments: [
            (.refund, true), (.cancellation, true), (.delivery, false), (nil, false),
        ] as [(Demand?, Bool)])
    func deliveryFirst(demand: Demand?, isTold: Bool) {
        let plan = Sample.plan(Sample.facts(.notDelivered) { $0.issue.demand = demand })

        #expect(plan.demand == .deliver)
        #expect(plan.doubts.contains(.deliveryComesFirst(.letter)) == isTold)
    }

    @Test("money wished for a wrong or an incomplete delivery is a doubt, as is anything but money after it")
    func otherSwaps() {
        let wrong = Sample.plan(Sample.facts(.wrongItem) { $0.issue.demand = .refund })
        let missing = Sample.plan(Sample.facts(.missingItem) { $0.issue.demand = .refund })
        let exchange = Sample.plan(
            Sample.facts(.changeOfMind) { $0.issue.demand = .replacement },
            deadlines: [LetterPlanTests.deadline(.withdrawal, "2026-11-26")])
        let money = Sample.plan(
            Sample.facts(.changeOfMind) { $0.issue.demand = .refund },
            deadlines: [LetterPlanTests.deadline(.withdrawal, "2026-11-26")])

        #expect(wrong.doubts == [.remedyComesFirst(.letter)])
        #expect(missing.doubts == [.deliveryComesFirst(.letter)])
        #expect(exchange.doubts == [.refundInstead(.letter)])
        #expect(money.doubts.isEmpty)
    }

    @Test("a refused notice to deliver ends the contract at once; another refusal is a doubt")
    func refusedDelivery() {
        func plan(_ contact: PastContact, _ demand: Demand) -> LetterPlan {
            Sample.plan(
                Sample.facts(.lateDelivery) { facts in
                    facts.issue.demand = demand
                    facts.history = [contact]
                })
        }
        let notice = Sample.contact(
            .registeredMail, "2026-11-16T10:00:00+01:00", .refused, deadline: "2026-11-30")
        let call = Sample.contact(.phone, "2026-11-16T10:00:00+01:00", .refused)

        let ended = plan(notice, .refund)
        let unclear = plan(call, .refund)
        let insisting = plan(notice, .delivery)

        #expect(ended.kind == .deliveryTermination && ended.failedNotice?.outcome == .refused)
        #expect(unclear.kind == .deliveryNotice)
        #expect(unclear.doubts == [.deliveryComesFirst(.letter), .deliveryMayBeRefused(.letter)])
        #expect(insisting.kind == .deliveryNotice && insisting.doubts.isEmpty)
    }

    @Test("what was not ordered is never an order, whatever is wished", arguments: Demand.allCases)
    func unordered(demand: Demand) {
        let plan = Sample.plan(Sample.facts(.unorderedItem) { $0.issue.demand = demand })

        #expect(plan.kind == .unorderedItem)
        #expect(plan.demand == (demand == .refund ? .refund(Money(hundredths: 12_900)) : .collectUnordered))
    }

    @Test("a sales call without a contract is threatened with no mediator and no court")
    func salesCall() {
        let call = Sample.plan(Sample.facts(.unsolicitedSalesCall) { $0.issue.demand = .other })
        let refused = Sample.plan(
            Sample.facts(.unsolicitedSalesCall) { facts in
                facts.issue.demand = .other
                facts.history = [Sample.contact(.phone, "2026-11-09T11:00:00+01:00", .refused)]
            })
        let charge = Sample.plan(Sample.facts(.unauthorisedCharge) { $0.issue.demand = .refund })

        #expect(call.force == .request && call.recourse.isEmpty)
        #expect(refused.kind == .generalNotice && refused.recourse.isEmpty)
        #expect(charge.recourse == [.court])
    }

    @Test(
        "after twelve months the proof is the buyer's for a used item, and not for a new one",
        arguments: [(Item.Condition.secondHand, true), (.new, false)])
    func proof(condition: Item.Condition, isOver: Bool) {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.order.item.condition = condition
                facts.order.deliveredOn = Sample.day("2025-11-22")
                facts.issue.demand = .repair
                facts.issue.description = Private("Elle ne s'allume plus.")
            })

        #expect(plan.doubts == (isOver ? [.presumptionOver(conditionKnown: true)] : []))
    }

    @Test("a state of the item that is known is not asked for again")
    func condition() {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.order.item.condition = nil
                facts.order.deliveredOn = Sample.day("2025-11-22")
                facts.issue.demand = .repair
            })

        #expect(plan.doubts.contains(.presumptionOver(conditionKnown: false)))
    }

    @Test(
        "after a refused guarantee the choice opens again when the thirty days are over",
        arguments: [("2026-10-01", true), ("2026-11-10", false)])
    func refusedAndLate(requested: String, isOpen: Bool) {
        let plan = Sample.plan(
            Sample.facts(.warrantyRefused) { facts in
                facts.issue.demand = .repair
                facts.issue.description = Private("Elle ne s'allume plus.")
                facts.order.deliveredOn = Sample.day("2026-09-20")
                facts.order.orderedOn = Sample.day("2026-09-15")
                facts.order.repairRequestedOn = Sample.day(requested)
            })

        #expect(plan.kind == .guaranteeRefused)
        #expect(plan.doubts.contains(.choiceOpen(.letter)) == isOpen)
    }

    @Test("nobody is asked for the number of an order that was never placed")
    func noOrder() {
        let unordered = Sample.plan(Sample.facts(.unorderedItem) { $0.order.number = nil })
        let wrong = Sample.plan(Sample.facts(.wrongItem) { $0.order.number = nil })

        #expect(!unordered.doubts.contains(.orderNumberUnknown))
        #expect(wrong.doubts.contains(.orderNumberUnknown))
    }

    @Test("a defect that nobody described is a doubt", arguments: [nil, " \n"] as [String?])
    func undescribed(description: String?) {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .repair
                facts.issue.description = description.map { Private($0) }
            })

        #expect(plan.doubts == [.defectNotDescribed])
    }

    @Test(
        "a withdrawal by voice leaves nothing to show",
        arguments: [
            (.phone, true), (.callback, true), (.email, false), (.registeredMail, false),
        ] as [(ChannelName, Bool)])
    func unproven(channel: ChannelName, isDoubt: Bool) {
        let plan = Sample.plan(
            Sample.facts(.changeOfMind), through: channel,
            deadlines: [LetterPlanTests.deadline(.withdrawal, "2026-11-26")])

        #expect(plan.doubts.contains(.withdrawalUnproven) == isDoubt)
    }
}

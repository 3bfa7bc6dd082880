import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: deliveries")
struct DeliveryPlanTests {
    @Test(
        "goods that came late are not demanded again",
        arguments: [IssueKind.lateDelivery, .notDelivered],
        [ContactRouting.Issue.Demand?.none, .delivery, .refund])
    func cameLate(kind: IssueKind, demand: ContactRouting.Issue.Demand?) {
        let facts = Sample.facts(kind) { facts in
            facts.issue.demand = demand
            facts.order.deliveredOn = Sample.day("2026-11-16")
            facts.history = [
                Sample.contact(
                    .registeredMail, "2026-11-04T10:00:00+01:00", .delivered, deadline: "2026-11-15")
            ]
        }

        let plan = Sample.plan(facts)

        #expect(plan.kind == .generalNotice)
        #expect(plan.lateArrival == Sample.day("2026-11-16"))
        #expect(plan.demand == .perform(demand == .refund ? .refund : nil))
        #expect(plan.articles == [.civil1344, .consoL6121])
    }

    @Test("a day that only the tracking names is no delivery")
    func trackingOnly() {
        let plan = Sample.plan(
            Sample.facts(.markedDeliveredNotReceived) { $0.order.deliveredOn = Sample.day("2026-11-16") })

        #expect(plan.kind == .deliveryNotice && plan.lateArrival == nil)
    }

    @Test("the announced day is what was promised, else the latest estimate, else thirty days")
    func announced() {
        let estimated = Sample.facts(.notDelivered) { facts in
            facts.order.promisedOn = nil
            facts.order.latestEstimatedDelivery = Sample.day("2026-11-05")
        }
        let silent = Sample.facts(.notDelivered) { $0.order.promisedOn = nil }

        #expect(Sample.plan(Sample.facts(.notDelivered)).legalDay == Sample.day("2026-10-31"))
        #expect(Sample.plan(estimated).legalDay == Sample.day("2026-11-05"))
        #expect(Sample.plan(silent).legalDay == Sample.day("2026-11-27"))
    }

    @Test(
        "with a carrier of the person's own no delivery is demanded by the consumer code",
        arguments: [IssueKind.lateDelivery, .notDelivered, .markedDeliveredNotReceived])
    func ownCarrier(kind: IssueKind) {
        let facts = Sample.facts(kind) { facts in
            facts.order.carrierChosenByConsumer = true
            facts.history = [
                Sample.contact(
                    .registeredMail, "2026-11-04T10:00:00+01:00", .delivered, deadline: "2026-11-15")
            ]
        }

        let plan = Sample.plan(facts)

        #expect(plan.kind == .generalNotice && plan.demand == .proveHandover)
        #expect(plan.doubts == [.carrierChosen(.letter)])
        #expect(plan.articles == [.civil1344, .consoL6121])
    }
}

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

    @Test(
        "a notice ends a contract only when its day lay after the delivery was due and it followed the order",
        arguments: [
            ("2026-10-05T10:00:00+02:00", "2026-10-24", false, [Doubt.noticeTooEarly]),
            ("2026-10-05T10:00:00+02:00", "2026-10-25", true, []),
            ("2026-10-26T10:00:00+01:00", "2026-11-09", true, []),
            ("2026-09-05T10:00:00+02:00", "2026-11-09", false, [.contactBeforeOrder]),
        ])
    func early(at: String, deadline: String, ends: Bool, doubts: [Doubt]) {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .refund
            facts.order.orderedOn = Sample.day("2026-10-01")
            facts.order.promisedOn = Sample.day("2026-10-25")
            facts.history = [Sample.contact(.registeredMail, at, .delivered, deadline: deadline)]
        }

        let plan = Sample.plan(facts)

        #expect(plan.kind == (ends ? .deliveryTermination : .deliveryNotice))
        #expect(plan.doubts.filter { $0 == .noticeTooEarly || $0 == .contactBeforeOrder } == doubts)
    }

    @Test("a notice that came back ends nothing", arguments: [PastContact.Outcome.bounced, .notReached])
    func bounced(outcome: PastContact.Outcome) {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = .refund
            facts.history = [
                Sample.contact(.email, "2026-11-04T10:00:00+01:00", outcome, deadline: "2026-11-15")
            ]
        }

        #expect(Sample.plan(facts).kind == .deliveryNotice)
    }

    @Test("without the promised day and that of the order nobody can say since when delivery is due")
    func dayUnknown() {
        let facts = Sample.facts(.notDelivered) { facts in
            facts.order.promisedOn = nil
            facts.order.orderedOn = nil
            facts.order.number = nil
        }

        #expect(Sample.plan(facts).doubts == [.deliveryDayUnknown, .orderNumberUnknown])
    }

    @Test(
        "a private seller is first asked to deliver, and told that the contract may end",
        arguments: [ContactRouting.Issue.Demand.refund, .cancellation])
    func privateSeller(demand: ContactRouting.Issue.Demand) {
        var facts = Sample.facts(.notDelivered) { facts in
            facts.issue.demand = demand
            facts.seller.kind = .privatePerson
        }
        let first = Sample.plan(facts)
        facts.history = [
            Sample.contact(.registeredMail, "2026-11-04T10:00:00+01:00", .delivered, deadline: "2026-11-15")
        ]
        let then = Sample.plan(facts)

        #expect(first.demand == .perform(.delivery) && first.articles == [.civil1226])
        #expect(first.doubts == [.civilNoticeFirst])
        #expect(then.demand != .perform(.delivery) && !then.articles.contains(.civil1226))
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

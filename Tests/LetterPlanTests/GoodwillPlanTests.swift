import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: letters that claim no right")
struct GoodwillPlanTests {
    @Test("a change of mind without a right to withdraw is a polite request, and the doubt says why")
    func changeOfMind() {
        let over = Sample.plan(
            Sample.facts(.changeOfMind), deadlines: [LetterPlanTests.deadline(.withdrawal, "2026-11-16")])
        let excluded = Sample.plan(Sample.facts(.changeOfMind) { $0.order.item.category = .personalised })
        let professional = Sample.plan(Sample.facts(.changeOfMind) { $0.consumer.professional = true })
        let neighbour = Sample.plan(Sample.facts(.changeOfMind) { $0.seller.kind = .privatePerson })

        for plan in [over, excluded, professional, neighbour] {
            #expect(plan.force == .goodwill)
            #expect(plan.articles.isEmpty && plan.recourse.isEmpty)
        }
        #expect(over.doubts == [.withdrawalPeriodOver(.letter), .withdrawalInformationUnknown])
        #expect(excluded.doubts == [.withdrawalExcluded(.letter)])
        #expect(professional.doubts == [.withdrawalNotGiven(.letter)])
        #expect(neighbour.doubts == [.withdrawalNotGiven(.letter)])
    }

    @Test(
        "after the fourteen days it is asked whether the seller told of the right, for twelve months",
        arguments: [
            (nil, "2026-11-23", true), (true, "2026-11-23", false), (nil, "2027-11-16", true),
            (nil, "2027-11-17", false), (nil, "2026-11-16", false),
        ] as [(Bool?, String, Bool)])
    func informed(informed: Bool?, today: String, isAsked: Bool) {
        let plan = Sample.plan(
            Sample.facts(.changeOfMind) { $0.order.withdrawalInformed = informed },
            deadlines: [LetterPlanTests.deadline(.withdrawal, "2026-11-16")], on: today)

        #expect(plan.doubts.contains(.withdrawalInformationUnknown) == isAsked)
    }

    @Test(
        "a wish or a question is no notice, and nothing is threatened",
        arguments: [
            (IssueKind.orderChange, ContactRouting.Issue.Demand.other), (.contactInEnglish, .other),
            (.priceDispute, .information), (.promotionQuestion, .refund),
        ])
    func wish(kind: IssueKind, demand: ContactRouting.Issue.Demand) {
        let plan = Sample.plan(
            Sample.facts(kind) { facts in
                facts.issue.demand = demand
                facts.history = [Sample.contact(.email, "2026-11-12T18:00:00+01:00", .refused)]
            })

        #expect(plan.isWish && plan.force == .goodwill)
        #expect(plan.articles.isEmpty && plan.recourse.isEmpty)
    }

    @Test("an invoice is owed, and so is the price")
    func noWish() {
        for (kind, demand) in [
            (IssueKind.invoiceMissing, ContactRouting.Issue.Demand.information), (.priceDispute, .refund),
        ] {
            let plan = Sample.plan(Sample.facts(kind) { $0.issue.demand = demand })

            #expect(!plan.isWish && plan.force == .notice)
        }
    }

    @Test("a failed contact makes no notice of it")
    func failedContact() {
        let facts = Sample.facts(.changeOfMind) {
            $0.history = [Sample.contact(.email, "2026-11-12T18:00:00+01:00", .refused)]
        }

        let plan = Sample.plan(
            facts, through: .email, deadlines: [LetterPlanTests.deadline(.withdrawal, "2026-11-16")])

        #expect(plan.force == .goodwill)
    }

    @Test("after the guarantee a defect is a request; a refused warranty may still bind by contract")
    func guaranteeOver() {
        let deadlines = [LetterPlanTests.deadline(.conformityGuarantee, "2026-11-22")]

        let defect = Sample.plan(Sample.facts(.itemDefective), deadlines: deadlines)
        let warranty = Sample.plan(Sample.facts(.warrantyRefused), deadlines: deadlines)

        #expect(defect.force == .goodwill && defect.articles.isEmpty)
        #expect(warranty.force == .notice)
    }
}

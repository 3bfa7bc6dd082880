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
        #expect(over.doubts == [.withdrawalPeriodOver(.letter)])
        #expect(excluded.doubts == [.withdrawalExcluded(.letter)])
        #expect(professional.doubts == [.withdrawalNotGiven(.letter)])
        #expect(neighbour.doubts == [.withdrawalNotGiven(.letter)])
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

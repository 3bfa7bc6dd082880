import ChannelPluginKit
import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("ReferralPlan of a court")
struct CourtPlanTests {
    private let open = Deadline(
        .smallClaims, opens: nil, lastDay: nil, zone: Sample.zone(), grounds: .caseFacts)

    private func facts(_ change: (inout ContactCase) -> Void = { _ in }) -> ContactCase {
        var facts = Sample.lostParcel
        facts.history.append(Sample.contact(.conciliator, "2026-10-30T10:00:00+01:00", .refused))
        change(&facts)
        return facts
    }

    @Test("a conciliation that came to nothing is the amicable attempt")
    func attempt() {
        let plan = Sample.referral(.courtRequest, facts(), deadlines: [open])

        guard case .ended(let contact) = plan.amicableAttempt else {
            Issue.record("no attempt is told")
            return
        }
        #expect(contact.channel == .conciliator)
        #expect(contact.day == Sample.day("2026-10-30"))
        #expect(plan.articles.contains(.procedure7501))
        #expect(!plan.doubts.contains(.amicableAttemptMissing))
    }

    @Test("an attempt that still runs is none, and the request says nothing of it")
    func running() {
        let plan = Sample.referral(.courtRequest, facts { $0.history[3].outcome = .sent })

        #expect(plan.amicableAttempt == .missing)
        #expect(plan.doubts.contains(.amicableAttemptMissing))
        #expect(!plan.articles.contains(.procedure7501))
    }

    @Test(
        "above 5,000 euros no attempt is asked for, and up to 10,000 that is doubted",
        arguments: [
            (Int64(500_000), AmicableAttempt.missing, false), (500_001, .notRequired, true),
            (1_000_000, .notRequired, true), (1_000_001, .notRequired, false),
        ])
    func threshold(cents: Int64, attempt: AmicableAttempt, isDoubted: Bool) {
        let facts = Sample.facts(.itemDefective) { $0.order.amount = Money(hundredths: cents) }

        let plan = Sample.referral(.courtRequest, facts)

        #expect(plan.amicableAttempt == attempt)
        #expect(plan.doubts.contains(.thresholdMayHaveChanged) == isDoubted)
    }

    @Test("interest runs from the formal notice, unless a surcharge holds it already")
    func interest() {
        let notice = facts { facts in
            facts.issue.kind = .chargedTwice
            facts.order.terminatedOn = nil
        }
        let late = Deadline(
            .refundAfterTermination, lastDay: Sample.day("2026-10-26"), zone: Sample.zone(),
            grounds: .caseFacts)

        let plain = Sample.referral(.courtRequest, notice, deadlines: [open])
        let raised = Sample.referral(.courtRequest, facts(), deadlines: [open, late])

        #expect(plain.interestFrom == Sample.day("2026-09-21"))
        #expect(plain.articles.contains(.civil12316))
        #expect(raised.claim.surcharge != nil)
        #expect(raised.interestFrom == nil)
        #expect(!raised.articles.contains(.civil12316))
    }

    @Test("without a letter that set a day, and without a sum, nothing bears interest")
    func noInterest() {
        let noNotice = facts { $0.history[1].deadline = nil }
        let noMoney = facts { facts in
            facts.issue.kind = .itemDefective
            facts.issue.demand = .repair
            facts.order.terminatedOn = nil
        }

        #expect(Sample.referral(.courtRequest, noNotice, deadlines: [open]).interestFrom == nil)
        #expect(Sample.referral(.courtRequest, noMoney, deadlines: [open]).interestFrom == nil)
    }

    @Test("a seller who is not known is doubted, and so are papers without proof")
    func unknowns() {
        var bare = facts()
        bare.attachments = []
        bare.order.number = nil
        bare.order.amount = nil

        let plan = Sample.referral(.courtRequest, bare, deadlines: [open], trader: TraderDetails())

        #expect(
            plan.doubts == [
                .traderUnknown, .traderAddressUnknown, .orderNumberUnknown, .amountUnknown(.referral),
                .nothingEnclosed(.complaint),
            ])
    }

    @Test("the person's own words in another language than the paper are pointed out")
    func language() {
        #expect(
            Sample.referral(.crossBorderHelp, Sample.lostParcel, language: .english).doubts
                .contains(.ownWordsUntranslated(.referral, writtenIn: .english)))
        let french = Sample.referral(.mediation, Sample.lostParcel).doubts
        #expect(!french.contains(.ownWordsUntranslated(.referral, writtenIn: .french)))
    }
}

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

    @Test(
        "a request that never reached the mediator is no attempt, silence leaves its result open, and a refusal is proved",
        arguments: [
            (PastContact.Outcome.bounced, nil), (.notReached, nil), (.unclaimed, nil),
            (.sent, .amicableOutcomeUnknown), (.noReply, .amicableOutcomeUnknown),
            (.refused, .amicableProofNeeded), (.partlyAccepted, .some(nil)),
        ] as [(PastContact.Outcome, Doubt??)])
    func attemptOutcome(outcome: PastContact.Outcome, doubt: Doubt??) {
        let facts = facts { $0.history[3] = Sample.contact(.mediator, "2026-07-01T10:00:00+02:00", outcome) }

        let plan = Sample.referral(.courtRequest, facts, deadlines: [open])

        let found = plan.doubts.filter { doubt in
            [.amicableAttemptMissing, .amicableOutcomeUnknown, .amicableProofNeeded].contains(doubt)
        }
        guard let doubt else {
            #expect(plan.amicableAttempt == .missing && found == [.amicableAttemptMissing])
            return
        }
        #expect(plan.amicableAttempt != .missing && found == [doubt].compactMap { $0 })
    }

    @Test("the attempt that ended counts, although a later one never arrived")
    func lostAttempt() {
        let facts = facts {
            $0.history.append(Sample.contact(.mediator, "2026-11-02T10:00:00+01:00", .bounced))
        }

        let plan = Sample.referral(.courtRequest, facts, deadlines: [open])

        guard case .ended(let contact) = plan.amicableAttempt else {
            Issue.record("no attempt is told")
            return
        }
        #expect(contact.channel == .conciliator)
    }

    @Test(
        "above 5,000 euros a court wants a summons, above 10,000 a lawyer",
        arguments: [
            (Int64(500_000), CourtAccess.request, nil),
            (500_001, .summons, .summonsNeeded(withLawyer: false)),
            (1_000_000, .summons, .summonsNeeded(withLawyer: false)),
            (1_000_001, .summonsWithLawyer, .summonsNeeded(withLawyer: true)),
        ] as [(Int64, CourtAccess, Doubt?)])
    func access(cents: Int64, access: CourtAccess, doubt: Doubt?) {
        let facts = Sample.facts(.itemDefective) { $0.order.amount = Money(hundredths: cents) }
        let reduction = Sample.facts(.counterfeit) { facts in
            facts.issue.demand = .priceReduction
            facts.order.amount = Money(hundredths: cents)
            facts.order.repairRequestedOn = Sample.day("2026-10-01")
        }

        let plan = Sample.referral(.courtRequest, facts)
        let part = Sample.referral(.courtRequest, reduction)

        #expect(plan.courtAccess == access)
        #expect(plan.doubts.first { $0.code == DoubtCode("summons-needed") } == doubt)
        #expect(part.claim.demand == .priceReduction && part.courtAccess == .request)
    }

    @Test("what the law adds to a late refund counts for the way to the court")
    func accessWithSurcharge() {
        let late = Deadline(
            .refundAfterTermination, lastDay: Sample.day("2026-10-26"), zone: Sample.zone(),
            grounds: .caseFacts)
        let facts = facts { $0.order.amount = Money(hundredths: 480_000) }

        let plan = Sample.referral(.courtRequest, facts, deadlines: [open, late])

        #expect(plan.claim.surcharge != nil && plan.courtAccess == .summons)
    }

    @Test("without a termination the court is asked to end the contract, and others are told to write first")
    func noTermination() {
        let facts = facts { $0.order.terminatedOn = nil }

        for kind in [ReferralKind.courtRequest, .crossBorderHelp, .mediation, .conciliation] {
            let plan = Sample.referral(kind, facts, deadlines: [open])

            #expect(plan.doubts.contains(.terminationUnknown))
            #expect(plan.asksForDissolution == (kind == .courtRequest))
            #expect(plan.claimArticles.contains(.civil1227) == (kind == .courtRequest))
            #expect(!plan.claimArticles.contains(.consoL2167))
            #expect(plan.interestFrom == nil)
        }
        let ended = Sample.referral(.courtRequest, self.facts(), deadlines: [open])
        #expect(!ended.doubts.contains(.terminationUnknown) && !ended.asksForDissolution)
        #expect(!Sample.referral(.chargeback, facts).doubts.contains(.terminationUnknown))
    }

    @Test("interest runs from the notice that asked for the money, not from the one that asked for delivery")
    func interestAfterTermination() {
        let unknownDay = facts()
        let pressed = facts {
            $0.history.append(
                Sample.contact(
                    .registeredMail, "2026-11-02T10:00:00+01:00", .delivered, deadline: "2026-11-12"))
        }

        #expect(Sample.referral(.courtRequest, unknownDay, deadlines: [open]).interestFrom == nil)
        #expect(
            Sample.referral(.courtRequest, pressed, deadlines: [open]).interestFrom
                == Sample.day("2026-11-02"))
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
                .amicableProofNeeded, .traderUnknown, .traderAddressUnknown, .orderNumberUnknown,
                .amountUnknown(.referral), .nothingEnclosed(.complaint),
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

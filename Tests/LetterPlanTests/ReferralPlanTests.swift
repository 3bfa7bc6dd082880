import ChannelPluginKit
import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("ReferralPlan")
struct ReferralPlanTests {
    private func deadline(_ right: RightName, opens: String? = nil, _ lastDay: String?) -> Deadline {
        Deadline(
            right, opens: opens.map(Sample.instant), lastDay: lastDay.map(Sample.day), zone: Sample.zone(),
            grounds: .caseFacts)
    }

    private func chronology(_ plan: ReferralPlan) -> [String] {
        plan.chronology.map { event in
            switch event.fact {
            case .contact(let contact): "\(event.day) \(contact.channel)"
            default: "\(event.day) \(event.fact)"
            }
        }
    }

    @Test(
        "each channel of an institution carries one kind, and no other channel any",
        arguments: [
            (ChannelName.bankClaim, ReferralKind.unauthorisedOperation), (.bankChargeback, .chargeback),
            (.mediator, .mediation), (.eccNet, .crossBorderHelp), (.conciliator, .conciliation),
            (.courtRequest, .courtRequest),
        ])
    func kinds(channel: ChannelName, kind: ReferralKind) {
        #expect(ReferralKind(through: channel) == kind)
        #expect(ReferralKind(through: .registeredMail) == nil)
        #expect(ReferralKind(through: .bankCardBlock) == nil)
    }

    @Test(
        "the chronology is in the order of days, facts before the contacts of a day, and holds every contact")
    func order() {
        let plan = Sample.referral(.mediation, Sample.lostParcel)

        #expect(
            chronology(plan) == [
                "2026-08-28 ordered", "2026-08-29 debited", "2026-09-08 email", "2026-09-21 registered-mail",
                "2026-10-12 terminated", "2026-10-12 registered-mail",
            ])
    }

    @Test("a day of the tracking page is no delivery, and a termination that lies ahead is not told")
    func notYet() {
        let facts = Sample.facts(.markedDeliveredNotReceived) { facts in
            facts.order.deliveredOn = Sample.day("2026-11-02")
            facts.order.terminatedOn = Sample.day("2026-11-24")
        }

        let plan = Sample.referral(.conciliation, facts)

        #expect(chronology(plan) == ["2026-10-28 ordered", "2026-11-02 markedDelivered"])
    }

    @Test("parcels are told with their days, once each")
    func parcels() {
        let facts = Sample.facts(.missingItem) { facts in
            facts.order.deliveredOn = Sample.day("2026-11-02")
            facts.order.parcelsDeliveredOn = [Sample.day("2026-10-31"), Sample.day("2026-11-02")]
        }

        let plan = Sample.referral(.mediation, facts)

        #expect(
            chronology(plan) == [
                "2026-10-28 ordered", "2026-10-31 parcelDelivered", "2026-11-02 delivered",
            ])
    }

    @Test(
        "a mediator is told of the latest written complaint, the Centre of the refused one, else of the first"
    )
    func complaint() {
        var refused = Sample.lostParcel
        refused.history[1].outcome = .refused

        #expect(Sample.referral(.mediation, Sample.lostParcel).complaint?.day == Sample.day("2026-10-12"))
        #expect(Sample.referral(.crossBorderHelp, Sample.lostParcel).complaint?.channel == .email)
        #expect(Sample.referral(.crossBorderHelp, refused).complaint?.day == Sample.day("2026-09-21"))
    }

    @Test("a call is no written complaint, and neither is a mail that came back")
    func noComplaint() {
        var facts = Sample.lostParcel
        facts.history = [
            Sample.contact(.phone, "2026-09-08T09:00:00+02:00", .refused),
            Sample.contact(.email, "2026-09-09T09:00:00+02:00", .bounced),
        ]

        let plan = Sample.referral(.mediation, facts)

        #expect(plan.complaint == nil)
        #expect(plan.doubts.contains(.complaintMissing))
        #expect(!plan.articles.contains(.consoL6122))
    }

    @Test(
        "the year of the complaint is told until its last day, and doubted after it",
        arguments: [("2026-11-23", true), ("2026-11-22", false)])
    func year(lastDay: String, isInTime: Bool) {
        let plan = Sample.referral(
            .mediation, Sample.lostParcel, deadlines: [deadline(.mediation, lastDay)])

        #expect(plan.lastDay == (isInTime ? Sample.day(lastDay) : nil))
        #expect(plan.articles.contains(.consoL6122) == isInTime)
        #expect(plan.doubts.contains(.complaintTooOld) == !isInTime)
    }

    @Test("while the year of the first complaint runs, the mediator is told of it and of its last day")
    func safeYear() {
        var running = deadline(.mediation, "2027-10-12")
        running.safeLastDay = Sample.day("2027-09-08")

        let plan = Sample.referral(.mediation, Sample.lostParcel, deadlines: [running])

        #expect(plan.lastDay == Sample.day("2027-09-08"))
        #expect(plan.complaint?.day == Sample.day("2026-09-08"))
    }

    @Test("the year of the first complaint is doubted when only a later one is in time")
    func firstYear() {
        var over = deadline(.mediation, "2027-10-12")
        over.safeLastDay = Sample.day("2026-11-22")

        let plan = Sample.referral(.mediation, Sample.lostParcel, deadlines: [over])

        #expect(plan.doubts.contains(.firstComplaintTooOld))
        #expect(plan.lastDay == Sample.day("2027-10-12"))
        #expect(plan.complaint?.day == Sample.day("2026-10-12"))
    }

    @Test(
        "before the seller's time is over, the referral is doubted",
        arguments: [(ReferralKind.mediation, RightName.mediation), (.crossBorderHelp, .eccNet)])
    func pending(kind: ReferralKind, right: RightName) {
        let early = deadline(right, opens: "2026-11-24T00:00:00+01:00", nil)
        let open = deadline(right, opens: "2026-11-23T09:30:00+01:00", nil)

        #expect(
            Sample.referral(kind, Sample.lostParcel, deadlines: [early]).doubts.contains(.complaintPending))
        #expect(
            !Sample.referral(kind, Sample.lostParcel, deadlines: [open]).doubts.contains(.complaintPending))
    }

    @Test(
        "a bank has until the end of the working day after it has the letter",
        arguments: [
            ("2026-11-23T09:30:00+01:00", "2026-11-26", "2026-11-27"),
            // Christmas and a weekend lie between.
            ("2026-12-24T09:30:00+01:00", "2026-12-30", "2026-12-31"),
        ])
    func bankDay(now: String, receipt: String, dueBy: String) {
        let plan = Sample.referral(.unauthorisedOperation, Sample.unknownDebit, at: now)

        #expect(plan.expectedReceipt == Sample.day(receipt))
        #expect(plan.dueBy == Sample.day(dueBy))
    }

    @Test("an unauthorised operation stands on CMF L133-24 only inside its thirteen months")
    func thirteenMonths() {
        let open = Sample.referral(
            .unauthorisedOperation, Sample.unknownDebit,
            deadlines: [deadline(.unauthorisedPayment, "2027-12-12")])
        let over = Sample.referral(
            .unauthorisedOperation, Sample.unknownDebit,
            deadlines: [deadline(.unauthorisedPayment, "2026-11-22")])

        #expect(open.articles == [.financialL13318, .financialL13324, .consoL6121])
        #expect(over.articles == [.financialL13318, .consoL6121])
        #expect(over.doubts.contains(.claimPeriodOver))
    }

    @Test("a professional's letter to the bank names no consumer mediator")
    func professional() {
        var facts = Sample.unknownDebit
        facts.consumer.professional = true

        #expect(Sample.referral(.unauthorisedOperation, facts).articles == [.financialL13318])
    }

    @Test(
        "after 70 days a bank abroad may be out of reach",
        arguments: [("2026-09-14", false), ("2026-09-13", true)])
    func seventyDays(debited: String, isDoubted: Bool) {
        var facts = Sample.unknownDebit
        facts.order.debitedOn = Sample.day(debited)

        let plan = Sample.referral(.unauthorisedOperation, facts)

        #expect(plan.doubts.contains(.payeeMayBeAbroad) == isDoubted)
    }

    @Test("a bank is told of no order, and of nothing when there is only the debit")
    func bankChronology() {
        var alone = Sample.unknownDebit
        alone.history = []
        alone.order.orderedOn = Sample.day("2026-11-01")
        var called = Sample.unknownDebit
        called.order.orderedOn = Sample.day("2026-11-01")

        #expect(Sample.referral(.unauthorisedOperation, alone).chronology.isEmpty)
        #expect(
            chronology(Sample.referral(.unauthorisedOperation, called)) == [
                "2026-11-12 debited", "2026-11-20 bank-card-block",
            ])
        #expect(
            Sample.referral(.unauthorisedOperation, called).cardBlockedOn == Sample.day("2026-11-20"))
    }

    @Test(
        "a card counts as blocked only when the bank accepted",
        arguments: [
            (PastContact.Outcome.accepted, true, true), (.refused, true, false), (.noReply, true, false),
            (.promised, true, false), (.sent, true, false), (.notReached, false, false),
        ])
    func cardBlock(outcome: PastContact.Outcome, isAsked: Bool, isBlocked: Bool) {
        var facts = Sample.unknownDebit
        facts.history = [Sample.contact(.bankCardBlock, "2026-11-20T10:00:00+01:00", outcome)]
        let day = Sample.day("2026-11-20")

        let plan = Sample.referral(.unauthorisedOperation, facts)

        #expect(plan.cardBlockAskedOn == (isAsked ? day : nil))
        #expect(plan.cardBlockedOn == (isBlocked ? day : nil))
    }

    @Test("a chargeback stands on no article and says that its time limits are unknown")
    func chargeback() {
        let plan = Sample.referral(.chargeback, Sample.lostParcel)

        #expect(plan.articles.isEmpty)
        #expect(plan.dueBy == Sample.day("2026-12-07"))
        #expect(plan.doubts.contains(.schemeLimitsUnknown))
    }
}

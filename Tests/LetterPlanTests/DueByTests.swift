import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: days")
struct DueByTests {
    /// Facts for each kind of letter whose day the law gives.
    static let kinds: [(LetterKind, ContactCase)] = [
        (.withdrawal, Sample.facts(.changeOfMind)),
        (.refundOverdue, Sample.refundOverdue),
        (
            .deliveryNotice,
            Sample.facts(.notDelivered) { $0.order.promisedOn = Sample.day("2027-05-01") }
        ),
        (.conformityRemedy, Sample.facts(.itemDefective)),
        (.wrongOrMissingItem, Sample.facts(.wrongItem)),
        (
            .refundAfterTermination,
            Sample.facts(.refundNotReceived) { $0.order.terminatedOn = Sample.day("2026-11-01") }
        ),
    ]

    @Test("what is demanded is never due on a weekend or a holiday", arguments: kinds)
    func workingDay(kind: LetterKind, facts: ContactCase) {
        let holidays = PublicHolidays.france(.metropole)
        for offset in 0..<60 {
            let today = Sample.day("2026-11-23").adding(days: offset)
            let end = today.adding(days: 9)
            let deadlines = [
                RightName.withdrawal, .refundAfterWithdrawal, .refundAfterTermination,
            ].map { Deadline($0, lastDay: end, zone: Sample.zone(), grounds: .caseFacts) }

            for channel in [ChannelName.email, .registeredMail] {
                let plan = LetterPlan(
                    for: facts, through: channel, deadlines: deadlines, mediator: nil, today: today,
                    holidays: holidays, zone: Sample.zone())

                #expect(plan.kind == kind)
                #expect(holidays.isWorkedDay(plan.dueBy), "\(plan.dueBy) asked on \(today)")
            }
        }
    }

    @Test(
        "a refund was put off only when the goods were back after the fourteen days",
        arguments: [("2026-11-17", String?.none), ("2026-11-18", "2026-11-18")])
    func deferred(shipped: String, until: String?) {
        var facts = Sample.refundOverdue
        facts.order.returnShippedOn = Sample.day(shipped)
        facts.order.returnReceivedOn = Sample.day("2026-11-20")

        let plan = Sample.plan(facts)

        #expect(plan.refundDeferredTo == until.map(Sample.day))
    }
}

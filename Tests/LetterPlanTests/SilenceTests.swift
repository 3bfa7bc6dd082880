import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: after silence")
struct SilenceTests {
    static let letter = Sample.contact(
        .registeredMail, "2026-11-04T10:00:00+01:00", .noReply, deadline: "2026-11-18")
    static let mail = Sample.contact(.email, "2026-11-04T10:00:00+01:00", .noReply)

    static func plan(
        _ history: [PastContact], about kind: IssueKind = .itemNotAsDescribed,
        through channel: ChannelName = .registeredMail, change: (inout ContactCase) -> Void = { _ in }
    ) -> LetterPlan {
        Sample.plan(
            Sample.facts(kind) { facts in
                facts.issue.demand = .replacement
                facts.history = history
                change(&facts)
            }, through: channel)
    }

    @Test("a letter without an answer is recalled with its day, and a short time is set")
    func reminder() {
        let plan = Self.plan([Self.letter])

        #expect(plan.kind == .reminder && plan.matter == .conformityRemedy)
        #expect(plan.recalled?.day == Sample.day("2026-11-04"))
        #expect(plan.force == .notice)
        // The thirty days of the law from the first request are longer than our eight.
        #expect(plan.dueBy == Sample.day("2026-12-04"))
    }

    @Test("nothing is recalled that was answered, that never arrived, or whose day is still to come")
    func noSilence() {
        let answered = Sample.contact(.email, "2026-11-10T10:00:00+01:00", .answered)
        let pending = Sample.contact(
            .registeredMail, "2026-11-16T10:00:00+01:00", .delivered, deadline: "2026-11-30")

        let histories = [
            [], [Self.letter, answered],
            [
                Sample.contact(
                    .registeredMail, "2026-11-04T10:00:00+01:00", .unclaimed, deadline: "2026-11-18")
            ],
            [Sample.contact(.email, "2026-11-04T10:00:00+01:00", .bounced)], [pending],
            [Sample.contact(.phone, "2026-11-04T10:00:00+01:00", .noReply)],
            [Sample.contact(.registeredMail, "2026-11-04T10:00:00+01:00", .refused)],
        ]

        for history in histories {
            #expect(Self.plan(history).kind == .conformityRemedy)
        }
    }

    @Test("after a mail without a day the registered letter says everything, and a mail recalls it")
    func mailFirst() {
        #expect(Self.plan([Self.mail]).kind == .conformityRemedy)
        #expect(Self.plan([Self.mail], through: .email).kind == .reminder)
    }

    @Test("the letter that declared a withdrawal did not ask for the late refund")
    func declarationIsNoReminder() {
        func kind(_ at: String) -> LetterKind {
            var facts = Sample.refundOverdue
            facts.history = [Sample.contact(.registeredMail, at, .noReply)]
            return Sample.plan(facts, deadlines: LetterPlanTests.refundDue).kind
        }

        #expect(kind("2026-11-03T10:00:00+01:00") == .refundOverdue)
        #expect(kind("2026-11-18T10:00:00+01:00") == .reminder)
    }

    @Test("a reminder of an overdue refund carries the surcharge of its own day")
    func surcharge() {
        var facts = Sample.refundOverdue
        facts.history = [Sample.contact(.registeredMail, "2026-11-24T10:00:00+01:00", .noReply)]

        let plan = Sample.plan(facts, deadlines: LetterPlanTests.refundDue, on: "2026-12-10")

        #expect(plan.kind == .reminder && plan.surcharge?.increase == .percent(10))
        #expect(plan.articles == [.consoL22124, .consoL2424, .consoL6121])
        #expect(plan.dueBy == Sample.day("2026-12-18"))
    }

    @Test("the first written word of a dispute is the complaint that a mediator asks for")
    func complaint() {
        let call = Sample.contact(.phone, "2026-11-09T11:00:00+01:00", .refused)
        let seller = Sample.contact(.sellerMessaging, "2026-11-09T11:00:00+01:00", .refused)

        let first = Self.plan([call], about: .priceDispute)
        let second = Self.plan([call, seller], about: .priceDispute)
        let unprovoked = Self.plan([], about: .priceDispute)
        let professional = Self.plan([call], about: .priceDispute) { $0.consumer.professional = true }

        #expect(first.kind == .complaintBeforeMediation && first.articles == [.consoL6122, .consoL6121])
        #expect(second.kind == .generalNotice && unprovoked.kind == .generalNotice)
        #expect(professional.kind == .generalNotice)
    }
}

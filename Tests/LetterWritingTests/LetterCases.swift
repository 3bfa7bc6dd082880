import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

/// One case for each kind of letter and each of its variants.
struct LetterCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: LetterKind
    let facts: ContactCase
    var channel = ChannelName.registeredMail
    var deadlines: [Deadline] = []
    var mediator: String?
    var today = "2026-11-23"

    var testDescription: String { name }

    var plan: LetterPlan {
        Sample.plan(facts, through: channel, deadlines: deadlines, mediator: mediator, on: today)
    }

    static func deadline(_ right: RightName, _ day: String) -> Deadline {
        Deadline(right, lastDay: Sample.day(day), zone: Sample.zone(), grounds: .caseFacts)
    }

    static let all: [LetterCase] = [
        LetterCase(
            name: "refund-overdue", kind: .refundOverdue, facts: Sample.refundOverdue,
            deadlines: [deadline(.refundAfterWithdrawal, "2026-11-17")]),
        LetterCase(
            name: "refund-overdue-percent", kind: .refundOverdue, facts: Sample.refundOverdue,
            deadlines: [deadline(.refundAfterWithdrawal, "2026-11-17")], mediator: "FEVAD",
            today: "2026-12-03"),
        LetterCase(
            name: "refund-overdue-deferred", kind: .refundOverdue,
            facts: {
                var facts = Sample.refundOverdue
                facts.order.returnShippedOn = Sample.day("2026-11-19")
                facts.order.returnReceivedOn = Sample.day("2026-11-21")
                facts.issue.description = nil
                facts.history = []
                return facts
            }(),
            deadlines: [deadline(.refundAfterWithdrawal, "2026-11-19")]),
        LetterCase(
            name: "refund-goods-unknown", kind: .refundOverdue,
            facts: Sample.facts(.refundNotReceived) {
                $0.order.withdrawalNotifiedOn = Sample.day("2026-11-03")
            },
            deadlines: [deadline(.refundAfterWithdrawal, "2026-11-17")]),
        LetterCase(
            name: "refund-after-termination", kind: .refundAfterTermination,
            facts: Sample.facts(.refundNotReceived) { facts in
                facts.order.deliveredOn = nil
                facts.order.orderedOn = Sample.day("2026-09-10")
                facts.order.terminatedOn = Sample.day("2026-10-20")
            }, deadlines: [deadline(.refundAfterTermination, "2026-11-03")]),
        LetterCase(
            name: "delivery-notice", kind: .deliveryNotice,
            facts: Sample.facts(.lateDelivery) { facts in
                facts.history = [
                    Sample.contact(.phone, "2026-11-09T11:00:00+01:00", .answered),
                    Sample.contact(.email, "2026-11-12T18:00:00+01:00", .noReply),
                ]
            }, deadlines: [deadline(.delivery, "2026-10-31")]),
        LetterCase(
            name: "delivery-notice-marked-delivered", kind: .deliveryNotice,
            facts: Sample.facts(.markedDeliveredNotReceived), deadlines: [deadline(.delivery, "2026-10-31")]),
        LetterCase(
            name: "delivery-notice-no-promise", kind: .deliveryNotice,
            facts: Sample.facts(.notDelivered) { facts in
                facts.order.promisedOn = nil
                facts.order.orderedOn = Sample.day("2026-10-10")
            }, deadlines: [deadline(.delivery, "2026-11-09")]),
        LetterCase(
            name: "delivery-notice-estimated", kind: .deliveryNotice,
            facts: Sample.facts(.notDelivered) { facts in
                facts.order.promisedOn = nil
                facts.order.latestEstimatedDelivery = Sample.day("2026-11-05")
                facts.order.parcelsDeliveredOn = [Sample.day("2026-11-04")]
            }, deadlines: [deadline(.delivery, "2026-11-05")]),
        LetterCase(
            name: "delivered-late", kind: .generalNotice,
            facts: Sample.facts(.lateDelivery) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private("Je demande le remboursement de la livraison express.")
                facts.order.deliveredOn = Sample.day("2026-11-16")
            }),
        LetterCase(
            name: "own-carrier", kind: .generalNotice,
            facts: Sample.facts(.markedDeliveredNotReceived) { $0.order.carrierChosenByConsumer = true }),
        LetterCase(
            name: "goodwill", kind: .generalNotice,
            facts: Sample.facts(.changeOfMind) { $0.issue.demand = .refund },
            deadlines: [deadline(.withdrawal, "2026-11-16")]),
        LetterCase(
            name: "delivery-termination", kind: .deliveryTermination,
            facts: Sample.facts(.notDelivered) { facts in
                facts.issue.demand = .refund
                facts.history = [
                    Sample.contact(
                        .registeredMail, "2026-11-04T10:00:00+01:00", .delivered, deadline: "2026-11-18")
                ]
            }, deadlines: [deadline(.delivery, "2026-10-31")]),
        LetterCase(
            name: "withdrawal", kind: .withdrawal,
            facts: Sample.facts(.changeOfMind) { $0.order.deliveredOn = Sample.day("2026-11-12") },
            deadlines: [deadline(.withdrawal, "2026-11-26")]),
        LetterCase(
            name: "withdrawal-not-informed", kind: .withdrawal,
            facts: Sample.facts(.changeOfMind) { $0.order.withdrawalInformed = false },
            deadlines: [deadline(.withdrawal, "2027-11-15")]),
        LetterCase(
            name: "conformity-repair", kind: .conformityRemedy,
            facts: Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .repair
                facts.order.defectFoundOn = Sample.day("2026-11-15")
                facts.issue.description = Private(
                    "La lampe s'éteint au bout d'une minute.\nUne autre ampoule n'y change rien.")
            }, deadlines: [deadline(.conformityGuarantee, "2028-10-31")]),
        LetterCase(
            name: "conformity-warranty-refused", kind: .conformityRemedy,
            facts: Sample.facts(.warrantyRefused) { facts in
                facts.issue.demand = .replacement
                facts.order.deliveredOn = Sample.day("2025-06-02")
                facts.order.orderedOn = Sample.day("2025-05-30")
                facts.history = [Sample.contact(.email, "2026-11-12T18:00:00+01:00", .refused)]
            }, deadlines: [deadline(.conformityGuarantee, "2027-06-02")], mediator: "FEVAD"),
        LetterCase(
            name: "price-reduction", kind: .priceReductionOrTermination,
            facts: Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .priceReduction
                facts.order.repairRequestedOn = Sample.day("2026-10-15")
                facts.order.orderedOn = Sample.day("2026-08-28")
                facts.order.deliveredOn = Sample.day("2026-09-01")
            }, deadlines: [deadline(.repair, "2026-11-14")]),
        LetterCase(
            name: "conformity-termination", kind: .priceReductionOrTermination,
            facts: Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .refund
                facts.order.repairRequestedOn = Sample.day("2026-10-15")
                facts.order.orderedOn = Sample.day("2026-08-28")
                facts.order.deliveredOn = Sample.day("2026-09-01")
            }, deadlines: [deadline(.repair, "2026-11-14")]),
        LetterCase(
            name: "wrong-item", kind: .wrongOrMissingItem,
            facts: Sample.facts(.wrongItem) {
                $0.issue.description = Private("Une lampe blanche au lieu d'une noire.")
            }),
        LetterCase(
            name: "missing-item", kind: .wrongOrMissingItem,
            facts: Sample.facts(.missingItem) { $0.issue.description = Private("L'ampoule manque.") }),
        LetterCase(
            name: "refund-after-return", kind: .refundAfterReturn,
            facts: Sample.facts(.refundNotReceived) { facts in
                facts.order.defectFoundOn = Sample.day("2026-11-02")
                facts.order.returnShippedOn = Sample.day("2026-11-05")
            }, deadlines: [deadline(.refundAfterReturn, "2026-11-19")]),
        LetterCase(
            name: "general-notice", kind: .generalNotice,
            facts: Sample.facts(.chargedTwice) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private("La somme a été débitée deux fois, le 28 et le 29 octobre.")
                facts.attachments = [
                    Attachment(path: Sample.line("releve.pdf"), title: Sample.line("Relevé de compte")),
                    Attachment(path: Sample.line("facture.pdf"), title: Sample.line("Facture")),
                ]
            }),
        LetterCase(
            name: "email-request", kind: .conformityRemedy,
            facts: Sample.facts(.itemNotAsDescribed) { $0.issue.demand = .refund }, channel: .email),
        LetterCase(
            name: "private-seller", kind: .generalNotice,
            facts: Sample.facts(.itemDefective) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .refund
                facts.issue.description = Private("L'appareil ne s'allume pas.")
            }),
    ]
}

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

    static let all = consumerSales + beyondConsumerSales + afterFailures

    static let consumerSales: [LetterCase] = [
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
                facts.issue.description = Private(
                    "Je demande le remboursement de la livraison express, soit 9,90 €.")
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
            name: "email-request", kind: .conformityRemedy,
            facts: Sample.facts(.itemNotAsDescribed) { $0.issue.demand = .refund }, channel: .email),
        LetterCase(
            name: "item-damaged", kind: .conformityRemedy,
            facts: Sample.facts(.itemDamaged) { facts in
                facts.issue.demand = .replacement
                facts.issue.description = Private("L'abat-jour est fendu et le carton était enfoncé.")
                facts.attachments = attachments("Photos de l’article et du carton", "Bon de livraison")
            }, deadlines: [deadline(.conformityGuarantee, "2028-10-31")]),
        LetterCase(
            name: "guarantee-refused", kind: .guaranteeRefused,
            facts: Sample.facts(.warrantyRefused) { facts in
                facts.issue.demand = .replacement
                facts.order.deliveredOn = Sample.day("2025-06-02")
                facts.order.orderedOn = Sample.day("2025-05-30")
                facts.history = [Sample.contact(.email, "2026-11-12T18:00:00+01:00", .refused)]
            }, deadlines: [deadline(.conformityGuarantee, "2027-06-02")], mediator: "FEVAD"),
        LetterCase(
            name: "guarantee-refused-mail", kind: .guaranteeRefused,
            facts: Sample.facts(.warrantyRefused) { $0.issue.demand = .repair }, channel: .email,
            deadlines: [deadline(.conformityGuarantee, "2028-10-31")]),
        LetterCase(
            name: "counterfeit-refund", kind: .counterfeit,
            facts: Sample.facts(.counterfeit) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private("Le numéro de série n'existe pas chez le fabricant.")
                facts.attachments = attachments("Réponse du fabricant")
            }),
        LetterCase(
            name: "counterfeit-exchange", kind: .counterfeit,
            facts: Sample.facts(.counterfeit) { $0.issue.demand = .replacement }),
        LetterCase(
            name: "dangerous-product", kind: .priceReductionOrTermination,
            facts: Sample.facts(.dangerousProduct) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private("Le câble chauffe au point de fondre.")
            }),
        LetterCase(
            name: "order-cancellation", kind: .withdrawal,
            facts: Sample.facts(.orderCancellation) { facts in
                facts.issue.demand = .cancellation
                facts.order.deliveredOn = nil
                facts.order.promisedOn = Sample.day("2026-12-15")
            }),
    ]

    static func attachments(_ titles: String...) -> [ContactRouting.Attachment] {
        titles.enumerated().map { index, title in
            ContactRouting.Attachment(path: Sample.line("piece-\(index + 1).pdf"), title: Sample.line(title))
        }
    }
}

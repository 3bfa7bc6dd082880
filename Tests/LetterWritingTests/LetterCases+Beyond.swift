import CivilCalendar
import LetterTestSupport

@testable import ContactRouting

extension LetterCase {
    /// Letters that stand on other law than that of consumer sales, or on none.
    static let beyondConsumerSales: [LetterCase] = [
        LetterCase(
            name: "hidden-defect-private-seller", kind: .hiddenDefect,
            facts: Sample.facts(.itemDefective) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .refund
                facts.order.item.condition = .secondHand
                facts.order.defectFoundOn = Sample.day("2026-11-14")
                facts.issue.description = Private("L'appareil s'éteint dès qu'il chauffe.")
                facts.attachments = attachments("Devis du réparateur")
            }, deadlines: [deadline(.hiddenDefects, "2028-11-14")]),
        LetterCase(
            name: "hidden-defect-part-of-the-price", kind: .hiddenDefect,
            facts: Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .priceReduction
                facts.order.orderedOn = Sample.day("2024-03-01")
                facts.order.deliveredOn = Sample.day("2024-03-04")
                facts.order.defectFoundOn = Sample.day("2026-10-20")
            },
            deadlines: [
                deadline(.conformityGuarantee, "2026-03-04"), deadline(.hiddenDefects, "2028-10-20"),
            ],
            mediator: "FEVAD"),
        LetterCase(
            name: "hidden-defect-repair", kind: .hiddenDefect,
            facts: Sample.facts(.itemDefective) { facts in
                facts.consumer.professional = true
                facts.issue.demand = .repair
            }),
        LetterCase(
            name: "professional-late-delivery", kind: .generalNotice,
            facts: Sample.facts(.lateDelivery) { facts in
                facts.consumer.professional = true
                facts.issue.demand = .delivery
            }),
        LetterCase(
            name: "unordered-item", kind: .unorderedItem,
            facts: Sample.facts(.unorderedItem) { $0.order.orderedOn = nil }),
        LetterCase(
            name: "unordered-item-charged", kind: .unorderedItem,
            facts: Sample.facts(.unorderedItem) { facts in
                facts.issue.demand = .refund
                facts.order.debitedOn = Sample.day("2026-11-02")
            }),
        LetterCase(
            name: "undue-payment", kind: .unduePayment,
            facts: Sample.facts(.chargedTwice) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private("La somme a été débitée deux fois, le 28 et le 29 octobre.")
                facts.attachments = attachments("Relevé de compte", "Facture")
            }),
        LetterCase(
            name: "general-notice", kind: .generalNotice,
            facts: Sample.facts(.priceDispute) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private(
                    "Le site affichait 99,00 € et 129,00 € ont été débités. Je demande la différence, soit 30,00 €."
                )
                facts.attachments = attachments("Capture de la page", "Relevé de compte", "Facture")
            }),
        LetterCase(
            name: "invoice-missing", kind: .generalNotice,
            facts: Sample.facts(.invoiceMissing) { $0.issue.demand = .information }, channel: .email),
        LetterCase(
            name: "subscription-termination", kind: .subscriptionTermination,
            facts: Sample.facts(.subscriptionCancellation) { facts in
                facts.issue.demand = .cancellation
                facts.order.item.name = Sample.line("Livraison illimitée")
                facts.order.deliveredOn = nil
            }),
        LetterCase(name: "data-access", kind: .dataAccess, facts: Sample.facts(.personalDataRequest)),
        LetterCase(
            name: "data-erasure", kind: .dataErasure,
            facts: Sample.facts(.personalDataRequest) { $0.issue.demand = .cancellation }, channel: .email),
        LetterCase(
            name: "older-contract", kind: .generalNotice,
            facts: Sample.facts(.missingItem) { facts in
                facts.issue.demand = .delivery
                facts.order.orderedOn = Sample.day("2021-12-30")
                facts.order.deliveredOn = Sample.day("2022-01-10")
            }),
    ]

    /// Letters after silence, after a refusal, or against a trader of another country.
    static let afterFailures: [LetterCase] = [
        LetterCase(
            name: "reminder-delivery", kind: .reminder,
            facts: Sample.facts(.notDelivered) { facts in
                facts.issue.demand = .delivery
                facts.history = [unansweredLetter]
            }, deadlines: [deadline(.delivery, "2026-10-31")]),
        LetterCase(
            name: "reminder-refund", kind: .reminder,
            facts: {
                var facts = Sample.refundOverdue
                facts.history.append(
                    Sample.contact(
                        .registeredMail, "2026-11-24T10:00:00+01:00", .noReply, deadline: "2026-12-02"))
                return facts
            }(),
            deadlines: [deadline(.refundAfterWithdrawal, "2026-11-17")], mediator: "FEVAD",
            today: "2026-12-10"),
        LetterCase(
            name: "reminder-data", kind: .reminder,
            facts: Sample.facts(.personalDataRequest) {
                $0.history = [Sample.contact(.email, "2026-10-12T10:00:00+02:00", .noReply)]
            }, channel: .email),
        LetterCase(
            name: "reminder-conformity", kind: .reminder,
            facts: Sample.facts(.itemNotAsDescribed) { facts in
                facts.issue.demand = .replacement
                facts.issue.description = Private("La lampe est blanche ; l'annonce la montrait noire.")
                facts.history = [unansweredLetter]
            }),
        LetterCase(
            name: "complaint-before-mediation", kind: .complaintBeforeMediation,
            facts: Sample.facts(.refundRefused) { facts in
                facts.issue.demand = .refund
                facts.issue.description = Private(
                    "Le service client dit que le colis de retour n'est pas arrivé.")
                facts.history = [
                    Sample.contact(.phone, "2026-11-09T11:00:00+01:00", .promiseNotKept),
                    Sample.contact(.chat, "2026-11-18T15:00:00+01:00", .refused),
                ]
            }, mediator: "FEVAD"),
        LetterCase(
            name: "foreign-trader", kind: .conformityRemedy,
            facts: Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .repair
                facts.seller.kind = .thirdParty
                facts.seller.name = Sample.line("Beispiel GmbH")
                facts.seller.country = try? CountryCode(parsing: "DE")
            }),
        LetterCase(
            name: "refund-whole-price", kind: .refundOverdue, facts: Sample.refundOverdue,
            deadlines: [deadline(.refundAfterWithdrawal, "2026-11-17")], today: "2028-01-05"),
        LetterCase(
            name: "refund-after-termination-half", kind: .refundAfterTermination,
            facts: Sample.facts(.refundNotReceived) { facts in
                facts.order.deliveredOn = nil
                facts.order.orderedOn = Sample.day("2026-08-10")
                facts.order.terminatedOn = Sample.day("2026-09-20")
            }, deadlines: [deadline(.refundAfterTermination, "2026-10-04")]),
    ]

    private static let unansweredLetter = Sample.contact(
        .registeredMail, "2026-11-04T10:00:00+01:00", .delivered, deadline: "2026-11-18")
}

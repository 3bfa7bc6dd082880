import ChannelPluginKit
import CivilCalendar
import LetterTestSupport
import LetterWriting
import Testing

@testable import ContactRouting

/// One case for each kind of referral and each of its variants.
struct ReferralCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kind: ReferralKind
    let facts: ContactCase
    var deadlines: [Deadline] = []
    var trader = Sample.shop
    var language = Language.french
    var recipientName: String? = "Institution Exemple"
    var hasAddress = true

    var testDescription: String { name }

    var plan: ReferralPlan {
        Sample.referral(
            kind, facts, deadlines: deadlines, trader: trader, readerName: recipientName, language: language)
    }

    var parties: ReferralParties {
        var correspondents = LetterGoldenTests.parties
        correspondents.recipientName = recipientName.map(Sample.line)
        correspondents.recipientAddress =
            hasAddress ? Sample.address("Institution Exemple", "5 place du Marché", "69002 Lyon") : nil
        return ReferralParties(correspondents: correspondents, trader: trader)
    }

    static func deadline(_ right: RightName, opens: String? = nil, _ lastDay: String?) -> Deadline {
        Deadline(
            right, opens: opens.map(Sample.instant), lastDay: lastDay.map(Sample.day), zone: Sample.zone(),
            grounds: .caseFacts)
    }

    private static let refundDue = deadline(.refundAfterTermination, "2026-10-26")

    private static func conciliated(_ change: (inout ContactCase) -> Void = { _ in }) -> ContactCase {
        var facts = Sample.lostParcel
        facts.history.append(Sample.contact(.conciliator, "2026-10-30T10:00:00+01:00", .refused))
        change(&facts)
        return facts
    }

    private static func foreign(_ change: (inout ContactCase) -> Void = { _ in }) -> ContactCase {
        var facts = Sample.lostParcel
        facts.seller.country = try? CountryCode(parsing: "DE")
        change(&facts)
        return facts
    }

    private static let germanShop = TraderDetails(
        name: Sample.line("Beispiel GmbH"),
        address: Sample.address("Beispiel GmbH", "Beispielstraße 1", "10115 Berlin", "Allemagne"),
        country: try? CountryCode(parsing: "DE"))

    static let all: [ReferralCase] = banks + mediators + courts

    private static let banks: [ReferralCase] = [
        ReferralCase(
            name: "bank-unauthorised-operation", kind: .unauthorisedOperation, facts: Sample.unknownDebit,
            deadlines: [deadline(.unauthorisedPayment, "2027-12-12")]),
        ReferralCase(
            name: "bank-unauthorised-bare", kind: .unauthorisedOperation,
            facts: {
                var facts = Sample.unknownDebit
                facts.history = []
                facts.attachments = []
                facts.issue.description = nil
                facts.order.payment = .directDebit
                facts.consumer.professional = true
                return facts
            }(), trader: TraderDetails(), recipientName: nil),
        ReferralCase(name: "bank-chargeback", kind: .chargeback, facts: Sample.lostParcel),
        ReferralCase(
            name: "bank-chargeback-defect", kind: .chargeback,
            facts: Sample.facts(.itemNotAsDescribed) { facts in
                facts.order.payment = .card
                facts.order.number = nil
                facts.history = [Sample.contact(.chat, "2026-11-18T10:00:00+01:00", .promiseNotKept)]
            },
            trader: TraderDetails(marketplace: Sample.line("Place Exemple"))),
    ]

    private static let mediators: [ReferralCase] = [
        ReferralCase(
            name: "mediation", kind: .mediation, facts: Sample.lostParcel,
            deadlines: [deadline(.mediation, "2027-10-12"), refundDue]),
        ReferralCase(
            name: "mediation-en", kind: .mediation, facts: Sample.lostParcel,
            deadlines: [deadline(.mediation, "2027-10-12"), refundDue], language: .english),
        ReferralCase(
            name: "mediation-bare", kind: .mediation,
            facts: Sample.facts(.itemDefective) { facts in
                facts.issue.demand = .repair
                facts.order.number = nil
                facts.order.amount = nil
                facts.order.item.name = nil
                facts.order.orderedOn = nil
                facts.order.deliveredOn = nil
            }, trader: TraderDetails(), recipientName: nil, hasAddress: false),
        ReferralCase(
            name: "cross-border", kind: .crossBorderHelp, facts: foreign(), deadlines: [refundDue],
            trader: germanShop, language: .english, recipientName: "Centre européen des consommateurs France",
            hasAddress: false),
        ReferralCase(
            name: "cross-border-refused", kind: .crossBorderHelp,
            facts: foreign { facts in
                facts.issue.kind = .itemDefective
                facts.issue.demand = .replacement
                facts.issue.description = Private("La lampe s'éteint au bout d'une minute.")
                facts.order.terminatedOn = nil
                facts.order.deliveredOn = Sample.day("2026-09-02")
                facts.history[0].outcome = .refused
            }, trader: germanShop, language: .english, hasAddress: false),
    ]

    private static let courts: [ReferralCase] = [
        ReferralCase(
            name: "conciliation", kind: .conciliation, facts: Sample.lostParcel, deadlines: [refundDue],
            recipientName: "Conciliateur de justice", hasAddress: false),
        ReferralCase(
            name: "conciliation-private-seller", kind: .conciliation,
            facts: Sample.facts(.itemDefective) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .refund
                facts.issue.description = Private("L'appareil ne s'allume pas.")
            }, trader: TraderDetails(marketplace: Sample.line("Place Exemple")), hasAddress: false),
        ReferralCase(
            name: "court-surcharge", kind: .courtRequest, facts: conciliated(),
            deadlines: [deadline(.smallClaims, nil), refundDue]),
        ReferralCase(
            name: "court-interest", kind: .courtRequest,
            facts: conciliated { facts in
                facts.issue.kind = .chargedTwice
                facts.issue.description = Private("La somme a été débitée deux fois, le 28 et le 29 août.")
                facts.order.terminatedOn = nil
            }, deadlines: [deadline(.smallClaims, nil)]),
        ReferralCase(
            name: "court-above", kind: .courtRequest,
            facts: conciliated { facts in
                facts.order.amount = Money(hundredths: 612_300)
                facts.issue.kind = .itemDefective
                facts.issue.demand = .repair
                facts.issue.description = Private("La lampe s'éteint au bout d'une minute.")
                facts.order.deliveredOn = Sample.day("2026-09-02")
                facts.order.terminatedOn = nil
                facts.history = []
            }),
        ReferralCase(
            name: "court-dissolution", kind: .courtRequest,
            facts: conciliated { $0.order.terminatedOn = nil }, deadlines: [deadline(.smallClaims, nil)]),
        ReferralCase(
            name: "court-unfinished", kind: .courtRequest,
            facts: conciliated { $0.history[3].outcome = .noReply },
            deadlines: [deadline(.smallClaims, nil), refundDue]),
        ReferralCase(
            name: "court-no-attempt", kind: .courtRequest, facts: Sample.lostParcel, recipientName: nil,
            hasAddress: false),
    ]
}

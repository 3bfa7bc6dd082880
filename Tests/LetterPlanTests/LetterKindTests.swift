import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: which letter fits")
struct LetterKindTests {
    typealias Demand = ContactRouting.Issue.Demand

    static let guaranteeOver = [LetterPlanTests.deadline(.conformityGuarantee, "2026-11-22")]

    @Test("a hidden defect takes the place of the guarantee where the consumer code gives nothing")
    func hiddenDefect() {
        let privateSeller = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .refund
            })
        let professional = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.consumer.professional = true
                facts.issue.demand = .priceReduction
            })
        let afterGuarantee = Sample.plan(
            Sample.facts(.itemDefective) { $0.issue.demand = .refund }, deadlines: Self.guaranteeOver)
        let consumer = Sample.plan(Sample.facts(.itemDefective) { $0.issue.demand = .refund })

        #expect([privateSeller, professional, afterGuarantee].allSatisfy { $0.kind == .hiddenDefect })
        #expect(consumer.kind == .conformityRemedy)
        #expect(privateSeller.demand == .refund(Money(hundredths: 12_900)))
        #expect(professional.demand == .priceReduction)
        #expect(privateSeller.articles == [.civil1641, .civil1644])
        #expect(privateSeller.doubts == [.proofOnBuyer, .defectDayUnknown, .defectNotDescribed])
    }

    @Test(
        "a hidden defect is claimed for two years from its discovery, that day included",
        arguments: [("2024-11-23", LetterKind.hiddenDefect), ("2024-11-22", .generalNotice)])
    func hiddenDefectEnds(found: String, kind: LetterKind) {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .refund
                facts.order.orderedOn = Sample.day("2023-01-10")
                facts.order.defectFoundOn = Sample.day(found)
            })

        #expect(plan.kind == kind)
        #expect((plan.force == .goodwill) == (kind == .generalNotice))
        #expect(plan.articles.contains(.civil1648) == (kind == .hiddenDefect))
        #expect(plan.doubts.contains(.hiddenDefectsOver(.letter)) == (kind == .generalNotice))
    }

    @Test(
        "a repair of a hidden defect is proposed, never demanded", arguments: [Demand.repair, .replacement])
    func repairIsProposed(demand: Demand) {
        let plan = Sample.plan(
            Sample.facts(.itemDefective) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = demand
            })

        #expect(plan.kind == .hiddenDefect && plan.force == .request)
    }

    @Test(
        "damage and a wrong description show at the receipt: they are no hidden defects",
        arguments: [IssueKind.itemDamaged, .itemNotAsDescribed, .counterfeit])
    func apparent(kind: IssueKind) {
        let plan = Sample.plan(
            Sample.facts(kind) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .refund
            })

        #expect(plan.kind == .generalNotice && plan.articles == [.civil1344])
    }

    @Test("a refused guarantee stands on the law's guarantee, and money follows at once when it is wanted")
    func guaranteeRefused() {
        let repair = Sample.plan(Sample.facts(.warrantyRefused) { $0.issue.demand = .repair })
        let refund = Sample.plan(Sample.facts(.warrantyRefused) { $0.issue.demand = .refund })

        #expect(repair.kind == .guaranteeRefused && repair.demand == .repair)
        #expect(repair.articles.contains(.consoL21712) && repair.doubts == [.defectNotDescribed])
        #expect(refund.kind == .priceReductionOrTermination && refund.remedyGround == .refused)
    }

    @Test("a counterfeit or a danger ends the contract at once, when the person wants the money")
    func graveDefects() {
        let fake = Sample.plan(Sample.facts(.counterfeit) { $0.issue.demand = .refund })
        let exchange = Sample.plan(Sample.facts(.counterfeit))
        let danger = Sample.plan(Sample.facts(.dangerousProduct) { $0.issue.demand = .refund })

        #expect(
            fake.kind == .counterfeit && fake.articles.prefix(3) == [.consoL2173, .consoL21714, .consoL21717])
        #expect(exchange.demand == .replacement && exchange.doubts == [.choiceOpen(.letter)])
        #expect(danger.kind == .priceReductionOrTermination && danger.remedyGround == .grave)
    }

    @Test("damage on the way is at the seller's risk, unless the person chose the carrier")
    func damage() {
        let seller = Sample.plan(Sample.facts(.itemDamaged) { $0.issue.demand = .replacement })
        let own = Sample.plan(
            Sample.facts(.itemDamaged) { facts in
                facts.issue.demand = .replacement
                facts.order.carrierChosenByConsumer = true
            })

        #expect(seller.articles.contains(.consoL2162) && seller.doubts == [.defectNotDescribed])
        #expect(!own.articles.contains(.consoL2162) && own.doubts == [.damagedOnTheWay, .defectNotDescribed])
    }

    @Test("what was not ordered is owed neither money nor a return, between a trader and a consumer")
    func unordered() {
        let plain = Sample.plan(Sample.facts(.unorderedItem))
        let charged = Sample.plan(Sample.facts(.unorderedItem) { $0.issue.demand = .refund })
        let privateSender = Sample.plan(
            Sample.facts(.unorderedItem) { facts in
                facts.seller.kind = .privatePerson
                facts.issue.demand = .information
            })

        #expect(plain.kind == .unorderedItem && plain.demand == .collectUnordered && plain.force == .request)
        #expect(charged.articles == [.consoL12112, .civil13021, .consoL6121] && charged.force == .notice)
        #expect(privateSender.kind == .generalNotice)
    }

    @Test("a double charge goes back by the civil code, whoever bought and whoever sold")
    func unduePayment() {
        let consumer = Sample.facts(.chargedTwice)
        let professional = Sample.facts(.chargedTwice) { $0.consumer.professional = true }
        let privateSeller = Sample.facts(.chargedTwice) { $0.seller.kind = .privatePerson }

        for plan in [consumer, professional, privateSeller].map({ Sample.plan($0) }) {
            #expect(plan.kind == .unduePayment)
            #expect(plan.articles.prefix(2) == [.civil1302, .civil13021])
            #expect(plan.dueBy == Sample.day("2026-12-01"))
        }
    }

    @Test(
        "a subscription is ended by a request; its article is cited from the day it came into force",
        arguments: [("2026-11-23", true), ("2023-06-01", true), ("2023-05-31", false)])
    func subscription(today: String, isCited: Bool) {
        let facts = Sample.facts(.subscriptionCancellation) { facts in
            facts.issue.demand = .cancellation
            facts.order.orderedOn = Sample.day("2023-01-10")
        }

        let plan = Sample.plan(facts, on: today)

        #expect(plan.kind == .subscriptionTermination && plan.force == .request)
        #expect(plan.articles.contains(.consoL21511) == isCited)
    }

    @Test("personal data: a copy unless erasure is asked for, within a month of receipt, then the authority")
    func personalData() {
        let access = Sample.plan(Sample.facts(.personalDataRequest))
        let mail = Sample.plan(Sample.facts(.personalDataRequest), through: .email)
        let erasure = Sample.plan(Sample.facts(.personalDataRequest) { $0.issue.demand = .cancellation })
        let professional = Sample.plan(
            Sample.facts(.personalDataRequest) { $0.consumer.professional = true })

        #expect(access.kind == .dataAccess && access.articles == [.gdpr15, .gdpr12])
        #expect(erasure.kind == .dataErasure && erasure.articles == [.gdpr17, .gdpr12])
        #expect(professional.kind == .dataAccess)
        #expect(access.recourse == [.dataProtectionAuthority] && access.force == .request)
        #expect(mail.dueBy == Sample.day("2026-12-23"))
        // The month from the estimated receipt on the 26th ends on a Saturday.
        #expect(access.dueBy == Sample.day("2026-12-28"))
    }

    @Test(
        "for a contract of before 2022 no article of the later law is cited",
        arguments: IssueKind.allCases)
    func olderContract(kind: IssueKind) {
        for demand in [nil] + Demand.allCases.map(Optional.some) {
            for ordered in ["2021-12-31", "2022-01-01"] {
                let facts = Sample.facts(kind) { facts in
                    facts.issue.demand = demand
                    facts.order.orderedOn = Sample.day(ordered)
                }

                let plan = Sample.plan(facts, on: "2022-02-10")

                for article in plan.articles {
                    let isOld = article.contractsFrom.map { Sample.day(ordered) < $0 } ?? false
                    #expect(!isOld, "\(kind) \(demand?.rawValue ?? "-") cites \(article.number)")
                }
            }
        }
    }
}

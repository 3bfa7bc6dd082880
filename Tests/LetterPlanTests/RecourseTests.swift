import CivilCalendar
import LetterTestSupport
import Testing

@testable import ContactRouting

@Suite("LetterPlan: what a letter announces")
struct LetterRecourseTests {
    @Test("a consumer turns to the mediator, anybody else to the conciliator, and once only")
    func amicable() {
        let consumer = Sample.facts(.priceDispute)
        let neighbour = Sample.facts(.priceDispute) { $0.seller.kind = .privatePerson }
        let professional = Sample.facts(.priceDispute) { $0.consumer.professional = true }

        #expect(Sample.plan(consumer).recourse == [.mediator(nil), .court])
        #expect(Sample.plan(neighbour).recourse == [.conciliator, .court])
        #expect(Sample.plan(professional).recourse == [.conciliator, .court])
        for (facts, channel) in [
            (consumer, ChannelName.mediator), (neighbour, .conciliator), (professional, .conciliator),
        ] {
            var facts = facts
            facts.history = [Sample.contact(channel, "2026-10-01T10:00:00+02:00", .refused)]
            #expect(Sample.plan(facts).recourse == [.court])
        }
    }

    @Test(
        "above the amount of CPC 750-1 no conciliation is announced, unknown counts as below",
        arguments: [(500_000, true), (500_001, false), (nil, true)] as [(Int64?, Bool)])
    func amount(hundredths: Int64?, isAmicable: Bool) {
        let facts = Sample.facts(.priceDispute) { facts in
            facts.seller.kind = .privatePerson
            facts.order.amount = hundredths.map { Money(hundredths: $0) }
        }

        #expect(Sample.plan(facts).recourse == (isAmicable ? [.conciliator, .court] : [.court]))
    }

    @Test("against a trader of another member state the Centre comes, unless its mediator is named")
    func crossBorder() throws {
        let germany = try CountryCode(parsing: "DE")
        let china = try CountryCode(parsing: "CN")
        func facts(_ country: CountryCode) -> ContactCase {
            Sample.facts(.priceDispute) { facts in
                facts.seller.kind = .thirdParty
                facts.seller.country = country
            }
        }

        #expect(Sample.plan(facts(germany)).recourse == [.eccNet, .court])
        #expect(Sample.plan(facts(germany), mediator: "FEVAD").recourse.first != .eccNet)
        #expect(Sample.plan(facts(china)).recourse == [.court])
    }

    @Test("a mediator whose name is not sure is announced without it, the Centre does not take its place")
    func unconfirmed() throws {
        let facts = Sample.facts(.priceDispute) { facts in
            facts.seller.kind = .thirdParty
            facts.seller.country = try? CountryCode(parsing: "DE")
        }

        let plan = LetterPlan(
            for: facts, through: .registeredMail, deadlines: [], mediator: nil, mediatorIsUnconfirmed: true,
            today: Sample.day("2026-11-23"), holidays: .france(.metropole), zone: Sample.zone())

        #expect(plan.recourse == [.mediator(nil), .court])
    }

    @Test(
        "where the directory says that the trader stands counts when the case does not say it",
        arguments: [("SG", true), ("LU", false)])
    func listedCountry(country: String, isAbroad: Bool) throws {
        let facts = Sample.facts(.priceDispute) {
            $0.merchant = .described(MerchantDescription(name: Sample.line("Boutique Exemple")))
        }

        let plan = LetterPlan(
            for: facts, through: .registeredMail, deadlines: [], mediator: nil,
            listedCountry: try CountryCode(parsing: country), today: Sample.day("2026-11-23"),
            holidays: .france(.metropole), zone: Sample.zone())

        #expect(plan.doubts.contains(.otherLawPossible) == isAbroad)
        #expect(plan.recourse.contains(.mediator(nil)) != isAbroad)
    }

    @Test(
        "where another law may apply that is a doubt, and no mediator is announced whom nobody named",
        arguments: [
            ("CH", "FR", true), ("FR", "CN", true), ("FR", "GB", true), ("RE", "FR", false),
            ("FR", "DE", false),
        ])
    func abroad(home: String, trader: String, isAbroad: Bool) throws {
        let home = try CountryCode(parsing: home)
        let trader = try CountryCode(parsing: trader)
        let facts = Sample.facts(.priceDispute) { facts in
            facts.consumer.country = home
            facts.seller.kind = .thirdParty
            facts.seller.country = trader
        }

        let plan = Sample.plan(facts)
        let named = Sample.plan(facts, mediator: "Médiation Exemple")

        #expect(plan.doubts.contains(.otherLawPossible) == isAbroad)
        #expect(!isAbroad || !plan.recourse.contains(.mediator(nil)))
        #expect(named.recourse == [.mediator(Sample.line("Médiation Exemple")), .court])
    }
}

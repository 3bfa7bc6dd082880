import CivilCalendar
import ContactRouting
import Testing

@Suite("PostalTariff")
struct PostalTariffTests {
    @Test("the tariff is that of 2026, from its first day to its last")
    func year() {
        #expect(PostalTariff.since == CivilDay("2026-01-01"))
        #expect(PostalTariff.knownThrough == CivilDay("2026-12-31"))
        #expect(PostalTariff.fact.source.isStale(on: PostalTariff.knownThrough.adding(days: 1)))
    }

    @Test("another currency is covered by no level")
    func currency() throws {
        let francs = Money(hundredths: 100, currency: try Currency(parsing: "CHF"))

        #expect(PostalTariff.Level(covering: francs) == nil)
    }

    @Test(
        "an address in France ends in a postcode and a town",
        arguments: [
            ("92110 CLICHY", true), ("75362 PARIS CEDEX 8", true), ("ALLEMAGNE", false),
            ("L-1855 Luxembourg", false),
            ("9211 CLICHY", false), ("921100 CLICHY", false), ("92110", false), ("  59000 Lille", true),
        ])
    func frenchTown(line: String, isFrench: Bool) throws {
        let address = try PostalAddress(lines: [TextLine(parsing: "Boutique"), TextLine(parsing: line)])

        #expect(address.endsInFrenchTown == isFrench)
    }
}

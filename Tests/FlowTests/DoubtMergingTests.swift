import CivilCalendar
import Testing

@testable import CaseFlow
@testable import ContactRouting

@Suite("Doubts of two origins")
struct DoubtMergingTests {
    private static let ownWords = Doubt.other(
        DoubtCode("amount-unknown"), LocalText(french: "Le montant ?", english: "The amount?"))

    @Test(
        "a thing that both state is told once, as the plugin tells it",
        arguments: [
            (
                [Doubt.demandUnknown, .amountUnknown(nil)], [.amountUnknown(.letter)],
                [
                    .demandUnknown, .amountUnknown(.letter),
                ]
            ),
            ([.amountUnknown(nil), .demandUnknown], [ownWords], [.demandUnknown, ownWords]),
            (
                [.destinationUnchecked(.page)], [.lineClosed, .lineClosed],
                [
                    .destinationUnchecked(.page), .lineClosed,
                ]
            ),
            ([], [], []),
            (
                [.demandUnknown], [.lineClosed, .guaranteeOver(.letter)],
                [
                    .guaranteeOver(.letter), .demandUnknown, .lineClosed,
                ]
            ),
        ] as [([Doubt], [Doubt], [Doubt])])
    func merged(found: [Doubt], own: [Doubt], expected: [Doubt]) {
        #expect(DoubtMerging.merged(found, with: own) == expected)
    }

    @Test("the last day of a right is not lost to a plan that does not know it")
    func lastDay() throws {
        let zone = try TimeZoneDatabase().rules(for: "Europe/Paris")
        let over = Doubt.rightOver(
            Deadline(
                .withdrawal, lastDay: CivilDay(year: 2026, month: 10, day: 15), zone: zone,
                grounds: .editorial))

        let merged = DoubtMerging.merged(
            [.demandUnknown, over], with: [.withdrawalPeriodOver(.letter), .lineClosed])

        #expect(merged == [over, .demandUnknown, .lineClosed])
    }
}

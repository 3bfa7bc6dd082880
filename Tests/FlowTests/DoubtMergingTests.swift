import ContactRouting
import Testing

@testable import CaseFlow

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
        ] as [([Doubt], [Doubt], [Doubt])])
    func merged(found: [Doubt], own: [Doubt], expected: [Doubt]) {
        #expect(DoubtMerging.merged(found, with: own) == expected)
    }
}

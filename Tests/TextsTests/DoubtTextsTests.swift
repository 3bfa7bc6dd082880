import CivilCalendar
import Testing

@testable import ContactRouting
@testable import Texts

@Suite("Doubts in words")
struct DoubtTextsTests {
    private static func doubts(_ scene: Scene) throws -> [PreparationDoubt] {
        let day = try CivilDay.at("2026-11-22")
        let rights = RightName.allCases.flatMap { right in
            let over = Deadline(
                right, lastDay: day.adding(days: -20), zone: scene.zone, grounds: .editorial)
            let soon = Deadline(right, lastDay: day.adding(days: 5), zone: scene.zone, grounds: .editorial)
            return [.rightOver(over)] + [0, 1, 2].map { .rightEndsSoon(soon, daysLeft: $0) }
                as [PreparationDoubt]
        }
        let destinations = PreparationDoubt.Destination.allCases.flatMap { destination in
            [
                .destinationStale(destination, checkedOn: day),
                .destinationUncertain(destination, checkedOn: day), .destinationUnchecked(destination),
            ] as [PreparationDoubt]
        }
        return rights + destinations + Language.allCases.map { .languageUncertain($0) } + [
            .demandUnknown, .orderNumberUnknown, .amountUnknown, .phoneRangeUnknown,
            .answerPending(.registeredMail, until: scene.zone.endOfDay(day)),
        ]
    }

    @Test("every doubt is a sentence that names its thing before a colon", arguments: Language.allCases)
    func sentences(language: Language) throws {
        let scene = try Scene(.itemDefective, at: "2026-11-23T10:00:00+01:00") { _ in }
        let book = scene.book(language)

        for doubt in try Self.doubts(scene) {
            let text = book.text(of: doubt)

            expectWellFormed(text, language)
            #expect(text.contains(language == .french ? "\u{A0}: " : ": "), "\(text)")
        }
    }

    @Test("a phone number agrees with its participle, and is told apart from an address")
    func agreement() throws {
        let scene = try Scene(.itemDefective, at: "2026-11-23T10:00:00+01:00") { _ in }
        let day = try CivilDay.at("2026-11-22")

        let number = scene.book(.french).text(of: .destinationStale(.phoneNumber, checkedOn: day))
        let address = scene.book(.french).text(of: .destinationStale(.postalAddress, checkedOn: day))

        #expect(number.contains("n’a pas été vérifié depuis le 22 novembre 2026"))
        #expect(address.contains("n’a pas été vérifiée depuis le 22 novembre 2026"))
    }
}

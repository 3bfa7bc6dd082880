import CivilCalendar
import ContactRouting
import LetterTestSupport
import LetterWriting
import Testing
import Typesetting

@Suite("Letters, as they read")
struct LetterGoldenTests {
    static let parties = LetterParties(
        senderName: Sample.line("Camille Exemple"),
        senderAddress: Sample.address("12 rue des Lilas", "69003 Lyon"),
        senderEmail: Sample.email("camille@exemple.example"), senderPhone: Sample.line("06 39 98 12 34"),
        recipientName: Sample.line("Amazon EU S.à r.l."), recipientAddress: Sample.clichy)

    @Test("Golden: the text of every kind of letter", arguments: LetterCase.all)
    func text(sample: LetterCase) throws {
        let letter = try LetterWriter().write(sample.plan, for: sample.facts, between: Self.parties)

        #expect(sample.plan.kind == sample.kind)
        try expectGolden(letter.text, named: "\(sample.name).txt")
    }

    @Test("Golden: the layout of the first letters", arguments: LetterCase.all.prefix(2))
    func layout(sample: LetterCase) throws {
        let letter = try LetterWriter().write(sample.plan, for: sample.facts, between: Self.parties)

        let printed = try LetterPress().print(letter.document)

        try expectGolden(printed.layout.description, named: "\(sample.name).layout.txt")
    }
}

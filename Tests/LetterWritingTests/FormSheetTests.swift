import CivilCalendar
import ContactRouting
import JSONText
import LetterTestSupport
import LetterWriting
import Testing

@Suite("FormSheet")
struct FormSheetTests {
    static var sheet: FormSheet {
        var sheet = FormSheet("sample")
        sheet.add("orderNumber", "Numéro de commande", text: "404-1234567")
        sheet.add("reason", "Motif", .choice("colis jamais arrivé"))
        sheet.add("orderedOn", "Commandé le", .day(Sample.day("2026-11-01")))
        sheet.add("amount", "Montant", .money(Money(hundredths: 123_450)))
        sheet.add("agreed", "Contact autorisé", .flag(false))
        sheet.add("story", "Ce qui s’est passé", text: "Rien n’est venu.\nRien \"du tout\".")
        sheet.add("witness", "Témoin", .open)
        return sheet
    }

    @Test("form.json gives each field its value and its label, in order, and says what is left to the person")
    func json() throws {
        let text = String(decoding: Self.sheet.json(), as: UTF8.self)

        let root = try JSONDocument(parsing: Array(text.utf8)).root
        let fields = try #require(root.member(named: "fields"))
        #expect(root.member(named: "form")?.string == "sample")
        #expect(root.member(named: "keys")?.string == "ours")
        #expect(fields.member(named: "orderNumber")?.string == "404-1234567")
        #expect(fields.member(named: "reason")?.string == "colis jamais arrivé")
        #expect(fields.member(named: "orderedOn")?.string == "2026-11-01")
        #expect(fields.member(named: "amount")?.member(named: "amount")?.string == "1234.50")
        #expect(fields.member(named: "agreed")?.bool == false)
        #expect(fields.member(named: "story")?.string == "Rien n’est venu.\nRien \"du tout\".")
        #expect(fields.member(named: "witness") == nil)
        #expect(root.member(named: "labels")?.member(named: "witness")?.string == "Témoin")
        #expect(text.contains("\"choices\": [\n    \"reason\"\n  ]"))
        #expect(text.contains("\"toFill\": [\n    \"witness\"\n  ]"))
        #expect(text.hasSuffix("}\n"))
    }

    @Test("the text for a person has one field a line, dates and sums as people write them")
    func text() {
        let text = Self.sheet.text(in: .french)

        #expect(
            text == """
                Numéro de commande\u{A0}: 404-1234567
                Motif\u{A0}: colis jamais arrivé (choisissez l’entrée la plus proche)
                Commandé le\u{A0}: 1er novembre 2026
                Montant\u{A0}: 1\u{202F}234,50\u{A0}€
                Contact autorisé\u{A0}: non
                Ce qui s’est passé\u{A0}:
                Rien n’est venu.
                Rien "du tout".
                Témoin\u{A0}: à remplir par vous

                """)
    }

    @Test("what is not known has no field", arguments: [nil, "", " ", "\u{A0}\n"])
    func unknown(value: String?) {
        var sheet = FormSheet("sample")

        sheet.add("orderNumber", "Numéro de commande", text: value)

        #expect(sheet.fields.isEmpty)
        #expect(sheet.text(in: .english).isEmpty)
    }

    @Test("the person's words keep their lines, and a control character is named by its field")
    func description() throws {
        var facts = Sample.facts(.other)
        facts.issue.description = Private("Un.\r\n\r\nDeux.\tTrois.")
        var hostile = facts
        hostile.issue.description = Private("Un\u{1B}[2J")

        let text = try FormText.description(of: facts)

        #expect(text == "Un.\nDeux. Trois.")
        #expect(throws: LetterError.controlCharacter(field: "issue.description")) {
            try FormText.description(of: hostile)
        }
    }
}

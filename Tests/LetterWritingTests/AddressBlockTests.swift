import ContactRouting
import LetterTestSupport
import LetterWriting
import Testing

@Suite("AddressBlock")
struct AddressBlockTests {
    @Test("the last three lines are capitals with their accents, without commas")
    func capitals() throws {
        let address = Sample.address("Boutique Générique", "Service client", "1, rue de l'Été", "59000 Lille")

        let lines = try AddressBlock.lines(of: address, name: Sample.line("Boutique Générique"))

        #expect(lines == ["Boutique Générique", "SERVICE CLIENT", "1 RUE DE L'ÉTÉ", "59000 LILLE"])
    }

    @Test("a name is put before an address that begins with a street number")
    func name() throws {
        let lines = try AddressBlock.lines(
            of: Sample.address("1 rue de l'Exemple", "59000 Lille"), name: Sample.line("Boutique"))

        #expect(lines == ["Boutique", "1 RUE DE L'EXEMPLE", "59000 LILLE"])
    }

    @Test("a seventh line is for the country only")
    func sevenLines() throws {
        let abroad = Sample.address("A", "B", "C", "D", "E", "L-1855 Luxembourg", "Luxembourg")
        let domestic = Sample.address("A", "B", "C", "D", "E", "F", "59000 Lille")

        #expect(try AddressBlock.lines(of: abroad, name: nil).count == 7)
        #expect(throws: LetterError.addressTooManyLines(lines: 7, linesMax: 6)) {
            try AddressBlock.lines(of: domestic, name: nil)
        }
    }

    @Test(
        "the country is in French, in capitals, whatever language it was written in",
        arguments: [
            ("Ireland", "IRLANDE"), ("DEUTSCHLAND", "ALLEMAGNE"), ("Royaume-Uni", "ROYAUME-UNI"),
            ("The Netherlands", "PAYS-BAS"), ("U.S.A.", "ÉTATS-UNIS"), ("Grèce", "GRÈCE"),
            ("Etats Unis", "ÉTATS-UNIS"), ("Atlantis", "ATLANTIS"),
        ])
    func country(written: String, posted: String) throws {
        let address = Sample.address("Example Limited", "67 High Street", "Dublin 4", written)

        let lines = try AddressBlock.lines(of: address, name: nil)

        #expect(lines == ["Example Limited", "67 HIGH STREET", "DUBLIN 4", posted])
    }

    @Test("a town that has the name of a country stays what it is")
    func townNamedLikeCountry() throws {
        let address = Sample.address("Exemple SARL", "Luxembourg", "59000 Lille")

        #expect(
            try AddressBlock.lines(of: address, name: nil) == ["Exemple SARL", "LUXEMBOURG", "59000 LILLE"])
    }

    @Test("a line of 38 characters fits, one of 39 is refused by its number")
    func width() throws {
        let fits = Sample.address("A", String(repeating: "x", count: 38), "59000 Lille")
        let wide = Sample.address("A", String(repeating: "x", count: 39), "59000 Lille")

        #expect(try AddressBlock.lines(of: fits, name: nil).count == 3)
        #expect(throws: LetterError.addressLineTooLong(line: 2, characters: 39, charactersMax: 38)) {
            try AddressBlock.lines(of: wide, name: nil)
        }
    }
}

import Testing

@testable import Typesetting

/// In the tables `~` is a no-break space and `_` a narrow one.
@Suite("FrenchSpacing")
struct FrenchSpacingTests {
    @Test(
        "marks get the spaces that French wants",
        arguments: [
            ("Bonjour !", "Bonjour_!"), ("Bonjour!", "Bonjour_!"), ("Quoi ?!", "Quoi_?!"),
            ("Quoi?!", "Quoi_?!"),
            ("un ; deux", "un_; deux"), ("un; deux", "un_; deux"), ("Objet : retard", "Objet~: retard"),
            ("Objet: retard", "Objet~: retard"), ("« oui »", "«~oui~»"), ("«oui»", "«~oui~»"),
            ("(vraiment ?)", "(vraiment_?)"), ("(vraiment?)", "(vraiment_?)"), ("129,00 €", "129,00~€"),
            ("10 % de", "10~% de"), ("n° 5", "n°~5"), ("N° 5", "N°~5"), ("1 234,50", "1~234,50"),
            ("le 5 novembre", "le 5~novembre"), ("le 5 novembre 2026.", "le 5~novembre~2026."),
            ("1er mai", "1er~mai"), ("21er mai", "21er mai"), ("mai 20267", "mai 20267"),
            ("bémai 2026", "bémai 2026"),
            ("5 novembres", "5~novembres"), ("a  b", "a b"),
            ("  a ", "a"),
            ("« Quoi ? »", "«~Quoi_?~»"),
        ])
    func french(text: String, expected: String) {
        let spaced = Self.apply(text)

        #expect(spaced == expected)
    }

    @Test(
        "marks inside a word are left alone",
        arguments: [
            "https://example.org/a?b=c;d", "12:30", "a:b", "wow!x", "0 805", "01 00 00 00 00", "100 km",
            "prix en €",
            "a-t-il", "!", "?", "...", "a , b",
        ])
    func untouched(text: String) {
        let spaced = Self.apply(text).replacing("~", with: " ")

        #expect(spaced == text)
    }

    @Test(
        "the caller's no-break spaces stay",
        arguments: [
            ("a~: b", "a~: b"), ("a~! b", "a~! b"), ("129_€", "129_€"), ("a ~ b", "a~b"), ("a_b", "a_b"),
        ])
    func kept(text: String, expected: String) {
        #expect(Self.apply(text) == expected)
    }

    @Test(
        "other languages only lose doubled spaces",
        arguments: [("Hello !  You", "Hello ! You"), ("10 %", "10 %")])
    func english(text: String, expected: String) {
        #expect(Self.apply(text, isFrench: false) == expected)
    }

    @Test(
        "apostrophes between letters are curled on request, others never",
        arguments: [("l'article", "l’article"), ("'a'", "'a'"), ("5'", "5'"), ("aujourd'hui", "aujourd’hui")])
    func apostrophes(text: String, expected: String) {
        #expect(Self.apply(text, curls: true) == expected)
        #expect(Self.apply(text) == text)
    }

    @Test("property: applying the rules twice changes nothing more", arguments: 0..<500 as Range<UInt64>)
    func idempotent(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab é5 0 :;!?»«€%°n'.()~_-")
        let text = String((0..<40).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })

        let once = Self.apply(text, curls: true)

        #expect(Self.apply(once, curls: true) == once)
    }

    private static func apply(_ text: String, isFrench: Bool = true, curls: Bool = false) -> String {
        let plain = text.replacing("~", with: "\u{A0}").replacing("_", with: "\u{202F}")
        let scalars = plain.unicodeScalars.map { StyledScalar(value: $0.value, face: .regular) }
        let spaced = FrenchSpacing.apply(to: scalars, isFrench: isFrench, curlsApostrophes: curls)
        var result = String.UnicodeScalarView()
        for scalar in spaced {
            switch scalar.value {
            case 0xA0: result.append("~")
            case 0x202F: result.append("_")
            default: result.append(Unicode.Scalar(scalar.value) ?? "\u{FFFD}")
            }
        }
        return String(result)
    }
}

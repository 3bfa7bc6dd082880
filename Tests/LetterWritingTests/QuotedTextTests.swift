import ContactRouting
import Testing

@testable import LetterWriting

@Suite("Words inside quotation marks")
struct QuotedTextTests {
    @Test(
        "marks inside marks are the inner ones of the language",
        arguments: [
            ("Lampe", Language.french, "Lampe"), ("« Lampe » rouge", .french, "“Lampe” rouge"),
            ("«\u{A0}Lampe\u{A0}»", .french, "“Lampe”"), ("«Lampe»", .french, "“Lampe”"),
            ("Lampe “Nuit”", .french, "Lampe “Nuit”"), ("The “Night” lamp", .english, "The ‘Night’ lamp"),
            ("« Lampe »", .english, "« Lampe »"), ("Lampe »", .french, "Lampe »"),
        ] as [(String, Language, String)])
    func nested(text: String, language: Language, expected: String) {
        #expect(text.insideQuotation(in: language) == expected)
    }

    @Test(
        "a date is one word, in either language, and nothing else is",
        arguments: [
            ("livrée le 7 décembre 2026.", "livrée le 7\u{A0}décembre\u{A0}2026."),
            ("le 1er mai 2026, ou le 2 mai 2026", "le 1er\u{A0}mai\u{A0}2026, ou le 2\u{A0}mai\u{A0}2026"),
            ("for 19 November 2026; nothing", "for 19\u{A0}November\u{A0}2026; nothing"),
            ("les 3 articles 2026-A", "les 3 articles 2026-A"), ("2 lampes", "2 lampes"), ("", ""),
        ])
    func dates(text: String, expected: String) {
        #expect(text.withWholeDates == expected)
    }
}

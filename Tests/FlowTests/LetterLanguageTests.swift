import Assembly
import CaseFlow
import CaseFormat
import ChannelPluginKit
import CivilCalendar
import ContactRouting
import Testing

/// In which language a merchant or a seller is written to.
@Suite("The language of a letter")
struct LetterLanguageTests {
    private static let moment = "2026-11-23T09:30:00+01:00"

    private func letter(
        country: String, person: Language, asked: Language? = nil, languages: String = "null"
    ) async throws -> (text: String, doubts: [Doubt]) {
        let json = """
            {"merchant": {"name": "Boutique Exemple", "country": "\(country)", "languages": \(languages),
              "address": ["Boutique Exemple", "1 High Street", "12345 Town"]},
             "order": {"number": "A-77120", "orderedOn": "2026-10-01", "amount": {"amount": "25.00", "currency": "EUR"}},
             "seller": {"type": "own-website"}, "issue": {"kind": "not-delivered", "demand": "delivery"},
             "consumer": {"name": "Camille Exemple", "address": ["12 rue des Lilas", "69003 Lyon"], "country": "FR",
              "language": "\(person.rawValue)"}}
            """
        let program = try Repository.program()
        let now = try Instant(parsing: Self.moment)
        let loaded = try program.reader.read(Array(json.utf8), decidedAt: now)
        let prepared = try await program.preparing.prepare(
            loaded, decision: try program.deciding.decide(loaded.facts, at: now), through: .registeredMail,
            wishes: PreparationWishes(draft: true, letterLanguage: asked), language: .english)
        let text = String(
            decoding: try #require(prepared.artifact(.letterText)).bytes.reveal(), as: UTF8.self)
        return (text, prepared.doubts)
    }

    @Test(
        "French is the rule; a person who uses English writes it to a country without French; a wish outranks both",
        arguments: [
            ("FR", Language.french, Language?.none, Language.french),
            ("FR", .english, nil, .french),
            ("BE", .english, nil, .french),
            ("DE", .french, nil, .french),
            ("DE", .english, nil, .english),
            ("IE", .english, nil, .english),
            ("DE", .french, .english, .english),
            ("FR", .french, .english, .english),
            ("DE", .english, .french, .french),
        ])
    func language(country: String, person: Language, asked: Language?, expected: Language) async throws {
        let text = try await letter(country: country, person: person, asked: asked).text

        #expect(text.contains("Dear Sir or Madam,") == (expected == .english))
        #expect(text.contains("Madame, Monsieur,") == (expected == .french))
    }

    @Test(
        "what a described merchant reads outranks its country, and leaves no doubt",
        arguments: [
            ("FR", Language.english, #"["en"]"#, Language.english),
            ("FR", .english, #"["fr", "en"]"#, .english),
            ("DE", .french, #"["en", "de"]"#, .english), ("DE", .english, #"["fr"]"#, .french),
            ("IE", .french, #"["fr", "en"]"#, .french),
        ])
    func stated(country: String, person: Language, languages: String, expected: Language) async throws {
        let (text, doubts) = try await letter(country: country, person: person, languages: languages)

        #expect(text.contains("Dear Sir or Madam,") == (expected == .english))
        #expect(text.contains("Madame, Monsieur,") == (expected == .french))
        #expect(!doubts.contains(.languageUncertain(expected)))
    }

    @Test(
        "a language is in doubt unless it is known to be read there",
        arguments: [
            ("IE", Language.english, false), ("DE", .english, true), ("FR", .english, true),
            ("FR", .french, false), ("DE", .french, true),
        ])
    func doubt(country: String, written: Language, isDoubted: Bool) async throws {
        let doubts = try await letter(country: country, person: .english, asked: written).doubts

        #expect(doubts.contains(.languageUncertain(written)) == isDoubted)
    }
}

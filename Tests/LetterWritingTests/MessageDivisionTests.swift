import ChannelPluginKit
import ContactRouting
import LetterTestSupport
import LetterWriting
import TestSupport
import Testing

@Suite("MessageDivision")
struct MessageDivisionTests {
    static func message(_ lines: [MessageSentence]...) -> MessageText {
        var text = MessageText()
        for line in lines { text.add(paragraph: line) }
        return text
    }

    static func parts(
        _ message: MessageText, charactersMax: Int, partsMax: Int = 20
    ) throws(ChannelError) -> [String] {
        try MessageDivision(charactersMax: charactersMax, partsMax: partsMax).parts(of: message)
    }

    @Test("a message that fits is one part without a number")
    func whole() throws {
        let message = Self.message(["Bonjour,"], ["Rien n’est arrivé.", "Merci."])

        let parts = try Self.parts(message, charactersMax: 36)

        #expect(parts == ["Bonjour,\n\nRien n’est arrivé. Merci."])
    }

    @Test("it is divided between sentences, and the parts are numbered")
    func sentences() throws {
        let message = Self.message(["Un deux trois.", "Quatre cinq.", "Six sept huit neuf."])

        let parts = try Self.parts(message, charactersMax: 34)

        #expect(parts == ["(1/2) Un deux trois. Quatre cinq.", "(2/2) Six sept huit neuf."])
    }

    @Test("a sentence that is too long is divided between words, never inside a fact or a date")
    func facts() throws {
        let message = Self.message([
            "La commande n°\u{A0}\("404-1234567-1234567", "order.number") devait arriver le 3 décembre 2026 au matin."
        ])

        let parts = try Self.parts(message, charactersMax: 44)

        #expect(
            parts
                == [
                    "(1/3) La commande n°\u{A0}404-1234567-1234567",
                    "(2/3) devait arriver le 3 décembre 2026 au",
                    "(3/3) matin.",
                ].map { $0 })
    }

    @Test("a fact that fits into no part is named by its field, without its value")
    func tooLongFact() {
        let message = Self.message([
            "Voyez \("https://boutique.example/une/adresse/longue", "seller.website") ici."
        ])

        #expect(
            throws: ChannelError.overLimit(
                field: "seller.website", actual: 43, max: 30, unit: .characters)
        ) { try Self.parts(message, charactersMax: 30) }
    }

    @Test("more parts than allowed are refused, and so is a division where one part is allowed")
    func tooManyParts() {
        let message = Self.message(["Un deux trois.", "Quatre cinq six.", "Sept huit neuf."])

        #expect(throws: ChannelError.overLimit(field: "message", actual: 3, max: 2, unit: .parts)) {
            try Self.parts(message, charactersMax: 25, partsMax: 2)
        }
        #expect(throws: ChannelError.overLimit(field: "message", actual: 48, max: 25, unit: .characters)) {
            try Self.parts(message, charactersMax: 25, partsMax: 1)
        }
    }

    @Test("from ten parts on, both numbers have their room")
    func manyParts() throws {
        let message = Self.message((0..<12).map { _ in "Une phrase courte." })

        let parts = try Self.parts(message, charactersMax: 27)

        #expect(parts.count == 12)
        #expect(parts.first == "(1/12) Une phrase courte.")
        #expect(parts.last == "(12/12) Une phrase courte.")
    }

    @Test(
        "property: parts fit, keep every word in order and cut no character",
        arguments: 0..<100 as Range<UInt64>)
    func property(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let words = [
            "l’été", "👩‍👩‍👧‍👦", "n°\u{A0}12", "e\u{301}te", "🇫🇷", "12,50\u{A0}€", "12", "x", "décembre", "naïve",
        ]
        let sentences = (0..<Int.random(in: 1...12, using: &random)).map { _ in
            let count = Int.random(in: 1...15, using: &random)
            return (0..<count).map { _ in words.randomElement(using: &random) ?? "x" }.joined(separator: " ")
        }
        let message = Self.message(sentences.map { MessageSentence(stringLiteral: $0) })
        let charactersMax = Int.random(in: 90...160, using: &random)

        let parts = try Self.parts(message, charactersMax: charactersMax, partsMax: 99)

        #expect(parts.allSatisfy { $0.count < charactersMax })
        let numbered = parts.enumerated().map { index, part in
            parts.count == 1 ? part : String(part.dropFirst("(\(index + 1)/\(parts.count)) ".count))
        }
        let separators: Set<Character> = [" ", "\n"]
        let kept = numbered.joined(separator: " ").split { separators.contains($0) }.map(String.init)
        let wanted = sentences.flatMap { $0.split(separator: " ").map(String.init) }
        #expect(kept == wanted)
    }
}

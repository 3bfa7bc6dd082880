import PDFWriting
import Testing
import Typesetting

@Suite("Text that cannot be set")
struct HostileTextTests {
    @Test(
        "a character without a glyph is an error with its code point and the caller's label",
        arguments: ["😀", "漢", "ก", "\u{E000}", "\u{10FFFF}"] as [Unicode.Scalar])
    func withoutGlyph(scalar: Unicode.Scalar) throws {
        let error = Self.error(for: "abc \(scalar) def")

        #expect(error == .characterWithoutGlyph(scalar, label: "complaint.description"))
        let code = String(scalar.value, radix: 16, uppercase: true)
        #expect(error?.description.contains("\(code),") == true)
        #expect(error?.description.contains("complaint.description") == true)
        #expect(error?.description.contains("abc") == false)
    }

    @Test(
        "control characters are refused",
        arguments: ["\0", "\n", "\t", "\u{1B}", "\u{7F}", "\u{85}"] as [Unicode.Scalar])
    func control(scalar: Unicode.Scalar) {
        #expect(Self.error(for: "a\(scalar)b") == .controlCharacter(scalar, label: "complaint.description"))
    }

    @Test(
        "changes of direction and other invisible characters are refused",
        arguments: [
            "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{FE0F}", "\u{E0041}", "\u{2028}",
        ]
            as [Unicode.Scalar])
    func invisible(scalar: Unicode.Scalar) {
        #expect(Self.error(for: "a\(scalar)b") == .invisibleCharacter(scalar, label: "complaint.description"))
    }

    @Test(
        "letters of a script from right to left that no face has are refused",
        arguments: ["ب", "ܐ", "ހ", "\u{FE8D}"] as [Unicode.Scalar])
    func rightToLeft(scalar: Unicode.Scalar) {
        #expect(Self.error(for: "a\(scalar)b") == .rightToLeft(scalar, label: "complaint.description"))
    }

    @Test("marks that join no letter are refused, a thousand of them too")
    func marks() {
        #expect(Self.error(for: "\u{301}a") == .markWithoutLetter("\u{301}", label: "complaint.description"))
        #expect(Self.error(for: "b\u{301}") == .markWithoutLetter("\u{301}", label: "complaint.description"))
        let pile = "e" + String(repeating: "\u{301}", count: 1000)
        #expect(Self.error(for: pile) == .markWithoutLetter("\u{301}", label: "complaint.description"))
    }

    @Test("a letter and its accent come apart or together: the same bytes")
    func composed() throws {
        var typesetter = try Typesetter()

        let apart = try typesetter.render(Samples.paragraph("Zoe\u{308} e\u{302}\u{301} A\u{30A}"))
        let together = try typesetter.render(Samples.paragraph("Zoë ế Å"))

        #expect(apart.pdf == together.pdf)
        let layout = try typesetter.layout(of: Samples.paragraph("Zoe\u{308} e\u{302}\u{301} A\u{30A}"))
        #expect(layout.pages[0].lines[0].text == "Zoë ế Å")
    }

    @Test("a word wider than the line is broken, not cut and not over the margin")
    func wideWord() throws {
        let typesetter = try Typesetter()
        let word =
            String(repeating: "W", count: 400) + "https://example.org/" + String(repeating: "a/", count: 300)

        let lines = try typesetter.layout(of: Samples.paragraph(word)).pages[0].lines

        #expect(lines.map(\.text).joined() == word)
        #expect(lines.allSatisfy { $0.x + $0.width <= 1851 })
    }

    @Test("limits are errors with both numbers")
    func limits() {
        let long = String(repeating: "a ", count: Limits.paragraphMax)
        #expect(
            Self.error(for: long)
                == .textTooLong(
                    label: "complaint.description", characters: Limits.paragraphMax * 2,
                    charactersMax: Limits.paragraphMax))
        let many = Document(title: "t", blocks: Array(repeating: .spacer(.zero), count: Limits.blocksMax + 1))
        #expect(throws: TypesettingError.tooManyBlocks(blocks: 5001, blocksMax: 5000)) {
            var typesetter = try Typesetter()
            return try typesetter.render(many)
        }
        let high = Document(title: "t", blocks: [.spacer(Length(centipoints: .max / 4))])
        #expect(throws: TypesettingError.self) {
            var typesetter = try Typesetter()
            return try typesetter.render(high)
        }
    }

    @Test(
        "property: any text is set or refused, and never stops the program",
        arguments: 0..<300 as Range<UInt64>)
    func anyText(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var typesetter = try Typesetter()
        var text = String.UnicodeScalarView()
        for _ in 0..<30 {
            let ranges: [ClosedRange<UInt32>] = [
                0x20...0x7E, 0xA0...0x17F, 0x300...0x340, 0x2000...0x2100, 0...0x10FFFF,
            ]
            let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
        }

        do throws(TypesettingError) {
            let rendered = try typesetter.render(Samples.paragraph(String(text)))
            #expect(rendered.pageCount == 1)
        } catch {
            #expect(!error.description.isEmpty)
        }
    }

    private static func error(for text: String) -> TypesettingError? {
        #expect(throws: TypesettingError.self) {
            var typesetter = try Typesetter()
            var document = Document(title: "t")
            document.append(.paragraph([.regular(text)]), label: "complaint.description")
            return try typesetter.render(document)
        }
    }
}

import PDFWriting
import Testing
import Typesetting

/// What holds on every page, whatever the text.
@Suite("Rules of the page")
struct PageRuleTests {
    @Test("property: no line of a paragraph stands alone on a page", arguments: 0..<30 as Range<UInt64>)
    func widowsAndOrphans(seed: UInt64) throws {
        let pages = try Self.letter(seed: seed).pages

        var linesOnPages: [[Int]] = Array(repeating: [], count: Self.paragraphsMax)
        for page in pages {
            for (paragraph, lines) in Self.paragraphs(on: page) { linesOnPages[paragraph].append(lines) }
        }
        // The first page's last paragraph goes on where the next page begins with none of its own.
        for counts in linesOnPages where counts.count > 1 { #expect(counts.allSatisfy { $0 >= 2 }) }
        #expect(pages.count > 1)
    }

    @Test("property: the signature has two lines of the letter above it", arguments: 0..<30 as Range<UInt64>)
    func signature(seed: UInt64) throws {
        let pages = try Self.letter(seed: seed).pages

        let page = try #require(pages.first { $0.lines.contains { $0.text == Self.name } })
        let place = try #require(page.lines.firstIndex { $0.text == Self.name })
        #expect(place >= 2)
    }

    @Test("property: a subject is never the last line of a page", arguments: 0..<60)
    func heading(lines: Int) throws {
        var document = Document(title: "t", footer: .none)
        for index in 0..<lines { document.append(.paragraph([.regular("ligne \(index)")])) }
        document.append(.subject("La suite"))
        document.append(
            .references([Reference(label: "Commande :", value: "1"), Reference(label: "Le :", value: "2")]))
        document.append(.paragraph([.regular(String(repeating: Samples.sentence, count: 3))]))

        let pages = try Self.render(document).pages

        let page = try #require(pages.first { $0.lines.contains { $0.text == "La suite" } })
        let place = try #require(page.lines.firstIndex { $0.text == "La suite" })
        #expect(page.lines.count >= place + 7)
    }

    @Test("property: sums, dates and marks stay with what they belong to", arguments: 0..<30 as Range<UInt64>)
    func unbroken(seed: UInt64) throws {
        let lines = try Self.letter(seed: seed).pages.flatMap(\.lines)

        for line in lines {
            let first = line.text.unicodeScalars.first ?? " "
            let last = line.text.unicodeScalars.last ?? " "
            #expect(!";:!?»€%".unicodeScalars.contains(first), "\(line.text)")
            #expect(last != "«", "\(line.text)")
            let words = line.text.split(separator: " ").map(String.init)
            #expect(!Self.dateParts.contains(words.last ?? ""), "\(line.text)")
            #expect(words.last != "1" && words.last != "n°", "\(line.text)")
        }
    }

    @Test("property: the words of a text come out as they went in, and hyphens only where one may be")
    func hyphens() throws {
        for seed in 0..<40 as Range<UInt64> {
            let text = Self.words(seed: seed, count: 120)

            let lines = try Self.render(Samples.paragraph(text)).pages[0].lines.map(\.text)

            var joined = ""
            for line in lines {
                let breaksWord = line.hasSuffix("-") && !line.hasSuffix("peut-") && !line.hasSuffix("dix-")
                joined += breaksWord ? String(line.dropLast()) : line.hasSuffix("-") ? line : line + " "
            }
            let expected = text.replacing("\u{AD}", with: "")
            #expect(Self.plain(joined) == Self.plain(expected))
        }
    }

    @Test("property: lines end at the margin and stay on the paper", arguments: 0..<30 as Range<UInt64>)
    func margins(seed: UInt64) throws {
        let layout = try Self.letter(seed: seed)

        for page in layout.pages {
            for line in page.lines {
                #expect(line.x >= 200 && line.x + line.width <= 1951 && line.y <= 2850, "\(line)")
                #expect(line.x >= 1100 || line.x + line.width <= 1851, "\(line)")
            }
        }
    }

    @Test(
        "the widest letters fill the window to its edge, in one line or in seven; one more is refused by its number",
        arguments: 1...7, ["W", "M", "Œ", "Ẁ", "É", "@", "—", "%"])
    func window(lines: Int, letter: String) throws {
        func address(_ count: Int) -> Document {
            let address = (0..<lines).map { String(repeating: letter, count: $0 == lines - 1 ? count : 5) }
            return Document(title: "t", blocks: [.recipientWindow(address)])
        }
        let typesetter = try Typesetter()
        let widthOfTen = try typesetter.layout(of: address(10)).pages[0].lines[lines - 1].width
        var longest = 20
        var refused: TypesettingError?
        while refused == nil {
            do throws(TypesettingError) {
                let page = try typesetter.layout(of: address(longest + 1)).pages[0]
                longest += 1
                let width = page.lines[lines - 1].width
                for line in page.lines {
                    #expect(line.x == 1100 && line.x + line.width <= 1950)
                    // In type of 10 points accents reach 3.2 mm above the baseline and descenders 0.8 mm below.
                    let ascent = 32 * width * 10 / (widthOfTen * longest)
                    #expect(line.y - ascent >= 550 && line.y + 8 <= 830)
                }
            } catch {
                refused = error
            }
        }

        guard case .addressLineTooWide(_, let line, _, 850)? = refused else {
            Issue.record("another error: \(String(describing: refused))")
            return
        }
        #expect(line == lines)
        #expect(longest >= 24)
    }

    // MARK: Random letters

    private static let name = "Camille Exemple"
    private static let paragraphsMax = 40
    private static let dateParts: Set<String> = ["3", "14", "1er", "décembre", "mai", "août"]

    private static func render(_ document: Document) throws(TypesettingError) -> LayoutRecord {
        let typesetter = try Typesetter()
        return try typesetter.layout(of: document)
    }

    /// Paragraphs that begin with their number, then a signature, sometimes followed by enclosures.
    private static func letter(seed: UInt64) throws -> LayoutRecord {
        var random = SeededGenerator(seed: seed)
        var document = Document(title: "t", footer: .pageNumbers)
        document.append(.recipientWindow(Samples.recipient))
        document.append(.subject("Objet : essai"))
        for index in 0..<Int.random(in: 20..<paragraphsMax, using: &random) {
            let count = Int.random(in: 1...90, using: &random)
            document.append(.paragraph([.regular("§\(index) " + words(seed: random.next(), count: count))]))
        }
        document.append(.paragraph([.regular("Veuillez agréer mes salutations.")]))
        document.append(.signature(name: name, spaceHeight: .millimetres(20)))
        if Bool.random(using: &random) {
            document.append(.enclosures(title: "Pièces jointes :", items: ["une", "deux", "trois"]))
        }
        return try render(document)
    }

    /// How many lines each paragraph has on a page; the first may have begun on the page before.
    private static func paragraphs(on page: LayoutRecord.Page) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        for line in page.lines where line.x == 200 {
            if line.text.hasPrefix("§"), let number = Int(line.text.dropFirst().prefix { $0.isNumber }) {
                found.append((number, 1))
            } else if line.text.hasPrefix("Veuillez") || line.text.hasPrefix("Pièces") {
                break
            } else if let last = found.indices.last {
                found[last].1 += 1
            } else if !line.text.hasPrefix("Objet") {
                // The rest of a paragraph of the page before: counted under the number of the next one, less one.
                found.append((-1, 1))
            }
        }
        guard let first = found.first, first.0 == -1 else { return found }
        let next = found.dropFirst().first?.0 ?? paragraphsMax
        found[0] = (max(0, next - 1), first.1)
        return found
    }

    private static func words(seed: UInt64, count: Int) -> String {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "le", "colis", "livraison", "remboursement", "la", "somme de 1 234,50 €", "le 3 décembre 2026",
            "le 1er mai 2027", "avant le 14 août 2026", "« bon état »", "vraiment !", "pourquoi ?", "ceci ;",
            "soit :",
            "peut-être", "dix-huit", "anti\u{AD}constitution\u{AD}nelle\u{AD}ment", "commande n° 404", "10 %",
            "à",
        ]
        return (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
            .joined(separator: " ")
    }

    private static func plain(_ text: String) -> [Substring] {
        text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    }
}

import PDFWriting
import Testing
import Typesetting

@Suite("The address window")
struct AddressWindowTests {
    @Test("every line of an address lies inside the window", arguments: 1...7)
    func inside(count: Int) throws {
        let address = (0..<count).map { "ÉÀÇ LIGNE \($0) QJPG" }

        let (lines, window) = try Self.set(address)

        #expect(lines.map(\.text) == address)
        #expect([window.left, window.top, window.right, window.bottom] == [1100, 550, 1950, 830])
        for line in lines {
            // Accented capitals reach 0.91 em above the baseline, descenders 0.22 em below; type of 10 points.
            #expect(line.x >= window.left && line.x + line.width <= window.right)
            #expect(line.y - 32 >= window.top && line.y + 8 <= window.bottom)
        }
    }

    @Test("six lines stand 4.2 mm apart")
    func pitch() throws {
        let (lines, _) = try Self.set((1...6).map { "LIGNE \($0)" })

        let steps = zip(lines.dropFirst(), lines).map { $0.y - $1.y }
        #expect(steps.allSatisfy { (41...43).contains($0) })
        #expect(steps.reduce(0, +) == 210)
    }

    @Test("38 capitals that are too wide at 10 points are set smaller, not cut")
    func smaller() throws {
        let wide = "COMMUNAUTE DE COMMUNES DU GRAND MARAIS"

        let (lines, window) = try Self.set(["AMAZON EU SARL", wide])

        #expect(lines[1].text == wide)
        #expect(lines[1].x + lines[1].width <= window.right)
        let (narrow, _) = try Self.set(["AMAZON EU SARL"])
        #expect(lines[0].width < narrow[0].width)
    }

    @Test("a line that does not fit at 9 points is refused with its number")
    func tooWide() throws {
        let error = #expect(throws: TypesettingError.self) {
            try Self.set(["OK", String(repeating: "W", count: 38)])
        }

        guard case .addressLineTooWide(let label, let line, let width, let widthMax) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(label == "recipient")
        #expect(line == 2)
        #expect(width > widthMax)
        #expect(widthMax == 850)
    }

    @Test("eight lines, and an empty line, are refused")
    func refused() {
        #expect(throws: TypesettingError.addressTooManyLines(label: "recipient", lines: 8, linesMax: 7)) {
            try Self.set(Array(repeating: "A", count: 8))
        }
        #expect(throws: TypesettingError.emptyAddressLine(label: "recipient", line: 2)) {
            try Self.set(["A", "  ", "B"])
        }
    }

    @Test("addresses come before the text, once each")
    func order() {
        let twice = Document(title: "t", blocks: [.recipientWindow(["A"]), .recipientWindow(["B"])])
        let late = Document(title: "t", blocks: [.paragraph(["a"]), .sender(["A"])])

        let turned = Document(title: "t", blocks: [.recipientWindow(["A"]), .sender(["B"])])

        for (document, label) in [(twice, "recipient"), (late, "sender"), (turned, "sender")] {
            #expect(throws: TypesettingError.blockOutOfPlace(label: label)) {
                var typesetter = try Typesetter()
                return try typesetter.render(document)
            }
        }
    }

    private static func set(_ address: [String]) throws -> ([LayoutRecord.Line], LayoutRecord.Rectangle) {
        let typesetter = try Typesetter()
        let layout = try typesetter.layout(of: Document(title: "t", blocks: [.recipientWindow(address)]))
        return (layout.pages[0].lines, try #require(layout.window))
    }
}

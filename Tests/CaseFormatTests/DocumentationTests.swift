import CaseFormat
import ContactRouting
import Foundation
import Testing

@Suite("The pages say what the code does")
struct DocumentationTests {
    static func page(_ name: String) throws -> String {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: top.appending(path: "docs/\(name)"), encoding: .utf8)
    }

    @Test("The case of docs/case-format.md is read, and it is the example of the tests")
    func documentedCase() throws {
        let page = try Self.page("case-format.md")
        let start = try #require(page.range(of: "```json\n{\n  \"reference\""))
        let end = try #require(page.range(of: "\n```", range: start.upperBound..<page.endIndex))
        let text = page[start.lowerBound..<end.lowerBound].dropFirst("```json\n".count)

        let reader = try TestDirectory.caseReader()
        let documented = try reader.read(Array(text.utf8)).canonicalBytes()
        let tested = try reader.read(ExampleCase.text.bytes).canonicalBytes()

        #expect(String(decoding: documented, as: UTF8.self) == String(decoding: tested, as: UTF8.self))
    }

    @Test("docs/codes.md names every code of an error, an objection, a reason and a right")
    func codes() throws {
        let page = try Self.page("codes.md")
        let names =
            FaultCode.allCases.map(\.rawValue) + ObjectionCode.allCases.map(\.rawValue)
            + ReasonCode.allCases.map(\.rawValue) + RightName.allCases.map(\.rawValue)

        let missing = names.filter { !page.contains("`\($0)`") }

        #expect(missing == [])
    }

    @Test("docs/decision.md names every term of a score")
    func terms() throws {
        let page = try Self.page("decision.md")

        let missing = ScoreTermName.allCases.map(\.rawValue).filter { !page.contains("| `\($0)` |") }

        #expect(missing == [])
    }

    @Test("docs/case-format.md names every value of the closed lists of a case")
    func values() throws {
        let page = try Self.page("case-format.md")
        let names =
            IssueKind.allCases.map(\.rawValue) + Issue.Demand.allCases.map(\.rawValue)
            + Order.Payment.allCases.map(\.rawValue) + Item.Category.allCases.map(\.rawValue)
            + PastContact.Outcome.allCases.map(\.rawValue) + Seller.Kind.allCases.map(\.rawValue)
            + Preferences.Priority.allCases.map(\.rawValue)

        let missing = names.filter { !page.contains("`\($0)`") }

        #expect(missing == [])
    }

    @Test("docs/law.md names every article that a decision or a letter cites")
    func articles() throws {
        let page = try Self.page("law.md")
        // These two are rules of institutions, which the directory proves.
        let cited = Citation.allCases.filter { $0 != .eccNetRules }
            .flatMap { $0.rawValue.split { $0 == " " || $0 == "," } }
            .filter { $0.contains(where: \.isNumber) }.map(String.init)
        let inLetters = LetterArticle.allCases.map { $0.number.replacing(". ", with: "") }

        let missing = (cited + inLetters).filter { !page.contains($0) }

        #expect(missing == [])
    }
}

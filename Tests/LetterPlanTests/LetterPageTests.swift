import ContactRouting
import Foundation
import Testing

@Suite("docs/letters.md says what the code does")
struct LetterPageTests {
    static let page: String? = {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try? String(contentsOf: top.appending(path: "docs/letters.md"), encoding: .utf8)
    }()

    @Test("it has a row for every kind of letter", arguments: LetterKind.allCases)
    func kinds(kind: LetterKind) throws {
        #expect(try #require(Self.page).contains("| `\(kind.rawValue)` |"))
    }
}

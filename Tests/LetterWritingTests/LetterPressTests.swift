import LetterWriting
import Testing
import Typesetting

@Suite("LetterPress")
struct LetterPressTests {
    private static func document(_ number: Int) -> Document {
        Document(
            title: "Lettre \(number)",
            blocks: [
                .subject("Objet : lettre n° \(number)"),
                .paragraph(["Une phrase, puis le mot mot\(number)."]),
            ])
    }

    @Test("documents that are set at the same time have the bytes that they have alone")
    func together() async throws {
        let shared = LetterPress()

        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for number in 0..<40 {
                group.addTask { (number, try shared.print(Self.document(number)).pdf) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }

        let alone = LetterPress()
        for number in 0..<40 { #expect(try alone.print(Self.document(number)).pdf == together[number]) }
    }
}

import ContactRouting
import Foundation
import Testing

@Suite("docs/delivery-states.md")
struct DeliveryLifecycleTableTests {
    @Test("every cell of the table is what the lifecycle does, and no row is missing")
    func table() throws {
        let page = try Self.page()
        let lines = page.split(separator: "\n").filter { $0.hasPrefix("|") }.map(Self.cells)
        let header = try #require(lines.first { $0.first == "event" })
        let states = header.dropFirst().compactMap(DeliveryState.Kind.init(rawValue:))
        let rows = Dictionary(grouping: lines.filter { $0.count == header.count }) { $0[0] }

        #expect(states == DeliveryState.Kind.allCases)
        for row in DeliveryEventRow.all {
            let expected = try DeliveryState.Kind.allCases.map { try row.result(in: $0)?.rawValue ?? "–" }
            let written = rows[row.name]?.first.map { Array($0.dropFirst()) }
            if written != expected {
                Issue.record("| \(([row.name] + expected).joined(separator: " | ")) |")
            }
        }
        let known = Set(DeliveryEventRow.all.map(\.name) + ["event", "---"])
        #expect(Set(rows.keys).subtracting(known).isEmpty)
    }

    @Test("every kind of event has a row, and every class of failure is named")
    func complete() throws {
        let page = try Self.page()

        #expect(Set(DeliveryEventRow.all.map(\.event.kind)) == Set(DeliveryEvent.Kind.allCases))
        for kind in FailureKind.allCases { #expect(page.contains("`\(kind.rawValue)`"), "\(kind.rawValue)") }
        for end in FailureEnd.allCases { #expect(page.contains("`\(end.rawValue)`"), "\(end.rawValue)") }
        for reason in HoldReason.allCases {
            #expect(page.contains("`\(reason.rawValue)`"), "\(reason.rawValue)")
        }
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: true)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func page() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "docs/delivery-states.md"), encoding: .utf8)
    }
}

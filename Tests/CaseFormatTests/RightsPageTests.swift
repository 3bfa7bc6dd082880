import CivilCalendar
import ContactRouting
import Foundation
import Testing

@Suite("docs/rights.md is the table of the code")
struct RightsPageTests {
    @Test(
        "every rule stands there with its start, its time, its text and what bars it, and nothing else does")
    func rows() throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "docs/rights.md"), encoding: .utf8)
        let printed = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)

        #expect(printed == RightRule.table.map(Self.row))
    }

    private static func row(_ rule: RightRule) -> String {
        let time =
            switch rule.effect {
            case .ends: length(rule.limit.length)
            case .opens: "opens after \(length(rule.limit.length))"
            }
        return "| `\(rule.right.rawValue)` | \(rule.grant.rawValue) | \(rule.start.rawValue) | \(time) | "
            + "\(rule.movedBy?.rawValue ?? "–") | \(rule.citation.rawValue) | \(bars(rule.bars)) | "
            + "\(rule.contractsFrom?.description ?? "–") |"
    }

    private static func length(_ length: TimeLimit.Length) -> String {
        switch length {
        case .hours(let count): "\(count) hours"
        case .days(let count): count == 0 ? "0 days" : "\(count) days"
        case .weeks(let count): "\(count) weeks"
        case .months(let count): "\(count) months"
        case .years(let count): count == 1 ? "1 year" : "\(count) years"
        case .workedDays(let count): "\(count) jours ouvrés"
        case .businessDays(let count): "\(count) jours ouvrables"
        }
    }

    private static func bars(_ bars: RightBars) -> String {
        let names: [(RightBars, String)] = [
            (.professional, "a professional buyer"), (.privateSeller, "a private seller"),
            (.excludedGoods, "excluded goods"), (.contractEnded, "an ended contract"),
            (.repaired, "a repair that was done"),
        ]
        let found = names.filter { bars.contains($0.0) }.map(\.1)
        return found.isEmpty ? "nothing" : found.joined(separator: ", ")
    }
}

import CaseFormat
import Digests
import Foundation
import JSONText
import Testing

extension DecisionComparisonTests {
    @Test("The file has the keys of the format in their order, and every change its causes and sources")
    func writes() throws {
        var stamp = decided.stamp
        stamp.directoryDigest = try SHA256.digest(of: "another one")
        let comparison = try compared(stamp: stamp) {
            try Self.edit("refused", "mediator", in: &$0) {
                $0["objections"] = [["code": "unsafe", "source": "editorial"]]
            }
        }
        var writer = JSONWriter()
        ComparisonWriter().write(comparison, stamp: decided.stamp, contactsLeftOut: 2, to: &writer)

        let json = try JSONDocument(parsing: writer.bytes).root
        #expect(
            json.members?.map(\.key) == [
                "decidedAt", "same", "inputs", "contactsLeftOut", "causes", "changes",
            ])
        #expect(json["same"]?.bool == false)
        #expect(json["contactsLeftOut"]?.int == 2)
        #expect(json["inputs"]?["directory"]?["recorded"]?.string == stamp.directoryDigest.description)
        let changes = json["changes"]?.elements.map(Array.init) ?? []
        #expect(changes.count == comparison.changes.count)
        for change in changes {
            let keys = change.members?.map(\.key) ?? []
            #expect(keys.first == "change" && keys.suffix(2) == ["causes", "sources"])
            #expect(change["causes"]?.elements?.compactMap(\.string) == ["directory"])
        }
    }

    @Test("Every kind of change is documented in docs/case-format.md, and no other")
    func documented() throws {
        let name = try second
        let comparison = try compared { decision in
            let decidedAt = try #require(decision["decidedAt"])
            decision["outcome"] = "none"
            decision["best"] = NSNull()
            decision["deadlines"] = [Object]()
            decision["next"] = [["channel": "chat", "notBefore": Self.earlier]]
            decision["asked"] = NSNull()
            try Self.edit("usable", name, in: &decision) {
                $0["availability"] = ["state": "unknown", "until": NSNull()]
                $0["effort"] = "other"
                $0["score"] = 1
                $0["terms"] = [["name": "stage", "points": 1]]
            }
            try Self.edit("refused", "mediator", in: &decision) {
                $0["objections"] = [["code": "unsafe", "source": "editorial"]]
                $0["usableFrom"] = Self.earlier
                $0["whenOpen"] =
                    [
                        "score": 1, "terms": [["name": "stage", "points": 1]], "margin": NSNull(),
                        "expectedAnswer": ["from": decidedAt, "to": decidedAt, "basis": "editorial"],
                    ] as Object
            }
            var usable = try #require(decision["usable"] as? [Object])
            var refused = try #require(decision["refused"] as? [Object])
            let moved = try #require(refused.lastIndex { $0["channel"] as? String != "mediator" })
            var entry = try #require(usable.last)
            entry["channel"] = refused.remove(at: moved)["channel"]
            usable.append(entry)
            let gone = try #require(refused.firstIndex { $0["channel"] as? String != "mediator" })
            refused.remove(at: gone)
            decision["usable"] = usable
            decision["refused"] = refused
        }
        var writer = JSONWriter()
        ComparisonWriter().write(comparison, stamp: decided.stamp, contactsLeftOut: 0, to: &writer)
        let page = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "docs/case-format.md"), encoding: .utf8)

        let changes = try JSONDocument(parsing: writer.bytes).root["changes"]?.elements
        let written = Set(changes?.compactMap { $0["change"]?.string } ?? [])
        let table = try #require(page.components(separatedBy: "| `change` | has |\n|---|---|\n").last)
        let documented = table.components(separatedBy: "\n\n")[0].components(separatedBy: "\n")
            .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }

        #expect(written == Set(documented))
        #expect(documented.count == 12)
        for name in ChannelDetail.allCases.map(\.rawValue) + DecisionInput.allCases.map(\.rawValue) {
            #expect(page.contains("`\(name)`"))
        }
    }
}

import Foundation
import Testing

@Suite("recours decide and explain")
struct DecideCommandTests {
    private static let monday = ["--at", "2026-11-23T09:30:00+01:00"]
    private static let example = "Examples/refund-overdue.json"

    @Test("a person reads the channel, the reasons and the time limits in French")
    func page() throws {
        let run = try CommandLineRun(["decide", Self.example] + Self.monday)

        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasPrefix("→ Lettre recommandée avec avis de réception\n"))
        for part in ["Pourquoi", "Délais", "17 novembre 2026", "Aussi possible"] {
            #expect(run.output.contains(part))
        }
    }

    @Test("and in English when asked")
    func english() throws {
        let run = try CommandLineRun(["decide", Self.example, "--lang", "en"] + Self.monday)

        #expect(run.output.contains("17 November 2026"))
        #expect(!run.output.contains("Pourquoi"))
    }

    @Test("a program reads the decision with the keys of the contract, in their order")
    func json() throws {
        let run = try CommandLineRun(["decide", Self.example, "--json"] + Self.monday)

        let keys = [
            "decidedAt", "outcome", "best", "waitUntil", "usable", "refused", "deadlines", "next", "asked",
            "questions", "flips", "explanation", "digests", "program",
        ]
        #expect(Set(try run.json.keys) == Set(keys))
        var rest = Substring(run.output)
        for key in keys {
            let place = try #require(rest.range(of: "\n  \"\(key)\":"))
            rest = rest[place.upperBound...]
        }
    }

    @Test("the same case and moment give the same bytes")
    func sameBytes() throws {
        let arguments = ["decide", Self.example, "--json"] + Self.monday
        #expect(try CommandLineRun(arguments).output == CommandLineRun(arguments).output)
    }

    @Test("standard input is a case, too")
    func standardInput() throws {
        let text = try String(contentsOf: CommandLineRun.root.appending(path: Self.example), encoding: .utf8)
        let piped = try CommandLineRun(["decide", "-", "--json"] + Self.monday, input: Array(text.utf8))
        let named = try CommandLineRun(["decide", Self.example, "--json"] + Self.monday)

        #expect(piped.output == named.output)
    }

    @Test("several cases print a decision a line")
    func several() throws {
        let run = try CommandLineRun(
            ["decide", Self.example, "Examples/suspicious-sms.json", "--at", "2026-11-23T21:30:00+01:00"])

        #expect(run.lines.count == 2)
        for line in run.lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }

    @Test("a batch answers every line in order; a bad line is an error object, and the rest goes on")
    func batch() throws {
        let good =
            #"{"at": "2026-11-29T09:30:00+01:00", "case": {"merchant": "amazon-fr", "issue": {"kind": "other"}}}"#
        let bad = #"{"merchant": "amazon-fr", "issue": {"kind": "nothing"}}"#
        let run = try CommandLineRun(
            "decide", "--batch", "-", input: [good, bad, good].joined(separator: "\n"))

        #expect(run.status == 2)
        #expect(run.lines.count == 3)
        #expect(run.lines[0] == run.lines[2])
        let error =
            try JSONSerialization.jsonObject(with: Data(run.lines[1].utf8)) as? [String: [String: Any]]
        #expect(error?["error"]?["line"] as? Int == 2)
        let decision = try JSONSerialization.jsonObject(with: Data(run.lines[0].utf8)) as? [String: Any]
        #expect(decision?["flips"] == nil && decision?["questions"] == nil && decision?["explanation"] == nil)
        #expect(decision?["best"] != nil)
    }

    @Test("explain says why not, and since when; the status tells usable from refused")
    func explain() throws {
        let refused = try CommandLineRun(["explain", Self.example, "--channel", "odr"] + Self.monday)
        let usable = try CommandLineRun(
            ["explain", Self.example, "--channel", "registered-mail"] + Self.monday)

        #expect(refused.status == 1)
        #expect(refused.output.contains("20 juillet 2025"))
        #expect(usable.status == 0)
        #expect(usable.output.contains("Total"))
    }

    @Test("no right left is said honestly, with status 1")
    func nothing() throws {
        let text = """
            {"merchant": "amazon-fr", "seller": {"type": "first-party"}, "issue": {"kind": "change-of-mind"},
             "order": {"orderedOn": "2026-06-25", "deliveredOn": "2026-07-01"}}
            """
        let run = try CommandLineRun(
            "decide", "-", "--json", "--at", "2026-11-23T09:30:00+01:00", input: text)

        #expect(run.status == 1)
        #expect(try run.json["outcome"] as? String == "none")
        #expect(try run.json["best"] is NSNull)
    }
}

import Foundation
import Testing

@Suite("Bad input: one clear line, exit 2, nothing on standard output")
struct BadInputTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let situation: String
        let bytes: [UInt8]
        /// What the line must say.
        let says: [String]

        init(_ situation: String, _ text: String, says: String...) {
            self.situation = situation
            bytes = Array(text.utf8)
            self.says = says
        }

        init(_ situation: String, bytes: [UInt8], says: String...) {
            self.situation = situation
            self.bytes = bytes
            self.says = says
        }

        var testDescription: String { situation }
    }

    private static func `case`(_ members: String, kind: String = "item-damaged") -> String {
        #"{"merchant": "amazon-fr", "issue": {"kind": "\#(kind)"}\#(members)}"#
    }

    static let rows = [
        Row("an empty file", "", says: "empty"),
        Row("no JSON", "hello", says: "column 1"),
        Row("invalid UTF-8", bytes: Array("{\"merchant\": \"".utf8) + [0xFF, 0x22, 0x7D], says: "UTF-8"),
        Row("nesting 200,000 deep", String(repeating: "[", count: 200_000), says: "deep"),
        Row(
            "a file above the limit", bytes: [UInt8](repeating: UInt8(ascii: " "), count: (8 << 20) + 1),
            says: "8388608"),
        Row("an unknown key", `case`(#", "oder": {}"#), says: "oder", "order", "column"),
        Row(
            "an unknown key inside", `case`(#", "order": {"payement": "card"}"#), says: "payement", "payment",
            "/order/payement"),
        Row("an unknown issue", `case`("", kind: "item-damagd"), says: "item-damagd", "item-damaged"),
        Row(
            "a duplicate key", #"{"merchant": "amazon-fr", "merchant": "amazon-fr"}"#, says: "merchant",
            "second time"),
        Row(
            "an impossible day", `case`(#", "order": {"deliveredOn": "2026-02-30"}"#),
            says: "/order/deliveredOn"),
        Row(
            "delivered before ordered",
            `case`(#", "order": {"orderedOn": "2026-11-10", "deliveredOn": "2026-11-09"}"#),
            says: "/order/deliveredOn", "orderedOn"),
        Row(
            "an instant without its offset",
            `case`(#", "history": [{"channel": "chat", "at": "2026-11-10T10:00:00", "outcome": "refused"}]"#),
            says: "/history/0/at", "offset"),
        Row(
            "a contact later than the decision",
            `case`(
                #", "history": [{"channel": "chat", "at": "2027-01-10T10:00:00+01:00", "outcome": "refused"}]"#
            ),
            says: "/history/0"),
        Row("a line break in a name", `case`(#", "consumer": {"name": "A\nB"}"#), says: "/consumer/name"),
        Row("NUL in a name", `case`(#", "consumer": {"name": "A\u0000B"}"#), says: "/consumer/name"),
        Row(
            "CR in an address", `case`(#", "consumer": {"address": ["1 rue A\r", "69003 Lyon"]}"#),
            says: "/consumer/address/0"),
        Row(
            "CR LF in an e-mail address",
            `case`(#", "consumer": {"email": "a@b.example\r\nBcc: c@d.example"}"#),
            says: "/consumer/email"),
        Row("an unknown channel", `case`(#", "preferences": {"avoid": ["phne"]}"#), says: "phne", "phone"),
        Row(
            "an unknown merchant", #"{"merchant": "amazon-rf", "issue": {"kind": "other"}}"#,
            says: "amazon-fr"),
        Row("a missing issue", #"{"merchant": "amazon-fr"}"#, says: "issue"),
    ]

    private static let options = [
        "decide", "-", "--at", "2026-11-26T10:00:00+01:00", "--directory", "channels.json",
    ]

    @Test("the fault is named with its place", arguments: rows)
    func named(row: Row) throws {
        let run = try CommandLineRun(Self.options, input: row.bytes)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.split(separator: "\n").count == 1)
        for part in row.says { #expect(run.errors.contains(part), "\(run.errors)") }
    }

    @Test("with --json the fault is an object of the one shape", arguments: rows)
    func object(row: Row) throws {
        let run = try CommandLineRun(Self.options + ["--json"], input: row.bytes)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        let parsed = try JSONSerialization.jsonObject(with: Data(run.errors.utf8)) as? [String: [String: Any]]
        let error = try #require(parsed?["error"])
        #expect(Set(error.keys) == ["code", "message", "pointer", "line", "column"])
    }

    @Test("personal data never stand in an error")
    func noPersonalData() throws {
        let canary = "Zanzibar-4711"
        for member in [
            #""name": "\#(canary)\n""#, #""email": "\#(canary)""#, #""phone": "\#(canary)""#,
            #""address": ["\#(canary)\u0000"]"#,
        ] {
            let run = try CommandLineRun(
                Self.options, input: Array(Self.case(", \"consumer\": {\(member)}").utf8))

            #expect(run.status == 2)
            #expect(!run.errors.contains(canary), "\(run.errors)")
        }
    }

    @Test(
        "wrong use ends with 2 and says what is right",
        arguments: [
            (["decide"], "case"), (["deside", "x"], "decide"),
            (["decide", "no-such-file.json"], "no-such-file.json"),
            (["decide", "-", "--at", "2026-11-26T10:00:00"], "offset"),
            (["decide", "-", "--lang", "de"], "fr or en"),
            (["decide", "Examples"], "file"), (["explain", "-", "--channel", "phne"], "phone"),
            (["decide", "--batch", "a", "b"], "--batch"),
        ])
    func wrongUse(arguments: [String], says: String) throws {
        let run = try CommandLineRun(arguments)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(says), "\(run.errors)")
    }
}

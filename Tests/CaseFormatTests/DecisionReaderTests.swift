import CaseFormat
import CivilCalendar
import ContactRouting
import JSONText
import Testing

@Suite("Reading a decision back")
struct DecisionReaderTests {
    private static let waiting = #"""
        {"merchant": "amazon-fr", "seller": {"type": "third-party", "fulfilledBy": "seller", "primeEligible": false},
         "issue": {"kind": "item-not-as-described"}, "order": {"deliveredOn": "2026-11-21", "latestEstimatedDelivery": "2026-11-22"},
         "consumer": {"country": "FR", "hasAccount": true}, "preferences": {"askedChannel": "odr"},
         "history": [{"channel": "seller-messaging", "at": "2026-11-24T09:00:00+01:00", "outcome": "no-reply"}]}
        """#

    /// A decision of ours, as small as one can be.
    private static let digest = "sha256:" + String(repeating: "0", count: 64)
    private static func small(_ changed: (key: String, value: String)? = nil) -> String {
        var members = [
            ("decidedAt", #""2026-11-25T15:00:00+01:00""#), ("outcome", #""none""#), ("best", "null"),
            ("waitUntil", "null"), ("usable", "[]"), ("refused", "[]"), ("deadlines", "[]"), ("next", "[]"),
            ("asked", "null"),
            ("digests", #"{"case":"\#(digest)","directory":"\#(digest)","rules":"\#(digest)"}"#),
            ("program", #""0.1.0""#),
        ]
        if let changed {
            members.removeAll { $0.0 == changed.key }
            members.append((changed.key, changed.value))
        }
        return "{\n" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",\n") + "\n}"
    }

    @Test("What the writer wrote is read, with sentences and without, compact and pretty, as the same record")
    func readsBack() throws {
        let decided = try Decided(Self.waiting, at: "2026-11-25T15:00:00+01:00")
        let flips = [
            Flip(change: .at(try Instant(parsing: "2026-11-26T08:00:00Z")), best: .chat),
            Flip(change: .fact(.consumerCanLogIn, "false"), best: nil),
        ]
        let texts = DecisionTexts(
            wording: EchoWording(), questions: [Question(fact: .promisedOn)], flips: flips)
        let writer = DecisionWriter()
        let plain = writer.json(decided.decision, of: decided.facts, stamp: decided.stamp)
        let full = writer.json(
            decided.decision, of: decided.facts, stamp: decided.stamp, texts: texts, layout: .pretty)

        let record = try DecisionReader().read(plain)

        #expect(try DecisionReader().read(full) == record)
        #expect(record.decidedAt == decided.decision.decidedAt)
        #expect(record.outcome == .wait(until: try Instant(parsing: "2026-11-26T09:00:00+01:00")))
        #expect(
            record.channels.map(\.channel)
                == decided.decision.usable.map(\.channel) + decided.decision.refused.map(\.channel))
        #expect(record.deadlines.map(\.right.text) == decided.decision.deadlines.map(\.right.rawValue))
        #expect(record.asked?.answer.text == "no-longer")
        #expect(record.basis.directoryDigest == decided.stamp.directoryDigest)
    }

    @Test("Offsets do not matter: a moment is a moment")
    func ignoresOffsets() throws {
        let there = Self.small(("decidedAt", #""2026-11-25T14:00:00Z""#))

        #expect(
            try DecisionReader().read(there.bytes).decidedAt
                == DecisionReader().read(Self.small().bytes).decidedAt)
    }

    @Test("Names that this version does not know are kept: a decision of another version stays readable")
    func keepsUnknownNames() throws {
        let refused =
            #"[{"channel":"fax","usableFrom":null,"objections":[{"code":"no-paper","usableFrom":null,"source":"editorial"}]}]"#

        let record = try DecisionReader().read(Self.small(("refused", refused)).bytes)

        #expect(record.channels.map(\.channel.text) == ["fax"])
    }

    static let table: [(key: String, value: String, code: String, pointer: String)] = [
        ("outcome", #""perhaps""#, "unknown-value", "/outcome"),
        ("outcome", #""contact""#, "contradiction", "/outcome"),
        ("outcome", #""wait""#, "contradiction", "/outcome"),
        ("waitUntil", #""2026-11-26T09:00:00+01:00""#, "contradiction", "/outcome"),
        ("decidedAt", #""2026-11-25T15:00:00""#, "offset-missing", "/decidedAt"),
        ("decidedAt", #""yesterday""#, "malformed-value", "/decidedAt"),
        ("usable", "{}", "wrong-type", "/usable"),
        ("usable", "[{}]", "missing-key", "/usable/0"),
        ("refused", #"[{"channel":"chat","objections":[]}]"#, "too-few", "/refused/0/objections"),
        ("refused", #"[{"channel":"a b","objections":[]}]"#, "malformed-value", "/refused/0/channel"),
        (
            "refused",
            #"[{"channel":"chat","objections":[{"code":"closed","source":"x","fact":"a","since":"2026-01-01"}]}]"#,
            "exclusive-keys", "/refused/0/objections/0"
        ),
        (
            "refused",
            #"[{"channel":"chat","objections":[{"code":"closed","source":"x"}]},{"channel":"chat","objections":[{"code":"closed","source":"x"}]}]"#,
            "duplicate-entry", "/refused"
        ),
        (
            "refused",
            #"[{"channel":"chat","objections":[{"code":"closed","source":"x"}],"whenOpen":{"score":2,"terms":[{"name":"stage","points":1}],"expectedAnswer":{"from":"2026-01-01T00:00:00Z","to":"2026-01-01T00:00:00Z","basis":"editorial"},"margin":null}}]"#,
            "contradiction", "/refused/0/whenOpen/score"
        ),
        (
            "refused",
            #"[{"channel":"chat","objections":[{"code":"closed","source":"x"}],"whenOpen":{"score":9223372036854775807,"terms":[],"expectedAnswer":{"from":"2026-01-01T00:00:00Z","to":"2026-01-01T00:00:00Z","basis":"editorial"}}}]"#,
            "out-of-range", "/refused/0/whenOpen/score"
        ),
        ("deadlines", #"[{"right":"repair"}]"#, "missing-key", "/deadlines/0"),
        (
            "deadlines", #"[{"right":"repair","source":"x","lastDay":"2026-02-30"}]"#, "impossible-date",
            "/deadlines/0/lastDay"
        ),
        (
            "digests", #"{"case":"sha256:12","directory":"\#(digest)","rules":"\#(digest)"}"#,
            "malformed-value", "/digests/case"
        ),
        ("program", "1", "wrong-type", "/program"),
        ("verdict", "1", "unknown-key", "/verdict"),
    ]

    @Test("Every departure from the format is an error with its place", arguments: table)
    func faults(key: String, value: String, code: String, pointer: String) throws {
        let text = Self.small((key, value))

        let error = #expect(throws: CaseFormatError.self) { try DecisionReader().read(text.bytes) }

        #expect(error?.code.rawValue == code)
        #expect(error?.pointer == pointer)
        #expect(error?.line != nil)
    }

    @Test(
        "What is no decision of ours is said in one sentence",
        arguments: [
            "[]", "5", "null", "{}", #"{"merchant": "amazon-fr", "issue": {"kind": "other"}}"#,
            #"{"error": {"code": "unknown-key"}}"#,
        ])
    func otherJSON(text: String) {
        let error = #expect(throws: CaseFormatError.self) { try DecisionReader().read(text.bytes) }

        #expect(error?.code == .notADecision)
        #expect(error?.message.contains("recours decide --json") == true)
    }

    @Test("Two lines of a batch are not one decision; nothing, and what is too deep, is none")
    func brokenFiles() {
        let files: [(String, FaultCode)] = [
            (Self.small() + "\n" + Self.small(), .malformedJSON), ("", .emptyFile),
            (String(repeating: "[", count: 100_000), .tooDeep),
        ]

        for (text, code) in files {
            let error = #expect(throws: CaseFormatError.self) { try DecisionReader().read(text.bytes) }
            #expect(error?.code == code)
        }
    }

    @Test("Too many channels are an error that names both numbers")
    func tooMany() {
        let entry = #"{"channel":"chat","notBefore":null}"#
        let list =
            "[" + Array(repeating: entry, count: DecisionReader.entriesMax + 1).joined(separator: ",") + "]"

        let error = #expect(throws: CaseFormatError.self) {
            try DecisionReader().read(Self.small(("next", list)).bytes)
        }

        #expect(error?.fault == .tooMany(count: 1001, max: 1000))
    }

    @Test("Property: a damaged decision is read or refused, and never stops the program")
    func hostile() throws {
        let decided = try Decided(Self.waiting, at: "2026-11-25T15:00:00+01:00")
        let bytes = DecisionWriter().json(decided.decision, of: decided.facts, stamp: decided.stamp)
        var random = SeededGenerator(seed: 4)
        var refused = 0

        for _ in 0..<300 {
            do throws(CaseFormatError) {
                let record = try DecisionReader().read(Self.damaged(bytes, using: &random))
                // Whatever is read is a decision that can be compared.
                _ = try DecisionComparison(
                    record, today: decided.decision, of: decided.facts, stamp: decided.stamp)
            } catch {
                refused += 1
            }
        }

        #expect((1..<300).contains(refused))
    }

    private static func damaged(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch UInt8.random(in: 0...3, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: Array("999999999".utf8), at: place)
            default: bytes = Array(bytes.prefix(place + 1))  // tidy-allow: a number
            }
        }
        return bytes
    }
}

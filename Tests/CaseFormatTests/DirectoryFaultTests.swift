import CaseFormat
import Testing

@Suite("Faults of a directory")
struct DirectoryFaultTests {
    /// What is changed in the small directory, and the fault that this plants.
    static let table: [(change: (String, String), spot: Spot)] = [
        ((#""schemaVersion": 1"#, #""schemaVersion": 2"#), Spot("malformed-value", "/schemaVersion", 1, 19)),
        (
            (#""updatedOn": "2026-11-22""#, #""updatedOn": "2026-11-31""#),
            Spot("impossible-date", "/updatedOn", 1, 35)
        ),
        ((#""closed": []"#, #""closd": []"#), Spot("missing-key", "", 1, 1)),
        (
            (#""country": "FR""#, #""country": "France""#),
            Spot("malformed-value", "/merchants/0/country", 3, 64)
        ),
        (
            (#""timeZone": "Europe/Paris""#, #""timeZone": "Europe/Lyon""#),
            Spot("unknown-time-zone", "/merchants/0/timeZone", 5, 16)
        ),
        (
            (#""marketplace": false"#, #""marketplace": 0"#),
            Spot("wrong-type", "/merchants/0/marketplace", 5, 47)
        ),
        (
            (#""mediator": null"#, #""mediator": "fevad""#),
            Spot("unknown-institution", "/merchants/0/mediator", 5, 66)
        ),
        ((#""mediator": null, "#, ""), Spot("missing-key", "/merchants/0", 3, 3)),
        (
            (#""website": "https:"#, #""website": "http:"#),
            Spot("malformed-value", "/merchants/0/website", 5, 83)
        ),
        (
            (#""channel": "phone""#, #""channel": "fone""#),
            Spot("unknown-channel", "/merchants/0/channels/0/channel", 8, 17)
        ),
        (
            (#""kind": "tel""#, #""kind": "fax""#),
            Spot("unknown-value", "/merchants/0/channels/0/endpoints/0/kind", 8, 49)
        ),
        (
            (#""+33123456789""#, #""01 23 45 67 89""#),
            Spot("malformed-value", "/merchants/0/channels/0/endpoints/0/value", 8, 65)
        ),
        (
            (#""+33123456789""#, #""+3312345678901234""#),
            Spot("malformed-value", "/merchants/0/channels/0/endpoints/0/value", 8, 65)
        ),
        (
            (#""+33123456789""#, #""+331234567""#),
            Spot("impossible-phone", "/merchants/0/channels/0/endpoints/0/value", 8, 65)
        ),
        (
            (#""+33123456789"}"#, #""+33123456789", "cost": "cheap"}"#),
            Spot("unknown-value", "/merchants/0/channels/0/endpoints/0/cost", 8, 89)
        ),
        (
            (#""+33123456789"}"#, #""+33123456789", "for": {}}"#),
            Spot("exclusive-keys", "/merchants/0/channels/0/endpoints/0/for", 8, 88)
        ),
        (
            (
                #""+33123456789"}"#,
                #""+33123456789", "for": {"callerCountry": ["FR"], "callerCountryNot": ["DE"]}}"#
            ), Spot("exclusive-keys", "/merchants/0/channels/0/endpoints/0/for", 8, 88)
        ),
        (
            (#""kind": "tel", "value": "+33123456789""#, #""kind": "url", "value": "http://x.example""#),
            Spot("malformed-value", "/merchants/0/channels/0/endpoints/0/value", 8, 65)
        ),
        (
            (#""kind": "tel", "value": "+33123456789""#, #""kind": "post", "value": ["A", "B"]"#),
            Spot("too-few", "/merchants/0/channels/0/endpoints/0/value", 8, 66)
        ),
        (
            (
                #""kind": "tel", "value": "+33123456789""#,
                #""kind": "post", "value": ["A", "B", "C", "D", "E", "F", "G"]"#
            ), Spot("too-many", "/merchants/0/channels/0/endpoints/0/value", 8, 66)
        ),
        (
            (
                #""kind": "tel", "value": "+33123456789""#,
                #""kind": "post", "value": ["A", "123456789012345678901234567890123456789", "C"]"#
            ), Spot("too-long", "/merchants/0/channels/0/endpoints/0/value/1", 8, 72)
        ),
        (
            (#""kind": "tel", "value": "+33123456789""#, #""kind": "post", "value": ["A", "B", "C", "Rue"]"#),
            Spot("malformed-value", "/merchants/0/channels/0/endpoints/0/value/3", 8, 82)
        ),
        (
            (#""kind": "tel", "value": "+33123456789""#, #""kind": "handle", "value": "boutique""#),
            Spot("malformed-value", "/merchants/0/channels/0/endpoints/0/value", 8, 68)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""hours": "Mo-Fr 09:00-""#),
            Spot("malformed-hours", "/merchants/0/channels/0/hours", 9, 28)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""hours": "Mo-Fr 09:00-17:00; PH off""#),
            Spot("contradiction", "/merchants/0/channels/0/hours", 9, 15)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""answerTime": {"hours": 1, "days": 1}"#),
            Spot("exclusive-keys", "/merchants/0/channels/0/answerTime", 9, 20)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""answerTime": {}"#),
            Spot("exclusive-keys", "/merchants/0/channels/0/answerTime", 9, 20)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""answerTime": {"hours": 48, "counting": "ouvres"}"#),
            Spot("missing-key", "/merchants/0/channels/0/answerTime/counting", 9, 46)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""answerTime": {"days": 0}"#),
            Spot("out-of-range", "/merchants/0/channels/0/answerTime/days", 9, 29)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""limits": {"characters": 1.5}"#),
            Spot("out-of-range", "/merchants/0/channels/0/limits/characters", 9, 31)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""languages": ["FR"]"#),
            Spot("malformed-value", "/merchants/0/channels/0/languages/0", 9, 20)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""networks": ["x"]"#),
            Spot("contradiction", "/merchants/0/channels/0/networks", 9, 18)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""requires": ["order.nummer"]"#),
            Spot("unknown-value", "/merchants/0/channels/0/requires/0", 9, 19)
        ),
        (
            (#""hours": "Mo-Fr 09:00-17:00""#, #""note": {"fr": "oui"}"#),
            Spot("missing-key", "/merchants/0/channels/0/note", 9, 14)
        ),
        (
            (
                #""policies": []"#,
                #""policies": [{"id": "p", "channel": "chat", "after": "order.deliveredOn", "days": 30, "source": \#(SmallDirectory.source)}]"#
            ), Spot("contradiction", "/merchants/0/policies/0/channel", 6, 40)
        ),
        (
            (
                #""closed": []"#,
                #""closed": [{"id": "phone", "since": "2020-01-01", "successor": ["chat"], "source": \#(SmallDirectory.source)}]"#
            ), Spot("contradiction", "/merchants/0/channels/0/channel", 8, 17)
        ),
        (
            (
                #""closed": []"#,
                #""closed": [{"id": "odr", "since": "2020-01-01", "successor": ["chatt"], "source": \#(SmallDirectory.source)}]"#
            ), Spot("unknown-channel", "/closed/0/successor/0", 14, 64)
        ),
        (
            (
                #""closed": []"#,
                #""closed": [{"id": "odr", "since": "2020-01-01", "successor": ["odr"], "source": \#(SmallDirectory.source)}]"#
            ), Spot("contradiction", "/closed/0/successor", 14, 63)
        ),
    ]

    @Test("Each planted fault is found, with its place", arguments: table.indices)
    func findsFault(_ index: Int) throws {
        let (change, spot) = Self.table[index]
        let text = SmallDirectory.text.replacing(change.0, with: change.1)

        #expect(text != SmallDirectory.text)
        #expect(
            DirectoryReader().check(text.bytes).map(Spot.init).contains(spot),
            "\(DirectoryReader().check(text.bytes))")
        #expect(throws: CaseFormatError.self) { try DirectoryReader().read(text.bytes) }
    }

    /// Conditions, each put into line 9 of the small directory.
    static let conditions: [(rule: String, code: String, pointer: String)] = [
        (#"{"rule": "logn"}"#, "unknown-value", "/rule"),
        (#"{"rule": "login", "issues": ["other"]}"#, "unknown-key", "/issues"),
        (
            #"{"rule": "fact", "fact": "order.number", "oneOf": ["1"], "unknown": "allow", "otherwise": "not-offered"}"#,
            "unknown-value", "/fact"
        ),
        (
            #"{"rule": "fact", "fact": "seller.type", "unknown": "allow", "otherwise": "not-offered"}"#,
            "exclusive-keys", ""
        ),
        (
            #"{"rule": "fact", "fact": "seller.type", "oneOf": ["x"], "unknown": "allow", "otherwise": "not-offered"}"#,
            "unknown-value", "/oneOf/0"
        ),
        (
            #"{"rule": "fact", "fact": "seller.type", "oneOf": [true], "unknown": "allow", "otherwise": "not-offered"}"#,
            "wrong-type", "/oneOf/0"
        ),
        (
            #"{"rule": "fact", "fact": "seller.country", "oneOf": ["fr"], "unknown": "allow", "otherwise": "not-offered"}"#,
            "malformed-value", "/oneOf/0"
        ),
        (
            #"{"rule": "fact", "fact": "seller.country", "oneOf": ["FR", "FR"], "unknown": "allow", "otherwise": "not-offered"}"#,
            "duplicate-entry", "/oneOf/1"
        ),
        (
            #"{"rule": "fact", "fact": "consumer.professional", "noneOf": ["true"], "unknown": "allow", "otherwise": "professional"}"#,
            "wrong-type", "/noneOf/0"
        ),
        (
            #"{"rule": "fact", "fact": "consumer.professional", "noneOf": [true], "unknown": "maybe", "otherwise": "professional"}"#,
            "unknown-value", "/unknown"
        ),
        (
            #"{"rule": "fact", "fact": "consumer.professional", "noneOf": [true], "unknown": "allow", "otherwise": "closed"}"#,
            "unknown-value", "/otherwise"
        ),
        (#"{"rule": "opens", "after": "seller-contacted"}"#, "exclusive-keys", ""),
        (#"{"rule": "opens", "after": "seller-contacted", "hours": 1, "days": 2}"#, "exclusive-keys", ""),
        (#"{"rule": "opens", "after": "order.number", "hours": 1}"#, "unknown-value", "/after"),
        (#"{"rule": "closes", "after": "seller-contacted", "days": 1001}"#, "out-of-range", "/days"),
        (
            #"{"rule": "closes", "after": "seller-contacted", "days": 1, "unless": "seller-refused"}"#,
            "unknown-key", "/unless"
        ),
        (#"{"rule": "blocks", "channel": "phone"}"#, "contradiction", "/channel"),
        (#"{"rule": "blocked-by", "channel": "fax"}"#, "unknown-channel", "/channel"),
        (#"{"rule": "opens", "after": "seller-contacted", "days": 1, "issues": []}"#, "too-few", "/issues"),
    ]

    @Test("Each faulty condition is found", arguments: conditions.indices)
    func findsCondition(_ index: Int) {
        let (rule, code, pointer) = Self.conditions[index]
        let errors = DirectoryReader().check(SmallDirectory.text.replacingRule(rule).bytes)

        #expect(errors.map(\.code.rawValue) == [code], "\(errors)")
        #expect(errors.map(\.pointer) == ["/merchants/0/channels/0/conditions/0\(pointer)"])
        #expect(errors.map(\.line) == [9])
    }

    @Test("What stands twice is found: identifiers, channels, policies")
    func findsDuplicates() throws {
        let merchant = try #require(SmallDirectory.text.firstMatch(of: /\n  \{"id": (?s:.)*   \]\}/)?.output)
        let twice = SmallDirectory.text.replacing(merchant, with: "\(merchant),\(merchant)")
        let channel = #"{"channel": "chat", "endpoints": [], "source": \#(SmallDirectory.source)}"#
        let channels = SmallDirectory.text.replacing(
            "\"channels\": [", with: "\"channels\": [\(channel), \(channel),")

        #expect(DirectoryReader().check(twice.bytes).map(\.pointer) == ["/merchants/1/id"])
        #expect(DirectoryReader().check(channels.bytes).map(\.pointer) == ["/merchants/0/channels/1/channel"])
    }

    @Test("Sources that contradict the calendar or the file are found")
    func findsSources() {
        let stale = SmallDirectory.text.replacing("2027-01-01", with: "2025-12-31", maxReplacements: 1)
        let young = SmallDirectory.text.replacing("2026-01-01", with: "2026-11-23", maxReplacements: 1)
        let unnamed = SmallDirectory.text.replacing("\"title\": \"T\", ", with: "", maxReplacements: 1)

        #expect(
            DirectoryReader().check(stale.bytes).map(\.pointer) == ["/merchants/0/legal/source/staleAfter"])
        #expect(
            DirectoryReader().check(young.bytes).map(\.pointer) == ["/merchants/0/legal/source/checkedOn"])
        #expect(DirectoryReader().check(unnamed.bytes).map(\.code) == [.missingKey])
    }

    @Test("Every fault of a file is listed, in the order of the file")
    func listsAll() {
        let text = SmallDirectory.text.replacing("\"FR\"", with: "\"fr\"").replacing(
            "\"tel\"", with: "\"fax\""
        )
        .replacing("Mo-Fr", with: "Mo-Fri").replacing("\"policies\"", with: "\"x\": 1, \"policies\"")
        let errors = DirectoryReader().check(text.bytes)

        #expect(
            errors.map(\.pointer) == [
                "/merchants/0/country", "/merchants/0/x", "/merchants/0/channels/0/endpoints/0/kind",
                "/merchants/0/channels/0/hours",
            ])
        #expect(errors.map(\.line) == [3, 6, 8, 9])
    }

    @Test("Hostile files are refused with a bounded list")
    func boundsHostileFiles() {
        let channels = SmallDirectory.text.replacing(
            "\"channels\": [", with: "\"channels\": [\(String(repeating: "{},", count: 1_000_000))")
        let deep = "{\"merchants\":" + String(repeating: "[", count: 200_000)
        let broken = SmallDirectory.text.replacing(
            "\"merchants\": [", with: "\"merchants\": [\(String(repeating: "{},", count: 4000))")

        #expect(DirectoryReader().check(channels.bytes).map(\.code) == [.tooMany])
        #expect(DirectoryReader().check(deep.bytes).map(\.code) == [.tooDeep])
        #expect(DirectoryReader().check(broken.bytes).count == DirectoryReader.faultsMax)
    }

    @Test(
        "The shipped directory changed at random is read or refused, and never stops the program",
        arguments: [5, 6])
    func survivesMutations(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var refused = 0
        for _ in 0..<30 {
            var bytes = TestDirectory.bytes
            for _ in 0..<3 {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            }
            let errors = DirectoryReader().check(bytes)
            if !errors.isEmpty { refused += 1 }
            for error in errors { #expect(!error.message.isEmpty && error.message.utf8.count < 4000) }
        }

        #expect(refused > 5)
    }
}

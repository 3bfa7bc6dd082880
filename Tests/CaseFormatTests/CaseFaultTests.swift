import CaseFormat
import CivilCalendar
import Testing

@Suite("Faults of a case")
struct CaseFaultTests {
    /// A case with one part put in; the part begins in line 2, column 1.
    private static func text(_ part: String) -> String {
        let issue = part.contains("\"issue\"") ? "" : #","issue":{"kind":"item-damaged"}"#
        let merchant = part.contains("\"merchant\"") ? "" : #""merchant":"amazon-fr","#
        return part.isEmpty ? "{\(merchant.dropLast())\(issue)}" : "{\(merchant)\n\(part)\(issue)}"
    }

    static let table: [(part: String, spot: Spot)] = [
        // Keys
        (#""ordr":{}"#, Spot("unknown-key", "/ordr", 2, 1)),
        (#""order":{"orderedon":"2026-01-01"}"#, Spot("unknown-key", "/order/orderedon", 2, 10)),
        (#""order":{},"order":{}"#, Spot("duplicate-key", "/order", 2, 12)),
        (#""issue":{}"#, Spot("missing-key", "/issue", 2, 9)),
        (#""merchant":null"#, Spot("missing-key", "", 1, 1)),
        (#""history":[{"channel":"chat","outcome":"sent"}]"#, Spot("missing-key", "/history/0", 2, 12)),
        (#""order":{"amount":{"amount":"1.00"}}"#, Spot("missing-key", "/order/amount", 2, 19)),
        // Kinds
        (#""order":[]"#, Spot("wrong-type", "/order", 2, 9)),
        (#""merchant":5"#, Spot("wrong-type", "/merchant", 2, 12)),
        (#""consumer":{"deaf":"no"}"#, Spot("wrong-type", "/consumer/deaf", 2, 20)),
        (#""consumer":{"address":"12 rue des Lilas"}"#, Spot("wrong-type", "/consumer/address", 2, 23)),
        (#""order":{"orderedOn":20260101}"#, Spot("wrong-type", "/order/orderedOn", 2, 22)),
        // Closed lists
        (#""issue":{"kind":"item-damagd"}"#, Spot("unknown-value", "/issue/kind", 2, 17)),
        (#""seller":{"type":"thirdparty"}"#, Spot("unknown-value", "/seller/type", 2, 18)),
        (#""consumer":{"region":"corse"}"#, Spot("unknown-value", "/consumer/region", 2, 22)),
        (#""merchant":"amazon-uk""#, Spot("unknown-merchant", "/merchant", 2, 12)),
        (#""merchant":"Amazon FR""#, Spot("unknown-merchant", "/merchant", 2, 12)),
        (
            #""preferences":{"askedChannel":"fax"}"#,
            Spot("unknown-channel", "/preferences/askedChannel", 2, 31)
        ),
        (
            #""merchant":{"name":"X","links":{"chatt":"https://x.example"}}"#,
            Spot("unknown-channel", "/merchant/links/chatt", 2, 33)
        ),
        (
            #""merchant":{"name":"X","languages":["en-GB"]}"#,
            Spot("malformed-value", "/merchant/languages/0", 2, 37)
        ),
        (#""consumer":{"timeZone":"Europe/Pari"}"#, Spot("unknown-time-zone", "/consumer/timeZone", 2, 24)),
        (
            #""consumer":{"timeZone":"../../etc/passwd"}"#,
            Spot("unknown-time-zone", "/consumer/timeZone", 2, 24)
        ),
        // Values
        (#""reference":"Lampe 2026""#, Spot("malformed-value", "/reference", 2, 13)),
        (#""order":{"orderedOn":"16/11/2026"}"#, Spot("malformed-value", "/order/orderedOn", 2, 22)),
        (#""order":{"orderedOn":"2026-02-29"}"#, Spot("impossible-date", "/order/orderedOn", 2, 22)),
        (
            #""order":{"amount":{"amount":"59,90","currency":"EUR"}}"#,
            Spot("malformed-value", "/order/amount/amount", 2, 29)
        ),
        (
            #""order":{"amount":{"amount":"59.90","currency":"euro"}}"#,
            Spot("malformed-value", "/order/amount/currency", 2, 48)
        ),
        (#""order":{"deliveredIn":"France"}"#, Spot("malformed-value", "/order/deliveredIn", 2, 24)),
        (#""consumer":{"email":"a@b@c"}"#, Spot("malformed-value", "/consumer/email", 2, 21)),
        (#""consumer":{"phone":"call me"}"#, Spot("malformed-value", "/consumer/phone", 2, 21)),
        (#""consumer":{"phone":"+331234567"}"#, Spot("impossible-phone", "/consumer/phone", 2, 21)),
        (#""consumer":{"phone":"+33123456789;ext=12"}"#, Spot("malformed-value", "/consumer/phone", 2, 21)),
        (#""seller":{"website":"javascript:alert(1)"}"#, Spot("malformed-value", "/seller/website", 2, 21)),
        (#""consumer":{"reachable":"Mo-Fr 18:00-"}"#, Spot("malformed-hours", "/consumer/reachable", 2, 38)),
        (
            #""history":[{"channel":"chat","at":"2026-11-24T09:00:00","outcome":"sent"}]"#,
            Spot("offset-missing", "/history/0/at", 2, 35)
        ),
        (
            #""history":[{"channel":"chat","at":"2026-11-31T09:00:00Z","outcome":"sent"}]"#,
            Spot("impossible-date", "/history/0/at", 2, 35)
        ),
        (
            #""history":[{"channel":"chat","at":"yesterday","outcome":"sent"}]"#,
            Spot("malformed-value", "/history/0/at", 2, 35)
        ),
        // Texts
        (#""consumer":{"name":""}"#, Spot("empty-text", "/consumer/name", 2, 20)),
        (#""consumer":{"name":"A\nB"}"#, Spot("control-character", "/consumer/name", 2, 20)),
        (#""consumer":{"name":"A\rB"}"#, Spot("control-character", "/consumer/name", 2, 20)),
        (#""consumer":{"name":"A\u0000B"}"#, Spot("control-character", "/consumer/name", 2, 20)),
        (
            #""consumer":{"address":["1 rue","75001\u2028Paris"]}"#,
            Spot("control-character", "/consumer/address/1", 2, 32)
        ),
        (
            #""issue":{"kind":"other","description":"a\u0000"}"#,
            Spot("control-character", "/issue/description", 2, 39)
        ),
        (
            #""issue":{"kind":"other","description":"a\u202Eb"}"#,
            Spot("control-character", "/issue/description", 2, 39)
        ),
        (
            #""issue":{"kind":"other","description":"a\u200Bb"}"#,
            Spot("control-character", "/issue/description", 2, 39)
        ),
        (
            #""issue":{"kind":"other","description":"a\u0085b"}"#,
            Spot("control-character", "/issue/description", 2, 39)
        ),
        (#""consumer":{"name":"A\u202EB"}"#, Spot("control-character", "/consumer/name", 2, 20)),
        (#""consumer":{"name":"A\u200BB"}"#, Spot("control-character", "/consumer/name", 2, 20)),
        (#""consumer":{"address":[]}"#, Spot("too-few", "/consumer/address", 2, 23)),
        (
            #""consumer":{"address":["1","2","3","4","5","6","7","8"]}"#,
            Spot("too-many", "/consumer/address", 2, 23)
        ),
        (
            #""attachments":[{"path":"../x.pdf","title":"X"}]"#,
            Spot("unsafe-path", "/attachments/0/path", 2, 24)
        ),
        (
            #""attachments":[{"path":"a/../../x.pdf","title":"X"}]"#,
            Spot("unsafe-path", "/attachments/0/path", 2, 24)
        ),
        (#""consumer":{"signature":"/etc/passwd"}"#, Spot("unsafe-path", "/consumer/signature", 2, 25)),
        // Days in the wrong order
        (
            #""order":{"orderedOn":"2026-11-16","deliveredOn":"2026-11-15"}"#,
            Spot("contradiction", "/order/deliveredOn", 2, 49)
        ),
        (
            #""order":{"orderedOn":"2026-11-16","promisedOn":"2026-11-15"}"#,
            Spot("contradiction", "/order/promisedOn", 2, 48)
        ),
        (
            #""order":{"orderedOn":"2026-11-16","parcelsDeliveredOn":["2026-11-18","2026-11-15"]}"#,
            Spot("contradiction", "/order/parcelsDeliveredOn", 2, 56)
        ),
        (
            #""order":{"deliveredOn":"2026-11-16","returnReceivedOn":"2026-11-15"}"#,
            Spot("contradiction", "/order/returnReceivedOn", 2, 56)
        ),
        (
            #""order":{"returnShippedOn":"2026-11-16","returnReceivedOn":"2026-11-15"}"#,
            Spot("contradiction", "/order/returnReceivedOn", 2, 60)
        ),
        (
            #""order":{"deliveredOn":"2026-11-16","defectFoundOn":"2026-11-15"}"#,
            Spot("contradiction", "/order/defectFoundOn", 2, 53)
        ),
        (
            #""order":{"repairRequestedOn":"2026-11-16","repairedOn":"2026-11-15"}"#,
            Spot("contradiction", "/order/repairedOn", 2, 56)
        ),
        (
            #""history":[{"channel":"registered-mail","at":"2026-11-24T09:00:00Z","outcome":"delivered","deliveredOn":"2026-11-20"}]"#,
            Spot("contradiction", "/history/0/deliveredOn", 2, 105)
        ),
        // Other contradictions
        (
            #""issue":{"kind":"not-delivered"},"order":{"deliveredOn":"2026-11-20"}"#,
            Spot("contradiction", "/order/deliveredOn", 2, 57)
        ),
        (
            #""consumer":{"hasAccount":false,"canLogIn":true}"#,
            Spot("contradiction", "/consumer/canLogIn", 2, 43)
        ),
        (#""consumer":{"country":"DE","region":"guyane"}"#, Spot("contradiction", "/consumer/region", 2, 37)),
        (
            #""seller":{"type":"first-party","fulfilledBy":"seller"}"#,
            Spot("contradiction", "/seller/fulfilledBy", 2, 46)
        ),
        (
            #""order":{"item":{"opened":false,"sealBroken":true}}"#,
            Spot("contradiction", "/order/item", 2, 17)
        ),
        (
            #""preferences":{"preferredChannel":"chat","avoid":["chat"]}"#,
            Spot("contradiction", "/preferences/preferredChannel", 2, 35)
        ),
    ]

    @Test("Each fault has its code and its place, and nothing else is found", arguments: table.indices)
    func findsFault(_ index: Int) throws {
        let (part, spot) = Self.table[index]
        let errors = try TestDirectory.caseReader().check(Self.text(part).bytes)

        #expect(errors.map(Spot.init) == [spot], "\(part)")
        #expect(throws: try #require(errors.first)) {
            try TestDirectory.caseReader().read(Self.text(part).bytes)
        }
    }

    @Test(
        "A file that is not what it should be is refused with one fault",
        arguments: [
            ("", "empty-file"), (" \n", "empty-file"), ("\u{FEFF}{}", "byte-order-mark"),
            ("{", "malformed-json"),
            ("{}x", "malformed-json"), ("[]", "wrong-type"), ("null", "wrong-type"),
            (String(repeating: "[", count: 200_000), "too-deep"),
            (String(repeating: "{\"a\":", count: 200_000), "too-deep"),
            ("{\"a\":\"\u{0}\"}", "control-character"), (#"{"merchant":"\ud800"}"#, "invalid-utf8"),
            (#"{"reference":""# + String(repeating: "a", count: (1 << 20) + 1) + #""}"#, "too-long"),
        ])
    func refusesFile(_ text: String, _ code: String) throws {
        let errors = try TestDirectory.caseReader().check(text.bytes)

        #expect(errors.first?.code.rawValue == code)
    }

    @Test("A file of one byte more than the limit is refused, and bytes that are no UTF-8 are")
    func refusesBytes() throws {
        let reader = try TestDirectory.caseReader()
        let large = [UInt8](repeating: 0x20, count: CaseReader.bytesMax + 1)

        #expect(reader.check(large).map(\.code) == [.tooLarge])
        #expect(reader.check(Array("{\"a\":\"".utf8) + [0xC3, 0x28]).map(\.code) == [.invalidUTF8])
        #expect(reader.check([0x00]).map(\.code) == [.malformedJSON])
    }

    @Test(
        "The nearest name is offered",
        arguments: [
            (#""ordr":{}"#, "\"order\""), (#""order":{"orderedon":"2026-01-01"}"#, "\"orderedOn\""),
            (#""issue":{"kind":"item-damagd"}"#, "\"item-damaged\""),
            (#""merchant":"amazon-f""#, "\"amazon-fr\""),
            (#""preferences":{"askedChannel":"registred-mail"}"#, "\"registered-mail\""),
            (#""consumer":{"timeZone":"Europe/Pari"}"#, "\"Europe/Paris\""),
        ])
    func offersNearestName(_ part: String, _ name: String) throws {
        let message = try TestDirectory.caseReader().check(Self.text(part).bytes).first?.message ?? ""

        #expect(message.contains("did you mean \(name)?"), "\(message)")
    }

    @Test("All faults are listed in the order of the file")
    func listsAll() throws {
        let text = Self.text(
            #""order":{"orderedOn":"2026-02-30","x":1,"y":2},"consumer":{"email":"@"},"seller":{"type":"?"}"#)
        let errors = try TestDirectory.caseReader().check(text.bytes)

        #expect(
            errors.map(\.pointer) == [
                "/order/orderedOn", "/order/x", "/order/y", "/consumer/email", "/seller/type",
            ])
    }

    @Test("A fault that nothing can be read from is listed at most a hundred times")
    func boundsFaults() throws {
        let keys = (0..<5000).map { "\"k\($0)\":0" }.joined(separator: ",")
        let errors = try TestDirectory.caseReader().check("{\(keys)}".bytes)

        #expect(errors.count == 100)
    }

    @Test("A name of a file cannot act on a terminal")
    func showsControlCharacters() throws {
        let message =
            try TestDirectory.caseReader().check(Self.text(#""\u001b[2J":1"#).bytes).first?.message ?? ""

        #expect(message.contains("‹U+001B›[2J"))
        #expect(!message.unicodeScalars.contains("\u{1B}"))
    }

    @Test("The error object has the five keys of the contract")
    func writesError() throws {
        let error = try #require(try TestDirectory.caseReader().check(Self.text(#""ordr":{}"#).bytes).first)
        let text = String(decoding: error.json(), as: UTF8.self)

        #expect(text.hasPrefix(#"{"error":{"code":"unknown-key","message":"\"ordr\" is not a key here: "#))
        #expect(text.hasSuffix(#","pointer":"/ordr","line":2,"column":1}}"#))
    }

    @Test("Cases changed at random are read or refused, and never stop the program", arguments: [1, 2, 3, 4])
    func survivesMutations(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let reader = try TestDirectory.caseReader()
        let originals = [ExampleCase.text.bytes, ExampleCase.furtherKeys.bytes]
        var refused = 0
        for _ in 0..<250 {
            var bytes = originals.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0x20...0x7E, using: &random), at: place)
                default:
                    let end = min(place + Int.random(in: 0...40, using: &random), bytes.count)
                    bytes.replaceSubrange(place..<end, with: bytes[..<min(30, bytes.count)])
                }
            }
            let errors = reader.check(bytes)
            if !errors.isEmpty { refused += 1 }
            for error in errors { #expect(error.line >= 1 && error.column >= 1 && !error.message.isEmpty) }
        }

        #expect(refused > 100)
    }
}

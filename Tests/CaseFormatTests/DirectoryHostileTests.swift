import CaseFormat
import ContactRouting
import Testing

/// Files made to harm: refused whole, with the place, and with no more work than their size asks for.
@Suite("Hostile directories")
struct DirectoryHostileTests {
    static let planted: [(change: (String, String), code: FaultCode, pointer: String)] = [
        ((#""schemaVersion": 1"#, #""schemaVersion": 99"#), .malformedValue, "/schemaVersion"),
        (
            (#""schemaVersion": 1"#, #""schemaVersion": 1, "schemaVersion": 1"#), .duplicateKey,
            "/schemaVersion"
        ),
        (
            (#""name": "Boutique Exemple","#, #""name": "A", "name": "B","#), .duplicateKey,
            "/merchants/0/name"
        ),
        (
            (#""kind": "tel", "value": "+33123456789""#, #""kind": "url", "value": "file:///etc/passwd""#),
            .malformedValue, "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (
                #""kind": "tel", "value": "+33123456789""#,
                #""kind": "url", "value": "http://169.254.169.254/latest""#
            ), .malformedValue, "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (
                #""kind": "tel", "value": "+33123456789""#,
                #""kind": "email", "value": "a@b.example\r\nRCPT TO:<x@y.example>""#
            ), .malformedValue, "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (#""+33123456789""#, #""+33;tel=+33123456789""#), .malformedValue,
            "/merchants/0/channels/0/endpoints/0/value"
        ),
        (
            (#""name": "Boutique Exemple","#, #""name": "Boutique\u0000Exemple","#), .controlCharacter,
            "/merchants/0/name"
        ),
        (
            (
                #""hours": "Mo-Fr 09:00-17:00""#,
                "\"hours\": \"\(String(repeating: "Mo 09:00-10:00; ", count: 40))Tu 09:00-10:00\""
            ), .tooLong, "/merchants/0/channels/0/hours"
        ),
    ]

    @Test("One hostile value refuses the whole file and is named by its path", arguments: planted.indices)
    func refuses(_ index: Int) {
        let (change, code, pointer) = Self.planted[index]
        let text = SmallDirectory.text.replacing(change.0, with: change.1)
        let errors = DirectoryReader().check(text.bytes)

        #expect(text != SmallDirectory.text)
        #expect(errors.map(\.code) == [code], "\(errors)")
        #expect(errors.map(\.pointer) == [pointer])
        #expect(throws: CaseFormatError.self) { try DirectoryReader().read(text.bytes) }
    }

    @Test("Of another version of the format nothing is said but that")
    func stopsAtVersion() {
        let text = #"{"schemaVersion": 2, "shops": {}, "merchants": 7}"#

        #expect(DirectoryReader().check(text.bytes).map(\.pointer) == ["/schemaVersion"])
    }

    @Test("A million channels are counted, not read")
    func countsChannels() {
        let million = String(repeating: "{},", count: 1_000_000)
        let text = SmallDirectory.text.replacing("\"channels\": [", with: "\"channels\": [\(million)")

        #expect(DirectoryReader().check(text.bytes).map(\.code) == [.tooMany])
    }

    @Test("A file above the limit is refused by its size alone")
    func refusesSize() {
        let text = SmallDirectory.text + String(repeating: " ", count: DirectoryReader.bytesMax)

        #expect(DirectoryReader().check(text.bytes).map(\.code) == [.tooLarge])
    }

    @Test("More different opening hours than the limit are refused, as many as the limit are read")
    func limitsHours() throws {
        func directory(_ count: Int) -> String {
            let merchants = (0..<count).map { index in
                SmallDirectory.merchant.replacing("boutique-fr", with: "m-\(index)").replacing(
                    "Mo-Fr 09:00-17:00", with: Self.hours(index))
            }
            return SmallDirectory.text.replacing(
                SmallDirectory.merchant, with: merchants.joined(separator: ","))
        }

        let most = try DirectoryReader().read(directory(DirectoryReader.hoursMax).bytes)
        let errors = DirectoryReader().check(directory(DirectoryReader.hoursMax + 1).bytes)

        #expect(most.schedules.count == DirectoryReader.hoursMax)
        #expect(errors.map(\.code) == [.tooMany])
        #expect(
            errors.map(\.pointer) == ["/merchants/\(DirectoryReader.hoursMax)/channels/0/hours"])
    }

    /// Another text for every number below 3,600.
    private static func hours(_ index: Int) -> String {
        func clock(_ minutes: Int) -> String {
            let (hour, minute) = (minutes / 60, minutes % 60)
            return (hour < 10 ? "0\(hour)" : "\(hour)") + (minute < 10 ? ":0\(minute)" : ":\(minute)")
        }
        return "Mo \(clock(index % 60))-\(clock(60 + index / 60))"
    }
}

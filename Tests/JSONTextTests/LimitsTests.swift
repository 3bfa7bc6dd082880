import JSONText
import Testing

@Suite("JSON limits")
struct LimitsTests {
    @Test("64 levels are read, the 65th is refused where it opens")
    func limitsDepth() throws {
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }

        #expect(throws: Never.self) { try JSONDocument(parsing: nested(64)) }
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: nested(65)) }

        #expect(error?.code == "json-too-deep")
        #expect(error?.place.position.column == 65)
    }

    @Test("200,000 levels give one clear error", arguments: ["[", "{\"a\":"])
    func refusesDeepNesting(opening: String) {
        let text = String(repeating: opening, count: 200_000)

        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }

        #expect(error?.code == "json-too-deep")
        #expect(error?.message == "Objects and arrays are nested more than 64 levels deep; flatten the file.")
    }

    @Test("what was read at any depth can be walked, pointed at and written")
    func walksDeepNesting() throws {
        let depth = 100_000
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        var value = try JSONDocument(parsing: text, limits: JSONLimits(depthMax: depth)).root

        var writer = JSONWriter()
        writer.value(value)
        while let inner = value.elements?.first(where: { _ in true }) { value = inner }

        #expect(writer.text == text)
        #expect(value.pointer.utf8.count == 2 * (depth - 1))
    }

    @Test("a file of the largest size is read, one byte more is refused unread")
    func limitsSize() throws {
        let max = 8 << 20
        var bytes = [UInt8](repeating: UInt8(ascii: " "), count: max)
        bytes[0] = UInt8(ascii: "1")

        #expect(try JSONDocument(parsing: bytes).root.int == 1)
        bytes.append(UInt8(ascii: " "))
        #expect(throws: JSONError.tooLarge(bytes: max + 1, max: max)) { try JSONDocument(parsing: bytes) }
        #expect(throws: JSONError.tooLarge(bytes: max + 1, max: max)) {
            try JSONDocument(parsing: bytes[...])
        }
    }

    @Test(
        "texts and keys are measured after their escapes are resolved",
        arguments: [
            ("\"aaaa\"", true), ("\"aaaaa\"", false), ("\"\\u0061\\n\\n\\n\"", true),
            ("\"\\uD83D\\uDE00\"", true),
            ("\"éé\"", true), ("\"ééé\"", false), ("{\"aaaaa\":1}", false),
        ])
    func limitsTexts(text: String, isRead: Bool) {
        let limits = JSONLimits(textBytesMax: 4)

        let document = try? JSONDocument(parsing: text, limits: limits)

        #expect((document != nil) == isRead)
    }

    @Test("a text over the limit names both sizes and its way")
    func namesTextSizes() {
        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: "{\"a\":\"12345\"}", limits: JSONLimits(textBytesMax: 4))
        }

        #expect(
            error?.description
                == "Line 1, column 6 (/a): This text has 5 bytes and at most 4 are read; shorten it.")
    }

    @Test("a number over the limit is refused")
    func limitsNumbers() {
        let digits = String(repeating: "1", count: 1_001)

        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: digits) }

        #expect(error?.code == "json-number-too-long")
        #expect(throws: Never.self) { try JSONDocument(parsing: String(digits.dropLast())) }
    }
}

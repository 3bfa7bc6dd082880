import JSONText
import Testing

@Suite("JSONWriter")
struct WriterTests {
    static func sample(_ layout: JSONWriter.Layout) -> String {
        var writer = JSONWriter(layout, capacity: 100)
        writer.beginObject()
        writer.key("list")
        writer.beginArray()
        writer.int(-1)
        writer.number(text: "2.50")
        writer.double(0.1)
        writer.beginObject()
        writer.endObject()
        writer.beginArray()
        writer.endArray()
        writer.endArray()
        writer.key(named: "clé")
        writer.string("é")
        writer.key("open")
        writer.bool(true)
        writer.key("until")
        writer.null()
        writer.endObject()
        return writer.text
    }

    @Test("compact layout has no white space")
    func writesCompact() {
        #expect(Self.sample(.compact) == #"{"list":[-1,2.50,0.1,{},[]],"clé":"é","open":true,"until":null}"#)
    }

    @Test("pretty layout has a line for each member and two spaces a level")
    func writesPretty() {
        let expected = """
            {
              "list": [
                -1,
                2.50,
                0.1,
                {},
                []
              ],
              "clé": "é",
              "open": true,
              "until": null
            }
            """

        #expect(Self.sample(.pretty) == expected)
    }

    @Test(
        "only what must be escaped is escaped",
        arguments: [
            ("", "\"\""), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
            ("\u{0}\u{1B}\u{1F}", #""\u0000\u001b\u001f""#),
            ("\u{7F}\u{2028}\u{2029}é😀", "\"\u{7F}\u{2028}\u{2029}é😀\""),
            (
                "no escape in a text of more than fifteen bytes",
                "\"no escape in a text of more than fifteen bytes\""
            ),
        ])
    func escapes(text: String, expected: String) {
        var writer = JSONWriter()

        writer.string(text)
        writer.endLine()
        writer.string(utf8: Array(text.utf8).span)

        #expect(Array(writer.text.utf8) == Array("\(expected)\n\(expected)".utf8))
    }

    @Test("a buffer is used again for another value")
    func startsAgain() {
        var writer = JSONWriter()
        writer.int(UInt8(1))

        writer.removeAll()
        writer.bool(false)

        #expect(writer.text == "false")
    }

    @Test(
        "the canonical form sorts keys by bytes, keeps arrays and numbers, and drops white space",
        arguments: [
            (
                #" { "b" : [ 2 , 1.0 ] , "a" : { "é" : null, "z": "\u00e9\/" , "" : 1e2} } "#,
                #"{"a":{"":1e2,"z":"é/","é":null},"b":[2,1.0]}"#
            ),
            ("{\"\u{E000}\":1,\"😀\":2}", "{\"\u{E000}\":1,\"😀\":2}"),
            ("\t[]\n", "[]"), ("\"x\"", "\"x\""),
        ])
    func writesCanonical(source: String, expected: String) throws {
        let canonical = try JSONDocument.canonicalBytes(of: Array(source.utf8))

        #expect(String(decoding: canonical, as: UTF8.self) == expected)
    }

    @Test("a number longer than the default limit is copied as it was read")
    func copiesLongNumbers() throws {
        let digits = "[" + String(repeating: "7", count: 3_000) + "]"
        let document = try JSONDocument(parsing: digits, limits: JSONLimits(numberBytesMax: 3_000))

        #expect(String(decoding: document.root.canonicalBytes(), as: UTF8.self) == digits)
    }

    @Test("a value without its key stops the program")
    func refusesMissingKey() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.int(1)
        }
    }

    @Test("closing an object that waits for a value stops the program")
    func refusesMissingValue() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.key("a")
            writer.endObject()
        }
    }

    @Test("a number that is none stops the program")
    func refusesBadNumber() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.number(text: "1.")
        }
    }
}

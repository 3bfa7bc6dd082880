import JSONText
import Testing

@Suite("JSON grammar")
struct GrammarTests {
    @Test(
        "a document of RFC 8259 is read",
        arguments: [
            "null", " true\r\n", "\tfalse ", "0", "-0", "-0.0e-0", "1E+2", "12.50", "\"\"", "\"é😀\"", "[]",
            "{}", "[ ]",
            "{ }", "[1,[2,[3]],{}]", "{\"\":1}", "{\"a\":{\"a\":1}}",
            "\"\\u0000\\uD83D\\uDE00\\/\\b\\f\\n\\r\\t\"",
            "\"\u{2028}\u{7F}\"", "[\"\u{E000}\u{10FFFF}\"]",
        ])
    func reads(text: String) {
        #expect(throws: Never.self) { try JSONDocument(parsing: text) }
    }

    @Test(
        "what is no JSON is refused, with the byte and the way to it",
        arguments: [
            ("", "json-empty", 0, ""),
            (" \n", "json-empty", 2, ""),
            ("\u{FEFF}{}", "json-byte-order-mark", 0, ""),
            ("nul", "json-unexpected-character", 0, ""),
            ("True", "json-unexpected-character", 0, ""),
            ("NaN", "json-unexpected-character", 0, ""),
            ("+1", "json-unexpected-character", 0, ""),
            (".5", "json-unexpected-character", 0, ""),
            ("01", "json-bad-number", 0, ""),
            ("[-01]", "json-bad-number", 2, "/0"),
            ("-", "json-bad-number", 1, ""),
            ("1.", "json-bad-number", 2, ""),
            ("[1,1.e3]", "json-bad-number", 5, "/1"),
            ("1e", "json-bad-number", 2, ""),
            ("1e+", "json-bad-number", 3, ""),
            ("0x10", "json-trailing-content", 1, ""),
            ("1 2", "json-trailing-content", 2, ""),
            ("{}}", "json-trailing-content", 2, ""),
            ("[", "json-unexpected-end", 1, ""),
            ("[1", "json-unexpected-end", 2, ""),
            ("[1,", "json-unexpected-end", 3, "/1"),
            ("[1,]", "json-unexpected-character", 3, "/1"),
            ("[,1]", "json-unexpected-character", 1, "/0"),
            ("[1 2]", "json-unexpected-character", 3, ""),
            ("[1}", "json-unexpected-character", 2, ""),
            ("{\"a\":1]", "json-unexpected-character", 6, ""),
            ("{", "json-unexpected-end", 1, ""),
            ("{a:1}", "json-unexpected-character", 1, ""),
            ("{'a':1}", "json-unexpected-character", 1, ""),
            ("{\"a\"", "json-unexpected-end", 4, ""),
            ("{\"a\" 1}", "json-unexpected-character", 5, ""),
            ("{\"a\":", "json-unexpected-end", 5, "/a"),
            ("{\"a\":}", "json-unexpected-character", 5, "/a"),
            ("{\"a\":1,}", "json-unexpected-character", 7, ""),
            ("{\"a\":1,\"b\":[0,{\"c/~\":x}]}", "json-unexpected-character", 21, "/b/1/c~1~0"),
            ("[1,// no\n2]", "json-unexpected-character", 3, "/1"),
            ("\"a", "json-unterminated-string", 0, ""),
            ("\"a\\", "json-unterminated-string", 2, ""),
            ("\"a\nb\"", "json-control-character", 2, ""),
            ("\"a\u{0}\"", "json-control-character", 2, ""),
            ("\"\\x\"", "json-bad-escape", 1, ""),
            ("\"\\u12g4\"", "json-bad-escape", 1, ""),
            ("\"\\u12\"", "json-bad-escape", 1, ""),
            ("\"\\u+123\"", "json-bad-escape", 1, ""),
            ("\"ab\\uD800\"", "json-lone-surrogate", 3, ""),
            ("\"\\uD800\\uD800\"", "json-lone-surrogate", 1, ""),
            ("\"\\uD800\\n\"", "json-lone-surrogate", 1, ""),
            ("\"\\uDC00\"", "json-lone-surrogate", 1, ""),
            ("[é]", "json-unexpected-character", 1, "/0"),
            ("[\u{A0}1]", "json-unexpected-character", 1, "/0"),
        ])
    func refuses(text: String, code: String, offset: Int, pointer: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }

        #expect(error?.code == code)
        #expect(error?.place.position.offset == offset)
        #expect(error?.place.pointer == pointer)
        #expect(error?.description.contains(error?.message ?? "?") == true)
    }

    @Test(
        "bytes that are not UTF-8 are refused inside and outside of texts",
        arguments: [
            [0x22, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xC1, 0xBF, 0x22], [0x22, 0xC3, 0x22],
            [0x22, 0xE0, 0x80, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
            [0x22, 0xE2, 0x28, 0xA1, 0x22], [0x22, 0xF0, 0x80, 0x80, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
            [0x22, 0xF0, 0x9F, 0x98], [0x22, 0xF0, 0x9F, 0x98, 0x22], [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22],
            [0x22, 0xFF, 0x22], [0x22, 0xC3], [0x5B, 0xFF], [0xC3], [0x22, 0xF0, 0x9F, 0x41, 0x80, 0x22],
        ] as [[UInt8]])
    func refusesBrokenUTF8(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }

        #expect(error?.code == "json-invalid-utf8")
    }

    @Test("a fault is found wherever it stands in a long text", arguments: 0..<40)
    func findsFaultAtEveryOffset(offset: Int) {
        for (fault, code) in [(UInt8(0x1F), "json-control-character"), (0xFF, "json-invalid-utf8")] {
            var bytes = Array("\"\(String(repeating: "x", count: 40))\"".utf8)
            bytes[1 + offset] = fault

            let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }

            #expect(error?.code == code)
            #expect(error?.place.position.offset == 1 + offset)
        }
    }

    @Test("every character but the ones that must be escaped may stand in a text")
    func acceptsEveryScalar() throws {
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\",
                value % 7 == 0 || value < 0x3000
            else { continue }
            let document = try JSONDocument(parsing: "\"\(scalar)\"")
            if document.root.string?.unicodeScalars.first != scalar { Issue.record("U+\(value) is lost") }
        }
    }
}

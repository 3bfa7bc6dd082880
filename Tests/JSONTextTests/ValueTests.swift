import JSONText
import Testing

@Suite("JSON values")
struct ValueTests {
    @Test(
        "a text is decoded when asked for",
        arguments: [
            ("\"\"", ""), ("\"plain\"", "plain"), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"),
            ("\"\\u00e9\\u20AC\"", "é€"), ("\"\\uD83D\\uDE00!\"", "😀!"), ("\"\\uDBFF\\uDFFF\"", "\u{10FFFF}"),
            ("\"é\\nà\"", "é\nà"), ("\"\\uFFFF\\uE000\"", "\u{FFFF}\u{E000}"),
        ])
    func decodesTexts(source: String, text: String) throws {
        let value = try JSONDocument(parsing: source).root

        #expect(value.string.map { Array($0.utf8) } == Array(text.utf8))
        #expect(value.withTextBytes { $0.count } == text.utf8.count)
    }

    @Test(
        "a number is a whole number only when written as one",
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-17", -17), ("9223372036854775807", Int64.max),
            ("-9223372036854775808", Int64.min), ("9223372036854775808", nil), ("-9223372036854775809", nil),
            ("99999999999999999999", nil), ("1.0", nil), ("1e2", nil), ("1E2", nil),
        ] as [(String, Int64?)])
    func readsWholeNumbers(source: String, int: Int64?) throws {
        let value = try JSONDocument(parsing: source).root

        #expect(value.int == int)
        #expect(value.numberText == source)
    }

    @Test("a number too large for 64-bit floating point has no binary value")
    func readsDoubles() throws {
        let elements = try #require(try JSONDocument(parsing: "[0.1, -2.5e3, 1e999, \"1\"]").root.elements)

        #expect(elements.map(\.double) == [0.1, -2500, nil, nil])
    }

    @Test("each kind of value answers only its own questions")
    func keepsKindsApart() throws {
        let elements = try #require(
            try JSONDocument(parsing: "[{}, [], \"s\", 1, true, false, null]").root.elements)

        let values = Array(elements)

        #expect(values.map(\.kind) == [.object, .array, .string, .number, .bool, .bool, .null])
        #expect(values.map(\.bool) == [nil, nil, nil, nil, true, false, nil])
        #expect(values.map(\.isNull) == [false, false, false, false, false, false, true])
        #expect(values.map { $0.string != nil } == [false, false, true, false, false, false, false])
        #expect(values.map { $0.numberText != nil } == [false, false, false, true, false, false, false])
        #expect(values.map { $0.members != nil } == [true, false, false, false, false, false, false])
        #expect(values.map { $0.elements != nil } == [false, true, false, false, false, false, false])
        #expect(
            values.map { $0.withTextBytes { _ in 0 } != nil } == [
                false, false, true, false, false, false, false,
            ])
    }

    @Test("members come in source order and are found by key, escaped or not")
    func findsMembers() throws {
        let root = try JSONDocument(parsing: "{\"b\":[1,{\"a\":2}],\"a\":3,\"\\u00e9\":4,\"long key\":5}")
            .root

        let members = try #require(root.members)

        #expect(members.map(\.key) == ["b", "a", "é", "long key"])
        #expect(root["a"]?.int == 3)
        #expect(root["é"]?.int == 4)
        #expect(root.member(named: "é")?.int == 4)
        #expect(root["long key"]?.int == 5)
        #expect(root["long"] == nil)
        #expect(root["b"]?["a"] == nil)
        #expect(root["b"]?.elements?.map(\.kind) == [.number, .object])
    }

    @Test("a text is compared with a word as bytes")
    func comparesTexts() throws {
        let elements = try #require(
            try JSONDocument(parsing: "[\"refund\", \"r\\u0065fund\", \"refunds\", 1]").root.elements)

        #expect(elements.map { $0.isText("refund") } == [true, true, false, false])
    }

    @Test("positions count lines and Unicode scalars, also behind multi-byte text and every line end")
    func countsPositions() throws {
        let root = try JSONDocument(parsing: "{\"é😀\":\t1,\r\n \"b\":\r2,\n\n\"c\": [true, \"€\", null]}")
            .root
        let values = try #require(root.members).map(\.value) + Array(try #require(root["c"]?.elements))

        let positions = values.map { [$0.position.offset, $0.position.line, $0.position.column] }

        #expect(
            positions == [[11, 1, 8], [21, 3, 1], [30, 5, 6], [31, 5, 7], [37, 5, 13], [44, 5, 18]])
        #expect(values.map(\.pointer) == ["/é😀", "/b", "/c", "/c/0", "/c/1", "/c/2"])
        #expect(root.place == JSONPlace(position: JSONPosition(offset: 0, line: 1, column: 1), pointer: ""))
    }

    @Test("a part of a buffer is read on its own")
    func readsPart() throws {
        let bytes = Array("[1]\n[2]\n".utf8)

        let document = try JSONDocument(parsing: bytes[4..<7])

        #expect(document.root.elements?.map(\.int) == [2])
    }
}

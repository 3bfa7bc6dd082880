import JSONText
import Testing

@Suite("JSONObjectReader")
struct ObjectReaderTests {
    static func reader(_ text: String) throws -> JSONObjectReader {
        try #require(JSONObjectReader(try JSONDocument(parsing: text).root))
    }

    @Test("only an object can be read")
    func refusesOthers() throws {
        #expect(JSONObjectReader(try JSONDocument(parsing: "[]").root) == nil)
    }

    @Test("keys are found in any order, absent ones are nil")
    func takesInAnyOrder() throws {
        var reader = try Self.reader("{\"a\":1,\"b\":{\"x\":0},\"c\":null}")

        #expect(reader.take("c")?.isNull == true)
        #expect(reader.take("z") == nil)
        #expect(reader.take("a")?.int == 1)
        #expect(reader.take("a")?.int == 1)
        #expect(reader.take("b")?["x"]?.int == 0)
        #expect(reader.firstUnknownKey() == nil)
    }

    @Test("the first unknown key is named, with the nearest known one and the place of the key")
    func findsUnknownKey() throws {
        var reader = try Self.reader("{\"merchant\": 1,\n \"isue\": {}, \"other\": 1}")

        _ = reader.take("merchant")
        _ = reader.take("issue")

        let unknown = try #require(reader.firstUnknownKey())
        #expect(unknown.key == "isue")
        #expect(unknown.nearest == "issue")
        #expect(unknown.place.position == JSONPosition(offset: 17, line: 2, column: 2))
        #expect(unknown.place.pointer == "/isue")
    }

    @Test("property: taking some keys leaves the first of the others", arguments: [0, 1, 5, 63, 64, 65, 200])
    func leavesTheOthers(count: Int) throws {
        let text = "{" + (0..<count).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        var reader = try Self.reader(text)

        _ = reader.take("k0")
        _ = reader.take("k1")

        #expect(reader.firstUnknownKey()?.key == (count > 2 ? "k2" : nil))
    }

    @Test("an empty object has no unknown key")
    func readsEmptyObject() throws {
        var reader = try Self.reader("{}")

        #expect(reader.take("a") == nil)
        #expect(reader.firstUnknownKey() == nil)
    }
}

@Suite("nearestName")
struct NearestNameTests {
    static let names = ["merchant", "issue", "order", "orderedOn", "deliveredOn", "email", "at", "chat"]

    @Test(
        "the name that was meant is found, a far one is not",
        arguments: [
            ("merchnat", "merchant"), ("mercahnt", "merchant"), ("Issue", "issue"), ("isue", "issue"),
            ("isssue", "issue"),
            ("ORDEREDON", "orderedOn"), ("ordered-on", "orderedOn"), ("delivredOn", "deliveredOn"),
            ("emial", "email"),
            ("ta", "at"), ("cat", "at"), ("webhook", nil), ("x", nil), ("", nil), ("oder", "order"),
            ("to", nil),
            (String(repeating: "a", count: 100_000), nil),
        ] as [(String, String?)])
    func findsNearest(text: String, expected: String?) {
        #expect(nearestName(to: text, among: Self.names) == expected)
    }

    @Test("of two equally near names the first is taken")
    func takesFirst() {
        #expect(nearestName(to: "bat", among: ["cat", "hat"]) == "cat")
    }

    @Test("without names there is no nearest one")
    func needsNames() {
        #expect(nearestName(to: "a", among: [""]) == nil)
        #expect(nearestName(to: "a", among: []) == nil)
    }
}

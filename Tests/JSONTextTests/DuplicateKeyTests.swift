import JSONText
import Testing

@Suite("Duplicate keys")
struct DuplicateKeyTests {
    @Test("a key that stands twice is named with both places")
    func namesBothPlaces() {
        let text = "{\n  \"é\": 1,\n  \"number\": 2, \"number\": 3\n}"

        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }

        #expect(
            error?.description
                == "Line 3, column 16 (/number): The key \"number\" stands here a second time, "
                + "first in line 3, column 3; remove one.")
    }

    @Test("a long or hostile key is shown shortened and without its control characters")
    func showsHostileKey() {
        let key = "\\u001B[2J\\n" + String(repeating: "é", count: 1_000)

        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: "{\"\(key)\":1,\"\(key)\":2}")
        }

        #expect(
            error?.message.contains("\"‹U+001B›[2J‹U+000A›\(String(repeating: "é", count: 55))…\"") == true)
        #expect(error?.description.contains { $0.isNewline || $0 == "\u{1B}" } == false)
    }

    @Test(
        "equal keys are found however they are written",
        arguments: [
            "{\"a\":1,\"\\u0061\":2}", "{\"\\/\":1,\"/\":2}", "{\"\":1,\"\":2}",
            "[{\"x\":{\"b\":[{}],\"b\":0}}]",
        ])
    func findsEqualKeys(text: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }

        #expect(error?.code == "json-duplicate-key")
    }

    @Test(
        "different keys are two keys",
        arguments: [
            "{\"a\":1,\"A\":2}", "{\"a\":{\"a\":1},\"b\":{\"a\":1}}", "{\"\\u00e9\":1,\"e\u{301}\":2}",
            "{\"ab\":1,\"ba\":2,\"aab\":3,\"axb\":4}",
        ])
    func keepsDifferentKeys(text: String) {
        #expect(throws: Never.self) { try JSONDocument(parsing: text) }
    }

    @Test(
        "property: one repeated key is found among any number of keys",
        arguments: [2, 3, 31, 32, 33, 34, 100, 5_000])
    func findsRepeatedKey(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        let keys = (0..<count).map { "key\($0)" }
        let text = { (keys: [String]) in "{" + keys.map { "\"\($0)\":[{}]" }.joined(separator: ",") + "}" }

        #expect(throws: Never.self) { try JSONDocument(parsing: text(keys)) }
        let repeated = Int.random(in: 0..<count, using: &random)
        let error = #expect(throws: JSONError.self) {
            try JSONDocument(parsing: text(keys + [keys[repeated]]))
        }

        #expect(error?.place.pointer == "/key\(repeated)")
    }

    @Test("half a million keys of one object are compared at once")
    func comparesManyKeys() throws {
        let text = "{" + (0..<500_000).map { "\"\($0)\":0" }.joined(separator: ",") + "}"

        let document = try JSONDocument(parsing: text)

        #expect(document.root.members?.reduce(0) { count, _ in count + 1 } == 500_000)
    }
}

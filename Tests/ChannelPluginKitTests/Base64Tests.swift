import ChannelPluginKit
import Testing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "the examples of RFC 4648 section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func examples(text: String, encoded: String) {
        #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == encoded)
    }

    @Test(
        "lines have 76 characters and a line end each, the last one too",
        arguments: [0, 1, 56, 57, 58, 113, 114, 115, 5000])
    func lines(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let text = Array(Base64.encode(bytes))
        var expected: [UInt8] = []
        for start in stride(from: 0, to: text.count, by: 76) {
            expected += text[start..<min(start + 76, text.count)] + [13, 10]
        }

        #expect(Base64.lines(of: bytes) == expected)
    }

    @Test("a collection that is no array gives the same characters")
    func collections() {
        let bytes = (0..<100).map { UInt8($0) }

        #expect(Base64.encode(bytes[7...]) == Base64.encode(Array(bytes[7...])))
        #expect(Base64.encode(bytes.reversed()) == Base64.encode(Array(bytes.reversed())))
    }
}

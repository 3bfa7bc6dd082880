import JSONText
import Testing

@Suite("JSON lines")
struct LinesTests {
    static func lines(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return JSONLines(bytes).map { "\($0.number):\(String(decoding: bytes[$0.range], as: UTF8.self))" }
    }

    /// Feeds `text` in chunks of the given size.
    static func split(_ text: String, chunk: Int, max: Int = 100) -> [JSONLineSplitter.Line] {
        var splitter = JSONLineSplitter(lineBytesMax: max)
        var lines: [JSONLineSplitter.Line] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            splitter.append(bytes[start..<min(start + chunk, bytes.count)])
            while let line = splitter.next() { lines.append(line) }
        }
        splitter.finish()
        while let line = splitter.next() { lines.append(line) }
        return lines
    }

    static let table: [(String, [String])] = [
        ("", []), ("a", ["1:a"]), ("a\n", ["1:a"]), ("a\nb", ["1:a", "2:b"]), ("a\r\nb\r\n", ["1:a", "2:b"]),
        ("\n", ["1:"]), ("\r\n", ["1:"]), ("a\n\nb\n", ["1:a", "2:", "3:b"]), ("a\r", ["1:a"]),
        ("a\rb\n", ["1:a\rb"]),
        ("é\n😀", ["1:é", "2:😀"]), ("a\r\r\n", ["1:a\r"]),
    ]

    @Test("lines end with LF or CR LF, and the last one may lack its end", arguments: table)
    func cutsBuffer(text: String, expected: [String]) {
        #expect(Self.lines(text) == expected)
    }

    @Test("a stream is cut the same way, whatever its chunks", arguments: table)
    func cutsStream(text: String, expected: [String]) {
        for chunk in 1...8 {
            let lines = Self.split(text, chunk: chunk).map { line in
                switch line {
                case .complete(let number, let bytes): "\(number):\(String(decoding: bytes, as: UTF8.self))"
                case .tooLong(let number, let bytes): "\(number) has \(bytes) bytes"
                }
            }

            #expect(lines == expected, "in chunks of \(chunk)")
        }
    }

    @Test("a line over the limit is passed over, and the next ones are read", arguments: 1...12)
    func passesOverLongLine(chunk: Int) {
        let lines = Self.split("abcd\nabcde\r\nabcd\r\nabcdefghijkl\nx\nabcde", chunk: chunk, max: 4)

        #expect(
            lines == [
                .complete(number: 1, bytes: Array("abcd".utf8)), .tooLong(number: 2, bytes: 5),
                .complete(number: 3, bytes: Array("abcd".utf8)), .tooLong(number: 4, bytes: 12),
                .complete(number: 5, bytes: Array("x".utf8)), .tooLong(number: 6, bytes: 5),
            ])
    }

    @Test("property: a stream gives the lines of the buffer", arguments: 0..<100 as Range<UInt64>)
    func agreesWithBuffer(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["a", "{}", "\n", "\r\n", "\r", "é"]
        let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        let bytes = Array(text.utf8)

        let streamed = Self.split(text, chunk: Int.random(in: 1...20, using: &random), max: 1_000)

        #expect(
            streamed == JSONLines(bytes).map { .complete(number: $0.number, bytes: Array(bytes[$0.range])) })
    }
}

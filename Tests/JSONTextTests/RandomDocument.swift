import JSONText

/// Writes a random document, keys unique, texts with everything that needs care.
struct RandomDocument {
    var random: SeededGenerator
    var writer: JSONWriter

    init(seed: UInt64, _ layout: JSONWriter.Layout) {
        random = SeededGenerator(seed: seed)
        writer = JSONWriter(layout)
    }

    static func bytes(seed: UInt64, _ layout: JSONWriter.Layout = .compact) -> [UInt8] {
        var document = RandomDocument(seed: seed, layout)
        document.value(depth: 0)
        return document.writer.bytes
    }

    private mutating func value(depth: Int) {
        switch Int.random(in: 0..<(depth < 5 ? 8 : 6), using: &random) {
        case 0: writer.string(text())
        case 1: writer.int(Int64.random(in: .min ... .max, using: &random))
        case 2: writer.double(Double.random(in: -1e9...1e9, using: &random))
        case 3: writer.bool(Bool.random(using: &random))
        case 4: writer.null()
        case 5:
            writer.number(
                text: ["0", "-0", "1e5", "1.50", "-2E-3", "100"].randomElement(using: &random) ?? "0")
        case 6: array(depth: depth)
        default: object(depth: depth)
        }
    }

    private mutating func array(depth: Int) {
        writer.beginArray()
        for _ in 0..<Int.random(in: 0..<6, using: &random) { value(depth: depth + 1) }
        writer.endArray()
    }

    private mutating func object(depth: Int) {
        writer.beginObject()
        for index in 0..<Int.random(in: 0..<6, using: &random) {
            writer.key(named: text() + "\(index)")
            value(depth: depth + 1)
        }
        writer.endObject()
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "é", "\"", "\\", "/", "~", "\n", "\u{0}", "\u{1F}", "\u{7F}", "€", "😀", "\u{2028}",
            "plain text",
        ]
        return (0..<Int.random(in: 0..<8, using: &random))
            .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
}

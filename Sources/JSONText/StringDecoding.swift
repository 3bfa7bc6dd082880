extension Span<UInt8> {
    /// The text of a checked text or key.
    func text(of node: JSONNode) -> String {
        if node.isEscaped { return String(decoding: resolvedBytes(of: node), as: UTF8.self) }
        return extracting(node.content).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// The UTF-8 bytes of a checked text or key, escapes resolved.
    func resolvedBytes(of node: JSONNode) -> [UInt8] {
        let content = node.content
        var resolved: [UInt8] = []
        resolved.reserveCapacity(content.count)
        var index = content.lowerBound
        while index < content.upperBound {
            let byte = self[index]
            if byte == ASCII.backslash {
                index += appendEscape(at: index, to: &resolved)
            } else {
                resolved.append(byte)
                index += 1
            }
        }
        return resolved
    }

    /// Appends what the escape at `index` stands for and returns its length in the source.
    private func appendEscape(at index: Int, to resolved: inout [UInt8]) -> Int {
        let letter = self[index + 1]
        guard letter == UInt8(ascii: "u") else {
            resolved.append(Self.meaning(ofEscape: letter))
            return 2
        }
        let unit = hexEscape(at: index) ?? 0xFFFD
        var value = unit
        var length = 6
        if (0xD800..<0xDC00).contains(unit), let low = hexEscape(at: index + 6) {
            value = 0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00) & 0x3FF
            length = 12
        }
        // The reader has refused half pairs, so every value is a scalar.
        resolved.append(
            contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        return length
    }

    private static func meaning(ofEscape letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): ASCII.lineFeed
        case UInt8(ascii: "r"): ASCII.carriageReturn
        case UInt8(ascii: "t"): ASCII.tab
        default: letter  // tidy-allow: the three others stand for themselves
        }
    }
}

extension JSONParser {
    /// Checks a text or key and adds its node; decoding waits until somebody asks.
    mutating func readString(_ source: Span<UInt8>) throws(JSONError) {
        let start = offset
        var index = start + 1
        // What decoding takes away: an escape is longer than what it stands for.
        var saved = 0
        while true {
            index = source.endOfPlainText(from: index)
            guard index < source.count else { throw .unterminatedString(at: place(start, source)) }
            let byte = source[index]
            if byte == ASCII.quote {
                break
            } else if byte == ASCII.backslash {
                let length = try escapeLength(at: index, source)
                saved += length.source - length.decoded
                index += length.source
            } else if byte < 0x20 {
                throw .controlCharacter(byte, at: place(index, source))
            } else {
                guard let length = source.scalarLength(at: index) else {
                    throw .invalidUTF8(byte: byte, at: place(index, source))
                }
                index += length
            }
        }
        let bytes = index - start - 1 - saved
        guard bytes <= limits.textBytesMax else {
            throw .textTooLong(bytes: bytes, max: limits.textBytesMax, at: place(start, source))
        }
        append(.string, end: index + 1, isEscaped: saved > 0)
        offset = index + 1
    }

    /// Lengths of the escape at `index` in the source and decoded as UTF-8, in bytes.
    ///
    /// Every escape is longer in the source, which is how `isEscaped` is known.
    private func escapeLength(
        at index: Int, _ source: Span<UInt8>
    ) throws(JSONError) -> (source: Int, decoded: Int) {
        guard index + 1 < source.count else { throw .unterminatedString(at: place(index, source)) }
        switch source[index + 1] {
        case ASCII.quote, ASCII.backslash, ASCII.slash, UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return (2, 1)
        case UInt8(ascii: "u"):
            return try unicodeEscapeLength(at: index, source)
        default:  // tidy-allow: bytes are an open set
            throw .badEscape(at: place(index, source))
        }
    }

    private func unicodeEscapeLength(
        at index: Int, _ source: Span<UInt8>
    ) throws(JSONError) -> (source: Int, decoded: Int) {
        guard let unit = source.hexEscape(at: index) else { throw .badEscape(at: place(index, source)) }
        switch unit {
        case 0..<0x80: return (6, 1)
        case 0x80..<0x800: return (6, 2)
        case 0xD800..<0xDC00:
            guard let low = source.hexEscape(at: index + 6), (0xDC00..<0xE000).contains(low) else {
                throw .loneSurrogate(at: place(index, source))
            }
            return (12, 4)
        case 0xDC00..<0xE000: throw .loneSurrogate(at: place(index, source))
        default: return (6, 3)  // tidy-allow: code units are an open set
        }
    }
}

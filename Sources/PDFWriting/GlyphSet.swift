/// A set of glyphs of one font.
struct GlyphSet: Hashable, Sendable {
    private(set) var words: [UInt64]

    /// - Parameter glyphCount: how many glyphs the font has; larger numbers are never in the set.
    init(glyphCount: Int) { words = [UInt64](repeating: 0, count: (glyphCount + 63) / 64) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    @inline(__always)
    mutating func insert(_ glyph: UInt16) {
        words[Int(glyph >> 6)] |= 1 << UInt64(glyph & 63)
    }

    mutating func insert(_ glyphs: Span<UInt16>) {
        for index in glyphs.indices { insert(glyphs[index]) }
    }

    func contains(_ glyph: UInt16) -> Bool {
        let place = Int(glyph >> 6)
        return place < words.count && words[place] >> UInt64(glyph & 63) & 1 == 1
    }

    mutating func formUnion(_ other: GlyphSet) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    func isDisjoint(with other: GlyphSet) -> Bool {
        zip(words, other.words).allSatisfy { $0 & $1 == 0 }
    }

    /// All members in ascending order.
    var glyphs: [UInt16] {
        var found: [UInt16] = []
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                found.append(UInt16(place * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return found
    }
}

import Testing

@testable import Typesetting

@Suite("ShapeCache")
struct ShapeCacheTests {
    @Test("ten thousand words are found again, each as itself")
    func finds() {
        var cache = ShapeCache()
        let words = (0..<10_000).map { number in Self.scalars("mot\(number)") }

        let places = words.enumerated().map { index, word in
            cache.insert(word[...], hash: ShapeCache.hash(word[...]), shape: Self.shape(width: index))
        }

        for (index, word) in words.enumerated() {
            let found = cache.find(word[...], hash: ShapeCache.hash(word[...]))
            #expect(found == places[index])
            #expect(found.map { Int(cache.entries[$0].width) } == index)
        }
        #expect(
            cache.find(Self.scalars("absent")[...], hash: ShapeCache.hash(Self.scalars("absent")[...])) == nil
        )
    }

    @Test("words of one hash are told apart")
    func collision() {
        var cache = ShapeCache()
        let (first, second) = (Self.scalars("un"), Self.scalars("deux"))
        let place = cache.insert(first[...], hash: 7, shape: Self.shape(width: 1))

        #expect(cache.find(first[...], hash: 7) == place)
        #expect(cache.find(second[...], hash: 7) == nil)
    }

    @Test("over the limit the cache starts anew, under it nothing is lost")
    func trims() {
        var cache = ShapeCache()
        for number in 0..<10 {
            _ = cache.insert(
                Self.scalars("\(number)")[...], hash: UInt32(number), shape: Self.shape(width: 0))
        }

        cache.trim(words: 10, scalars: 10)
        #expect(cache.entries.count == 10)

        cache.trim(words: 9, scalars: 10)
        #expect(cache.entries.isEmpty)
        #expect(cache.find(Self.scalars("1")[...], hash: 1) == nil)
    }

    @Test("few words with many characters fill the cache too")
    func trimsCharacters() {
        var cache = ShapeCache()
        for number in 10..<20 {
            _ = cache.insert(
                Self.scalars("\(number)")[...], hash: UInt32(number), shape: Self.shape(width: 0))
        }

        cache.trim(words: 10, scalars: 20)
        #expect(cache.entries.count == 10)

        cache.trim(words: 10, scalars: 19)
        #expect(cache.entries.isEmpty)
    }

    @Test("a very long word has an entry and is not found again, however the cache grows")
    func longWord() {
        var cache = ShapeCache()
        let longest = Self.scalars(String(repeating: "a", count: 64))
        let tooLong = Self.scalars(String(repeating: "a", count: 65))

        let kept = cache.insert(longest[...], hash: 1, shape: Self.shape(width: 1))
        let passing = cache.insert(tooLong[...], hash: 2, shape: Self.shape(width: 2))
        for number in 0..<10_000 {
            let word = Self.scalars("mot\(number)")
            _ = cache.insert(word[...], hash: ShapeCache.hash(word[...]), shape: Self.shape(width: 0))
        }

        #expect(cache.find(longest[...], hash: 1) == kept)
        #expect(cache.find(tooLong[...], hash: 2) == nil)
        #expect(cache.entries[passing].width == 2)
        #expect(cache.text(of: passing).count == 65)
    }

    @Test("the kerning on both sides of a space adds up without a limit of its own")
    func kerning() {
        let piece = Piece(
            entry: 0, face: .regular, follower: .space, level: 0, gapLevel: 0, width: 1, kernAfterSpace: .max,
            kernBeforeSpace: .max)

        #expect(piece.kern(before: piece) == 65_534)
    }

    private static func scalars(_ text: String) -> [StyledScalar] {
        text.unicodeScalars.map { StyledScalar(value: $0.value, face: .regular) }
    }

    private static func shape(width: Int) -> WordShape {
        WordShape(glyphs: [1, 2], kerns: [0, 0], width: width, kernAfterSpace: 0, kernBeforeSpace: 0)
    }
}

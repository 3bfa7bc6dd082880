/// Words of one face that have been shaped, found again by their characters.
///
/// Open addressing; words, glyphs and kerns lie in common arrays, so that a letter of known words allocates nothing.
struct ShapeCache {
    struct Entry {
        var hash: UInt32
        var text: Range<Int>
        var glyphs: Range<Int>
        /// 1/1000 em, kerning inside the word included.
        var width: Int32
        /// Kerning towards a space before and after the word, 1/1000 em.
        var kernAfterSpace: Int16
        var kernBeforeSpace: Int16
    }

    private(set) var entries: [Entry] = []
    private var texts: [UInt32] = []
    private var glyphs: [UInt16] = []
    private var kerns: [Int16] = []
    /// The index of an entry plus 1, or 0 where none is.
    ///
    /// The length is a power of 2.
    private var slots = [Int32](repeating: 0, count: 4096)

    /// Forgets all words when they or their characters are too many; their indexes end with the document that used them.
    ///
    /// Between two trims the cache grows by one document at most.
    mutating func trim(words: Int, scalars: Int) {
        guard entries.count > words || texts.count > scalars else { return }
        self = ShapeCache()
    }

    /// The entry for a word, or nil.
    func find(_ word: ArraySlice<StyledScalar>, hash: UInt32) -> Int? {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].hash == hash, matches(word, entries[index].text) { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds a word that `find` did not find.
    ///
    /// A word above `Limits.shapedWordMax` gets an entry for its document and is never found again: it hardly comes twice.
    mutating func insert(_ word: ArraySlice<StyledScalar>, hash: UInt32, shape: WordShape) -> Int {
        let textStart = texts.count
        for scalar in word { texts.append(scalar.key) }
        let glyphStart = glyphs.count
        glyphs.append(contentsOf: shape.glyphs)
        kerns.append(contentsOf: shape.kerns)
        entries.append(
            Entry(
                hash: hash, text: textStart..<texts.count, glyphs: glyphStart..<glyphs.count,
                width: Int32(shape.width), kernAfterSpace: shape.kernAfterSpace,
                kernBeforeSpace: shape.kernBeforeSpace))
        if entries.count * 2 > slots.count { grow() } else { place(entries.count - 1) }
        return entries.count - 1
    }

    static func hash(_ word: ArraySlice<StyledScalar>) -> UInt32 {
        var hash: UInt32 = 0x811C_9DC5
        for scalar in word { hash = (hash ^ scalar.key) &* 0x0100_0193 }
        return hash ^ hash >> 15
    }

    /// The characters of an entry, in the order in which they are read.
    func text(of entry: Int) -> some Collection<UInt32> {
        texts[entries[entry].text].lazy.map { $0 & StyledScalar.keyMask }
    }

    /// Hands over the glyphs of an entry and the kerning after each.
    func withGlyphs(of entry: Int, _ body: (Span<UInt16>, Span<Int16>) -> Void) {
        let places = entries[entry].glyphs
        body(glyphs.span.extracting(places), kerns.span.extracting(places))
    }

    private func matches(_ word: ArraySlice<StyledScalar>, _ range: Range<Int>) -> Bool {
        guard word.count == range.count else { return false }
        var place = range.lowerBound
        for scalar in word {
            guard texts[place] == scalar.key else { return false }
            place += 1
        }
        return true
    }

    private mutating func place(_ index: Int) {
        guard entries[index].text.count <= Limits.shapedWordMax else { return }
        let mask = slots.count - 1
        var slot = Int(entries[index].hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(index + 1)
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for index in entries.indices { place(index) }
    }
}

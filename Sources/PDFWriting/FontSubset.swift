internal import CHarfBuzz

/// What the file holds of one font: some of its glyphs, under their own numbers, with widths and text.
struct FontSubset {
    /// `ABCDEF+Name`; the six letters follow from the glyphs.
    let name: String
    /// A TrueType font without hinting, not compressed.
    let program: [UInt8]
    /// Maps glyphs back to characters, not compressed.
    let toUnicode: [UInt8]
    /// The `W` array of the font dictionary.
    let widths: [UInt8]

    /// - Throws: `PDFError.subsetFailed` when the font cannot be reduced, `PDFError.glyphWithoutText` when a
    ///   glyph of the set belongs to no character.
    init(of font: FontFile, glyphs: GlyphSet, texts: GlyphTexts) throws(PDFError) {
        name = Self.tag(for: glyphs) + "+" + font.name
        program = try Self.program(of: font, glyphs: glyphs)
        toUnicode = try texts.map(of: glyphs)
        widths = Self.widths(of: font, glyphs: glyphs)
    }

    /// Six capital letters that differ for different subsets of a font.
    ///
    /// - Source: ISO 32000-1, 9.6.4.
    private static func tag(for glyphs: GlyphSet) -> String {
        var rest = ContentHash(glyphs.words).low
        var letters: [UInt8] = []
        for _ in 0..<6 {
            letters.append(UInt8(ascii: "A") + UInt8(truncatingIfNeeded: rest % 26))
            rest /= 26
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func program(of font: FontFile, glyphs: GlyphSet) throws(PDFError) -> [UInt8] {
        guard let input = hb_subset_input_create_or_fail() else { throw .outOfMemory(step: .subset) }
        defer { hb_subset_input_destroy(input) }
        // The glyphs keep their numbers, so that a page can be written before its subset is known.
        let flags = HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue
        hb_subset_input_set_flags(input, flags)
        let wanted = hb_subset_input_glyph_set(input)
        for glyph in glyphs.glyphs { hb_set_add(wanted, hb_codepoint_t(glyph)) }
        let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in FontTables.tags(of: font.face) where !FontTables.kept.contains(tag) {
            hb_set_add(dropped, tag)
        }
        guard let subset = hb_subset_or_fail(font.face, input) else { throw .subsetFailed(font: font.name) }
        defer { hb_face_destroy(subset) }
        let blob = hb_face_reference_blob(subset)
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let start = hb_blob_get_data(blob, &length), length > 0
        else { throw .subsetFailed(font: font.name) }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(length)))
    }

    /// `[3[278 278]36[667 ...]]`: runs of glyphs that follow one another.
    ///
    /// - Source: ISO 32000-1, 9.7.4.3.
    private static func widths(of font: FontFile, glyphs: GlyphSet) -> [UInt8] {
        var text = ByteBuffer(capacity: 1024)
        var previous: UInt16?
        text.append("[")
        for glyph in glyphs.glyphs {
            if let previous, previous + 1 == glyph {
                text.append(" ")
            } else {
                if previous != nil { text.append("]") }
                text.append(number: Int(glyph))
                text.append("[")
            }
            text.append(number: font.width(of: glyph))
            previous = glyph
        }
        text.append(previous == nil ? "]" : "]]")
        return text.bytes
    }
}

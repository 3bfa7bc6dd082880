internal import CHarfBuzz
internal import PDFWriting

/// Shapes words in one font.
final class FontFace {
    let spaceGlyph: UInt16
    let spaceWidth: Int
    let noBreakGlyph: UInt16
    let noBreakWidth: Int
    let hyphenGlyph: UInt16
    let hyphenWidth: Int

    private let file: FontFile
    private let font: OpaquePointer
    private let buffer: OpaquePointer
    private let language: hb_language_t?
    private let features: [hb_feature_t]

    /// - Throws: `TypesettingError.writing` when the font has no space, `.outOfMemory`.
    init(_ file: FontFile) throws(TypesettingError) {
        guard let space = file.glyph(for: " "), let hyphen = file.glyph(for: "-")
        else { throw .writing(.fontUnreadable(path: file.path)) }
        self.file = file
        (spaceGlyph, hyphenGlyph) = (space, hyphen)
        noBreakGlyph = file.glyph(for: "\u{A0}") ?? space
        (spaceWidth, hyphenWidth) = (file.width(of: space), file.width(of: hyphen))
        noBreakWidth = file.width(of: noBreakGlyph)
        language = hb_language_from_string("fr", -1)
        // One character, one glyph: what is copied from the page is then what was written.
        features = ["liga", "clig", "calt", "dlig"].map { ch_feature_off(Self.tag($0)) }
        let blob = hb_blob_create(
            file.bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(file.bytes.count),
            HB_MEMORY_MODE_READONLY, nil, nil)
        let face = hb_face_create(blob, 0)
        hb_blob_destroy(blob)
        let font = hb_font_create(face)
        hb_face_destroy(face)
        guard let font, let buffer = hb_buffer_create(), hb_buffer_allocation_successful(buffer) != 0
        else { throw .outOfMemory }
        hb_font_set_scale(font, Int32(file.unitsPerEm), Int32(file.unitsPerEm))
        (self.font, self.buffer) = (font, buffer)
    }

    deinit {
        hb_buffer_destroy(buffer)
        hb_font_destroy(font)
    }

    /// The width of the no-break space of this name.
    ///
    /// - Unit: 1/1000 em. The narrow one is a little under a fifth of an em, which suits a sans serif.
    static let narrowWidth = 180

    /// Shapes a word.
    ///
    /// It is shaped between two spaces: what they take or give is the kerning towards a neighbouring space.
    ///
    /// - Returns: glyphs as they are seen, from left to right.
    /// - Throws: `TypesettingError.characterWithoutGlyph` or `.rightToLeft` for the first character that the face lacks.
    func shape(_ word: ArraySlice<StyledScalar>, label: String) throws(TypesettingError) -> WordShape {
        for scalar in word {
            guard let character = Unicode.Scalar(scalar.value) else { continue }
            guard file.glyph(for: character) != nil else {
                throw TextClass(of: scalar.value) == .rightToLeft
                    ? .rightToLeft(character, label: label) : .characterWithoutGlyph(character, label: label)
            }
        }
        hb_buffer_clear_contents(buffer)
        let text = [StyledScalar.space] + word.map(\.value) + [StyledScalar.space]
        hb_buffer_add_utf32(buffer, text, Int32(text.count), 0, Int32(text.count))
        let isRightToLeft = word.first.map { $0.level & 1 == 1 } ?? false
        hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        // Set before guessing the script, which would otherwise take the language of the process.
        hb_buffer_set_language(buffer, language)
        hb_buffer_guess_segment_properties(buffer)
        hb_shape(font, buffer, features, UInt32(features.count))
        return try wordShape(of: word, label: label)
    }

    /// The advance width of a glyph, in 1/1000 em.
    func width(of glyph: UInt16) -> Int { file.width(of: glyph) }

    /// The character that shows a bracket in text that runs from right to left; most characters are their own.
    ///
    /// - Source: Unicode Standard Annex 9, rule L4.
    static func mirrored(_ scalar: UInt32) -> UInt32 {
        hb_unicode_mirroring(hb_unicode_funcs_get_default(), scalar)
    }

    private func wordShape(of word: ArraySlice<StyledScalar>, label: String) throws(TypesettingError)
        -> WordShape
    {
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, nil)
        else { throw .outOfMemory }
        guard Int(count) == word.count + 2 else { throw unsettable(word, label: label) }
        var shape = WordShape(glyphs: [], kerns: [], width: 0, kernAfterSpace: 0, kernBeforeSpace: 0)
        var kernUnits = 0
        var kernsSoFar = 0
        for index in 0...word.count {
            let glyph = infos[index].codepoint
            let (here, next) = (positions[index], positions[index + 1])
            guard here.y_offset == 0 else { throw unsettable(word, label: label) }
            // HarfBuzz may give one half of a kern as advance and the other as offset: places tell both.
            let step = Int(here.x_advance) + Int(next.x_offset) - Int(here.x_offset)
            let kern = step - Int(hb_font_get_glyph_h_advance(font, glyph))
            if index == 0 {
                shape.kernAfterSpace = Int16(clamping: file.thousandths(kern))
                continue
            }
            var adjustment: Int16 = 0
            if index == word.count {
                shape.kernBeforeSpace = Int16(clamping: file.thousandths(kern))
            } else {
                // The rounded sum less what was given already: rounding does not add up along a word.
                kernUnits += kern
                adjustment = Int16(clamping: file.thousandths(kernUnits) - kernsSoFar)
                kernsSoFar += Int(adjustment)
            }
            shape.glyphs.append(UInt16(truncatingIfNeeded: glyph))
            shape.kerns.append(adjustment)
            shape.width += file.width(of: UInt16(truncatingIfNeeded: glyph)) + Int(adjustment)
        }
        return shape
    }

    private func unsettable(_ word: ArraySlice<StyledScalar>, label: String) -> TypesettingError {
        let scalar = word.lazy.compactMap { Unicode.Scalar($0.value) }.first { $0.value >= 0x300 }
        return .characterWithoutGlyph(scalar ?? "\u{FFFD}", label: label)
    }

    private static func tag(_ name: String) -> hb_tag_t {
        name.utf8.prefix(4).reduce(0) { $0 << 8 | hb_tag_t($1) }
    }
}

internal import CHarfBuzz

/// Which character each glyph of a font stands for.
///
/// Where several share a glyph the lowest code point is taken: the space and not the no-break space. Code points for
/// private use mean nothing to anybody else and are left out; so are those that PDF forbids here.
///
/// - Source: ISO 19005-2, 6.2.11.7.2 and 6.2.11.7.3.
struct GlyphTexts: Sendable {
    private let fontName: String
    /// By glyph; 0 where there is none.
    private let scalars: [UInt32]

    init(of font: FontFile) {
        var scalars = [UInt32](repeating: 0, count: font.glyphCount)
        let all = hb_set_create()
        defer { hb_set_destroy(all) }
        hb_face_collect_unicodes(font.face, all)
        var value = hb_codepoint_t.max  // HB_SET_VALUE_INVALID: start before the first
        while hb_set_next(all, &value) != 0 {
            guard let scalar = Unicode.Scalar(value), let glyph = font.glyph(for: scalar),
                Int(glyph) < scalars.count, scalars[Int(glyph)] == 0, Self.isPublic(scalar)
            else { continue }
            scalars[Int(glyph)] = value
        }
        self.scalars = scalars
        fontName = font.name
    }

    private static func isPublic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0, 0xE000...0xF8FF, 0xFEFF, 0xFFFE, 0xF_0000...: false
        default: true  // tidy-allow: characters are an open set
        }
    }

    /// A CMap from glyph numbers to UTF-16, for copying, searching and reading aloud.
    ///
    /// - Source: ISO 32000-1, 9.10.3.
    func map(of glyphs: GlyphSet) throws(PDFError) -> [UInt8] {
        var text = ByteBuffer(capacity: 4096)
        text.append(
            """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def/CMapType 2 def
            1 begincodespacerange<0000><FFFF>endcodespacerange

            """)
        let members = glyphs.glyphs
        // The notation allows at most 100 entries in one section.
        for start in stride(from: 0, to: members.count, by: 100) {
            let section = members[start..<min(start + 100, members.count)]
            text.append(number: section.count)
            text.append(" beginbfchar\n")
            for glyph in section {
                text.append("<")
                text.append(hex: UInt64(glyph), digits: 4)
                text.append("><")
                for unit in String(try scalar(of: glyph)).utf16 { text.append(hex: UInt64(unit), digits: 4) }
                text.append(">\n")
            }
            text.append("endbfchar\n")
        }
        text.append("endcmap CMapName currentdict/CMap defineresource pop end end")
        return text.bytes
    }

    private func scalar(of glyph: UInt16) throws(PDFError) -> Unicode.Scalar {
        let value = Int(glyph) < scalars.count ? scalars[Int(glyph)] : 0
        guard value > 0, let scalar = Unicode.Scalar(value)
        else { throw .glyphWithoutText(font: fontName, glyph: Int(glyph)) }
        return scalar
    }
}

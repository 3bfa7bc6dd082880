import Testing

@testable import PDFWriting

@Suite("Glyph sets and hashes")
struct GlyphSetTests {
    @Test("a set gives back its members in ascending order, once each")
    func members() {
        var set = GlyphSet(glyphCount: 200)

        for glyph: UInt16 in [199, 0, 64, 63, 64] { set.insert(glyph) }

        #expect(set.glyphs == [0, 63, 64, 199])
        #expect(set.contains(63))
        #expect(!set.contains(62))
        #expect(!set.contains(9999))
    }

    @Test("one letter brings its whole class, a rare sign only itself")
    func rounding() throws {
        let font = try FontFile(path: "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf")
        let classes = GlyphClasses(of: font)
        var set = GlyphSet(glyphCount: font.glyphCount)
        set.insert(try #require(font.glyph(for: "q")))
        set.insert(try #require(font.glyph(for: "ł")))

        let rounded = classes.roundedUp(set)

        #expect(rounded.glyphs.count == 27)
        #expect(classes.roundedUp(rounded) == rounded)
    }

    @Test("a missing font is an error that names the path")
    func missingFont() {
        let error = #expect(throws: PDFError.self) { try FontFile(path: "/nowhere/Font.ttf") }

        #expect(error == .fontNotFound(path: "/nowhere/Font.ttf"))
    }

    @Test("a file that is not a font is refused")
    func notAFont() {
        #expect(throws: PDFError.fontUnreadable(path: "/etc/passwd")) { try FontFile(path: "/etc/passwd") }
    }

    @Test("the hash differs for one changed, added or moved byte", arguments: 0..<64)
    func hash(position: Int) {
        let bytes = [UInt8](repeating: 7, count: 64)
        var changed = bytes
        changed[position] = 8

        #expect(ContentHash(bytes) == ContentHash(bytes))
        #expect(ContentHash(bytes) != ContentHash(changed))
        #expect(ContentHash(bytes) != ContentHash(bytes + [0]))
    }
}

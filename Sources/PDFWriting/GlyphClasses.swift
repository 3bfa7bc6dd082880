/// Groups of characters that are embedded together or not at all.
///
/// Rounding a letter's glyphs up to such groups makes nearly all letters share one font subset, which is
/// then compressed once. The bytes of a letter depend on the letter alone, because the rounding does.
struct GlyphClasses: Sendable {
    private static let members = [
        "0123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "àâæçéèêëîïôœùûü",
        "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜ",
        " \u{A0}.,:;!?'’()-–/«»€%°@",
    ]

    private let sets: [GlyphSet]

    init(of font: FontFile) {
        sets = Self.members.map { members in
            var set = GlyphSet(glyphCount: font.glyphCount)
            for scalar in members.unicodeScalars {
                if let glyph = font.glyph(for: scalar) { set.insert(glyph) }
            }
            return set
        }
    }

    /// Adds the whole of every group of which `used` has a member.
    func roundedUp(_ used: GlyphSet) -> GlyphSet {
        var result = used
        for set in sets where !set.isDisjoint(with: used) { result.formUnion(set) }
        return result
    }
}

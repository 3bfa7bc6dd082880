/// A word as glyphs of one face.
///
/// - Unit: 1/1000 em.
struct WordShape {
    var glyphs: [UInt16]
    /// What to add to the way after each glyph.
    var kerns: [Int16]
    var width: Int
    var kernAfterSpace: Int16
    var kernBeforeSpace: Int16
}

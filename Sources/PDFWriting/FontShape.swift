internal import CHarfBuzz

/// The measures of a whole font that a font descriptor states.
///
/// - Unit: 1/1000 em.
struct FontShape {
    let ascent: Int
    let descent: Int
    let capHeight: Int
    let boundingBox: [Int]
    /// The thickness of upright stems; readers use it only to imitate a missing font, so an estimate by
    /// weight will do.
    let stem: Int

    init(of font: FontFile) {
        ascent = font.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 800
        descent = font.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? -200
        capHeight = font.metric(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? ascent
        boundingBox = FontTables.boundingBox(of: font.face).map(font.thousandths)
        stem = font.name.hasSuffix("Bold") ? 140 : 80
    }
}

internal import CHarfBuzz

/// Reads what the PDF needs from a font's tables.
enum FontTables {
    /// The tables a PDF reader needs to draw unhinted glyphs by number.
    ///
    /// - Source: ISO 32000-1, 9.9.
    static let kept: Set<hb_tag_t> = Set(["glyf", "head", "hhea", "hmtx", "loca", "maxp"].map(tag))

    static func tag(_ name: String) -> hb_tag_t {
        name.utf8.prefix(4).reduce(0) { $0 << 8 | hb_tag_t($1) }
    }

    static func has(_ name: String, in face: OpaquePointer) -> Bool {
        let blob = hb_face_reference_table(face, tag(name))
        defer { hb_blob_destroy(blob) }
        return hb_blob_get_length(blob) > 0
    }

    /// All tables of a face, at most 64.
    static func tags(of face: OpaquePointer) -> [hb_tag_t] {
        var tags = [hb_tag_t](repeating: 0, count: 64)
        var count = UInt32(tags.count)
        hb_face_get_table_tags(face, 0, &count, &tags)
        return Array(tags.prefix(Int(count)))
    }

    /// The smallest rectangle around all glyphs, in font units: left, bottom, right, top.
    ///
    /// - Source: OpenType, table `head`, bytes 36 to 43.
    static func boundingBox(of face: OpaquePointer) -> [Int] {
        let blob = hb_face_reference_table(face, tag("head"))
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let start = hb_blob_get_data(blob, &length), length >= 44 else { return [0, 0, 0, 0] }
        let table = UnsafeRawBufferPointer(start: start, count: Int(length))
        return stride(from: 36, to: 44, by: 2).map { place in
            Int(Int16(bitPattern: UInt16(table[place]) << 8 | UInt16(table[place + 1])))
        }
    }
}

internal import CHarfBuzz
internal import Glibc

/// One TrueType font, mapped into memory for reading.
///
/// Used by one engine at a time. The file is mapped, not read: a process pays only for the parts it uses.
public final class FontFile {
    /// Where the font was found.
    public let path: String
    /// How many glyphs the font has, 1 or more.
    public let glyphCount: Int
    /// How many font units make one em.
    public let unitsPerEm: Int
    /// The font's PostScript name, which PDF readers show.
    public let name: String

    /// The whole file; valid as long as this object lives.
    package let bytes: UnsafeRawBufferPointer
    let face: OpaquePointer
    private let font: OpaquePointer

    /// - Throws: `PDFError.fontNotFound` when the file cannot be opened, `PDFError.fontUnreadable` when it
    ///   is not a TrueType font with outlines.
    public init(path: String) throws(PDFError) {
        let mapped = try Self.map(path)
        guard
            let blob = hb_blob_create(
                mapped.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(mapped.count),
                HB_MEMORY_MODE_READONLY, nil, nil),
            let face = hb_face_create(blob, 0), let font = hb_font_create(face)
        else {
            munmap(UnsafeMutableRawPointer(mutating: mapped.baseAddress), mapped.count)
            throw .outOfMemory(step: .readFont)
        }
        hb_blob_destroy(blob)
        (self.path, bytes, self.face, self.font) = (path, mapped, face, font)
        glyphCount = Int(hb_face_get_glyph_count(face))
        unitsPerEm = Int(hb_face_get_upem(face))
        name = Self.postScriptName(of: face)
        guard (1...65_535).contains(glyphCount), (16...16_384).contains(unitsPerEm), !name.isEmpty,
            FontTables.has("glyf", in: face)
        else { throw .fontUnreadable(path: path) }
        let scale = Int32(unitsPerEm)
        hb_font_set_scale(font, scale, scale)
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    /// The glyph for a character, or nil when the font has none.
    public func glyph(for scalar: Unicode.Scalar) -> UInt16? {
        var glyph: hb_codepoint_t = 0
        guard hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0, glyph != 0 else { return nil }
        return UInt16(truncatingIfNeeded: glyph)
    }

    /// The advance width of a glyph, rounded as it is written into the file.
    ///
    /// - Unit: 1/1000 em.
    public func width(of glyph: UInt16) -> Int {
        thousandths(Int(hb_font_get_glyph_h_advance(font, hb_codepoint_t(glyph))))
    }

    /// Font units as 1/1000 em, to the nearest.
    public func thousandths(_ units: Int) -> Int {
        let product = units * 1000
        let half = unitsPerEm / 2
        return (product + (product < 0 ? -half : half)) / unitsPerEm
    }

    /// A vertical measure of the whole font in 1/1000 em, or nil when the font does not say.
    func metric(_ tag: hb_ot_metrics_tag_t) -> Int? {
        var position: hb_position_t = 0
        guard hb_ot_metrics_get_position(font, tag, &position) != 0 else { return nil }
        return thousandths(Int(position))
    }

    private static func map(_ path: String) throws(PDFError) -> UnsafeRawBufferPointer {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fontNotFound(path: path) }
        defer { close(descriptor) }
        var status = stat()
        // 64 MB is four times the largest font in general use.
        guard fstat(descriptor, &status) == 0, (1...67_108_864).contains(status.st_size)
        else { throw .fontUnreadable(path: path) }
        let size = Int(status.st_size)
        let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else { throw .fontUnreadable(path: path) }
        return UnsafeRawBufferPointer(start: address, count: size)
    }

    private static func postScriptName(of face: OpaquePointer) -> String {
        var text = [CChar](repeating: 0, count: 128)
        var size = UInt32(text.count)
        _ = hb_ot_name_get_utf8(face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &size, &text)
        let characters = text.prefix(Int(min(size, 127))).map { UInt8(bitPattern: $0) }
        // PDF names: letters, digits and hyphens need no escaping, and a PostScript name has little else.
        let allowed = characters.filter { byte in
            byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
        }
        return String(decoding: allowed, as: UTF8.self)
    }
}

@available(*, unavailable)
extension FontFile: Sendable {}

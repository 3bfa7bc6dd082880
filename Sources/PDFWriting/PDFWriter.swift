/// Writes PDF files in a given set of fonts: PDF/A-2a, or 3a with attached files, and PDF/UA-1.
///
/// The same draft gives the same bytes, whatever was written before: fonts are cached, but what is cached
/// depends on the draft's glyphs alone. One writer per thread.
public struct PDFWriter: ~Copyable {
    /// The most pages of one file.
    public static let pagesMax = 500
    /// The most bytes of one file; the cross-reference table could hold 4 GB.
    public static let bytesMax = 200_000_000
    /// The most fonts of one writer.
    public static let fontsMax = 16
    /// The most font sets kept; one takes about 50 kB.
    private static let prefixesMax = 512

    private let fonts: [FontFile]
    private let classes: [GlyphClasses]
    private let texts: [GlyphTexts]
    private var compressor: Compressor
    private var prefixes: [[GlyphSet]: FontPrefix] = [:]

    /// - Throws: `PDFError.tooManyFonts`, `PDFError.outOfMemory`.
    public init(fonts: [FontFile]) throws(PDFError) {
        guard fonts.count <= Self.fontsMax
        else { throw .tooManyFonts(fonts: fonts.count, fontsMax: Self.fontsMax) }
        let compressor = try Compressor()
        self.fonts = fonts
        classes = fonts.map(GlyphClasses.init)
        texts = fonts.map(GlyphTexts.init)
        self.compressor = compressor
    }

    /// Writes a document.
    ///
    /// - Throws: `PDFError.tooManyPages`, `.tooManyObjects` and `.fileTooLong` over the limits,
    ///   `.tooManyImages`, `.attachmentRefused` for the attached files, `.titleMissing`, `.textFieldRefused` and
    ///   `.languageMalformed`, `.glyphWithoutText` and `.subsetFailed` when a font does not fit.
    /// - Complexity: O(length of the document); about a millisecond more for each new set of glyphs.
    public mutating func write(_ draft: PDFDraft) throws(PDFError) -> [UInt8] {
        guard draft.pages.count <= Self.pagesMax
        else { throw .tooManyPages(pages: draft.pages.count, pagesMax: Self.pagesMax) }
        guard draft.structure.nodes.count <= StructureTree.elementsMax else {
            throw .tooManyObjects(
                objects: draft.structure.nodes.count, objectsMax: StructureTree.elementsMax)
        }
        try TextFields.check(draft)
        let prefix = try prefix(for: draft)
        var body = try DocumentBody(draft: draft, prefix: prefix)
        let bytes = try body.write(with: &compressor)
        guard bytes.count <= Self.bytesMax
        else { throw .fileTooLong(bytes: bytes.count, bytesMax: Self.bytesMax) }
        return bytes
    }

    private mutating func prefix(for draft: PDFDraft) throws(PDFError) -> FontPrefix {
        var sets = fonts.map { GlyphSet(glyphCount: $0.glyphCount) }
        for page in draft.pages {
            for face in sets.indices { sets[face].formUnion(page.usedGlyphs[face]) }
        }
        for face in sets.indices { sets[face] = classes[face].roundedUp(sets[face]) }
        if let known = prefixes[sets] { return known }
        let made = try FontPrefix(sets: sets, fonts: fonts, texts: texts, compressor: &compressor)
        if prefixes.count >= Self.prefixesMax { prefixes.removeAll(keepingCapacity: true) }
        prefixes[sets] = made
        return made
    }
}

@available(*, unavailable)
extension PDFWriter: Sendable {}

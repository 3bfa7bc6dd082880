/// The first part of a file, ready to be copied: header, fonts, and what greys and colours mean.
struct FontPrefix {
    let file: FileBuilder
    /// By face; nil for a face that the document does not use.
    let fonts: [ObjectNumber?]
    let outputIntent: ObjectNumber

    /// Complexity: about a millisecond; `PDFWriter` keeps the result.
    init(
        sets: [GlyphSet], fonts: [FontFile], texts: [GlyphTexts], compressor: inout Compressor
    ) throws(PDFError) {
        var file = FileBuilder()
        var objects = ObjectStream()
        var numbers: [ObjectNumber?] = []
        for (face, set) in sets.enumerated() {
            guard !set.isEmpty else {
                numbers.append(nil)
                continue
            }
            let subset = try FontSubset(of: fonts[face], glyphs: set, texts: texts[face])
            numbers.append(
                try Self.add(subset, of: fonts[face], to: &file, and: &objects, with: &compressor))
        }
        outputIntent = try Self.addIntent(to: &file, and: &objects, with: &compressor)
        try objects.write(as: file.allocate(), into: &file, with: &compressor)
        file.hashBeginning()
        self.file = file
        self.fonts = numbers
    }

    /// Writes the colour profile and the reference to it.
    ///
    /// - Source: ISO 19005-2, 6.2.3.
    private static func addIntent(
        to file: inout FileBuilder, and objects: inout ObjectStream, with compressor: inout Compressor
    ) throws(PDFError) -> ObjectNumber {
        let (profile, intent) = (file.allocate(), file.allocate())
        var entries = ByteBuffer()
        entries.append("/N ")
        entries.append(number: ColorProfile.components)
        file.write(profile, entries: entries.bytes, compressed: try compressor.compress(ColorProfile.bytes))
        objects.begin(intent)
        objects.add("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier")
        objects.add(textString: ColorProfile.name)
        objects.add("/Info")
        objects.add(textString: ColorProfile.name)
        objects.add("/DestOutputProfile")
        objects.add(profile)
        objects.add(">>")
        return intent
    }

    /// Writes one font: two streams and three dictionaries.
    ///
    /// - Source: ISO 32000-1, 9.7.
    private static func add(
        _ subset: FontSubset, of font: FontFile, to file: inout FileBuilder, and objects: inout ObjectStream,
        with compressor: inout Compressor
    ) throws(PDFError) -> ObjectNumber {
        let (composite, descendant, descriptor) = (file.allocate(), file.allocate(), file.allocate())
        let (program, toUnicode) = (file.allocate(), file.allocate())
        var length = ByteBuffer()
        length.append("/Length1 ")
        length.append(number: subset.program.count)
        file.write(program, entries: length.bytes, compressed: try compressor.compress(subset.program))
        file.write(toUnicode, entries: [], compressed: try compressor.compress(subset.toUnicode))

        objects.begin(composite)
        objects.add("<</Type/Font/Subtype/Type0/BaseFont/")
        objects.add(text: subset.name)
        objects.add("/Encoding/Identity-H/DescendantFonts[")
        objects.add(descendant)
        objects.add("]/ToUnicode")
        objects.add(toUnicode)
        objects.add(">>")
        objects.begin(descendant)
        objects.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/")
        objects.add(text: subset.name)
        objects.add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor")
        objects.add(descriptor)
        objects.add("/CIDToGIDMap/Identity/DW 0/W")
        objects.add(subset.widths)
        objects.add(">>")
        addDescriptor(descriptor, name: subset.name, of: font, program: program, to: &objects)
        return composite
    }

    private static func addDescriptor(
        _ descriptor: ObjectNumber, name: String, of font: FontFile, program: ObjectNumber,
        to objects: inout ObjectStream
    ) {
        let shape = FontShape(of: font)
        objects.begin(descriptor)
        objects.add("<</Type/FontDescriptor/FontName/")
        objects.add(text: name)
        // Flag 3, "symbolic": glyphs are chosen by number, not by a standard encoding.
        objects.add("/Flags 4/FontBBox[")
        for (place, edge) in shape.boundingBox.enumerated() {
            if place > 0 { objects.add(" ") }
            objects.add(number: edge)
        }
        objects.add("]/ItalicAngle 0/Ascent ")
        objects.add(number: shape.ascent)
        objects.add("/Descent ")
        objects.add(number: shape.descent)
        objects.add("/CapHeight ")
        objects.add(number: shape.capHeight)
        objects.add("/StemV ")
        objects.add(number: shape.stem)
        objects.add("/FontFile2")
        objects.add(program)
        objects.add(">>")
    }
}

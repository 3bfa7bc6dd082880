/// One font of the file, taken apart.
struct FontScan {
    let number: Int
    let font: [String: PDFValue]
    let descendant: [String: PDFValue]
    let descriptor: [String: PDFValue]
    /// By code; nil when the stream is missing or malformed.
    let texts: [Int: String]?
    /// By code.
    let widths: [Int: Int]
    let program: TrueTypeScan?
    /// What the pages show of it.
    let used: Set<Int>

    init(_ number: Int, in file: PDFFile, used: Set<Int>) {
        self.number = number
        self.used = used
        font = file.entries(.reference(number))
        descendant = file.entries(file.resolve(font["DescendantFonts"])?.array?.first)
        descriptor = file.entries(descendant["FontDescriptor"])
        texts = file.content(of: font["ToUnicode"]).flatMap(Self.texts)
        widths = Self.widths(descendant["W"]?.array ?? [])
        program = file.content(of: descriptor["FontFile2"]).flatMap(TrueTypeScan.init)
    }

    /// `3[278 278]36[667]` by code; the other notation, with ranges, our writer does not use.
    private static func widths(_ values: [PDFValue]) -> [Int: Int] {
        var widths: [Int: Int] = [:]
        for index in stride(from: 0, to: values.count - 1, by: 2) {
            guard let first = values[index].integer, let list = values[index + 1].array else { return [:] }
            for (place, width) in list.enumerated() { widths[first + place] = width.integer }
        }
        return widths
    }

    /// The pairs between `beginbfchar` and `endbfchar`.
    ///
    /// - Source: ISO 32000-1, 9.10.3; Adobe Technical Note 5411.
    private static func texts(_ map: [UInt8]) -> [Int: String]? {
        var scanner = PDFScanner(map)
        var texts: [Int: String] = [:]
        var isInside = false
        var announced = 0
        var previous: PDFScanner.Token?
        do throws(UnreadablePDF) {
            while let token = try scanner.next() {
                if token == .keyword("beginbfchar"), case .value(.integer(let count)) = previous, count <= 100
                {
                    (isInside, announced) = (true, count)
                } else if token == .keyword("endbfchar") {
                    guard announced == 0 else { return nil }
                    isInside = false
                } else if isInside {
                    guard case .value(.string(let code)) = token, code.count == 2,
                        let text = PDFValue.text(ofUTF16: (try scanner.value().bytes ?? [0])[...])
                    else { return nil }
                    texts[Int(code[0]) << 8 | Int(code[1])] = text
                    announced -= 1
                }
                previous = token
            }
        } catch { return nil }
        return texts
    }
}

/// The tables of an embedded TrueType program that say how wide its glyphs are and where their outlines lie.
///
/// - Source: OpenType 1.9: `head`, `hhea`, `hmtx`, `maxp`, `loca`.
struct TrueTypeScan {
    let bytes: [UInt8]
    let glyphCount: Int
    private let unitsPerEm: Int
    private let tables: [String: Range<Int>]
    private let longMetrics: Int
    private let hasLongPlaces: Bool

    /// - Returns: nil when a table is missing or too short.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        func number(_ offset: Int, _ width: Int) -> Int? {
            guard offset >= 0, offset + width <= bytes.count else { return nil }
            return bytes[offset..<(offset + width)].reduce(0) { $0 << 8 | Int($1) }
        }
        guard number(0, 4) == 0x0001_0000, let count = number(4, 2) else { return nil }
        var tables: [String: Range<Int>] = [:]
        for index in 0..<count {
            let entry = 12 + index * 16
            guard let start = number(entry + 8, 4), let length = number(entry + 12, 4),
                start + length <= bytes.count
            else { return nil }
            tables[String(decoding: bytes[entry..<(entry + 4)], as: UTF8.self)] = start..<(start + length)
        }
        guard let head = tables["head"], let maxp = tables["maxp"], let hhea = tables["hhea"],
            let hmtx = tables["hmtx"], let loca = tables["loca"], tables["glyf"] != nil,
            let unitsPerEm = number(head.lowerBound + 18, 2), unitsPerEm > 0,
            let glyphCount = number(maxp.lowerBound + 4, 2),
            let longMetrics = number(hhea.lowerBound + 34, 2),
            let format = number(head.lowerBound + 50, 2), longMetrics > 0,
            hmtx.count >= longMetrics * 4, loca.count >= (glyphCount + 1) * (format == 0 ? 2 : 4)
        else { return nil }
        (self.tables, self.unitsPerEm, self.glyphCount) = (tables, unitsPerEm, glyphCount)
        (self.longMetrics, hasLongPlaces) = (longMetrics, format != 0)
    }

    private func number(_ offset: Int, _ width: Int) -> Int {
        bytes[offset..<(offset + width)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// In 1/1000 em; nil for a glyph that the program does not have.
    func width(of glyph: Int) -> Double? {
        guard glyph < glyphCount, let hmtx = tables["hmtx"] else { return nil }
        let units = number(hmtx.lowerBound + min(glyph, longMetrics - 1) * 4, 2)
        return Double(units) * 1000 / Double(unitsPerEm)
    }

    func hasOutline(_ glyph: Int) -> Bool {
        guard glyph < glyphCount, let loca = tables["loca"] else { return false }
        let width = hasLongPlaces ? 4 : 2
        let start = loca.lowerBound + glyph * width
        return number(start, width) != number(start + width, width)
    }
}

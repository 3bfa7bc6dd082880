/// Reads a PNG so that its compressed rows can stand in a PDF.
///
/// The rows are taken over as they are. Only where a picture is transparent are they made anew, on white: a letter is
/// printed on white paper, and PDF/A wants nothing transparent.
///
/// - Source: ISO/IEC 15948.
struct PNGReader {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private let file: [UInt8]
    private let pixelsMax: Int

    init(_ file: [UInt8], pixelsMax: Int) {
        self.file = file
        self.pixelsMax = pixelsMax
    }

    /// One chunk: its name and where its content lies.
    private struct Chunk {
        let name: String
        let content: ArraySlice<UInt8>
        let end: Int
    }

    /// The colour types of the header.
    private enum Kind: UInt8 {
        case grey = 0
        case colour = 2
        case palette = 3
        case greyWithCover = 4
        case colourWithCover = 6

        /// Bytes of one pixel.
        var channels: Int {
            switch self {
            case .grey, .palette: 1
            case .greyWithCover: 2
            case .colour: 3
            case .colourWithCover: 4
            }
        }
    }

    /// - Throws: `PDFError.imageRefused`.
    func image() throws(PDFError) -> RasterImage {
        var offset = Self.signature.count
        let head = try chunk(at: offset)
        guard head.name == "IHDR", head.content.count == 13 else { throw .imageRefused(.malformed(.segment)) }
        let (size, kind) = try header(Array(head.content))
        var palette: [UInt8] = []
        var covers: [UInt8] = []
        var rows: [UInt8] = []
        offset = head.end
        // Every round takes at least the 12 bytes of a chunk.
        while true {
            let chunk = try chunk(at: offset)
            offset = chunk.end
            switch chunk.name {
            case "PLTE": palette = Array(chunk.content)
            case "tRNS":
                // One colour of many as transparent: nobody saves pictures so any more.
                guard kind == .palette else { throw .imageRefused(.transparent) }
                covers = Array(chunk.content)
            case "IDAT": rows += chunk.content
            case "IEND": return try image(kind, size, rows: rows, palette: palette, covers: covers)
            default:  // tidy-allow: chunks are an open set
                // A capital first letter marks what a reader must understand.
                guard let first = chunk.name.utf8.first, first & 0x20 != 0
                else { throw .imageRefused(.malformed(.segment)) }
            }
        }
    }

    private func chunk(at offset: Int) throws(PDFError) -> Chunk {
        guard offset + 12 <= file.count else { throw .imageRefused(.truncated) }
        let length = number(at: offset)
        guard length <= file.count - offset - 12 else { throw .imageRefused(.truncated) }
        let end = offset + 8 + length
        guard Checksum.ofChunk(file[(offset + 4)..<end]) == UInt32(number(at: end))
        else { throw .imageRefused(.malformed(.checksum)) }
        return Chunk(
            name: String(decoding: file[(offset + 4)..<(offset + 8)], as: UTF8.self),
            content: file[(offset + 8)..<end], end: end + 4)
    }

    /// Four bytes, highest first; the caller has checked that they are there.
    private func number(at offset: Int) -> Int {
        file[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private func header(_ head: [UInt8]) throws(PDFError) -> (RasterImage.Size, Kind) {
        let size = try RasterImage.Size(
            width: head[0..<4].reduce(0) { $0 << 8 | Int($1) },
            height: head[4..<8].reduce(0) { $0 << 8 | Int($1) }, pixelsMax: pixelsMax)
        guard head[8] == 8 else { throw .imageRefused(.unusualDepth(bits: Int(head[8]))) }
        guard head[10] == 0, head[11] == 0, let kind = Kind(rawValue: head[9])
        else { throw .imageRefused(.malformed(.segment)) }
        guard head[12] == 0 else { throw .imageRefused(.interlaced) }
        return (size, kind)
    }

    private func image(
        _ kind: Kind, _ size: RasterImage.Size, rows: [UInt8], palette: [UInt8], covers: [UInt8]
    ) throws(PDFError) -> RasterImage {
        let (plain, used) = try unpacked(rows, of: size, channels: kind.channels)
        let taken = Array(rows.prefix(used))
        switch kind {
        case .grey: return Self.image(size, .grey, taken)
        case .colour: return Self.image(size, .redGreenBlue, taken)
        case .palette: return Self.image(size, try colours(palette, covers: covers), taken)
        case .greyWithCover: return Self.image(size, .grey, try onWhite(plain, size, kind))
        case .colourWithCover: return Self.image(size, .redGreenBlue, try onWhite(plain, size, kind))
        }
    }

    private static func image(
        _ size: RasterImage.Size, _ colours: RasterImage.Colours, _ bytes: [UInt8]
    ) -> RasterImage {
        RasterImage(stored: size, colours: colours, coding: .deflatedRows, bytes: bytes)
    }

    /// A place behind the palette counts as its last: ISO 32000-1, 8.6.6.3.
    private func colours(_ palette: [UInt8], covers: [UInt8]) throws(PDFError) -> RasterImage.Colours {
        guard (3...768).contains(palette.count), palette.count.isMultiple(of: 3),
            covers.count <= palette.count / 3
        else { throw .imageRefused(.malformed(.palette)) }
        return .palette(
            palette.enumerated().map { place, colour in
                place / 3 < covers.count ? PNGRows.onWhite(colour, cover: covers[place / 3]) : colour
            })
    }

    /// Unpacks the rows: what a viewer could not show is refused here.
    ///
    /// - Returns: the rows, and how many of the compressed bytes they came from.
    private func unpacked(
        _ rows: [UInt8], of size: RasterImage.Size, channels: Int
    ) throws(PDFError) -> (plain: [UInt8], used: Int) {
        let rowLength = 1 + size.width * channels
        var decompressor = try Decompressor()
        guard let (plain, used) = try decompressor.decompress(rows, count: rowLength * size.height)
        else { throw .imageRefused(.malformed(.pixels)) }
        for start in stride(from: 0, to: plain.count, by: rowLength) where plain[start] > 4 {
            throw .imageRefused(.malformed(.pixels))
        }
        return (plain, used)
    }

    private func onWhite(_ plain: [UInt8], _ size: RasterImage.Size, _ kind: Kind) throws(PDFError) -> [UInt8]
    {
        var rows = PNGRows(plain, rowLength: 1 + size.width * kind.channels, channels: kind.channels)
        var compressor = try Compressor()
        return Array(try compressor.compress(rows.onWhite()))
    }
}

/// Reads a JPEG as far as its compressed data can be taken over into a PDF.
///
/// Segments that say nothing about the pixels are left out, and with them what a photograph tells about the place and
/// the camera.
///
/// - Source: ITU-T T.81, annex B.
struct JPEGReader {
    private let file: [UInt8]
    private var kept: [UInt8] = [0xFF, 0xD8]
    private var size: RasterImage.Size?
    private var colours = RasterImage.Colours.grey
    private var turn = RasterImage.Turn.none
    private var hasScan = false
    /// The markers of the tables that the coded data needs and that were there.
    private var tables: Set<UInt8> = []

    init(_ file: [UInt8]) {
        self.file = file
        kept.reserveCapacity(file.count)
    }

    /// - Throws: `PDFError.imageRefused`.
    mutating func image() throws(PDFError) -> RasterImage {
        var offset = 2
        // Every round takes at least one byte.
        while true {
            offset = try skipFill(from: offset)
            let marker = file[offset]
            offset += 1
            switch marker {
            case 0xD9: return try finished()
            // RST, TEM and SOI have no length and do not belong here.
            case 0xD0...0xD8, 0x01, 0x00: throw .imageRefused(.malformed(.segment))
            default:  // tidy-allow: bytes are an open set
                let content = try segment(at: offset)
                try take(marker, content)
                offset = content.endIndex
                if marker == 0xDA { offset = try scan(from: offset) }
            }
        }
    }

    /// The place of the next marker's second byte; any number of FF may stand before it.
    private func skipFill(from start: Int) throws(PDFError) -> Int {
        guard start + 1 < file.count else { throw .imageRefused(.truncated) }
        guard file[start] == 0xFF else { throw .imageRefused(.malformed(.segment)) }
        guard let place = file[start...].firstIndex(where: { $0 != 0xFF })
        else { throw .imageRefused(.truncated) }
        return place
    }

    /// A segment's content, without the two bytes of its length.
    private func segment(at offset: Int) throws(PDFError) -> ArraySlice<UInt8> {
        guard offset + 2 <= file.count else { throw .imageRefused(.truncated) }
        let length = Int(file[offset]) << 8 | Int(file[offset + 1])
        guard length >= 2 else { throw .imageRefused(.malformed(.segment)) }
        guard offset + length <= file.count else { throw .imageRefused(.truncated) }
        return file[(offset + 2)..<(offset + length)]
    }

    private mutating func take(_ marker: UInt8, _ content: ArraySlice<UInt8>) throws(PDFError) {
        switch marker {
        case 0xC0, 0xC1, 0xC2: try takeFrame(Array(content))
        case 0xC4, 0xDB: tables.insert(marker)
        // Lossless, hierarchical and arithmetic coding: no reader of PDF has them.
        case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCC, 0xCD...0xCF, 0xDE, 0xDF: throw .imageRefused(.unusualJPEG)
        case 0xE1:
            turn = ExifOrientation.turn(in: content) ?? turn
            return
        // JFIF, and Adobe's word on how colours are meant.
        case 0xE0, 0xEE: break
        case 0xE2...0xEF, 0xFE: return
        default: break  // tidy-allow: bytes are an open set
        }
        kept += [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)]
        kept += content
    }

    private mutating func takeFrame(_ frame: [UInt8]) throws(PDFError) {
        guard size == nil, frame.count >= 6, frame.count == 6 + Int(frame[5]) * 3
        else { throw .imageRefused(.malformed(.segment)) }
        guard frame[0] == 8 else { throw .imageRefused(.unusualDepth(bits: Int(frame[0]))) }
        size = try RasterImage.Size(
            width: Int(frame[3]) << 8 | Int(frame[4]), height: Int(frame[1]) << 8 | Int(frame[2]))
        switch frame[5] {
        case 1: colours = .grey
        case 3: colours = .redGreenBlue
        case 4: throw .imageRefused(.fourColours)
        default: throw .imageRefused(.malformed(.segment))  // tidy-allow: bytes are an open set
        }
    }

    /// Takes over the coded data of one scan.
    ///
    /// - Returns: where the marker after it begins.
    private mutating func scan(from start: Int) throws(PDFError) -> Int {
        guard size != nil else { throw .imageRefused(.malformed(.segment)) }
        var end = start
        while true {
            guard let mark = file[end...].firstIndex(of: 0xFF), mark + 1 < file.count
            else { throw .imageRefused(.truncated) }
            let next = file[mark + 1]
            // 00 makes the FF a byte of data, D0 to D7 are restarts inside the scan.
            guard next == 0x00 || (0xD0...0xD7).contains(next) else {
                end = mark
                break
            }
            end = mark + 2
        }
        guard end > start else { throw .imageRefused(.malformed(.pixels)) }
        kept += file[start..<end]
        hasScan = true
        return end
    }

    private func finished() throws(PDFError) -> RasterImage {
        guard let size, hasScan else { throw .imageRefused(.malformed(.pixels)) }
        // Moving pictures leave the codes out; a reader of PDF has none of its own.
        guard tables == [0xC4, 0xDB] else { throw .imageRefused(.unusualJPEG) }
        return RasterImage(
            stored: size, turn: turn, colours: colours, coding: .jpeg, bytes: kept + [0xFF, 0xD9])
    }
}

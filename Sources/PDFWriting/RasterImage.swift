/// A picture that can stand in a document: checked, and in the form in which the file will hold it.
///
/// The compressed pixels are taken over as they are, but for transparent ones, which are laid on white. What else a
/// photograph carries (place, camera, preview) is left out.
public struct RasterImage: Hashable, Sendable {
    /// - Unit: bytes of the picture's file.
    public static let bytesMax = 4_194_304
    /// - Unit: pixels, width times height; a telephone takes 12 million.
    public static let pixelsMax = 16_000_000
    /// - Unit: pixels of one side.
    public static let sideMax = 16_384

    /// As the picture is looked at, in pixels; 1 or more.
    public var width: Int { turn.swapsSides ? stored.height : stored.width }
    /// As the picture is looked at, in pixels; 1 or more.
    public var height: Int { turn.swapsSides ? stored.width : stored.height }

    let stored: Size
    let turn: Turn
    let colours: Colours
    let coding: Coding
    let bytes: [UInt8]

    /// Pixels as they are stored, row by row.
    struct Size: Hashable, Sendable {
        let width: Int
        let height: Int

        /// - Throws: `PDFError.imageRefused` for no pixels or too many.
        init(width: Int, height: Int, pixelsMax: Int = RasterImage.pixelsMax) throws(PDFError) {
            guard width > 0, height > 0 else { throw .imageRefused(.malformed(.size)) }
            guard width <= sideMax, height <= sideMax, width * height <= pixelsMax
            else { throw .imageRefused(.tooManyPixels(width: width, height: height, pixelsMax: pixelsMax)) }
            (self.width, self.height) = (width, height)
        }
    }

    enum Colours: Hashable, Sendable {
        case grey
        case redGreenBlue
        /// Three bytes for each entry, 1 to 256 entries.
        case palette([UInt8])

        /// Values for each pixel as it is stored.
        var components: Int {
            switch self {
            case .grey, .palette: 1
            case .redGreenBlue: 3
            }
        }
    }

    enum Coding: Hashable, Sendable {
        /// The rows of a PNG: each with its filter in front, deflated together.
        case deflatedRows
        case jpeg
    }

    /// Reads a picture from the bytes of its file.
    ///
    /// - Parameter pixelsMaxOfPNG: fewer for a PNG, which is unpacked: a small file may hold many pixels. It is looked at
    ///   before anything is unpacked. A JPEG is taken over packed.
    /// - Throws: `PDFError.imageRefused` for anything but a PNG of 8 bits in grey, colour or palette that is not
    ///   interlaced, or a JPEG in grey or colour; and for one that is cut off, damaged or over a limit.
    /// - Complexity: O(bytes + pixels).
    public init(_ file: [UInt8], pixelsMaxOfPNG: Int = Self.pixelsMax) throws(PDFError) {
        guard file.count <= Self.bytesMax
        else { throw .imageRefused(.tooManyBytes(bytes: file.count, bytesMax: Self.bytesMax)) }
        if file.starts(with: PNGReader.signature) {
            self = try PNGReader(file, pixelsMax: min(pixelsMaxOfPNG, Self.pixelsMax)).image()
        } else if file.starts(with: [0xFF, 0xD8, 0xFF]) {
            var reader = JPEGReader(file)
            self = try reader.image()
        } else {
            throw .imageRefused(.unknownKind)
        }
    }

    init(stored: Size, turn: Turn = .none, colours: Colours, coding: Coding, bytes: [UInt8]) {
        self.stored = stored
        self.turn = turn
        self.colours = colours
        self.coding = coding
        self.bytes = bytes
    }
}

extension RasterImage {
    /// Why a picture cannot stand in a document.
    public enum Fault: Hashable, Sendable {
        case unknownKind
        case tooManyBytes(bytes: Int, bytesMax: Int)
        case tooManyPixels(width: Int, height: Int, pixelsMax: Int)
        case truncated
        case malformed(Part)
        case transparent
        case interlaced
        /// - Unit: bits a colour.
        case unusualDepth(bits: Int)
        /// Colours for printing presses: cyan, magenta, yellow and black.
        case fourColours
        /// Coded in a way that PDF does not have: arithmetic or lossless.
        case unusualJPEG

        /// What of a picture's file is wrong.
        public enum Part: String, Hashable, Sendable {
            case size, palette, checksum, pixels, segment
        }
    }
}

extension RasterImage.Fault: CustomStringConvertible {
    public var description: String { "The picture \(predicate)." }

    /// The same as part of a sentence, to stand behind the name of what holds the picture.
    public var reason: String { "the picture \(predicate)" }

    private var predicate: String {
        switch self {
        case .unknownKind: "is neither PNG nor JPEG: save it as one of them"
        case .tooManyBytes(let bytes, let bytesMax):
            "has \(bytes) bytes, and at most \(bytesMax) are allowed: save it smaller"
        case .tooManyPixels(let width, let height, let pixelsMax):
            "has \(width) x \(height) pixels, and at most \(pixelsMax) are allowed: save it smaller"
        case .truncated: "ends too early: copy its file again"
        case .malformed(let part): "is damaged (\(part.rawValue)): save it again"
        case .transparent: "is transparent in places: save it on a white ground"
        case .interlaced: "is interlaced: save it without interlacing"
        case .unusualDepth(let bits): "has \(bits) bits a colour: save it with 8"
        case .fourColours: "is in the four colours of printing presses: save it as RGB or grey"
        case .unusualJPEG: "is a JPEG of an unusual kind: save it again as an ordinary one, or as PNG"
        }
    }
}
